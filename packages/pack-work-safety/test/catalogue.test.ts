/** The catalogue: nothing cited is missing, nothing defined is idle, nobody is named who may not act. */
import { lawPack } from '@hegui/pack-law'
import { workSafetyPack } from '@hegui/pack-work-safety'
import { workSafetyCases } from '@hegui/pack-work-safety/cases'
import { describe, expect, test } from 'vitest'
import { assessed, recordOf, rules } from './support/cases.js'

const samples = workSafetyCases.flatMap((file) => file.cases.map((each) => assessed(recordOf(each))))

describe('rules', () => {
  test('cite an article for each norm that punishes', () => {
    const missing = workSafetyPack.rules.flatMap((rule) =>
      rule.norms
        .filter((id) => {
          const editions = rules.catalogue.norms.get(id)?.editions ?? []
          return !rule.basis.some((basis) => basis.instrument === id.slice(0, id.indexOf('/')) && editions.some((edition) => edition.article === basis.article))
        })
        .map((id) => `${rule.id} ${id}`),
    )
    expect(missing).toEqual([])
  })

  test('cite an article only in editions that have it', () => {
    const bad = samples.flatMap((assessment) =>
      assessment.findings.flatMap((finding) =>
        finding.articles.flatMap(({ instrument, article, edition }) => {
          const found = rules.catalogue.instruments.get(instrument)
          if (edition === null || found?.editions.find((each) => each.id === edition)?.read !== true) return []
          const entered = [...found.provisions, ...found.norms.flatMap((norm) => norm.editions)]
          return entered.some((each) => each.article === article && each.edition === edition) ? [] : [`${finding.rule} ${instrument} ${article}@${edition}`]
        }),
      ),
    )
    expect([...new Set(bad)]).toEqual([])
  })

  test('use every fact that the pack defines', () => {
    const text = JSON.stringify([workSafetyPack.rules, lawPack.instruments])
    expect(workSafetyPack.facts.map((fact) => fact.id).filter((id) => !text.includes(`"${id}"`))).toEqual([])
  })
})

describe('measures', () => {
  const measures = samples.flatMap((assessment) => assessment.measures)

  test('are named to organs that have the power', () => {
    expect(measures.filter((each) => each.authority.length === 0).map((each) => each.id)).toEqual([])
  })

  test('of editions that were not read, or are remembered only, are never proposed', () => {
    const wrong = measures.filter((each) => {
      const edition = rules.catalogue.norms.get(each.norm ?? '')?.editions.find((other) => other.edition === each.edition)
      return each.proposed !== (edition?.verification.status === 'primary-text' && each.withheldBy === undefined)
    })
    expect(wrong.map((each) => each.id)).toEqual([])
  })

  test('that close a unit or a coal mine are proposed to the government by the organ its own regulation names', () => {
    const proposals = samples.flatMap((assessment) => assessment.actions.filter((action) => action.template.startsWith('propose-')))
    expect([...new Set(proposals.map((action) => `${action.template} ${String(action.assignee)}`))].sort()).toEqual([
      'propose-closure emergency-management',
      'propose-coal-closure coal-safety-authority',
      'propose-coal-closure-446 coal-licence-authority',
      'propose-coal-closure-446-suspended coal-safety-authority',
    ])
  })
})
