/** Statistics as a table and, where there are several of one unit of measurement, as bars. */
import type { Appraisal, AppraisedStatistic } from '@hegui/model'
import { type Bar, barChart } from '../chart/bars.js'
import { type Block, cell, type Span } from '../page/page.js'
import { numberText, valueText } from '../words/value-text.js'
import { clausesText } from '../words/words.js'
import type { Part } from './duty-blocks.js'

export function statisticTable({ statistics }: Appraisal, { writer, sources }: Part): Block {
  const { words } = writer
  const reportedOf = ({ reported, title, clauses }: AppraisedStatistic): Span =>
    sources.figure(valueText(reported, words), {
      title: `${title}${words.bracket(words.reported)}`,
      note: `${words.clauses}${words.colon}${clausesText(clauses, writer)}`,
    })
  return {
    kind: 'table',
    caption: '',
    columns: [words.statistic, words.value, words.measuredIn, words.reported, words.comparison, words.formula, words.clauses],
    rows: statistics.map((each) => ({
      cells: [
        cell(each.title),
        [[sources.figure(valueText(each.value, words), { title: each.title, evidence: each.evidence, figures: each.figures })]],
        cell(each.unit ?? ''),
        each.reported === null ? cell(words.none) : [[reportedOf(each)]],
        cell(words.comparisonState[each.comparison], each.comparison === 'differs' ? 'bad' : undefined),
        cell(each.formula ?? words.notDefined),
        cell(clausesText(each.clauses, writer)),
      ],
    })),
  }
}

/** One chart a unit of measurement: bars of 箱 and 元 side by side would say nothing. What may still be added is lighter. */
export function statisticCharts({ statistics }: Appraisal, { prefix, writer }: Part): readonly Block[] {
  const { words } = writer
  const charted = statistics.flatMap(({ title, unit, value }) => (value === null ? [] : [{ title, unit: unit ?? '', value }]))
  const units = [...new Set(charted.map(({ unit }) => unit))]
  return units.flatMap((unit, index): readonly Block[] => {
    const bars = charted
      .filter((each) => each.unit === unit)
      .map(({ title, value }): Bar => {
        const least = Math.max(0, value.min)
        return {
          label: title,
          parts: [
            { title: '', value: least, fill: 'open' },
            { title: '', value: Math.max(0, (value.max ?? 0) - least), fill: 'light' },
          ],
          note: value.max === null ? `≥ ${numberText(value.min)}` : valueText(value, words),
        }
      })
    const title = `${words.byMeasure}${unit === '' ? '' : words.bracket(unit)}`
    return bars.length < 2 ? [] : [{ kind: 'chart', svg: barChart({ id: `${prefix}statistics-${index + 1}`, title, bars }) }]
  })
}
