// One bad and one good input per problem code. The pages in docs/problems show them, and
// packages/model/src/problems/pages.test.ts runs them: the bad one gives exactly its code, the good one nothing.
//
// `text` is the text of a file. `record` and `pack` replace the part at `at` of a record or pack that is otherwise
// in order. Codes that need files, a command or a provider are `elsewhere`, with the reason.

const verification = { status: 'primary-text', dates: 'text' }
const regulation = (article) => ({ instrument: 'example-regulation', article })
const asked = (question) => ({ question, evidence: ['现场检查记录'] })
const retail = { fact: 'conduct.activity', operator: 'equal', value: 'retail' }
const unlicensed = { fact: 'licence.status', operator: 'equal', value: 'none' }

const caseStep = (id, title, requires) => ({
  id,
  title,
  englishTitle: id,
  by: 'authority',
  editions: [{ inForce: { from: '2016-01-01' }, basis: [regulation('3')], verification, requires }],
})

/** A small pack without a fault. */
export const pack = {
  id: 'example',
  title: '示例包',
  version: '1.0.0',
  facts: [
    { id: 'conduct.date', title: '行为日期', type: 'date', scope: 'conduct', ...asked('哪一天？') },
    {
      id: 'conduct.activity',
      title: '活动类别',
      type: 'enum',
      scope: 'conduct',
      values: [
        { value: 'retail', title: '零售' },
        { value: 'storage', title: '储存' },
      ],
      ...asked('在做什么？'),
    },
    {
      id: 'licence.status',
      title: '许可证状态',
      type: 'enum',
      scope: 'party',
      values: [
        { value: 'none', title: '没有' },
        { value: 'held', title: '持有' },
        { value: 'expired', title: '过期' },
      ],
      ...asked('有没有许可证？'),
    },
    {
      id: 'licence.expiresOn',
      title: '许可证到期日',
      type: 'date',
      scope: 'party',
      askedWhen: { fact: 'licence.status', operator: 'in', value: ['held', 'expired'] },
      ...asked('许可证哪天到期？'),
    },
    {
      id: 'goods.weightKg',
      title: '货物重量',
      type: 'number',
      unit: 'kg',
      scope: 'conduct',
      aggregate: { over: 'goods', function: 'sum', field: 'weightKg' },
      ...asked('共多少千克？'),
    },
    {
      id: 'goods.valueYuan',
      title: '货值',
      type: 'number',
      unit: 'yuan',
      scope: 'conduct',
      aggregate: { over: 'goods', function: 'sum', field: 'valueYuan' },
      ...asked('共值多少元？'),
    },
    { id: 'site.sleepsPeople', title: '有人住宿', type: 'boolean', scope: 'site', ...asked('店里有没有人住宿？') },
    { id: 'decision.madeOn', title: '决定作出日期', type: 'date', scope: 'conduct', ...asked('决定哪天作出？') },
    { id: 'tools.kinds', title: '工具种类', type: 'set', scope: 'conduct', values: [{ value: 'press', title: '压机' }], ...asked('有哪些工具？') },
    {
      id: 'limit.stockKg',
      title: '存放限量',
      type: 'number',
      unit: 'kg',
      scope: 'limit',
      limit: [{ inForce: { from: '2006-01-21' }, value: 30, basis: regulation('3') }],
    },
    { id: 'case.complex', title: '案情复杂', type: 'boolean', scope: 'conduct', ...asked('案情是否复杂？') },
  ],
  extensions: [],
  conditions: [{ id: 'example/licensed', title: '持有许可证', condition: { fact: 'licence.status', operator: 'equal', value: 'held' } }],
  organs: [{ id: 'emergency-management', title: '应急管理部门', englishTitle: 'Emergency management department', level: 'county', may: [{ kind: 'fine' }] }],
  instruments: [
    {
      id: 'example-regulation',
      kind: 'administrative-regulation',
      title: '示例管理条例',
      shortTitle: '示例条例',
      englishTitle: 'Example regulation',
      issuer: '国务院',
      documentNumber: null,
      editions: [
        { id: 'first', title: '2006年版', inForce: { from: '2006-01-21', to: '2015-12-31' }, read: true, datesFrom: 'text' },
        { id: 'second', title: '2016年版', inForce: { from: '2016-01-01' }, read: true, datesFrom: 'text' },
      ],
      norms: [
        {
          id: 'example-regulation/36',
          title: '无证经营的处罚',
          subject: '无证经营者',
          track: 'administrative',
          editions: [
            {
              edition: 'second',
              article: '36(1)',
              articleTitle: '第三十六条第一款',
              inForce: { from: '2016-01-01' },
              authority: ['emergency-management'],
              consequence: { measure: { kind: 'fine', title: '罚款', force: 'must', amountYuan: { min: 1000, max: 5000 } } },
              verification,
            },
          ],
        },
      ],
      provisions: [{ article: '3', title: '许可', kind: 'obligation', edition: 'second', inForce: { from: '2016-01-01' }, verification }],
    },
  ],
  principles: [],
  circumstances: [],
  benchmarks: [],
  timeLimits: [
    {
      id: 'service',
      title: '送达期限',
      editions: [{ inForce: { from: '2016-01-01' }, basis: regulation('3'), start: 'decision.madeOn', amount: 7, unit: 'calendar-day', verification }],
    },
  ],
  caseProcedures: [
    {
      id: 'ordinary',
      title: '普通程序',
      englishTitle: 'Ordinary procedure',
      track: 'administrative',
      steps: [caseStep('file-case', '立案', []), caseStep('give-notice', '处罚前告知', ['file-case']), caseStep('decide', '作出处罚决定', ['give-notice'])],
    },
  ],
  actions: [
    {
      id: 'serve',
      title: '送达决定书',
      englishTitle: 'Serve the decision',
      follows: { kinds: ['fine'] },
      assignee: 'authority',
      limit: 'service',
      basis: [regulation('3')],
    },
  ],
  rules: [
    {
      id: 'example/unlicensed-retail',
      revision: 1,
      title: '无证零售',
      basis: [
        { ...regulation('36(1)'), role: 'penalty' },
        { instrument: 'example-plan', clause: '1', role: 'prohibition' },
      ],
      norms: ['example-regulation/36'],
      inForce: { from: '2006-01-21' },
      appliesWhen: retail,
      violatedWhen: unlicensed,
      weight: 'serious',
    },
  ],
  plans: [
    {
      id: 'example-plan',
      kind: 'plan',
      title: '示例专项整治方案',
      shortTitle: '示例方案',
      englishTitle: 'Example plan',
      issuer: '示例街道办事处',
      region: '500112',
      issuedOn: '2023-01-01',
      inForce: { from: '2023-01-01', to: '2023-12-31' },
      legalForce: 'normative-document',
      clauses: [{ id: '1', kinds: ['P'], title: '无证零售', encodings: [{ as: 'rule', id: 'example/unlicensed-retail' }] }],
      measures: [],
      stages: [],
      focus: [],
      duties: [],
      targets: [],
      accountability: [],
      roles: [],
    },
  ],
  cases: [
    {
      rule: 'example/unlicensed-retail',
      cases: [
        { name: '无证卖烟花，成立。', date: '2023-01-05', facts: { 'conduct.activity': 'retail', 'licence.status': 'none' }, expect: { verdict: 'violation' } },
      ],
    },
  ],
}

/** A record without a fault, in the words of `pack`. */
export const record = {
  id: '2023-001',
  inspectedOn: '2023-01-10',
  region: '500112',
  inspectedBy: 'emergency-management',
  plans: ['example-plan'],
  parties: [{ id: 'shop', facts: { 'licence.status': 'none' } }],
  sites: [{ id: 'front-room', facts: { 'site.sleepsPeople': false } }],
  conducts: [{ id: 'sale', date: '2023-01-05', party: 'shop', site: 'front-room', facts: { 'conduct.activity': 'retail' } }],
}

/** A case of that pack without a fault. */
export const progress = {
  id: '2023-001',
  procedures: ['ordinary'],
  authority: 'emergency-management',
  openedOn: '2023-01-05',
  asOf: '2023-01-20',
  facts: { 'case.complex': false },
  steps: [
    { step: 'file-case', on: '2023-01-10' },
    { step: 'give-notice', on: '2023-01-16' },
  ],
}

/** The pack with a unit's fact and a plan under which a unit can be appraised. */
export const appraisalPack = {
  ...pack,
  facts: [...pack.facts, { id: 'unit.knewOfIllegalProducer', title: '知道有非法生产', type: 'boolean', scope: 'unit', ...asked('是不是知道？') }],
  organs: [
    ...pack.organs,
    { id: 'community', title: '社区', englishTitle: 'Community', level: 'village', may: [{ kind: 'report' }] },
    { id: 'school', title: '学校', englishTitle: 'School', level: 'village', may: [{ kind: 'report' }] },
  ],
  plans: [
    {
      ...pack.plans[0],
      duties: [
        { id: 'weekly-table', title: '每周报表', by: ['community'], recurrence: { every: 'week', weekday: 3, before: '12:00' } },
        { id: 'joint-meeting', title: '联席会议', by: ['community'], recurrence: { every: 'two-weeks', anchor: null } },
        { id: 'investigation', title: '查处', by: ['emergency-management'], recurrence: { every: 'irregular' } },
      ],
      targets: [
        {
          id: 'air',
          title: '空气质量',
          defined: true,
          items: [
            {
              id: 'fine-dust',
              title: '细颗粒物',
              aim: { compare: 'at-most', value: 35, unit: '微克/立方米', against: 'level' },
              formula: { figure: 'fine-dust' },
            },
          ],
        },
        { id: 'coverage', title: '覆盖率', defined: false, items: [], readings: [{ id: 'all-places', title: '全部场所' }] },
      ],
      accountability: [
        {
          id: 'closing',
          title: '销号',
          trigger: '隐患',
          officials: ['community'],
          consequence: [{ kind: 'stays-open', title: '不予销号', on: 'unit' }],
          backing: 'internal',
          checklist: ['原因查清', '整改到位'],
        },
      ],
      roles: [{ id: 'patrol', title: '巡查组', organs: ['community'], tasks: ['巡查'] }],
    },
  ],
}

/** What an appraisal under that plan is told, without a fault; and what is asked. */
export const appraisal = {
  file: {
    units: [
      { id: 'town', title: '示例街道', organ: 'emergency-management', region: '500112' },
      { id: 'east', title: '东社区', organ: 'community', region: '500112001', parent: 'town', responsibilities: [{ role: 'patrol' }] },
    ],
    submissions: [{ id: 'table-1', duty: 'weekly-table', unit: 'east', on: '2023-01-03' }],
    figures: [{ id: 'dust-1', figure: 'fine-dust', unit: 'east', value: 30, measuredIn: '微克/立方米', source: '监测站' }],
    established: [{ unit: 'east', fact: 'unit.knewOfIllegalProducer', value: false, source: '调查报告' }],
    closings: [{ id: 'closing-1', accountability: 'closing', unit: 'east', about: '一处隐患', items: [true, null] }],
    readings: { coverage: 'all-places' },
    targets: [{ target: 'coverage', item: 'records', title: '检查几次', formula: { count: 'records' } }],
    anchors: { 'joint-meeting': '2023-01-05' },
  },
  request: { plan: 'example-plan', unit: 'east', period: { from: '2023-01-01', to: '2023-03-31' }, now: '2023-04-01' },
}

const inAppraisal = (at, bad, good) => ({ kind: 'appraisal', at, bad, good })
const inProgress = (at, bad, good) => ({ kind: 'progress', at, bad, good })
const text = (bad, good) => ({ kind: 'text', bad, good })
const inRecord = (at, bad, good) => ({ kind: 'record', at, bad, good })
const inPack = (at, bad, good) => ({ kind: 'pack', at, bad, good })
/** In the pack whose plan has duties, targets and accountability. */
const inPlan = (at, bad, good) => ({ kind: 'plan', at: ['plans', 0, ...at], bad, good })
const elsewhere = (reason, params, bad, good) => ({ kind: 'elsewhere', reason, params, bad, good })

const sleeping = { fact: 'site.sleepsPeople', operator: 'equal', value: true }
const stockLimit = ['facts', pack.facts.findIndex(({ id }) => id === 'limit.stockKg'), 'limit']
/** Two editions of a limit, the first until `to`, the second from 2016 on. */
const limits = (to) => [
  { inForce: { from: '2006-01-21', to }, value: 30, basis: regulation('3') },
  { inForce: { from: '2016-01-01' }, value: 20, basis: regulation('3') },
]

/** A measure of the plan that traces. */
const traceMeasure = (tracing) => ({
  id: 'trace-destination',
  title: '倒查去向',
  clause: '1',
  kind: 'tracing',
  onViolationOf: ['example/unlicensed-retail'],
  tracing,
  routes: [],
  whenNone: { reason: '没有依据。', alternative: '在调查中查明。' },
})

/** Two stages, of which the first ends on `end`. */
const stages = (end, last = '2023-12-31') => [
  { id: 'mobilisation', title: '动员部署', from: '2023-01-01', to: end, tasks: ['部署'] },
  { id: 'enforcement', title: '组织实施', from: '2023-06-01', to: last, tasks: ['检查'] },
]
const focusIn = (window) => ({ id: 'dens', title: '窝点', window, themes: ['排查窝点'] })
const triggered = ['accountability', 0, 'when']
const knew = { fact: 'unit.knewOfIllegalProducer', operator: 'equal', value: true }
const statistic = (formula) => ({ id: 'found', title: '查出', value: 3, formula })
const villageCadre = (sanction) => [
  {
    id: 'village',
    title: '村干部',
    trigger: '监管不到位',
    officials: [pack.organs[0].id],
    consequence: [{ kind: 'village-cadre-measure', title: '处分', on: 'village-cadre', sanctions: [sanction], backing: 'unverified' }],
    backing: 'internal',
  },
]
const nested = (levels) => (levels === 0 ? unlicensed : { not: nested(levels - 1) })
const violatedWhen = ['rules', 0, 'violatedWhen']
const firstConduct = ['conducts', 0]
const norm = pack.instruments[0].norms[0].editions[0]
const { consequence, ...normWithoutConsequence } = norm

/** A benchmark in two bands whose graver one ends at `max`; the fine of the norm is 1000 to 5000 yuan. */
const benchmark = (max) => ({
  id: 'example-benchmark',
  title: '示例裁量基准',
  issuer: '示例市应急管理局',
  norm: 'example-regulation/36',
  inForce: { from: '2020-01-01' },
  fact: 'goods.weightKg',
  bands: [
    { id: 'light', title: '三十千克以下', below: 30, amountYuan: { min: 1000, max: 3000 } },
    { id: 'heavy', title: '三十千克以上', from: 30, amountYuan: { min: 3000, max } },
  ],
  verification,
})

/** A norm that ended on 2015-12-31 and the one that follows it, which begins on `from`. */
const followed = (from) => {
  const [norm] = pack.instruments[0].norms
  const [edition] = norm.editions
  const old = { ...edition, edition: 'first', article: '30', inForce: { from: '2006-01-21', to: '2015-12-31' } }
  return [
    { ...norm, editions: [{ ...edition, inForce: { from } }] },
    { ...norm, id: 'example-regulation/30', editions: [old], succession: { kind: 'replaced', by: ['example-regulation/36'], verification } },
  ]
}

const severityOrder = (lightToHeavy) => ({
  id: 'severity-order',
  title: '措施的轻重',
  kind: 'severity-order',
  lightToHeavy,
  assumption: '法律没有排列轻重。',
  editions: [{ inForce: { from: '2016-01-01' }, basis: [regulation('3')], verification }],
})

export const problemExamples = {
  HG1001: text('{ "id": "2023-001", "conducts": [{ "id": "sale"', '{ "id": "2023-001", "conducts": [{ "id": "sale" }] }'),
  HG1002: text('\uFEFF{ "id": "2023-001" }', '{ "id": "2023-001" }'),
  HG1003: text('{ “id”： "2023-001" }', '{ "id": "2023-001" }'),
  HG1004: text('{ "id": "2023-001", "id": "2023-002" }', '{ "id": "2023-001" }'),
  HG1005: text('{ "id": "2023-001", "__proto__": {} }', '{ "id": "2023-001" }'),
  HG1006: text(`${'['.repeat(65)}${']'.repeat(65)}`, '[[]]'),
  HG1007: text('{ "id": "2023-001", }', '{ "id": "2023-001" }'),
  HG1008: text('{ "valueYuan": 1e999 }', '{ "valueYuan": 1999 }'),
  HG1009: elsewhere(
    '要有一个读不到的文件',
    { file: 'records.json', detail: '没有这个文件', detailEn: 'no such file' },
    'hegui assess record.json    # 文件其实叫 records.json',
    'hegui assess records.json',
  ),
  HG1010: text('', '{ "id": "2023-001" }'),
  HG1011: elsewhere('要看文件放在哪里、叫什么名字', {}, 'hegui check pack/my-rule.json', 'hegui check pack/rules/my-rule/rule.json'),

  HG2001: inRecord(['conducts'], [{ date: '2023-01-05' }], [{ id: 'sale', date: '2023-01-05' }]),
  HG2002: inRecord(firstConduct, { id: 'sale', fact: { 'conduct.activity': 'retail' } }, { id: 'sale', facts: { 'conduct.activity': 'retail' } }),
  HG2003: inRecord([...firstConduct, 'goods'], '两箱', [{ kind: 'finished', quantity: 2, unit: 'carton' }]),
  HG2004: inRecord([...firstConduct, 'goods'], [{ kind: 'finish' }], [{ kind: 'finished' }]),
  HG2005: inRecord(['inspectedOn'], '2023/1/10', '2023-01-10'),
  HG2006: inRecord(['inspectedOn'], '2023-02-30', '2023-02-28'),
  HG2007: inRecord([...firstConduct, 'date'], { from: '2023-01-09', to: '2023-01-02' }, { from: '2023-01-02', to: '2023-01-09' }),
  HG2008: inRecord(['conducts'], [], [{ id: 'sale' }]),
  HG2009: inPack(
    ['rules', 0, 'basis', 1],
    { instrument: 'example-plan', clause: '1.1.1.1.1.1.1.1.1', role: 'prohibition' },
    { instrument: 'example-plan', clause: '1', role: 'prohibition' },
  ),
  HG2010: inPack(
    ['rules', 0, 'basis', 1],
    { instrument: 'example-plan', clause: '1', article: '36(1)', role: 'prohibition' },
    { instrument: 'example-plan', clause: '1', role: 'prohibition' },
  ),
  HG2011: inRecord([...firstConduct, 'goods'], [{ kind: 'finished', weightKg: -3 }], [{ kind: 'finished', weightKg: 3 }]),
  HG2012: inPack(['rules', 0, 'title'], '待填：一句中文，说禁止的是什么', '无证零售'),

  HG3001: inPack(violatedWhen, { any: [] }, { any: [unlicensed] }),
  HG3002: inPack(violatedWhen, { all: [unlicensed], any: [retail] }, { all: [unlicensed, { any: [retail] }] }),
  HG3003: inPack(violatedWhen, { ...unlicensed, path: '$.status' }, unlicensed),
  HG3004: inPack(violatedWhen, { ...unlicensed, fact: 'licence.statue' }, unlicensed),
  HG3005: inPack(violatedWhen, { ...unlicensed, operator: 'equals' }, unlicensed),
  HG3006: inPack(violatedWhen, { ...unlicensed, operator: 'greaterThan' }, unlicensed),
  HG3007: inPack(
    violatedWhen,
    { fact: 'goods.weightKg', operator: 'greaterThan', value: '30公斤' },
    { fact: 'goods.weightKg', operator: 'greaterThan', value: 30 },
  ),
  HG3008: inPack(violatedWhen, { ...unlicensed, value: 'non' }, unlicensed),
  HG3009: inPack(
    violatedWhen,
    { fact: 'licence.expiresOn', operator: 'before', value: '2023-01-01' },
    {
      all: [
        { fact: 'licence.status', operator: 'equal', value: 'expired' },
        { fact: 'licence.expiresOn', operator: 'before', value: '2023-01-01' },
      ],
    },
  ),
  HG3010: inPack(violatedWhen, { not: { condition: 'example/licenced' } }, { not: { condition: 'example/licensed' } }),
  HG3011: inPack(
    violatedWhen,
    { fact: 'goods.weightKg', operator: 'greaterThan', value: { fact: 'goods.valueYuan' } },
    { fact: 'goods.weightKg', operator: 'greaterThan', value: { fact: 'limit.stockKg' } },
  ),
  HG3012: inPack(['conditions', 0, 'condition'], { condition: 'example/licensed' }, { fact: 'licence.status', operator: 'equal', value: 'held' }),
  HG3013: inPack(violatedWhen, true, unlicensed),
  HG3014: inPack(violatedWhen, nested(33), unlicensed),
  HG3015: inPack(violatedWhen, { fact: 'focus.springFestival', operator: 'equal', value: true }, unlicensed),
  HG3020: inPack(
    violatedWhen,
    {
      all: [
        { fact: 'goods.weightKg', operator: 'lessThan', value: 5 },
        { fact: 'goods.weightKg', operator: 'greaterThan', value: 10 },
      ],
    },
    {
      any: [
        { fact: 'goods.weightKg', operator: 'lessThan', value: 5 },
        { fact: 'goods.weightKg', operator: 'greaterThan', value: 10 },
      ],
    },
  ),
  HG3021: inPack(
    violatedWhen,
    {
      any: [
        { fact: 'licence.status', operator: 'notEqual', value: 'held' },
        { fact: 'licence.status', operator: 'notEqual', value: 'expired' },
      ],
    },
    { fact: 'licence.status', operator: 'notIn', value: ['held', 'expired'] },
  ),
  HG3022: inPack(
    violatedWhen,
    {
      all: [
        { fact: 'goods.weightKg', operator: 'greaterThanInclusive', value: 10 },
        { fact: 'goods.weightKg', operator: 'greaterThanInclusive', value: 5 },
      ],
    },
    { fact: 'goods.weightKg', operator: 'greaterThanInclusive', value: 10 },
  ),
  HG3023: inPack(
    ['rules'],
    [pack.rules[0], { ...pack.rules[0], id: 'example/no-licence', title: '无证卖货' }],
    [
      pack.rules[0],
      { ...pack.rules[0], id: 'example/no-licence', title: '许可证过期卖货', violatedWhen: { fact: 'licence.status', operator: 'equal', value: 'expired' } },
    ],
  ),
  HG3024: inPack(
    ['rules'],
    [pack.rules[0], { ...pack.rules[0], id: 'example/no-licence-night', title: '住人的店无证零售', appliesWhen: { all: [retail, sleeping] } }],
    [
      { ...pack.rules[0], appliesWhen: { all: [retail, { not: sleeping }] } },
      { ...pack.rules[0], id: 'example/no-licence-night', title: '住人的店无证零售', appliesWhen: { all: [retail, sleeping] } },
    ],
  ),
  HG3025: inPack(stockLimit, limits('2017-12-31'), limits('2015-12-31')),
  HG3026: inPack(['rules', 0, 'inForce'], { from: '2006-01-21', to: '2015-12-31' }, { from: '2006-01-21' }),
  HG3027: inPack(['instruments', 0, 'norms', 0, 'editions', 0, 'inForce'], { from: '2015-06-01' }, { from: '2016-01-01' }),
  HG3028: inPack(['instruments', 0, 'editions', 1, 'read'], false, true),
  HG3029: elsewhere(
    '要有放假安排，',
    { id: 'weekly-table', years: '2091', yearsEn: '2091', from: '2010-01-01', to: '2026-12-24' },
    '{ "every": "once", "by": "2091-05-01", "onHoliday": "moves-to-next-workday" }',
    '{ "every": "once", "by": "2019-05-01", "onHoliday": "moves-to-next-workday" }',
  ),

  HG4001: inPack(
    ['organs'],
    [pack.organs[0], { ...pack.organs[0], title: '应急管理所', level: 'township' }],
    [pack.organs[0], { ...pack.organs[0], id: 'township-emergency-office', title: '应急管理所', level: 'township' }],
  ),
  HG4002: inPack(['plans', 0, 'clauses', 0, 'encodings'], [{ as: 'rule', id: 'example/unlicenced-retail' }], [{ as: 'rule', id: 'example/unlicensed-retail' }]),
  HG4003: inPack(['rules', 0, 'norms'], ['example-regulation/63'], ['example-regulation/36']),
  HG4004: inPack(
    ['rules', 0, 'basis', 0],
    { instrument: 'example-regulations', article: '36(1)', role: 'penalty' },
    { instrument: 'example-regulation', article: '36(1)', role: 'penalty' },
  ),
  HG4005: inPack(
    ['rules', 0, 'basis', 0],
    { instrument: 'example-regulation', article: '63', role: 'penalty' },
    { instrument: 'example-regulation', article: '36(1)', role: 'penalty' },
  ),
  HG4006: inPack(
    ['rules', 0, 'basis', 1],
    { instrument: 'example-plan', clause: '9', role: 'prohibition' },
    { instrument: 'example-plan', clause: '1', role: 'prohibition' },
  ),
  HG4007: inPack(['instruments', 0, 'norms', 0, 'editions', 0, 'authority'], ['emergency-managment'], ['emergency-management']),
  HG4008: inPack(['instruments', 0, 'provisions', 0, 'edition'], 'third', 'second'),
  HG4009: inPack(['instruments', 0, 'editions', 0, 'inForce'], { from: '2006-01-21', to: '2014-12-31' }, { from: '2006-01-21', to: '2015-12-31' }),
  HG4010: inPack(
    ['plans', 0, 'clauses', 0],
    { ...pack.plans[0].clauses[0], kinds: ['P', 'N'] },
    { ...pack.plans[0].clauses[0], kinds: ['P', 'N'], notEncoded: [{ kind: 'N', reason: 'narrative', note: '说明背景，没有要求。' }] },
  ),
  HG4011: inPack(
    ['plans', 0, 'clauses', 0, 'encodings'],
    [...pack.plans[0].clauses[0].encodings, { as: 'focus', id: 'spring-festival' }],
    pack.plans[0].clauses[0].encodings,
  ),
  HG4012: inPack(['cases'], [], pack.cases),
  HG4013: inPack(['actions', 0, 'limit'], 'delivery', 'service'),
  HG4014: inPack(['facts', 8], { id: 'tools.kinds', title: '工具种类', type: 'set', scope: 'conduct', ...asked('有哪些工具？') }, pack.facts[8]),
  HG4015: inPack(['instruments', 0, 'norms', 0, 'editions', 0], normWithoutConsequence, { ...normWithoutConsequence, consequence }),
  HG4016: inPack(['instruments', 0, 'norms', 0, 'editions', 0, 'consequence', 'measure', 'amountYuan'], { min: 5000, max: 1000 }, { min: 1000, max: 5000 }),
  HG4017: inPack(['benchmarks'], [benchmark(6000)], [benchmark(5000)]),
  HG4018: inPack(['instruments', 0, 'norms'], followed('2016-01-02'), followed('2016-01-01')),
  HG4019: inPack(['principles'], [severityOrder(['warning', 'fine', 'warning'])], [severityOrder(['warning', 'fine'])]),
  HG4020: elsewhere(
    '要有 hegui new plan 写的 clauses.json ',
    { clause: '2.3', kinds: 'P', plan: 'example-plan' },
    '{ "clauses": [{ "instrument": "example-plan", "clause": "2.3", "kinds": ["P"] }] }',
    '{ "clauses": [{ "instrument": "example-plan", "clause": "2.1", "kinds": ["P"] }] }',
  ),
  HG4021: inPack(['plans', 0, 'stages'], stages('2023-06-01'), stages('2023-05-31')),
  HG4022: inPack(['plans', 0, 'stages'], stages('2023-05-29'), stages('2023-05-31')),
  HG4023: inPack(['plans', 0, 'stages'], stages('2023-05-31', '2024-01-31'), stages('2023-05-31')),
  HG4024: inPack(['plans', 0, 'stages'], stages('2022-05-31'), stages('2023-05-31')),
  HG4025: elsewhere(
    '要有节日表，',
    { year: '2023', festival: 'latern-festival', suggestion: '是不是 “lantern-festival”？', suggestionEn: 'Did you mean “lantern-festival”?' },
    '{ "kind": "festival", "year": 2023, "from": { "festival": "spring-festival" }, "to": { "festival": "latern-festival" } }',
    '{ "kind": "festival", "year": 2023, "from": { "festival": "spring-festival" }, "to": { "festival": "lantern-festival" } }',
  ),
  HG4026: inPack(['plans', 0, 'focus'], [focusIn({ kind: 'stage', stage: 'enforcement' })], [focusIn({ kind: 'campaign' })]),
  HG4031: inPack(['plans', 0, 'accountability'], villageCadre('demotion'), villageCadre('demerit')),

  HG4041: inPlan(['statistics'], [statistic({ sum: 'fact', fact: 'licence.status' })], [statistic({ count: 'conducts', where: unlicensed })]),
  HG4042: inPlan(triggered, { unit: unlicensed }, { unit: knew }),
  HG4043: inPlan(
    triggered,
    { figure: { count: 'conducts' }, compare: 'below', value: 2, within: { months: 1 } },
    { figure: { count: 'conducts' }, compare: 'below', value: 2 },
  ),
  HG4044: inPlan(triggered, { duty: 'weekly-tables', state: 'missing', times: 2 }, { duty: 'weekly-table', state: 'missing', times: 2 }),
  HG4045: inPlan(triggered, { duty: 'investigation', state: 'missing', times: 1 }, { duty: 'weekly-table', state: 'missing', times: 1 }),
  HG4046: inPlan(
    ['statistics'],
    [{ ...statistic({ figure: 'fine-dust' }), unit: '毫克/立方米' }],
    [{ ...statistic({ figure: 'fine-dust' }), unit: '微克/立方米' }],
  ),

  HG5001: inRecord(['parties', 0, 'facts'], { 'licence.statue': 'none' }, { 'licence.status': 'none' }),
  HG5002: inRecord([...firstConduct, 'facts'], { 'goods.weightKg': '12箱' }, { 'goods.weightKg': 12 }),
  HG5003: inRecord(['parties', 0, 'facts'], { 'licence.status': 'non' }, { 'licence.status': 'none' }),
  HG5004: inRecord(['parties', 0, 'facts'], { 'conduct.activity': 'retail' }, { 'licence.status': 'none' }),
  HG5005: inRecord([...firstConduct, 'party'], 'shopp', 'shop'),
  HG5006: inRecord(['conducts'], [{ id: 'sale' }, { id: 'sale' }], [{ id: 'sale' }, { id: 'storage' }]),
  HG5007: inRecord(
    firstConduct,
    { id: 'sale', facts: { 'goods.weightKg': 30 }, goods: [{ kind: 'finished', weightKg: 30 }] },
    { id: 'sale', goods: [{ kind: 'finished', weightKg: 30 }] },
  ),
  HG5008: inRecord([...firstConduct, 'facts'], { 'limit.stockKg': 30 }, { 'goods.weightKg': 30 }),
  HG5009: inRecord([...firstConduct, 'date'], '2023-02-05', '2023-01-05'),
  HG5010: inRecord(firstConduct, { id: 'sale', facts: { 'conduct.date': '2023-01-05' } }, { id: 'sale', date: '2023-01-05' }),
  HG5011: inRecord(['decidedOn'], '2023-01-06', '2023-01-12'),
  HG5012: inRecord(
    [...firstConduct, 'facts'],
    { 'conduct.activity': 'retail', 'licence.status': 'held' },
    { 'conduct.activity': 'retail', 'licence.status': 'none' },
  ),

  HG6001: elsewhere(
    '要有命令 hegui explain',
    {
      id: 'fireworks/unlicensed-busines',
      suggestion: '是不是 “fireworks/unlicensed-business”？',
      suggestionEn: 'Did you mean “fireworks/unlicensed-business”?',
    },
    'hegui explain fireworks/unlicensed-busines',
    'hegui explain fireworks/unlicensed-business',
  ),
  HG6002: elsewhere(
    '要有补充事实的接口',
    { provider: 'licence-register', detail: 'timeout', detailEn: 'timeout' },
    "const facts = () => Promise.reject(new Error('timeout'))",
    "const facts = async () => ({ 'licence.status': 'held' })",
  ),
  HG6003: elsewhere(
    '要有补充事实的接口',
    { provider: 'licence-register', fact: 'licence.status', detail: '“有” 不是可选值', detailEn: '“有” is not a choice' },
    "const facts = async () => ({ 'licence.status': '有' })",
    "const facts = async () => ({ 'licence.status': 'held' })",
  ),
  HG6004: elsewhere(
    '要有函数 explain',
    { id: 'sales' },
    "explain(record, { rule: 'fireworks/unlicensed-business', conduct: 'sales' })",
    "explain(record, { rule: 'fireworks/unlicensed-business', conduct: 'sale' })",
  ),
  HG6005: elsewhere(
    '要有函数 explain',
    { n: '2', ids: 'sale、storage', idsEn: 'sale, storage' },
    "explain(record, { rule: 'fireworks/unlicensed-business' })",
    "explain(record, { rule: 'fireworks/unlicensed-business', conduct: 'sale' })",
  ),
  HG6006: elsewhere(
    '要有命令 hegui rules',
    {
      id: 'firework',
      suggestion: '是不是 “fireworks”？',
      suggestionEn: 'Did you mean “fireworks”?',
      allowed: 'air-quality、fireworks、work-safety',
      allowedEn: 'air-quality, fireworks, work-safety',
    },
    'hegui rules --domain firework',
    'hegui rules --domain fireworks',
  ),
  HG6007: elsewhere(
    '要有命令 hegui explain',
    { id: 'fireworks/unlicensed-business', on: '2005-01-01', periods: '2006-01-21 – …' },
    'hegui explain fireworks/unlicensed-business --on 2005-01-01',
    'hegui explain fireworks/unlicensed-business --on 2023-01-12',
  ),
  HG6008: elsewhere(
    '要有命令 hegui rules',
    { found: '烟花爆竹安全管理条例' },
    'hegui rules --article 烟花爆竹安全管理条例',
    'hegui rules --article 烟花爆竹安全管理条例36',
  ),
  HG6009: elsewhere(
    '要有命令 hegui new',
    {
      name: '../Street Hawking',
      kind: '规则',
      kindEn: 'a rule',
      hint: '写 领域/名称，两段都只用小写英文、数字和连字符，例如 fireworks/street-hawking。',
      hintEn: 'Write DOMAIN/NAME, both in lower-case letters, digits and hyphens, such as fireworks/street-hawking.',
    },
    'hegui new rule "../Street Hawking"',
    'hegui new rule fireworks/street-hawking-at-school',
  ),
  HG6010: elsewhere(
    '要有命令 hegui new',
    { what: '规则 fireworks/street-hawking ', whatEn: 'The rule fireworks/street-hawking' },
    'hegui new rule fireworks/street-hawking',
    'hegui new rule fireworks/street-hawking-at-school',
  ),
  HG6011: elsewhere('要有命令 hegui test', {}, 'hegui test my-pack/facts', 'hegui test my-pack'),
  HG6012: elsewhere(
    '要有命令 hegui test',
    { name: '超市的出口畅通。', detail: '应当是不成立，实际是成立', detailEn: 'expected compliant, got violation' },
    '"expect": { "verdict": "compliant" }',
    '"expect": { "verdict": "violation" }',
  ),
  HG6013: elsewhere(
    '要有命令 hegui new',
    { file: 'notes.txt/rules/exit-blocked/rule.json', detail: '路径里有一段不是文件夹', detailEn: 'a part of the path is not a folder' },
    'hegui new rule fireworks/exit-blocked --dir notes.txt',
    'hegui new rule fireworks/exit-blocked --dir my-pack',
  ),
  HG6014: elsewhere(
    '要有命令 hegui calendar ',
    { from: '2023-03-01', to: '2023-02-01' },
    'hegui calendar --plan erong-2023 --from 2023-03-01 --to 2023-02-01',
    'hegui calendar --plan erong-2023 --from 2023-02-01 --to 2023-03-01',
  ),
  HG6015: elsewhere(
    '要有命令 hegui calendar ',
    { plan: 'erong-2023', period: '2023-01-01 至 2023-12-31', periodEn: '2023-01-01 to 2023-12-31', from: '2024-01-01', to: '2024-12-31' },
    'hegui calendar --plan erong-2023 --from 2024-01-01 --to 2024-12-31',
    'hegui calendar --plan erong-2023',
  ),
  HG6016: elsewhere(
    '要有命令 hegui calendar ',
    { plan: 'urban-order-2019', end: '哪天开始', endEn: 'when it begins', option: '--from' },
    'hegui calendar --plan urban-order-2019',
    'hegui calendar --plan urban-order-2019 --from 2019-06-01',
  ),
  HG6020: elsewhere(
    '要有命令 hegui sql',
    {
      what: '规则包',
      whatEn: 'pack',
      id: 'firework',
      suggestion: '是不是 “fireworks”？',
      suggestionEn: 'Did you mean “fireworks”?',
      allowed: 'law、fireworks、air-quality',
      allowedEn: 'law, fireworks, air-quality',
    },
    'hegui sql firework --dialect duckdb',
    'hegui sql fireworks --dialect duckdb',
  ),
  HG6021: elsewhere(
    '要有命令 hegui sql',
    { what: 'DuckDB', package: '@duckdb/node-api' },
    'hegui sql fireworks --dialect duckdb --run conducts.parquet',
    'npm install @duckdb/node-api',
  ),
  HG6022: elsewhere(
    '要有命令 hegui sql',
    {
      what: '规则 “fireworks/nul” ',
      whatEn: 'the rule “fireworks/nul”',
      detail: '条件里的 “ ” 含有数据库存不下的字符',
      detailEn: 'a condition names “ ”, with a character that databases cannot hold',
    },
    '{ "fact": "site.name", "operator": "equal", "value": "\\u0000" }',
    '{ "fact": "site.name", "operator": "equal", "value": "北街仓库" }',
  ),
  HG6023: elsewhere(
    '要有命令 hegui sql',
    {
      table: 'conducts',
      detail: '列 goods.totalKg 的类型是 VARCHAR，要 DOUBLE PRECISION',
      detailEn: 'the column goods.totalKg is of type VARCHAR, not DOUBLE PRECISION',
      hint: '改列的类型；hegui sql --create-table 给出每一列的类型。',
      hintEn: 'Change the type of the column; hegui sql --create-table gives the type of each.',
    },
    'CREATE TABLE conducts (…, "goods.totalKg" TEXT)',
    'CREATE TABLE conducts (…, "goods.totalKg" DOUBLE PRECISION)',
  ),
  HG6024: elsewhere(
    '要有命令 hegui sql',
    { table: 'conducts', count: '2', columns: 'licence.status、sale.mobile', columnsEn: 'licence.status, sale.mobile' },
    'CREATE TABLE conducts (record_id TEXT, conduct_id TEXT, day_from DATE, day_to DATE)',
    'CREATE TABLE conducts (record_id TEXT, conduct_id TEXT, day_from DATE, day_to DATE, "licence.status" TEXT, "sale.mobile" BOOLEAN)',
  ),
  HG6025: elsewhere(
    '要有编译好的模块',
    {
      packs: 'fireworks',
      packsEn: 'fireworks',
      detail: '它不是从现在装载的这些规则、事实生成的',
      detailEn: 'it was not made from the rules and facts that are loaded',
    },
    'createRuleset([lawPack, { ...fireworksPack, title: "改过的包" }], { compiled: [fireworksCompiled] })',
    'createRuleset([lawPack, fireworksPack], { compiled: [fireworksCompiled] })',
  ),
  HG6026: elsewhere(
    '要有编译好的模块',
    { n: '1', detail: '它不是模块', detailEn: 'it is no module' },
    'createRuleset([lawPack, fireworksPack], { compiled: ["./compiled.js"] })',
    'createRuleset([lawPack, fireworksPack], { compiled: [await import("./compiled.js")] })',
  ),
  HG6027: elsewhere('要有命令 hegui compile', { file: 'compiled.json' }, 'hegui compile --out compiled.json', 'hegui compile --out compiled.js'),
  HG6028: elsewhere(
    '要有编译好的模块',
    { detail: '规则 “fireworks/unlicensed-business” 给了两次', detailEn: 'the rule “fireworks/unlicensed-business” is given twice' },
    'createConductDecider([fireworksCompiled, fireworksCompiled])',
    'createConductDecider([fireworksCompiled])',
  ),
  HG6029: elsewhere(
    '要有编译好的模块',
    { what: '事实 “goods.packageGrossKg”', whatEn: 'the fact “goods.packageGrossKg”', wanted: '数', wantedEn: 'a number' },
    '"goods.packageGrossKg": "30"',
    '"goods.packageGrossKg": 30',
  ),
  HG6030: elsewhere(
    '要有函数 assessStream',
    { index: '3', detail: 'connection reset', detailEn: 'connection reset' },
    "async function* records() { yield record; throw new Error('connection reset') }",
    'async function* records() { yield record }',
  ),
  HG6031: elsewhere(
    '要有命令 hegui assess',
    { limit: '1000' },
    'hegui assess long.ndjson --format json --max-line-bytes 1000',
    'hegui assess long.ndjson --format json',
  ),
  HG6032: elsewhere(
    '要有不是 UTF-8 的字节',
    {},
    'iconv -f UTF-8 -t GBK records.ndjson > records-gbk.ndjson',
    'iconv -f GBK -t UTF-8 records-gbk.ndjson > records.ndjson',
  ),
  HG6033: elsewhere(
    '要有工作线程',
    { from: '1', to: '64', detail: 'Worker terminated due to reaching memory limit', detailEn: 'Worker terminated due to reaching memory limit' },
    'hegui assess huge.ndjson --format json --jobs 64',
    'hegui assess huge.ndjson --format json --jobs 2',
  ),
  HG6034: elsewhere(
    '要有中断了的一次研判',
    { what: '输入文件 records.ndjson 变了', whatEn: 'the input records.ndjson has changed' },
    'hegui assess changed.ndjson --format json --out out.ndjson --resume',
    'hegui assess records.ndjson --format json --out out.ndjson --resume',
  ),
  HG6036: elsewhere(
    '要有 DuckDB',
    { file: 'records.parquet', detail: 'No magic bytes found at end of file', detailEn: 'No magic bytes found at end of file' },
    'printf broken > records.parquet && hegui assess records.parquet',
    'hegui assess records.csv',
  ),
  HG6037: elsewhere(
    '要有表格',
    {
      column: 'licence.state',
      suggestion: '是不是 “licence.status”？',
      suggestionEn: 'Did you mean “licence.status”?',
      allowed: 'id、inspectedOn',
      allowedEn: 'id, inspectedOn',
    },
    'id,inspectedOn,licence.state',
    'id,inspectedOn,licence.status',
  ),
  HG6038: elsewhere(
    '要有表格',
    { row: '2', column: 'inspectedOn', found: '2023-01-13', expected: '2023-01-12' },
    'r-1,2023-01-12,retail\nr-1,2023-01-13,storage',
    'r-1,2023-01-12,retail\nr-1,2023-01-12,storage',
  ),
  HG6039: elsewhere(
    '要有命令 hegui assess',
    { count: '2', file: 'rejects.ndjson' },
    'hegui assess some-bad.ndjson --format json --rejects rejects.ndjson',
    'hegui assess all-good.ndjson --format json --rejects rejects.ndjson',
  ),
  HG6040: elsewhere(
    '要有命令 hegui fmt',
    { file: 'my-pack/conditions/sale.json' },
    '{ "conditions": [{ "title": "零售", "id": "example/retail", "condition": { "fact": "conduct.activity", "operator": "equal", "value": "retail" } }] }',
    '{\n  "conditions": [\n    { "id": "example/retail", "title": "零售", "condition": { "fact": "conduct.activity", "operator": "equal", "value": "retail" } }\n  ]\n}',
  ),
  HG6041: elsewhere('要有命令 hegui fmt', { file: 'my-pack/linked.json' }, 'hegui fmt my-pack/linked.json', 'hegui fmt shared/rule.json'),
  HG6042: elsewhere('要有命令 hegui fmt', { file: 'record.json' }, 'hegui fmt record.json', 'hegui fmt my-pack'),
  HG7001: inProgress(['procedures'], ['ordinari'], ['ordinary']),
  HG7002: inProgress(['steps', 1, 'step'], 'give-notise', 'give-notice'),
  HG7003: inProgress(['facts'], { 'site.sleepsPeople': false }, { 'case.complex': false }),
  HG7004: inProgress(['steps', 1, 'on'], '2023-01-06', '2023-01-16'),
  HG7005: inProgress(['steps', 1, 'on'], '2023-01-21', '2023-01-16'),
  HG7006: inProgress(
    ['steps'],
    [
      { step: 'file-case', on: '2023-01-10' },
      { step: 'file-case', on: '2023-01-11' },
    ],
    [{ step: 'file-case', on: '2023-01-10' }],
  ),
  HG7007: inProgress(
    ['steps', 0],
    { step: 'file-case', on: '2023-01-10', at: '2023-01-10T18:00:00Z' },
    { step: 'file-case', on: '2023-01-11', at: '2023-01-10T18:00:00Z' },
  ),
  HG7008: elsewhere('要没有 asOf，命令也没有 --as-of，', {}, 'hegui progress case.json', 'hegui progress case.json --as-of 2023-01-20'),
  HG7009: inPack(['caseProcedures', 0, 'steps', 2, 'editions', 0, 'requires'], ['give-notise'], ['give-notice']),
  HG7010: inPack(['caseProcedures', 0, 'steps', 0, 'editions', 0, 'requires'], ['decide'], []),

  HG9001: elsewhere(
    '要用 hegui diff ',
    { path: 'rules-2022', detail: '没有这个文件夹', detailEn: 'there is no such folder' },
    'hegui diff rules-2022 rules-2023',
    'hegui diff shipped rules-2023',
  ),
  HG9002: elsewhere('要用 hegui diff ', { path: 'rules-2023' }, 'hegui diff rules-2023 ./rules-2023', 'hegui diff rules-2022 rules-2023'),
  HG9003: elsewhere(
    '要用 hegui diff 而其中一版有错误',
    { side: '新版', sideEn: 'new', path: 'rules-2023' },
    '"operator": "greaterThen"',
    '"operator": "greaterThan"',
  ),
  HG9004: elsewhere(
    '要用 hegui diff 而一个事实的类型、单位或者算法变了',
    { rule: 'fireworks/overstock', title: '存量超过核定', titleEn: 'fireworks/overstock', fact: 'goods.total', parts: 'unit', partsEn: 'unit' },
    '"id": "goods.total", "type": "number", "unit": "carton"',
    '"id": "goods.totalCartons", "type": "number", "unit": "carton"',
  ),
  HG9005: elsewhere(
    '要用 hegui diff 而一条规则的标识变了',
    { rule: 'fireworks/overstock', title: '存量超过核定', titleEn: 'fireworks/overstock', other: 'fireworks/over-stock' },
    '"id": "fireworks/over-stock"',
    '"id": "fireworks/overstock"',
  ),
  HG9006: elsewhere(
    '要用 hegui diff 而条件太多',
    { rule: 'fireworks/overstock', title: '存量超过核定', titleEn: 'fireworks/overstock', steps: '100', detail: '', detailEn: '' },
    'hegui diff shipped rules-2023 --max-steps 100',
    'hegui diff shipped rules-2023 --max-steps 1000000',
  ),
  HG9007: elsewhere(
    '只在 hegui 自己出错时',
    { rule: 'fireworks/overstock', claimed: 'violation → compliant', got: 'violation → violation', record: '{}' },
    "{ claimed: 'violation → compliant', got: 'violation → violation' }",
    "{ claimed: 'violation → compliant', got: 'violation → compliant' }",
  ),
  HG9008: elsewhere(
    '要用 hegui diff --save-cases 而反例写不成案例',
    { rule: 'fireworks/overstock', title: '存量超过核定', titleEn: 'fireworks/overstock', count: '1' },
    '"date": { "from": "2023-01-01", "to": "2023-01-05" }',
    '"date": "2023-01-05"',
  ),

  HG9030: elsewhere(
    '要用 hegui backtest ',
    { side: '旧版', sideEn: 'the old version', what: 'sale.online', count: '120' },
    '"facts": { "conduct.goods": "fireworks", "sale.online": true }',
    '"facts": { "conduct.goods": "fireworks" }',
  ),
  HG9031: elsewhere(
    '要用 hegui backtest ',
    { side: '新版', sideEn: 'the new version' },
    '"facts": { "goods.cartons": "7" }',
    '"facts": { "goods.cartons": 7 }',
  ),
  HG9032: elsewhere('要用 hegui backtest ', { count: '12' }, '"date": "1997-05-01"', '"date": "2023-01-12"'),
  HG9033: elsewhere(
    '要用 hegui backtest ',
    {},
    'hegui backtest --from shipped --to new empty.ndjson',
    'hegui backtest --from shipped --to new records-2023.ndjson',
  ),

  HG8101: elsewhere(
    '用 hegui check --as-of 2026-11-28',
    {
      cited: '《大气污染防治法》115(1)(1) ',
      citedEn: 'article 115(1)(1) of Air Pollution Prevention and Control Law',
      asOf: '2026-11-28',
      ended: '2026-08-14',
      follows: '接续的是《生态环境法典》1128(1)(1)。',
      followsEn: 'Followed by article 1128(1)(1) of Ecological and Environmental Code.',
    },
    '"basis": [{ "instrument": "air-pollution-law", "article": "115(1)(1)", "role": "penalty" }]',
    `"basis": [
  { "instrument": "air-pollution-law", "article": "115(1)(1)", "role": "penalty" },
  { "instrument": "ecological-environment-code", "article": "1128(1)(1)", "role": "penalty" }
]`,
  ),
  HG8102: elsewhere(
    '用 hegui check --as-of 2023-01-10',
    {
      cited: '《治安管理处罚法》36（2025年修订文本）',
      citedEn: 'article 36 of Public Security Administration Punishments Law (edition 2025)',
      asOf: '2023-01-10',
      from: '2026-01-01',
    },
    '"basis": [{ "instrument": "public-security-penalties-law", "article": "36", "edition": "2025", "role": "penalty" }]',
    `"basis": [
  { "instrument": "public-security-penalties-law", "article": "30", "edition": "2012", "role": "penalty" },
  { "instrument": "public-security-penalties-law", "article": "36", "edition": "2025", "role": "penalty" }
]`,
  ),
  HG8103: elsewhere(
    '用 hegui check --as-of 2026-11-28',
    {
      cited: '《烟花爆竹经营许可办法》31 ',
      citedEn: 'article 31 of Measures for the Implementation of Licences for Trading in Fireworks and Firecrackers',
      asOf: '2026-11-28',
      edition: '2013年文本',
      editionEn: '2013',
      reading: '只有转述。',
      readingEn: 'it is only reported by others.',
    },
    '"verification": { "status": "secondary", "dates": "secondary" }',
    '"verification": { "status": "primary-text", "dates": "text" }',
  ),
  HG8001: elsewhere(
    '要用 hegui check --legality ',
    {
      clause: '3.1',
      status: 'ok',
      detail: '写的是有依据，其中的措施没有法定路径',
      detailEn: 'it says backed, but a measure has no statutory route',
    },
    "{ status: 'ok', note: '车辆一律没收。' }",
    "{ status: 'beyond', note: '没有读到没收车辆的条款。', basis: [{ instrument: 'administrative-penalties-law', article: '16' }] }",
  ),
  HG8002: elsewhere(
    '要用 hegui check --legality ',
    {
      id: 'erong-2032',
      suggestion: '是不是 “erong-2023”？',
      suggestionEn: 'Did you mean “erong-2023”?',
      ids: 'changjianglu-2016、erong-2023',
      idsEn: 'changjianglu-2016, erong-2023',
    },
    'hegui check --legality erong-2032',
    'hegui check --legality erong-2023',
  ),
  HG8003: elsewhere(
    '要合并汇总',
    { a: 'changjianglu-2016', b: 'erong-2023' },
    "mergeAggregates({ plan: 'changjianglu-2016', … }, { plan: 'erong-2023', … })",
    "mergeAggregates({ plan: 'erong-2023', … }, { plan: 'erong-2023', … })",
  ),
  HG8004: elsewhere(
    '要合并汇总',
    { a: 'law@1.0.0 sha256:1f0c2a9', b: 'law@1.1.0 sha256:77d4e05' },
    "mergeAggregates({ packs: [{ id: 'law', version: '1.0.0', … }], … }, { packs: [{ id: 'law', version: '1.1.0', … }], … })",
    "mergeAggregates({ packs: [{ id: 'law', version: '1.1.0', … }], … }, { packs: [{ id: 'law', version: '1.1.0', … }], … })",
  ),
  HG8005: elsewhere(
    '要合并汇总',
    { a: 'rongxi-2023-01', b: 'rongxi-2023-01' },
    "mergeAggregates({ sources: [{ id: 'rongxi-2023-01', … }], … }, { sources: [{ id: 'rongxi-2023-01', … }], … })",
    "mergeAggregates({ sources: [{ id: 'rongxi-2023-01', … }], … }, { sources: [{ id: 'rongxi-2023-02', … }], … })",
  ),
  HG8006: elsewhere(
    '要汇总记录',
    { id: 'REC-1', source: 'rongxi-2023-01' },
    "aggregateOf([{ id: 'REC-1', … }, { id: 'REC-1', … }], ruleset, { plan, source: 'rongxi-2023-01' })",
    "aggregateOf([{ id: 'REC-1', … }, { id: 'REC-2', … }], ruleset, { plan, source: 'rongxi-2023-01' })",
  ),
  HG8007: elsewhere(
    '要汇总记录和它的研判结果',
    { id: 'REC-1', why: '研判的是另一份记录', whyEn: 'it is of another record' },
    'aggregator.add(record, assessmentOfAnotherRecord)',
    'aggregator.add(record, assess(record, ruleset).assessment)',
  ),
  HG8012: inAppraisal(['file', 'submissions', 0, 'duty'], 'weekly-tables', 'weekly-table'),
  HG8013: inAppraisal(
    ['file', 'units', 0],
    { id: 'town', title: '示例街道', organ: 'emergency-management', region: '500112', parent: 'east' },
    { id: 'town', title: '示例街道', organ: 'emergency-management', region: '500112' },
  ),
  HG8014: inAppraisal(
    ['file'],
    { units: [{ id: 'east', title: '东社区', organ: 'school', region: '500112001' }] },
    { units: [{ id: 'east', title: '东社区', organ: 'community', region: '500112001' }] },
  ),
  HG8015: inAppraisal(['file', 'submissions', 0, 'on'], '2022-12-31', '2023-01-03'),
  HG8016: inAppraisal(['file', 'submissions', 0, 'on'], '2023-04-02', '2023-03-29'),
  HG8017: inAppraisal(['file', 'submissions', 0, 'unit'], 'town', 'east'),
  HG8018: elsewhere(
    '在考核时按期次核对',
    {
      duty: 'weekly-table',
      title: '每周报表',
      titleEn: 'weekly-table',
      id: '2023-01-05',
      suggestion: '是不是 “2023-01-04”？',
      suggestionEn: 'Did you mean “2023-01-04”?',
    },
    '{ "id": "table-1", "duty": "weekly-table", "unit": "east", "on": "2023-01-05", "for": "2023-01-05" }',
    '{ "id": "table-1", "duty": "weekly-table", "unit": "east", "on": "2023-01-05", "for": "2023-01-04" }',
  ),
  HG8019: elsewhere(
    '在考核时按期次核对',
    { id: 'report-1', on: '2023-01-04', duty: 'monday-report', title: '每周一报上周情况', titleEn: 'monday-report' },
    '{ "id": "report-1", "duty": "monday-report", "unit": "east", "on": "2023-01-04" }',
    '{ "id": "report-1", "duty": "monday-report", "unit": "east", "on": "2023-01-04", "for": "2023-01-02" }',
  ),
  HG8020: inAppraisal(['file', 'figures', 0, 'measuredIn'], '毫克/立方米', '微克/立方米'),
  HG8021: inAppraisal(['request', 'period'], { from: '2024-01-01', to: '2024-03-31' }, { from: '2023-01-01', to: '2023-03-31' }),
  HG8022: inAppraisal(['file', 'established', 0, 'fact'], 'licence.status', 'unit.knewOfIllegalProducer'),
  HG8023: inAppraisal(['file', 'closings', 0, 'items'], [true], [true, null]),
  HG8024: inAppraisal(['file', 'anchors'], { 'weekly-table': '2023-01-05' }, { 'joint-meeting': '2023-01-05' }),
  HG8035: inPack(
    ['plans', 0, 'measures'],
    [traceMeasure({ direction: 'destination', roles: ['campaign-office'] })],
    [traceMeasure({ direction: 'destination', facts: ['licence.status'] })],
  ),
  HG9010: elsewhere(
    '要有命令 hegui test',
    {
      name: '没有看后门，待查。',
      fact: 'site.exitBloked',
      rule: 'fireworks/exit-blocked',
      suggestion: '是不是 “site.exitBlocked”？',
      suggestionEn: 'Did you mean “site.exitBlocked”?',
    },
    '"expect": { "verdict": "undetermined", "missing": ["site.exitBloked"] }',
    '"expect": { "verdict": "undetermined", "missing": ["site.exitBlocked"] }',
  ),
  HG9011: elsewhere(
    '要有命令 hegui test',
    {
      name: '超市把货堆在安全出口，成立。',
      found: 'errored',
      detail: '规则出错不是结论，检查过的规则不会出错',
      detailEn: 'an error is no conclusion, and a checked rule has none',
    },
    '"expect": { "verdict": "errored" }',
    '"expect": { "verdict": "violation" }',
  ),
  HG9012: elsewhere(
    '要有命令 hegui test --propose',
    { rule: 'example/limit-only' },
    '"violatedWhen": { "fact": "limit.retailSpacingM", "operator": "greaterThan", "value": 50 }',
    '"violatedWhen": { "fact": "retail.spacingM", "operator": "lessThan", "value": { "fact": "limit.retailSpacingM" } }',
  ),
  HG9013: elsewhere('要有命令 hegui coverage', {}, 'hegui coverage my-pack/facts', 'hegui coverage my-pack'),
  HG9020: elsewhere('要有命令 hegui mutate', { file: 'notes.txt' }, 'hegui mutate my-pack --cache notes.txt', 'hegui mutate my-pack --cache mutation.json'),
  HG9021: elsewhere(
    '要有命令 hegui mutate',
    { rule: 'example/stock', name: '存放三百千克，成立。' },
    '"facts": { "goods.totalKg": 300 }, "expect": { "verdict": "violation" }',
    '"facts": { "goods.totalKg": 301 }, "expect": { "verdict": "violation" }',
  ),
}

/** `whole` with the part at `at` replaced. */
export const replaced = (whole, at, part) => {
  const [step, ...rest] = at
  if (step === undefined) return part
  const copy = Array.isArray(whole) ? [...whole] : { ...whole }
  copy[step] = replaced(copy[step], rest, part)
  return copy
}

/** What `model` (its source or its build) says about one side of an example; of `elsewhere`, the problem as it would be made there. */
export function problemsOf(model, code, side) {
  const example = problemExamples[code]
  const value = example[side]
  switch (example.kind) {
    case 'text':
      return model.readJson(value).problems
    case 'record':
      return model.checkRecord(replaced(record, example.at, value), model.checkPacks([pack]).vocabulary, model.catalogueOf([pack]))
    case 'progress': {
      const { vocabulary } = model.checkPacks([pack])
      return model.checkCaseProgress(replaced(progress, example.at, value), vocabulary, model.catalogueOf([pack]))
    }
    case 'appraisal': {
      const { file, request } = replaced(appraisal, example.at, value)
      const { vocabulary } = model.checkPacks([appraisalPack])
      return model.checkAppraisalFile(file, { vocabulary, catalogue: model.catalogueOf([appraisalPack]), request }).problems
    }
    case 'pack': {
      // Other rules than those of the pack have other cases than its own.
      const { cases, ...rest } = pack
      const whole = example.at.length === 1 && example.at[0] === 'rules' ? rest : { ...rest, cases }
      const { packs, vocabulary, problems } = model.checkPacks([replaced(whole, example.at, value)])
      return problems.length > 0 ? problems : model.lintPacks(packs, vocabulary)
    }
    case 'plan':
      return model.checkPacks([replaced(appraisalPack, example.at, value)]).problems
    default:
      return side === 'bad' ? [model.problem(code, [], example.params)] : []
  }
}
