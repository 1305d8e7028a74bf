/** Targets, accountability and tracings as tables. */
import type { AccountabilityFinding, Appraisal, Tracing } from '@hegui/model'
import { type Block, cell, type Line, say, type Tone } from '../page/page.js'
import { consequenceText } from '../words/consequence-text.js'
import { aimText, valueText } from '../words/value-text.js'
import { clausesText, factTitle, readingTitle, type Writer } from '../words/words.js'
import type { Part } from './duty-blocks.js'

const labelled = (label: string, text: string, { words }: Writer): Line => say(`${label}${words.colon}${text}`)
const targetTones: Readonly<Record<Appraisal['targets'][number]['state'], Tone>> = { met: 'good', missed: 'bad', undetermined: 'open' }
const triggerTones: Readonly<Record<AccountabilityFinding['state'], Tone>> = { established: 'bad', 'not-established': 'quiet', undetermined: 'open' }

export function targetTable({ plan, targets }: Appraisal, { writer, sources }: Part): Block {
  const { words } = writer
  return {
    kind: 'table',
    caption: '',
    columns: [words.target, words.value, words.aim, words.state, words.formula, words.reason, words.clauses],
    rows: targets.map((target) => ({
      cells: [
        cell(target.title),
        [[sources.figure(valueText(target.value, words), { title: target.title, evidence: target.evidence, figures: target.figures })]],
        cell(aimText(target.aim, words)),
        cell(words.targetState[target.state], targetTones[target.state]),
        cell(target.formula ?? words.notDefined),
        [
          say(target.reason),
          ...(target.configured ? [say(words.configured, 'open')] : []),
          ...(target.reading === null ? [] : [labelled(words.reading, readingTitle(plan, target.target, target.reading, writer), writer)]),
          ...target.flags.map((flag) => labelled(words.flags, flag, writer)),
        ],
        cell(clausesText(target.clauses, writer)),
      ],
    })),
  }
}

export function accountabilityTable({ plan, accountability }: Appraisal, { writer, sources }: Part): Block {
  const { words } = writer
  return {
    kind: 'table',
    caption: '',
    columns: [words.accountability, words.trigger, words.state, words.consequences, words.reason, words.clauses],
    rows: accountability.map((finding) => ({
      cells: [
        cell(finding.title),
        cell(finding.trigger),
        [
          [{ ...sources.figure(words.triggerState[finding.state], { title: finding.title, evidence: finding.evidence }), tone: triggerTones[finding.state] }],
          ...(finding.day === null ? [] : [say(finding.day)]),
        ],
        finding.consequences.map((each) => say(consequenceText(each, writer))),
        [
          say(finding.reason),
          ...(finding.reading === null ? [] : [labelled(words.reading, readingTitle(plan, finding.accountability, finding.reading, writer), writer)]),
          ...finding.missing.map(({ question }) => labelled(words.missing, question, writer)),
          ...finding.checklist.flatMap((list) => checklistLines(list, writer)),
          ...finding.flags.map((flag) => labelled(words.flags, flag, writer)),
        ],
        cell(clausesText(finding.clauses, writer)),
      ],
    })),
  }
}

const checklistLines = ({ about, items, closing }: AccountabilityFinding['checklist'][number], { words }: Writer): readonly Line[] => [
  say(`${words.checklist}${words.colon}${about}${words.bracket(words.closing[closing])}`),
  ...items.map(({ title, done }) => say(`${title}${words.colon}${done === null ? words.unknown : done ? words.done : words.notDone}`)),
]

export function tracingTable({ tracings }: Appraisal, { writer, sources }: Part): Block {
  const { words } = writer
  return {
    kind: 'table',
    caption: '',
    columns: [words.record, words.direction, words.whom, words.reason, words.clauses],
    rows: tracings.map((tracing) => ({
      cells: [
        [[sources.record(tracing.record)], say(tracing.conduct, 'quiet')],
        cell(words.traced[tracing.direction]),
        tracing.whom.map((each) => whomLine(each, writer)),
        [
          say(tracing.reason),
          ...tracing.known.map(({ fact, value }) => labelled(words.known, `${factTitle(fact, writer)} ${value}`, writer)),
          ...tracing.questions.map((question) => labelled(words.questions, question, writer)),
        ],
        cell(clausesText(tracing.clauses, writer)),
      ],
    })),
  }
}

function whomLine({ title, role, duty, from, to }: Tracing['whom'][number], { words }: Writer): Line {
  const period = from === null && to === null ? [] : [`${from ?? '…'} ${words.to} ${to ?? '…'}`]
  const notes = [...(role === null ? [] : [role]), ...(duty === null ? [] : [duty]), ...period]
  return say(notes.length === 0 ? title : `${title}${words.bracket(notes.join(words.comma))}`)
}
