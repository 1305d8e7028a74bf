/**
 * `assessAsync`: assessments with fact providers. The engine stays pure: it assesses, asks the providers for
 * facts that are missing, writes the answers with source and time into the record, and assesses again. What was
 * decided can be re-run from the record it returns.
 */
import { checkRecord, type FactDefinition, type FactValue, type InspectionRecord, type Problem, problem, valueProblems } from '@hegui/model'
import { errorText } from '../conditions/runtime.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import { type AssessOptions, type AssessResult, assessed, prepare, runAsync } from './assess.js'
import { type RuntimeChoice, runtimeOf } from './runtime-choice.js'
import { assessSteps } from './steps.js'

export interface FactRequest {
  readonly fact: FactDefinition
  readonly conduct: string
  readonly record: InspectionRecord
}

/** `value` of the fact's type; `source` in 1 to 200 characters; `at` an ISO instant with offset: the engine has no clock of its own. */
export interface FactAnswer {
  readonly value: FactValue
  readonly source: string
  readonly at: string
}

export interface FactProvider {
  readonly id: string
  /** Ids of the facts it can supply. */
  readonly facts: readonly string[]
  /** Undefined: it does not know either. A rejection, or an answer the record cannot hold, is a problem; the assessment goes on without the fact. */
  readonly provide: (request: FactRequest) => Promise<FactAnswer | undefined>
}

export interface AssessAsyncOptions extends AssessOptions {
  readonly providers?: readonly FactProvider[]
  /** Default: compiled. `json-rules-engine` is the reference. */
  readonly runtime?: RuntimeChoice
  /** How often to ask again after answers opened new questions. Default 5. */
  readonly rounds?: number
}

/** As `AssessResult`, with the record as it stands after the providers' answers. */
export type AssessAsyncResult = AssessResult & { readonly record?: InspectionRecord }

export async function assessAsync(value: unknown, ruleset: Ruleset, options: AssessAsyncOptions = {}): Promise<AssessAsyncResult> {
  const runtime = runtimeOf(options.runtime, ruleset)
  const problems: Problem[] = []
  const asked = new Set<string>()
  // Conducts that share a party share its facts: each is asked once. What follows from the list of goods is not asked.
  const firstTime = (record: InspectionRecord, fact: string, conduct: string): boolean => {
    const place = placeOf(record, fact, conduct, ruleset)
    return place !== undefined && !asked.has(`${place} ${fact}`) && asked.add(`${place} ${fact}`) !== undefined
  }
  let current = value
  for (let round = 0; ; round++) {
    const ready = prepare(current, ruleset, options)
    if (!ready.ok) return ready
    const result = assessed(ready, await runAsync(assessSteps(ready.record, ruleset, ready.decidedOn), runtime), ruleset, runtime)
    if (!result.ok) return result
    const wanted =
      round >= (options.rounds ?? 5)
        ? []
        : result.assessment.questions.filter(
            ({ fact, conduct }) => options.providers?.some((provider) => provider.facts.includes(fact)) === true && firstTime(ready.record, fact, conduct),
          )
    if (wanted.length === 0) return { ...result, problems, record: ready.record }
    const answers = await Promise.all(
      wanted.map(async ({ fact, conduct }) => ({ fact, conduct, ...(await answerOf(fact, conduct, ready.record, ruleset, options.providers ?? [])) })),
    )
    problems.push(...answers.flatMap((answer) => answer.problems))
    const learned = withAnswers(ready.record, answers, ready.decidedOn, ruleset)
    problems.push(...learned.problems)
    if (learned.record === ready.record) return { ...result, problems, record: ready.record }
    current = learned.record
  }
}

interface Learned {
  readonly fact: string
  readonly conduct: string
  readonly provider: string
  readonly answer: FactAnswer
}

/** The record with every answer it can hold; the others – a source without a name, a day after the decision – are problems. */
function withAnswers(
  before: InspectionRecord,
  answers: readonly Partial<Learned>[],
  decidedOn: string,
  ruleset: Ruleset,
): { readonly record: InspectionRecord; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  let record = before
  for (const { fact, conduct, provider, answer } of answers) {
    if (fact === undefined || conduct === undefined || provider === undefined || answer === undefined) continue
    const next = withAnswer(record, fact, conduct, answer, ruleset)
    const bad = checkRecord(next, ruleset.vocabulary, ruleset.catalogue, decidedOn)
    if (bad.length === 0) record = next
    else problems.push(unusable(provider, fact, bad, pathOf(record, conduct, fact)))
  }
  return { record, problems }
}

const pathOf = (record: InspectionRecord, conduct: string, fact: string): readonly (string | number)[] => [
  'conducts',
  record.conducts.findIndex((each) => each.id === conduct),
  'facts',
  fact,
]

const unusable = (provider: string, fact: string, bad: readonly Problem[], path: readonly (string | number)[]): Problem =>
  problem('HG6003', path, { provider, fact, detail: bad.map((found) => found.message).join(' '), detailEn: bad.map((found) => found.code).join(' ') })

/** The first provider that knows; providers that fail or answer nonsense are reported and passed over. */
async function answerOf(
  id: string,
  conduct: string,
  record: InspectionRecord,
  ruleset: Ruleset,
  providers: readonly FactProvider[],
): Promise<{ readonly answer?: FactAnswer; readonly provider?: string; readonly problems: readonly Problem[] }> {
  const fact = ruleset.vocabulary.facts.get(id)
  if (fact === undefined) return { problems: [] }
  const problems: Problem[] = []
  const path = pathOf(record, conduct, id)
  for (const provider of providers.filter((each) => each.facts.includes(id))) {
    try {
      const answer = await provider.provide({ fact, conduct, record })
      if (answer === undefined) continue
      const bad = valueProblems(fact, answer.value, path)
      if (bad.length === 0) return { answer, provider: provider.id, problems }
      problems.push(unusable(provider.id, id, bad, path))
    } catch (error) {
      problems.push(problem('HG6002', path, { provider: provider.id, detail: errorText(error), detailEn: errorText(error) }))
    }
  }
  return { problems }
}

/** Where in the record the answer would stand; undefined where it cannot be given. */
function placeOf(record: InspectionRecord, id: string, conduct: string, ruleset: Ruleset): string | undefined {
  const fact = ruleset.vocabulary.facts.get(id)
  const target = record.conducts.find((each) => each.id === conduct)
  if (fact === undefined || (fact.aggregate !== undefined && Array.isArray(target?.goods))) return undefined
  if (fact.scope === 'record' && id !== 'conduct.date') return 'record'
  if (fact.scope === 'party' && target?.party !== undefined) return `party ${target.party}`
  if (fact.scope === 'site' && target?.site !== undefined) return `site ${target.site}`
  return `conduct ${conduct}`
}

/** A new record with the answer in its place and its source noted. */
function withAnswer(record: InspectionRecord, id: string, conduct: string, answer: FactAnswer, ruleset: Ruleset): InspectionRecord {
  const learned = [...(record.learned ?? []), { fact: id, conduct, source: answer.source, at: answer.at }]
  if (id === 'record.region') return { ...record, region: String(answer.value), learned }
  const change = <T extends { readonly id: string }>(items: readonly T[], which: string, update: (item: T) => T): readonly T[] =>
    items.map((item) => (item.id === which ? update(item) : item))
  if (id === 'conduct.date') return { ...record, conducts: change(record.conducts, conduct, (each) => ({ ...each, date: String(answer.value) })), learned }
  const put = <T extends { readonly facts?: InspectionRecord['facts'] }>(holder: T): T => ({
    ...holder,
    facts: { ...holder.facts, [id]: answer.value as never },
  })
  const scope = ruleset.vocabulary.facts.get(id)?.scope
  const target = record.conducts.find((each) => each.id === conduct)
  if (scope === 'record') return { ...put(record), learned }
  if (scope === 'party' && target?.party !== undefined) return { ...record, parties: change(record.parties ?? [], target.party, put), learned }
  if (scope === 'site' && target?.site !== undefined) return { ...record, sites: change(record.sites ?? [], target.site, put), learned }
  return { ...record, conducts: change(record.conducts, conduct, put), learned }
}
