/** The smallest packs and records that check: each test names only what it is about. */
import { type AssessAsyncOptions, type AssessOptions, assess, assessAsync, createRuleset, type Ruleset, type SyncRuntime } from '@hegui/engine'
import type {
  Assessment,
  Circumstance,
  Condition,
  Consequence,
  FactDefinition,
  InspectionRecord,
  Instrument,
  Norm,
  NormEdition,
  Organ,
  Pack,
  Plan,
  Principle,
  Rule,
} from '@hegui/model'

export const yes = (fact: string): Condition => ({ fact, operator: 'equal', value: true })

/** A fact of the conduct; `extra` overrides. */
export const fact = (id: string, extra: Partial<FactDefinition> = {}): FactDefinition => ({
  id,
  title: id,
  type: 'boolean',
  scope: 'conduct',
  ...(extra.scope === 'limit' ? {} : { question: `${id}？`, evidence: ['现场笔录'] }),
  ...extra,
})

/** `test/NAME`, in force always: applies where `test.a` is true, violated where `test.v` is. */
export const rule = (name: string, extra: Partial<Rule> = {}): Rule => ({
  id: `test/${name}`,
  revision: 1,
  title: name,
  basis: [{ instrument: 'test-law', article: '1', role: 'prohibition' }],
  norms: [],
  inForce: { from: null },
  appliesWhen: yes('test.a'),
  violatedWhen: yes('test.v'),
  weight: 'ordinary',
  ...extra,
})

export const normEdition = (edition: string, inForce: NormEdition['inForce'], extra: Partial<NormEdition> = {}): NormEdition => ({
  edition,
  article: '9',
  articleTitle: '第九条',
  inForce,
  authority: ['bureau'],
  consequence: { measure: { kind: 'order-to-stop', title: '责令停止', force: 'must' } },
  verification: { status: 'primary-text', dates: 'text' },
  ...extra,
})

export const norm = (name: string, editions: readonly NormEdition[], extra: Partial<Norm> = {}): Norm => ({
  id: `test-law/${name}`,
  title: name,
  subject: '违法者',
  track: 'administrative',
  editions,
  ...extra,
})

/** One norm of one edition, in force always. */
export const simpleNorm = (name: string, consequence: Consequence, extra: Partial<NormEdition> = {}): Norm =>
  norm(name, [normEdition('always', { from: null }, { consequence, ...extra })])

const provision = {
  article: '1',
  title: '禁止',
  kind: 'prohibition',
  edition: 'always',
  inForce: { from: null },
  verification: { status: 'primary-text', dates: 'text' },
} as const

export const testLaw = (norms: readonly Norm[], editions?: Instrument['editions']): Instrument => ({
  id: 'test-law',
  kind: 'law',
  title: '测试法',
  shortTitle: '测试法',
  englishTitle: 'Test Law',
  issuer: '测试机关',
  documentNumber: null,
  editions: editions ?? [{ id: 'always', title: '文本', inForce: { from: null }, read: true, datesFrom: 'text' }],
  norms,
  provisions: [{ ...provision, edition: editions?.[0]?.id ?? 'always' }],
})

const may = (...kinds: Organ['may'][number]['kind'][]): Organ['may'] => kinds.map((kind) => ({ kind }))

/** A village below a town below a bureau; and the police. */
export const organs: readonly Organ[] = [
  { id: 'village', title: '村委会', englishTitle: 'village', level: 'village', may: may('persuasion', 'report'), reportsTo: 'town' },
  { id: 'town', title: '镇政府', englishTitle: 'town', level: 'township', may: may('persuasion', 'report', 'tracing', 'ledger'), reportsTo: 'bureau' },
  {
    id: 'bureau',
    title: '主管部门',
    englishTitle: 'bureau',
    level: 'county',
    may: may('report', 'order-to-stop', 'order-to-correct', 'fine', 'confiscation', 'tracing', 'criminal-referral'),
  },
  {
    id: 'police',
    title: '公安机关',
    englishTitle: 'police',
    level: 'county',
    may: may('report', 'order-to-stop', 'fine', 'detention', 'destruction', 'tracing', 'criminal-referral'),
  },
]

export const pack = (parts: Partial<Pack> & { readonly norms?: readonly Norm[] } = {}): Pack => {
  const { norms = [], ...given } = parts
  return {
    id: 'test',
    title: '测试包',
    version: '1.0.0',
    extensions: [],
    conditions: [],
    organs,
    instruments: [testLaw(norms)],
    principles: [],
    circumstances: [],
    benchmarks: [],
    timeLimits: [],
    actions: [],
    caseProcedures: [],
    rules: [rule('only')],
    plans: [],
    ...given,
    facts: given.facts ?? [fact('conduct.date', { type: 'date' }), fact('record.region', { type: 'region', scope: 'record' }), fact('test.a'), fact('test.v')],
  }
}

/** Facts every pack has here, then those named. */
export const withFacts = (...facts: readonly FactDefinition[]): readonly FactDefinition[] => [...pack().facts, ...facts]

export function ruleset(...packs: readonly Pack[]): Ruleset {
  const result = createRuleset(packs)
  if (!result.ok) throw new Error(result.problems.map((found) => `${found.code} ${found.path.join('/')} ${found.message}`).join('\n'))
  return result.ruleset
}

type Conduct = InspectionRecord['conducts'][number]

const INSPECTED = '2023-01-10'

/** One conduct `c` of 2023-01-10; both conditions of the usual rule hold. A decision before that day has its inspection on its own day. */
export const record = (conduct: Partial<Conduct> = {}, extra: Partial<InspectionRecord> = {}): InspectionRecord => ({
  id: 'R1',
  inspectedOn: extra.decidedOn !== undefined && extra.decidedOn < INSPECTED ? extra.decidedOn : INSPECTED,
  conducts: [{ id: 'c', date: INSPECTED, facts: { 'test.a': true, 'test.v': true }, ...conduct }],
  ...extra,
})

export function assessed(value: InspectionRecord, rules: Ruleset, options: AssessOptions & { readonly runtime?: SyncRuntime } = {}): Assessment {
  const result = assess(value, rules, options)
  if (!result.ok) throw new Error(result.problems.map((found) => `${found.code} ${found.path.join('/')} ${found.message}`).join('\n'))
  return result.assessment
}

export async function assessedAsync(value: InspectionRecord, rules: Ruleset, options: AssessAsyncOptions = {}): Promise<Assessment> {
  const result = await assessAsync(value, rules, options)
  if (!result.ok) throw new Error(result.problems.map((found) => `${found.code} ${found.message}`).join('\n'))
  return result.assessment
}

export const planOf = (parts: Partial<Plan> = {}): Plan => ({
  id: 'test-plan',
  kind: 'plan',
  title: '测试方案',
  shortTitle: '测试方案',
  englishTitle: 'Test plan',
  issuer: '镇政府',
  region: '500241',
  issuedOn: null,
  inForce: { from: '2023-01-01', to: '2023-12-31' },
  legalForce: 'normative-document',
  clauses: [
    {
      id: '1',
      kinds: ['M'],
      title: '措施',
      encodings: (parts.measures ?? []).map((measure) => ({ as: 'measure' as const, id: measure.id })),
      ...(parts.measures === undefined || parts.measures.length === 0 ? { notEncoded: [{ kind: 'M', reason: 'narrative', note: '测试' }] } : {}),
    },
  ],
  measures: [],
  stages: [],
  focus: [],
  duties: [],
  targets: [],
  accountability: [],
  roles: [],
  ...parts,
})

/** Frozen through and through: whoever writes to it throws. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const each of Object.values(value)) deepFreeze(each)
  }
  return value
}

/** In force always, resting on article 1 of the test law. */
const standing = {
  inForce: { from: null },
  basis: [{ instrument: 'test-law', article: '1' }],
  verification: { status: 'primary-text', dates: 'text' },
} as const

/** A principle that needs nothing but its kind; `editions` overrides. */
export const principle = (
  kind: Exclude<Principle['kind'], 'severity-order' | 'continuing-act' | 'detention-cap' | 'beside' | 'open-question' | 'disgorgement'>,
  extra: { readonly inForce?: Rule['inForce']; readonly id?: string } = {},
): Principle => ({ id: extra.id ?? kind, title: kind, kind, editions: [{ ...standing, ...(extra.inForce === undefined ? {} : { inForce: extra.inForce }) }] })

/** warning < fine < detention. */
export const severityOrder: Principle = {
  id: 'severity-order',
  title: '轻重',
  kind: 'severity-order',
  lightToHeavy: ['warning', 'fine', 'detention'],
  assumption: '假定警告轻于罚款，罚款轻于拘留。',
  editions: [standing],
}

export const continuingAct: Principle = { id: 'continuing', title: '继续行为', kind: 'continuing-act', assumption: '按行为终了之日。', editions: [standing] }

export const detentionCapOf = (days: number): Principle => ({ id: 'cap', title: '合并执行', kind: 'detention-cap', editions: [{ ...standing, days }] })

export const beside = (...norms: readonly string[]): Principle => ({ id: 'beside', title: '并用', kind: 'beside', norms, editions: [standing] })

export const openQuestion = (...norms: readonly string[]): Principle => ({
  id: 'question',
  title: '特别规定与较高罚款',
  kind: 'open-question',
  norms,
  question: '特别规定优先，还是按数额高的规定？',
  positions: [
    { title: '特别规定优先', applies: norms[0] as string },
    { title: '按数额高的规定', applies: 'higher-fine' },
  ],
  editions: [standing],
})

/** Established where `fact` is true. */
export const circumstance = (
  id: string,
  effect: Circumstance['editions'][number]['effect'],
  factId: string,
  { edition, ...extra }: Partial<Circumstance> & { readonly edition?: Partial<Circumstance['editions'][number]> } = {},
): Circumstance => ({
  id,
  title: id,
  tracks: ['administrative'],
  strikes: 'anyone',
  burden: 'authority',
  editions: [{ inForce: standing.inForce, basis: standing.basis[0], when: yes(factId), effect, verification: standing.verification, ...edition }],
  ...extra,
})
