/** The cases of the shipped rules. Only the command needs them: who embeds hegui does not load them. */
import type { RuleCases } from '@hegui/model'
import { airQualityCases } from '@hegui/pack-air-quality/cases'
import { fireworksCases } from '@hegui/pack-fireworks/cases'
import { urbanOrderCases } from '@hegui/pack-urban-order/cases'
import { workSafetyCases } from '@hegui/pack-work-safety/cases'

export const shippedCases: readonly RuleCases[] = [...fireworksCases, ...airQualityCases, ...workSafetyCases, ...urbanOrderCases]
