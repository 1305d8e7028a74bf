// Every place of a pack that says it was read in the text: which article of which edition, and which figures must stand there.
import { between, exactly } from './figures.mjs'

const unitOfFact = {
  yuan: '元',
  kg: '千克',
  tonne: '吨',
  m: '米',
  m2: '平方米',
  m3: '立方米',
  km: '公里',
  mu: '亩',
  day: '日',
  month: '个月',
  year: '周岁',
  hour: '小时',
  person: '人',
  item: '个',
  carton: '箱',
  time: '次',
  percent: '%',
}
const unitOfLimit = { 'calendar-day': '日', 'working-day': '日', month: '个月', hour: '小时' }

const specsIn = (node) => {
  if ('measure' in node) return [node.measure]
  if ('all' in node) return node.all.flatMap(specsIn)
  if ('oneOf' in node) return node.oneOf.flatMap(specsIn)
  return [...(node.base === null ? [] : specsIn(node.base)), ...node.tiers.flatMap((tier) => specsIn(tier.then))]
}
const figuresOfSpec = ({ amountYuan, multiple, days }) => [
  ...(amountYuan ? [between(amountYuan, '元')] : []),
  ...(multiple ? [between(multiple, '倍')] : []),
  ...(days ? [between(days, '日')] : []),
]

/** The numbers that a condition compares with, in the unit of the fact: an age, a quantity, a number of days. */
function figuresOfCondition(condition, facts) {
  if (Array.isArray(condition)) return condition.flatMap((each) => figuresOfCondition(each, facts))
  if (condition === null || typeof condition !== 'object') return []
  if (typeof condition.fact === 'string') {
    const unit = unitOfFact[facts.get(condition.fact)?.unit]
    return typeof condition.value === 'number' && unit !== undefined ? [exactly(condition.value, unit)] : []
  }
  return Object.values(condition).flatMap((each) => figuresOfCondition(each, facts))
}

const overlap = (a, b) => (a.from ?? '0000') <= (b.to ?? '9999') && (b.from ?? '0000') <= (a.to ?? '9999')
const sorted = (list) => [...new Set(list)].sort()

/** The read editions of its instrument that a basis can mean, each as `instrument@edition`. */
function sourcesOf(basis, inForce, instruments) {
  const editions = instruments.get(basis.instrument)?.editions ?? []
  return editions
    .filter((edition) => edition.read && (basis.edition === undefined ? overlap(edition.inForce, inForce) : edition.id === basis.edition))
    .map((edition) => ({ source: `${basis.instrument}@${edition.id}`, article: basis.article }))
}

/** `name`, where it stands (`at`), and the figures, each of which must occur at one of these places. Sorted by name. */
export function placesOf(pack) {
  const instruments = new Map(pack.instruments.map((instrument) => [instrument.id, instrument]))
  const facts = new Map(pack.facts.map((fact) => [fact.id, fact]))
  const read = (each) => each.verification.status === 'primary-text'
  const at = (basis, inForce) => [basis].flat().flatMap((each) => sourcesOf(each, inForce, instruments))
  const dated = (name, edition, figures) => ({
    name: `${name}@${edition.inForce.from ?? '…'}`,
    at: at(edition.basis, edition.inForce),
    figures: sorted(figures),
  })
  const places = [
    ...pack.instruments.flatMap((instrument) => [
      ...instrument.norms.flatMap((norm) =>
        norm.editions.filter(read).map((edition) => ({
          name: `norm ${norm.id}@${edition.edition}`,
          at: [{ source: `${instrument.id}@${edition.edition}`, article: edition.article, title: edition.articleTitle }],
          figures: sorted(specsIn(edition.consequence).flatMap(figuresOfSpec)),
        })),
      ),
      ...instrument.provisions.filter(read).map((provision) => ({
        name: `provision ${instrument.id}@${provision.edition} ${provision.article}`,
        at: [{ source: `${instrument.id}@${provision.edition}`, article: provision.article }],
        figures: [],
      })),
    ]),
    ...pack.timeLimits.flatMap((limit) =>
      limit.editions.filter(read).map((edition) => dated(`time-limit ${limit.id}`, edition, [exactly(edition.amount, unitOfLimit[edition.unit])])),
    ),
    ...pack.facts.flatMap((fact) => [
      ...(fact.limit ?? [])
        .map((edition) =>
          dated(`limit ${fact.id}${edition.region ? ` ${edition.region}` : ''}`, edition, [exactly(edition.value, unitOfFact[fact.unit] ?? '')]),
        )
        // A limit says nothing of how far its text was read: the edition of its instrument does.
        .filter((place) => place.at.length > 0),
      ...(fact.deadline
        ? [{ name: `deadline ${fact.id}`, at: at(fact.deadline.basis, { from: null }), figures: [exactly(fact.deadline.months, '个月')] }]
        : []),
    ]),
    ...pack.circumstances.flatMap((circumstance) =>
      circumstance.editions.filter(read).map((edition) => dated(`circumstance ${circumstance.id}`, edition, figuresOfCondition(edition.when, facts))),
    ),
    ...pack.principles.flatMap((principle) =>
      principle.editions
        .filter(read)
        .map((edition) => dated(`principle ${principle.id}`, edition, edition.days === undefined ? [] : [exactly(edition.days, '日')])),
    ),
  ]
  const byName = new Map(places.map((place) => [place.name, place]))
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}
