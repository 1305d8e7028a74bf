/** What a plan may lay on those who manage a villagers' or residents' committee: of the sanctions of officials, only the three of the law. */
import { type Path, type Problem, problem } from '../problems/problem.js'
import type { Pack } from '../schema/pack.js'
import type { SanctionKind } from '../schema/plan.js'

/** 公职人员政务处分法 art. 22: 警告、记过、记大过, by the supervisory organ; in force since 2020-07-01. */
const allowed: readonly SanctionKind[] = ['warning', 'demerit', 'serious-demerit']
const since = '2020-07-01'

/** Consequences that end before the law came into force are left alone: what bound them then was not read. */
export function checkVillageCadres(packs: readonly Pack[]): readonly Problem[] {
  return packs.flatMap((pack, at) =>
    pack.plans.flatMap((plan, index) =>
      plan.accountability.flatMap((item, place) =>
        item.consequence.flatMap((then, nth) => {
          if ((then.on !== 'village-cadre' && then.kind !== 'village-cadre-measure') || (then.inForce?.to ?? since) < since) return []
          const path: Path = [at, 'plans', index, 'accountability', place, 'consequence', nth, 'sanctions']
          return (then.sanctions ?? []).flatMap((sanction, which) =>
            allowed.includes(sanction) ? [] : [problem('HG4031', [...path, which], { id: item.id, sanction, allowed: allowed.join(', ') })],
          )
        }),
      ),
    ),
  )
}
