// The text of docs/catalogue.md, docs/facts.md and docs/plans: what the packs hold, in figures and in tables. Pure: packs in,
// pages out; scripts/generate.mjs writes them, a test keeps them true.

const statusTitles = {
  statutory: '有法律依据',
  internal: '内部工作',
  unverified: '依据未核对',
  unbacked: '没有依据',
  conflict: '抵触',
  notEncoded: '未编入',
}
const kindTitles = { P: '禁止行为', M: '措施', C: '日历', D: '职责', T: '目标', S: '统计', A: '追责', R: '分工', N: '叙述' }
const encodingTitles = {
  rule: '行为',
  measure: '措施',
  focus: '时段',
  stage: '阶段',
  duty: '职责',
  target: '目标',
  statistic: '统计',
  accountability: '追责',
  role: '分工',
}
const typeTitles = { boolean: '是或否', enum: '选一个', set: '可选多个', number: '数', date: '日期', region: '区划代码', text: '文字' }
const readTitles = { 'primary-text': '读过原文', secondary: '转述', memory: '凭记忆', unread: '没有读到' }

/** Text in a table cell: nothing in it is markup. */
const cell = (text) =>
  String(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|~#]/g, '\\$&')
const row = (cells) => `| ${cells.join(' | ')} |`
const table = (heads, rows) => [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n')
const sum = (values) => values.reduce((total, value) => total + value, 0)
const periodText = ({ from, to }) => `${from ?? '起日不明'} 至 ${to ?? '现在'}`
const unique = (values) => [...new Set(values)]

export function cataloguePages({ packs, cases, catalogue, legalityOf, unitTitle }) {
  const world = { packs, cases, catalogue, unitTitle, folders: new Map(packs.flatMap((pack) => pack.rules.map((rule) => [rule.id, `pack-${pack.id}`]))) }
  const plans = packs.flatMap((pack) => pack.plans).map((plan) => ({ plan, legality: legalityOf(plan, { catalogue }) }))
  return {
    'catalogue.md': cataloguePage(world, plans),
    'facts.md': factsPage(world),
    plans: {
      'README.md': plansIndex(plans),
      ...Object.fromEntries(plans.map((each) => [`${each.plan.id}.md`, planPage(world, each)])),
    },
  }
}

const generated = (what) => `本页由 \`npm run generate\` 从${what}生成，不要手改。_Generated from the packs._`

function cataloguePage({ packs, cases, catalogue }, plans) {
  const casesOf = (id) => sum(cases.filter((file) => file.rule === id).map((file) => file.cases.length))
  const byPack = packs.map((pack) => {
    const ids = unique(pack.rules.map((rule) => rule.id))
    const norms = pack.instruments.flatMap((instrument) => instrument.norms)
    return [
      `\`${pack.id}\` ${pack.title}`,
      ids.length,
      sum(ids.map(casesOf)),
      pack.plans.length,
      pack.instruments.length,
      norms.length,
      sum(norms.map((norm) => norm.editions.length)),
      pack.facts.length,
      pack.circumstances.length,
      pack.organs.length,
    ]
  })
  const total = byPack[0].map((_, at) => (at === 0 ? '合计' : sum(byPack.map((each) => each[at]))))
  const clauses = plans.flatMap(({ plan }) => plan.clauses)
  return `# 目录

${generated('规则包')}

## 有多少

${table(['规则包', '规则', '案例', '方案', '法律', '规范', '规范版本', '事实', '情节', '机关'], [...byPack, total])}

规范是一条处罚、强制或者移送的规定，按施行期间分版本；情节是不予处罚、从轻减轻和时效这类一般规定。

## 方案逐条

${plans.length} 份方案共 ${clauses.length} 个条目。“编入”：条目的每一种要求都有对应的规则、措施、时段、阶段、职责、目标、统计、追责或者分工；“部分编入”“未编入”的，条目里写了为什么。法律地位按最差的一部分算。

${table(
  ['方案', '条目', '编入', '部分编入', '未编入', ...Object.values(statusTitles)],
  plans.map(({ plan, legality }) => [
    `[${cell(plan.shortTitle ?? plan.title)}](plans/${plan.id}.md)`,
    plan.clauses.length,
    plan.clauses.filter((clause) => clause.encodings.length > 0 && (clause.notEncoded ?? []).length === 0).length,
    plan.clauses.filter((clause) => clause.encodings.length > 0 && (clause.notEncoded ?? []).length > 0).length,
    plan.clauses.filter((clause) => clause.encodings.length === 0).length,
    ...Object.keys(statusTitles).map((status) => legality.tally[status]),
  ]),
)}

${packs
  .filter((pack) => pack.rules.length > 0)
  .map((pack) => rulesSection(pack, { casesOf, catalogue }))
  .join('\n\n')}

${lawsSection(packs)}
`
}

function rulesSection(pack, { casesOf, catalogue }) {
  const ids = unique(pack.rules.map((rule) => rule.id))
  return `## 规则：${pack.title}

${table(
  ['规则', '名称', '施行', '依据', '方案', '案例'],
  ids.map((id) => {
    const editions = pack.rules.filter((rule) => rule.id === id)
    const basis = editions.flatMap((rule) => rule.basis)
    return [
      `[\`${id}\`](../packages/pack-${pack.id}/rules/${id.slice(id.indexOf('/') + 1)}/rule.json)`,
      cell(editions.at(-1).title),
      editions.map((rule) => periodText(rule.inForce)).join('<br>'),
      unique(basis.filter((each) => each.article !== undefined).map((each) => citation(each, catalogue))).join('<br>'),
      unique(basis.filter((each) => each.clause !== undefined).map((each) => `[${each.instrument}](plans/${each.instrument}.md) ${each.clause}`)).join('<br>'),
      casesOf(id),
    ]
  }),
)}`
}

const citation = ({ instrument, article }, catalogue) => {
  const found = catalogue.instruments.get(instrument)
  return cell(`${found?.shortTitle ?? found?.title ?? instrument} ${article}`)
}

function lawsSection(packs) {
  const instruments = packs.flatMap((pack) => pack.instruments)
  return `## 法律

“读过原文”是逐字读过那一版的规范版本数；其余的只列出来，不作处罚建议。

${table(
  ['法律', '版本', '规范', ...Object.values(readTitles)],
  instruments.map((instrument) => {
    const editions = instrument.norms.flatMap((norm) => norm.editions)
    return [
      cell(instrument.title),
      instrument.editions.map((edition) => `${cell(edition.title)}（${periodText(edition.inForce)}）`).join('<br>'),
      instrument.norms.length,
      ...Object.keys(readTitles).map((status) => editions.filter((edition) => edition.verification.status === status).length),
    ]
  }),
)}`
}

function factsPage({ packs, unitTitle }) {
  const values = (fact) => (fact.values ?? []).map((each) => `\`${each.value}\` ${cell(each.title)}`).join('<br>')
  const added = packs.flatMap((pack) => pack.extensions)
  const withAdded = (fact) => ({
    ...fact,
    values: [...(fact.values ?? []), ...added.filter((each) => each.extends === fact.id).flatMap((each) => each.values)],
  })
  const sections = packs
    .filter((pack) => pack.facts.length > 0)
    .map(
      (pack) => `## ${pack.title}

${table(
  ['事实', '名称', '怎样写', '问什么', '看什么证据'],
  pack.facts
    .map(withAdded)
    .map((fact) => [
      `\`${fact.id}\``,
      cell(fact.title),
      [[typeTitles[fact.type], unitTitle(fact.unit)].filter((text) => text !== '').join('，'), values(fact)].filter((text) => text !== '').join('<br>'),
      cell(fact.question ?? ''),
      (fact.evidence ?? []).map(cell).join('、'),
    ]),
)}`,
    )
  return `# 事实

${generated('规则包的 facts/')}

规则、规范和情节只问这些事实。一个事实只定义一次，各包共用；不写或者 \`null\` 表示不知道，不知道就问。

${sections.join('\n\n')}
`
}

function plansIndex(plans) {
  return `# 方案

${generated('方案和法律数据')}

每份方案一页：条目 → 编成什么 → 依据 → 法律地位。要打印给法制人员看的完整表格：\`npx hegui check --legality 方案标识 --format html\`。

${plans.map(({ plan }) => `- [${plan.title}](${plan.id}.md)，${plan.issuer}`).join('\n')}
`
}

function planPage(world, { plan, legality }) {
  const head = [
    `发布：${plan.issuer}`,
    `地区：${plan.region}`,
    `成文：${plan.issuedOn ?? '原文没有写'}`,
    `施行：${periodText(plan.inForce)}`,
    '效力：规范性文件，不能设定处罚和强制',
  ]
  const tally = Object.entries(statusTitles).map(([status, title]) => `${title} ${legality.tally[status]}`)
  return `# ${plan.title}

${generated('方案和法律数据')}

${head.map((line) => `- ${cell(line)}`).join('\n')}
- 条目：${tally.join('，')}
${plan.note === undefined ? '' : `\n${cell(plan.note)}\n`}
${table(
  ['条目', '要求', '编成什么', '依据', '法律地位'],
  legality.clauses.map((clause) => clauseRow(world, plan, clause)),
)}
`
}

function clauseRow(world, plan, clause) {
  const { encodings, notEncoded = [] } = plan.clauses.find((each) => each.id === clause.clause)
  const titleOf = (as, id) => clause.lines.find((line) => line.as === as && line.id === id)?.title
  const encoded = encodings.map(({ as, id }) => {
    const shown = `\`${id}\``
    const linked = as === 'rule' ? `[${shown}](../../packages/${world.folders.get(id)}/rules/${id.slice(id.indexOf('/') + 1)}/rule.json)` : shown
    return `${encodingTitles[as]}：${cell(titleOf(as, id) ?? '')} ${linked}`
  })
  const left = notEncoded.map((reason) => `没有编入（${kindTitles[reason.kind]}）：${cell(reason.note)}`)
  const cited = clause.lines.flatMap((line) => [...line.norms, ...line.articles, ...line.routes, ...(line.following ?? [])])
  const basis = unique([...cited, ...(clause.declared?.articles ?? [])].map((each) => citation(each, world.catalogue)))
  return [
    clause.clause,
    `${cell(clause.title)}<br>${clause.kinds.map((kind) => kindTitles[kind]).join('、')}`,
    [...encoded, ...left].join('<br>'),
    [...basis, ...(clause.declared?.unread ?? []).map((text) => `${cell(text)}（没有读到）`)].join('<br>'),
    [
      `**${statusTitles[clause.status]}**${clause.partial ? '（一部分）' : ''}`,
      cell(clause.declared?.note ?? ''),
      ...clause.flags.map((flag) => `疑点：${cell(flag)}`),
    ]
      .filter((text) => text !== '')
      .join('<br>'),
  ]
}
