/** Records of the district of the 2019 plan: one conduct, as an officer of the campaign finds it. */
import type { InspectionRecord } from '@hegui/model'

export type Facts = NonNullable<InspectionRecord['conducts'][number]['facts']>

export const found = (facts: Facts, extra: Partial<InspectionRecord> = {}, date = '2019-07-10'): InspectionRecord => ({
  id: 'urban-order',
  inspectedOn: date,
  region: '110000',
  inspectedBy: 'subdistrict-office',
  plans: ['urban-order-2019'],
  parties: [{ id: 'party' }],
  conducts: [{ id: 'conduct', date, party: 'party', facts }],
  ...extra,
})
