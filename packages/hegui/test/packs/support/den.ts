/** Records of 峨溶镇 2023: a place where fireworks are made, as the township office finds it. */
import type { InspectionRecord } from '@hegui/model'

export type Facts = NonNullable<InspectionRecord['conducts'][number]['facts']>

export const den = (facts: Facts = {}, extra: Partial<InspectionRecord> = {}, date = '2023-03-01'): InspectionRecord => ({
  id: 'erong-den',
  inspectedOn: '2023-03-01',
  decidedOn: '2023-03-01',
  region: '500241',
  inspectedBy: 'township-government',
  plans: ['erong-2023'],
  parties: [{ id: 'owner' }],
  conducts: [
    { id: 'den', date, party: 'owner', facts: { 'conduct.activity': 'production', 'conduct.goods': 'fireworks', 'licence.status': 'none', ...facts } },
  ],
  ...extra,
})
