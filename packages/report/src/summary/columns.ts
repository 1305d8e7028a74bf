/** The columns of the summary table are data: the annex that would fix them is not part of any text at hand. */
import { type Aggregate, type Appraisal, dutyStates, type SummaryColumn } from '@hegui/model'
import { type ReportOptions, writerOf } from '../words/words.js'

/** One row an appraisal: the unit, its days, its duties, and every statistic, target and accountability of the plan. */
export function defaultColumns(appraisals: readonly Appraisal[], options: ReportOptions = {}): readonly SummaryColumn[] {
  const { words } = writerOf(options)
  const columns: SummaryColumn[] = [
    { id: 'unit', title: words.unit, type: 'link', source: 'unit/title' },
    { id: 'from', title: words.from, type: 'date', source: 'period/from' },
    { id: 'to', title: words.until, type: 'date', source: 'period/to' },
    { id: 'records', title: words.records, type: 'number', source: 'records' },
    ...dutyStates.map(
      (state): SummaryColumn => ({
        id: `duties-${state}`,
        title: `${words.duties}${words.bracket(words.dutyState[state])}`,
        type: 'number',
        source: `duties?state=${state}`,
      }),
    ),
    ...appraisals.flatMap(({ statistics }) =>
      statistics.map(
        ({ statistic, title, unit }): SummaryColumn => ({
          id: `statistic-${statistic}`,
          title: unit === null ? title : `${title}${words.bracket(unit)}`,
          type: 'number',
          source: `statistics/${statistic}/value`,
        }),
      ),
    ),
    ...appraisals.flatMap(({ targets }) =>
      targets.map(({ target, item, title }): SummaryColumn => {
        const id = item === null ? target : `${target}:${item}`
        return { id: `target-${id}`, title, type: 'number', source: `targets/${id}/value` }
      }),
    ),
    {
      id: 'accountability',
      title: `${words.accountability}${words.bracket(words.triggerState.established)}`,
      type: 'number',
      source: 'accountability?state=established',
    },
  ]
  return [...new Map(columns.map((column) => [column.id, column])).values()]
}

/** One row a cell. Formulas go by the hash of their canonical JSON. */
export function defaultAggregateColumns(options: ReportOptions = {}): readonly SummaryColumn[] {
  const { words } = writerOf(options)
  return [
    { id: 'formula', title: words.formula, type: 'link', source: 'formula' },
    { id: 'region', title: words.region, type: 'text', source: 'region' },
    { id: 'day', title: words.day, type: 'date', source: 'day' },
    { id: 'value', title: words.value, type: 'number', source: 'value' },
  ]
}

/** A cell of an aggregate as a row: what is certain, and what could still be added, as one range. */
export const aggregateRow = (cell: Aggregate['cells'][number]) => ({
  ...cell,
  value: { min: cell.min, max: cell.unbounded > 0 ? null : cell.min + cell.possible },
})
