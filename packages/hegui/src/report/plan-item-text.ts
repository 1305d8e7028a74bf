/** A plan's measures item by item: which route is open, which waits for a fact, and what is lawful instead. */
import { instrumentOf, type PlanItem } from '@hegui/model'
import { stateTitle } from './words.js'
import { factTitle, instrumentTitle, labelled, planTitle, type Writer } from './writer.js'

/** Items that belong together, such as the seven of 三没收一拘留三倒查, under their common name. */
export function planItemGroups(items: readonly PlanItem[], writer: Writer): readonly string[] {
  const titleOf = (item: PlanItem): string => {
    const group = writer.ruleset.catalogue.plans.get(item.plan)?.groups?.find((each) => each.id === item.group)
    return `▸ ${planTitle(item.plan, writer)} ${item.clause}${group === undefined ? '' : `${writer.words.gap}${group.title}`}`
  }
  const titles = [...new Set(items.map(titleOf))]
  return titles.flatMap((title) => [
    title,
    ...items.filter((item) => titleOf(item) === title).flatMap((item) => itemLines(item, writer).map((line) => `    ${line}`)),
  ])
}

function itemLines(item: PlanItem, writer: Writer): readonly string[] {
  const { language, words } = writer
  return [
    `· ${item.title}${words.gap}[${stateTitle(item.state, language)}]`,
    ...item.routes.map((route) => routeLine(route, writer)),
    ...(item.reason === undefined ? [] : [`    ${labelled(writer, words.reason, item.reason)}`]),
    ...(item.alternative === undefined ? [] : [`    ${labelled(writer, words.alternative, item.alternative)}`]),
  ]
}

/** A closed route is named, not explained: it does not concern this case. */
function routeLine(route: PlanItem['routes'][number], writer: Writer): string {
  const { language, words } = writer
  const head = `    ${words.route} ${instrumentTitle(instrumentOf(route.norm), writer)} ${route.article ?? ''}${words.gap}[${stateTitle(route.state, language)}]`
  if (route.state === 'closed' || route.state === 'not-in-force') return head
  const missing =
    route.missing.length === 0
      ? ''
      : `${words.gap}${labelled(writer, words.missing, route.missing.map((fact) => factTitle(fact, writer)).join(words.semicolon))}`
  return `${head}${words.gap}${route.explanation}${missing}`
}
