/** `hegui check --legality [PLAN…]`: each clause of the plans with the law of the plan's days, or what is lawful instead. */
import { existsSync } from 'node:fs'
import { legalityOf, type PlanLegality } from '@hegui/analysis'
import type { Ruleset } from '@hegui/engine'
import { type Language, type Plan, type Problem, placed, problem, shown, suggestion } from '@hegui/model'
import { filesUnder } from '../input/documents.js'
import { loadRuleset } from '../input/load-packs.js'
import { type LoadedFiles, loadFiles } from '../input/pack-files.js'
import { legalityHtml } from '../report/legality/legality-html.js'
import { legalityMarkdown } from '../report/legality/legality-markdown.js'
import { legalityText } from '../report/legality/legality-text.js'
import { legalityTable } from '../report/legality/table.js'
import { problemText } from '../report/problem-text.js'

export type { LegalityFormat } from './formats.js'

import type { LegalityFormat } from './formats.js'
import { type ExitCode, exitCodes, type Output } from './output.js'

export interface LegalityArguments {
  /** Ids of loaded plans, plan files, folders with plans; none: every loaded plan. */
  readonly plans: readonly string[]
  readonly packs: readonly string[]
  readonly language: Language
  readonly format: LegalityFormat
}

/** Tables go to `out`, problems to `err`: a plan without a basis is a result, data that contradict themselves are a problem. */
export function legalityCommand({ plans, packs, language, format }: LegalityArguments, output: Output): ExitCode {
  const loaded = loadedWith(plans, packs)
  if (!loaded.ok) return reported(loaded.problems, format, language, output)
  const { ruleset, files } = loaded
  const found = plansNamed(plans, ruleset, files)
  if (!found.ok) return reported(found.problems, format, language, output)
  const results = found.plans.map((plan) => legalityOf(plan, ruleset))
  output.out(rendered(results, ruleset, language, format))
  return reported(
    results.flatMap((result) => inFile(result, files)),
    format,
    language,
    output,
  )
}

type Loaded =
  | { readonly ok: true; readonly ruleset: Ruleset; readonly files: ReadonlyMap<string, LoadedFiles> }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** What is no id of a loaded plan, but a file or folder, is laid over the packs. */
function loadedWith(names: readonly string[], packs: readonly string[]): Loaded {
  const first = loadRuleset(packs)
  if (!first.ok) return first
  const paths = names.filter((name) => !first.ruleset.catalogue.plans.has(name) && existsSync(name))
  if (paths.length === 0) return { ...first, files: new Map() }
  const second = loadRuleset([...packs, ...paths])
  return second.ok ? { ...second, files: new Map(paths.map((path) => [path, loadFiles(filesUnder([path]))])) } : second
}

const idsIn = (files: LoadedFiles | undefined): readonly string[] => (files?.pack.plans ?? []).map((plan) => (plan as Plan).id)

function plansNamed(
  names: readonly string[],
  { catalogue }: Ruleset,
  files: ReadonlyMap<string, LoadedFiles>,
): { readonly ok: true; readonly plans: readonly Plan[] } | { readonly ok: false; readonly problems: readonly Problem[] } {
  const known = [...catalogue.plans.keys()]
  const named = names.length === 0 ? [known] : names.map((name) => (files.has(name) ? idsIn(files.get(name)) : known.filter((id) => id === name)))
  const problems = names.flatMap((name, index) =>
    named[index]?.length === 0 ? [problem('HG8002', [], { id: shown(name), ...suggestion(name, known), ids: known.join('、'), idsEn: known.join(', ') })] : [],
  )
  return problems.length > 0 ? { ok: false, problems } : { ok: true, plans: [...new Set(named.flat())].flatMap((id) => catalogue.plans.get(id) ?? []) }
}

function rendered(results: readonly PlanLegality[], { catalogue }: Ruleset, language: Language, format: LegalityFormat): string {
  if (format === 'json') return results.map((result) => `${JSON.stringify(result)}\n`).join('')
  const tables = results.map((result) => legalityTable(result, catalogue, language))
  switch (format) {
    case 'text':
      return tables.map(legalityText).join(`\n${'─'.repeat(60)}\n\n`)
    case 'markdown':
      return tables.map(legalityMarkdown).join('\n')
    case 'html':
      return legalityHtml(tables)
    default:
      return format satisfies never
  }
}

/** At its line, where the plan was read from a file. */
function inFile({ plan, problems }: PlanLegality, files: ReadonlyMap<string, LoadedFiles>): readonly Problem[] {
  for (const each of files.values()) {
    const origin = each.origins.plans[idsIn(each).indexOf(plan)]
    if (origin !== undefined) return placed(problems, origin.read, origin.file)
  }
  return problems.map((found) => ({ ...found, path: ['plans', plan, ...found.path] }))
}

function reported(problems: readonly Problem[], format: LegalityFormat, language: Language, output: Output): ExitCode {
  for (const found of problems) output.err(`${format === 'json' ? JSON.stringify(found) : problemText(found, language)}\n`)
  return problems.some((found) => found.severity === 'error') ? exitCodes.problems : exitCodes.done
}
