/**
 * The documentation, executed: every code block is run, parsed or compared, and a fence of another kind fails.
 *
 * Each page has a folder of its own. JSON blocks that name a file are written there and become the rules, facts
 * and records of the page; commands and TypeScript run beside them; a `text` block is what the block before it
 * prints. On a page that calls `hegui new` or copies a pack, files are written where the page comes to them, as its reader does.
 * A line `…` in it stands for any number of lines, as `// →` comments stand for lines of the console.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import * as analysis from '@hegui/analysis'
import * as calendar from '@hegui/calendar'
import * as engine from '@hegui/engine'
import * as decide from '@hegui/engine/decide'
import * as model from '@hegui/model'
import * as packAirQuality from '@hegui/pack-air-quality'
import * as packFireworks from '@hegui/pack-fireworks'
import * as fireworksCompiled from '@hegui/pack-fireworks/compiled'
import * as packLaw from '@hegui/pack-law'
import * as packUrbanOrder from '@hegui/pack-urban-order'
import * as packWorkSafety from '@hegui/pack-work-safety'
import * as report from '@hegui/report'
import * as sql from '@hegui/sql'
import * as testing from '@hegui/testing'
import ts from 'typescript'
import { afterAll, describe, expect, test } from 'vitest'
import { type AppraiseFormat, appraiseCommand } from '../src/commands/appraise.js'
import { assessCommand } from '../src/commands/assess.js'
import { backtestCommand } from '../src/commands/backtest.js'
import { type CalendarFormat, calendarCommand } from '../src/commands/calendar.js'
import { checkCommand, problemsIn } from '../src/commands/check.js'
import { compileCommand } from '../src/commands/compile.js'
import { coverageCommand } from '../src/commands/coverage.js'
import { diffCommand } from '../src/commands/diff.js'
import { explainCommand } from '../src/commands/explain.js'
import { fmtCommand } from '../src/commands/fmt.js'
import type { BacktestFormat, CheckFormat, CoverageFormat, DiffFormat, SqlFormat, TestFormat } from '../src/commands/formats.js'
import { type LegalityFormat, legalityCommand } from '../src/commands/legality.js'
import { mutateCommand } from '../src/commands/mutate.js'
import { newCommand } from '../src/commands/new.js'
import { exitCodes } from '../src/commands/output.js'
import { progressCommand } from '../src/commands/progress.js'
import { rulesCommand } from '../src/commands/rules.js'
import { sqlCommand } from '../src/commands/sql.js'
import { testRun } from '../src/commands/test-run.js'
import * as hegui from '../src/index.js'
import { loadRuleset } from '../src/input/load-packs.js'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  packageManager: string
  scripts: Record<string, string>
  devDependencies: Record<string, string>
}
const markdownIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name))
/** Written by hand; docs/problems is generated from the catalogue and has its own test. */
const pages = [
  'README.md',
  'README.en.md',
  'ARCHITECTURE.md',
  'GLOSSARY.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...markdownIn('docs'),
  ...markdownIn('docs/decisions'),
  ...readdirSync(join(root, 'packages'))
    .map((name) => join('packages', name, 'README.md'))
    .filter((file) => existsSync(join(root, file))),
]

interface Block {
  readonly lang: string
  /** The info string after the language: kind of document, file name, expected problem codes. */
  readonly info: readonly string[]
  readonly text: string
  readonly line: number
}

function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = []
  const lines = markdown.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const fence = /^(\s*)(`{3,})(\S*)\s*(.*)$/.exec(lines[at] ?? '')
    if (fence === null) continue
    const [, indent = '', ticks = '', lang = '', info = ''] = fence
    const end = lines.findIndex((line, index) => index > at && line.trim() === ticks)
    if (end < 0) throw new Error(`the block in line ${at + 1} is not closed`)
    const body = lines.slice(at + 1, end).map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
    blocks.push({ lang, info: info.split(/\s+/).filter((word) => word !== ''), text: body.join('\n'), line: at + 1 })
    at = end
  }
  return blocks
}

/** Whole documents: where a block without a name of its own is put, so that its kind is known by its place. */
const documents: Readonly<Record<string, (name: string) => string>> = {
  record: (name) => `${name}.json`,
  rule: (name) => `rules/${name}/rule.json`,
  cases: (name) => `rules/${name}/cases.json`,
  facts: (name) => `facts/${name}.json`,
  conditions: (name) => `conditions/${name}.json`,
  organs: (name) => `organs/${name}.json`,
  instrument: (name) => `laws/${name}.json`,
  plan: (name) => `plans/${name}.json`,
  procedures: (name) => `procedures/${name}.json`,
  circumstance: (name) => `circumstances/${name}/circumstance.json`,
  'circumstance-cases': (name) => `circumstances/${name}/cases.json`,
  principle: (name) => `principles/${name}.json`,
  benchmark: (name) => `benchmarks/${name}.json`,
  case: (name) => `${name}.json`,
  'appraisal-file': (name) => `${name}.json`,
}
/** Parts of documents, each checked with the schema of the part. */
const parts: Readonly<Record<string, Parameters<typeof model.checkShape>[0]>> = {
  fact: model.factDefinitionSchema,
  extension: model.factExtensionSchema,
  norm: model.normSchema,
  'norm-edition': model.normEditionSchema,
  'instrument-edition': model.instrumentEditionSchema,
  provision: model.provisionSchema,
  consequence: model.consequenceSchema,
  clause: model.planClauseSchema,
  measure: model.planMeasureSchema,
  conduct: model.conductSchema,
  goods: model.goodsLineSchema,
  columns: model.summaryColumnsSchema,
  formula: model.formulaSchema,
  trigger: model.triggerSchema,
}

interface Page {
  readonly folder: string
  readonly blocks: readonly Block[]
  /** Files are written when their block is reached. */
  readonly inTurn: boolean
  readonly fileOf: (block: Block) => string | undefined
}

const temporary: string[] = []
afterAll(() => {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true })
})

const codesOf = (block: Block): readonly string[] => block.info.filter((word) => /^HG\d{4}$/.test(word))

/** Writes the named and the whole documents of a page into a fresh folder. */
function pageOf(file: string): Page {
  const folder = mkdtempSync(join(tmpdir(), 'hegui-docs-'))
  temporary.push(folder)
  const blocks = blocksOf(readFileSync(join(root, file), 'utf8'))
  const fileOf = ({ lang, info, line }: Block): string | undefined => {
    const [kind = ''] = info
    const named = info.find((word) => /\.(?:json|ndjson|csv)$/.test(word))
    if (lang === 'ndjson' || lang === 'csv') return named
    return lang === 'json' ? (named ?? documents[kind]?.(`block-${line}`)) : undefined
  }
  const inTurn = blocks.some(({ lang, text }) => lang === 'sh' && /hegui new |^cp -r /m.test(text))
  const page: Page = { folder, blocks, inTurn, fileOf }
  if (!inTurn) for (const block of blocks) writeBlock(block, page)
  return page
}

function writeBlock(block: Block, { folder, fileOf }: Page): void {
  const name = fileOf(block)
  if (name === undefined) return
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), `${block.text}\n`)
}

/** The page's own rules, facts and records that are meant to be right. */
const goodFiles = ({ blocks, fileOf, folder }: Page): readonly string[] =>
  blocks
    .filter((block) => block.lang === 'json' && block.info[0] !== 'package' && codesOf(block).length === 0)
    .flatMap((block) => fileOf(block) ?? [])
    .map((name) => join(folder, name))
    .filter((file) => existsSync(file))

const withoutRecords = (files: readonly string[]): readonly string[] =>
  files.filter((file) => /[\\/](?:rules|facts|conditions|organs|laws|plans|procedures|circumstances|principles|benchmarks)[\\/]/.test(file))

function rulesetOf(page: Page): engine.Ruleset {
  const files = withoutRecords(goodFiles(page))
  const loaded = loadRuleset(files)
  if (!loaded.ok) throw new Error(loaded.problems.map((found) => `${found.file ?? ''} ${found.code} ${found.message}`).join('\n'))
  return loaded.ruleset
}

function checkJson(block: Block, page: Page): void {
  const [kind = ''] = block.info
  const expected = codesOf(block)
  const name = page.fileOf(block)
  if (kind === 'package') {
    expect(JSON.parse(block.text)).toMatchObject({ hegui: { pack: expect.any(String), title: expect.any(String) } })
  } else if (documents[kind] !== undefined && name !== undefined) {
    const file = join(page.folder, name)
    const found = problemsIn([...new Set([...goodFiles(page), file])].sort(), []).filter((each) => each.file === file)
    expect([...new Set(found.map((each) => each.code))].sort(), found.map((each) => `${each.code} ${each.message}`).join('\n')).toEqual([...expected].sort())
    if (kind === 'cases' && !block.info.includes('fails')) runCases(JSON.parse(block.text) as model.RuleCases, rulesetOf(page))
  } else if (kind === 'condition') {
    const found = model.checkCondition(JSON.parse(block.text), [], rulesetOf(page).vocabulary)
    expect([...new Set(found.map((each) => each.code))].sort(), found.map((each) => each.message).join('\n')).toEqual([...expected].sort())
  } else {
    const schema = parts[kind]
    if (schema === undefined) throw new Error(`line ${block.line}: a json block of an unknown kind “${kind}”`)
    const found = model.checkShape(schema, JSON.parse(block.text))
    expect([...new Set(found.map((each) => each.code))].sort(), found.map((each) => `${each.path.join('.')} ${each.message}`).join('\n')).toEqual(
      [...expected].sort(),
    )
  }
}

function runCases({ rule, cases }: model.RuleCases, ruleset: engine.Ruleset): void {
  for (const each of cases) {
    const region = each.region === undefined ? {} : { region: each.region }
    const goods = each.goods === undefined ? {} : { goods: each.goods }
    // Cases give facts without saying where they stand; in a record those of the conduct may hold party and site too.
    const record = { id: 'case', inspectedOn: each.date ?? '2024-01-01', ...region, conducts: [{ id: 'c1', date: each.date, facts: each.facts, ...goods }] }
    const result = engine.assess(record, ruleset)
    if (!result.ok) throw new Error(`${each.name} ${result.problems.map((found) => found.message).join(' ')}`)
    const finding = result.assessment.findings.find((found) => found.rule === rule)
    const proposed = result.assessment.measures
      .filter((measure) => measure.proposed && measure.findings.includes(rule))
      .flatMap((measure) => measure.norm ?? [])
    const { verdict, canViolate, missing, norms } = each.expect
    expect(finding?.verdict, each.name).toBe(verdict)
    if (canViolate !== undefined) expect(finding?.canViolate, each.name).toBe(canViolate)
    if (missing !== undefined) expect([...(finding?.missing ?? [])].sort(), each.name).toEqual([...missing].sort())
    if (norms !== undefined) expect([...new Set(proposed)].sort(), each.name).toEqual([...norms].sort())
  }
}

/** `actual` line by line, where a line `…` of `expected` stands for any number of lines. */
function expectText(actual: string, expected: string): void {
  const trimmed = (text: string): readonly string[] =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => line.trimEnd())
  const lines = trimmed(actual)
  const wanted = trimmed(expected)
  if (!wanted.includes('…')) {
    expect(lines).toEqual(wanted)
    return
  }
  let from = 0
  let loose = false
  for (const chunk of wanted
    .join('\n')
    .split(/^…$/m)
    .map((part) => part.replace(/^\n|\n$/g, ''))) {
    if (chunk !== '') {
      const part = chunk.split('\n')
      const place = lines.findIndex((_, index) => index >= from && part.every((line, offset) => lines[index + offset] === line))
      expect(place, `not found after line ${from}:\n${chunk}\nin:\n${lines.slice(from).join('\n')}`).toBeGreaterThanOrEqual(0)
      if (!loose) expect(place, chunk).toBe(from)
      from = place + part.length
    }
    loose = true
  }
  if (wanted.at(-1) !== '…') expect(from).toBe(lines.length)
}

const words = (line: string): readonly string[] => [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')

/** The commands of a block, run in the page's folder; what they print, in order. */
async function runShell(block: Block, page: Page): Promise<string> {
  let printed = ''
  for (const line of block.text.split('\n')) {
    const [written = '', comment = ''] = line.split(/\s#\s|^#\s/)
    const exit = Number(/(?:退出码|exit)\s*(\d)/.exec(comment)?.[1] ?? exitCodes.done)
    const command = written.trim()
    if (command === '') continue
    const [, pack, copy] = /^cp -r (packages\/pack-[a-z-]+) (\S+)$/.exec(command) ?? []
    if (pack !== undefined && copy !== undefined) {
      cpSync(join(root, pack), join(page.folder, copy), { recursive: true, filter: (path) => !/[\\/](?:node_modules|dist|src)$/.test(path) })
      continue
    }
    const called = /^(?:cat (?<input>\S+) \| )?(?:npx hegui|npm run (?:--silent )?hegui --|hegui) (?<args>.*)$/.exec(command)
    if (called === null) {
      expectKnown(command)
      continue
    }
    const { input, args = '' } = called.groups ?? {}
    const result = await heguiCommand(words(args), input, page)
    expect(result.code, `${command}\n${result.text}`).toBe(exit)
    printed += result.text
  }
  return printed
}

/** Other commands are not run; what they call must be there. */
function expectKnown(command: string): void {
  const [, script] = /^npm (?:run )?(\S+)/.exec(command) ?? []
  const [, pnpm, pnpmScript = ''] = /^npx --yes (pnpm@\S+) (?:run )?(\S+)/.exec(command) ?? []
  if (pnpm !== undefined) {
    expect(pnpm, command).toBe(manifest.packageManager)
    expect(manifest.scripts, command).toHaveProperty([pnpmScript])
    return
  }
  const [, tool] = /^npx (\S+)/.exec(command) ?? []
  if (script === 'install' || /^(?:git|cd) /.test(command)) return
  if (script !== undefined) {
    expect(manifest.scripts, command).toHaveProperty([script])
    return
  }
  const tools: Readonly<Record<string, string>> = { vitest: 'vitest', changeset: '@changesets/cli', biome: '@biomejs/biome' }
  expect(manifest.devDependencies, `unknown command: ${command}`).toHaveProperty([tools[tool ?? ''] ?? command])
}

async function heguiCommand(given: readonly string[], input: string | undefined, page: Page): Promise<{ readonly text: string; readonly code: number }> {
  const place = (path: string): string => (!existsSync(join(page.folder, path)) && existsSync(join(root, path)) ? join(root, path) : join(page.folder, path))
  const expand = (path: string): readonly string[] => {
    if (!path.includes('*')) return [place(path)]
    const folder = place(dirname(path))
    return readdirSync(folder)
      .filter((name) => new RegExp(`^${(path.split('/').at(-1) ?? '').replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(name))
      .sort()
      .map((name) => join(folder, name))
  }
  const redirect = given.indexOf('>')
  const args = redirect < 0 ? given : given.slice(0, redirect)
  const [command = '', ...rest] = args
  const { values, positionals } = parseArgs({
    args: rest,
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      lang: { type: 'string', default: 'zh' },
      pack: { type: 'string', multiple: true, default: [] },
      'decided-on': { type: 'string' },
      'as-of': { type: 'string' },
      strict: { type: 'boolean', default: false },
      fix: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      explain: { type: 'boolean', default: false },
      legality: { type: 'boolean', default: false },
      dir: { type: 'string', default: '.' },
      domain: { type: 'string' },
      plan: { type: 'string' },
      article: { type: 'string' },
      fact: { type: 'string' },
      on: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      'days-off': { type: 'boolean', default: false },
      unit: { type: 'string', multiple: true, default: [] },
      submissions: { type: 'string' },
      aggregate: { type: 'string', multiple: true, default: [] },
      'save-aggregate': { type: 'string' },
      source: { type: 'string' },
      columns: { type: 'string' },
      out: { type: 'string' },
      rejects: { type: 'string' },
      resume: { type: 'boolean', default: false },
      dialect: { type: 'string', default: 'duckdb' },
      rule: { type: 'string', multiple: true, default: [] },
      table: { type: 'string', default: 'conducts' },
      'create-table': { type: 'boolean', default: false },
      rows: { type: 'boolean', default: false },
      run: { type: 'string' },
      database: { type: 'string' },
      all: { type: 'boolean', default: false },
      'save-cases': { type: 'string' },
      'max-steps': { type: 'string' },
      examples: { type: 'string' },
      changes: { type: 'string' },
      propose: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      cache: { type: 'string' },
      records: { type: 'string', multiple: true, default: [] },
    },
  })
  let text = ''
  const add = (part: string): void => {
    text += part
  }
  const output = { out: add, err: add }
  const language = values.lang as hegui.Language
  const format = values.format as 'text' | 'json'
  const packs = values.pack.map(place)
  const paths = positionals.flatMap((path) => (path === '-' && input !== undefined ? [place(input)] : expand(path)))
  const decidedOn = values['decided-on']
  const asOf = values['as-of']
  const written: { readonly out?: string; readonly rejects?: string } = Object.fromEntries(
    Object.entries({ out: values.out, rejects: values.rejects }).flatMap(([key, value]) => (value === undefined ? [] : [[key, join(page.folder, value)]])),
  )
  const run = (): Promise<number> | number => {
    if (command === 'assess')
      return assessCommand(
        {
          files: paths,
          format,
          packs,
          language,
          explain: values.explain,
          resume: values.resume,
          ...written,
          ...(decidedOn === undefined ? {} : { decidedOn }),
        },
        output,
      )
    if (command === 'compile' && written.out !== undefined) return compileCommand({ folders: paths, packs, language, out: written.out, index: true }, output)
    if (command === 'progress') return progressCommand({ files: paths, format, packs, language, ...(asOf === undefined ? {} : { asOf }) }, output)
    if (command === 'diff') {
      const version = (path: string): string => (path === 'shipped' ? path : place(path))
      const [old = '', fresh = ''] = positionals.map(version)
      const saved = values['save-cases'] === undefined ? {} : { saveCases: place(values['save-cases']) }
      const steps = values['max-steps'] === undefined ? {} : { maxSteps: Number(values['max-steps']) }
      return diffCommand({ old, new: fresh, format: values.format as DiffFormat, language, ...written, ...saved, ...steps }, output)
    }
    if (command === 'backtest') {
      const [from = '', to = ''] = [values.from, values.to].map((path = '') => (path === 'shipped' ? path : place(path)))
      const optional = {
        ...(values.examples === undefined ? {} : { examples: Number(values.examples) }),
        ...(values.changes === undefined ? {} : { changes: place(values.changes) }),
        ...(values.out === undefined ? {} : { out: place(values.out) }),
      }
      return backtestCommand({ from, to, records: paths, format: values.format as BacktestFormat, language, ...optional }, output)
    }
    if (command === 'calendar') {
      const days = Object.fromEntries(Object.entries({ from: values.from, to: values.to }).filter(([, value]) => value !== undefined))
      const calendar = { plan: values.plan ?? '', format: values.format as CalendarFormat, packs, language, daysOff: values['days-off'], ...days }
      return calendarCommand(calendar, output)
    }
    if (command === 'appraise') {
      const named = { asOf, source: values.source, columns: values.columns, out: values.out, saveAggregate: values['save-aggregate'] }
      const files = ['columns', 'out', 'saveAggregate']
      const optional = Object.fromEntries(
        Object.entries(named).flatMap(([key, value]) => (value === undefined ? [] : [[key, files.includes(key) ? place(value) : value]])),
      )
      const { plan = '', from = '', to = '', submissions = '', unit: units } = values
      const appraisal = { plan, units, from, to, submissions: place(submissions), records: paths, aggregates: values.aggregate.map(place), packs, language }
      return appraiseCommand({ ...appraisal, ...optional, format: values.format as AppraiseFormat }, output)
    }
    if (command === 'check' && values.legality) {
      const plans = positionals.map((name) => (existsSync(place(name)) ? place(name) : name))
      return legalityCommand({ plans, format: values.format as LegalityFormat, packs, language }, output)
    }
    if (command === 'check') {
      const day = asOf === undefined ? {} : { asOf }
      const { format: as, strict, fix } = values
      return checkCommand({ paths: paths.length === 0 ? [page.folder] : paths, language, format: as as CheckFormat, strict, fix, ...day }, output)
    }
    if (command === 'sql') {
      // `--rows` takes all that follows; a pack stands before the options.
      const pack = values.rows || positionals[0] === undefined ? {} : { pack: positionals[0] }
      const run = values.run === undefined ? {} : { run: existsSync(place(values.run)) ? place(values.run) : values.run }
      const optional = Object.fromEntries(
        Object.entries({ database: values.database, out: values.out }).flatMap(([key, value]) => (value === undefined ? [] : [[key, place(value)]])),
      )
      const { dialect, rule: rules, table, all } = values
      const chosen = args.includes('--format') ? { format: values.format as SqlFormat } : {}
      const rows = values.rows ? paths : []
      return sqlCommand(
        { dialect, rules, table, all, createTable: values['create-table'], rows, packs, language, ...pack, ...run, ...optional, ...chosen },
        output,
      )
    }
    if (command === 'fmt') return fmtCommand({ paths: paths.length === 0 ? [page.folder] : paths, language, check: values.check }, output)
    const { domain, plan, article, fact, on } = values
    const given = Object.fromEntries(Object.entries({ domain, plan, article, fact, on }).filter(([, value]) => value !== undefined))
    if (command === 'explain') return explainCommand({ packs, language, ...given, ...(positionals[0] === undefined ? {} : { rule: positionals[0] }) }, output)
    if (command === 'rules') return rulesCommand({ packs, language, format, ...given }, output)
    if (command === 'test') {
      const how = { format: values.format as TestFormat, watch: false, write: values.write, lang: language }
      return testRun(paths.length === 0 ? [page.folder] : paths, { ...how, ...(values.propose ? { propose: true as const } : {}) }, output)
    }
    if (command === 'coverage') return coverageCommand({ paths, records: values.records.map(place), format: values.format as CoverageFormat, language }, output)
    if (command === 'mutate') {
      const [only] = values.rule
      const optional = { ...(only === undefined ? {} : { rule: only }), ...(values.cache === undefined ? {} : { cache: place(values.cache) }) }
      return mutateCommand({ paths, format, language, propose: values.propose, write: values.write, ...optional }, output)
    }
    const [kind, name = ''] = positionals
    if (command === 'new' && (kind === 'rule' || kind === 'plan')) return newCommand({ kind, name, folder: join(page.folder, values.dir), language }, output)
    throw new Error(`hegui has no command “${command}”`)
  }
  const code = await run()
  const told = text.replaceAll(`${page.folder}/`, '').replaceAll(root, '')
  const target = redirect < 0 ? undefined : given[redirect + 1]
  if (target === undefined) return { text: told, code }
  writeFileSync(join(page.folder, target), told)
  return { text: '', code }
}

const modules: Readonly<Record<string, unknown>> = {
  hegui,
  '@hegui/engine': engine,
  '@hegui/engine/decide': decide,
  '@hegui/analysis': analysis,
  '@hegui/model': model,
  '@hegui/calendar': calendar,
  '@hegui/report': report,
  '@hegui/sql': sql,
  '@hegui/testing': testing,
  // Tests cannot be registered while one runs: that the folder has cases is what is looked at here.
  '@hegui/testing/vitest': {
    registerCases: (folder: string) =>
      expect(
        readdirSync(join(root, folder), { recursive: true })
          .map(String)
          .filter((name) => /cases\.json$/.test(name)).length,
      ).toBeGreaterThan(0),
  },
  '@hegui/pack-law': packLaw,
  '@hegui/pack-fireworks': packFireworks,
  '@hegui/pack-fireworks/compiled': fireworksCompiled,
  '@hegui/pack-air-quality': packAirQuality,
  '@hegui/pack-urban-order': packUrbanOrder,
  '@hegui/pack-work-safety': packWorkSafety,
}
const AsyncFunction = (async () => undefined).constructor as new (...args: string[]) => (...args: unknown[]) => Promise<void>

/** `ts continued` goes on from the block before: what that one declared is still there. */
function sourceOf(block: Block, page: Page): string {
  const earlier = page.blocks.filter((each) => each.lang === 'ts' && each.line < block.line).at(-1)
  return block.info.includes('continued') && earlier !== undefined ? `${sourceOf(earlier, page)}\n${block.text}` : block.text
}

async function runTypeScript(source: string): Promise<string> {
  const { outputText } = ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } })
  const lines: string[] = []
  const log = (...values: readonly unknown[]): void =>
    void lines.push(values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(' '))
  const load = (name: string): unknown => {
    if (!(name in modules)) throw new Error(`a block imports “${name}”, which readers may not have`)
    return modules[name]
  }
  await new AsyncFunction('require', 'exports', 'console', outputText)(load, {}, { log })
  const expected = [...source.matchAll(/\/\/ → (.*)$/gm)].map((match) => match[1] ?? '')
  if (expected.length > 0) expect(lines.flatMap((line) => line.split('\n'))).toEqual(expected)
  return lines.join('\n')
}

/** Runs one block; what it printed, for a `text` block that follows. */
async function runBlock(block: Block, page: Page): Promise<string | undefined> {
  switch (block.lang) {
    case 'ts':
      return runTypeScript(sourceOf(block, page))
    case 'sh':
      return runShell(block, page)
    case 'json':
      if (page.inTurn) writeBlock(block, page)
      return void checkJson(block, page)
    case 'csv':
    case 'ndjson':
      if (page.inTurn) writeBlock(block, page)
      return void expect(
        page.blocks.some((each) => each.lang === 'sh' && each.text.includes(page.fileOf(block) ?? '\n')),
        'no command uses this file',
      ).toBe(true)
    case 'changeset':
      return void expectChangeset(block.text)
    case 'mermaid':
      for (const [, name = ''] of block.text.matchAll(/"(@hegui\/[a-z-]+|hegui)"/g))
        expect(existsSync(join(root, 'packages', name.replace('@hegui/', ''))), name).toBe(true)
      return undefined
    default:
      throw new Error(`line ${block.line}: nothing executes a “${block.lang}” block`)
  }
}

function expectChangeset(text: string): void {
  const bumps = [...text.matchAll(/^'(@hegui\/[a-z-]+|hegui)': (patch|minor|major)$/gm)]
  expect(bumps.length, 'a changeset names packages and their bump').toBeGreaterThan(0)
  for (const [, name = ''] of bumps) expect(existsSync(join(root, 'packages', name.replace('@hegui/', ''))), name).toBe(true)
}

describe.each(pages)('%s', (file) => {
  const page = pageOf(file)
  const markdown = readFileSync(join(root, file), 'utf8')
  for (const [index, block] of page.blocks.entries()) {
    if (block.lang === 'text') {
      if (!['ts', 'sh'].includes(page.blocks[index - 1]?.lang ?? ''))
        test(`line ${block.line}: text`, () => expect.fail('a text block shows what the ts or sh block before it prints'))
      continue
    }
    test(`line ${block.line}: ${block.lang} ${block.info.join(' ')}`, async () => {
      const printed = await runBlock(block, page)
      const next = page.blocks[index + 1]
      if (next?.lang === 'text') expectText(printed ?? '', next.text)
    })
  }

  test('links lead somewhere', () => {
    const targets = [...markdown.matchAll(/\]\(([^)\s]+)\)/g)]
      .map((match) => (match[1] ?? '').replace(/#.*$/, ''))
      .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
    expect(targets.filter((target) => !existsSync(resolve(root, dirname(file), target)))).toEqual([])
  })

  test('problem codes exist', () => {
    expect([...markdown.matchAll(/HG\d{4}/g)].map(([code]) => code).filter((code) => !(model.problemCodes as readonly string[]).includes(code))).toEqual([])
  })
})

test('every TypeScript block type-checks', { timeout: 120_000 }, () => {
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent({ ...config.config, include: [], files: [] }, ts.sys, root)
  const sources = new Map(
    pages.flatMap((file) => {
      const page: Page = { folder: '', blocks: blocksOf(readFileSync(join(root, file), 'utf8')), inTurn: false, fileOf: () => undefined }
      return page.blocks
        .filter((block) => block.lang === 'ts')
        .map(
          (block) =>
            [
              join(root, 'packages', 'hegui', 'test', `${relative(root, join(root, file)).replaceAll(/[\\/]/g, '-')}-${block.line}.mts`),
              sourceOf(block, page),
            ] as const,
        )
    }),
  )
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (name) => sources.has(name) || fileExists(name)
  host.readFile = (name) => sources.get(name) ?? readFile(name)
  host.getSourceFile = (name, ...rest) => {
    const source = sources.get(name)
    return source === undefined ? getSourceFile(name, ...rest) : ts.createSourceFile(name, source, ts.ScriptTarget.ES2022, true)
  }
  const program = ts.createProgram([...sources.keys()], { ...options, noEmit: true, moduleDetection: ts.ModuleDetectionKind.Force }, host)
  const found = [...sources.keys()]
    .flatMap((name) => program.getSemanticDiagnostics(program.getSourceFile(name)))
    .map((each) => `${each.file?.fileName.split('/').at(-1) ?? ''} ${ts.flattenDiagnosticMessageText(each.messageText, '\n')}`)
  expect(found).toEqual([])
})

const linksOf = (file: string): readonly string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/\]\(([^)\s#]+)[^)]*\)/g)].map((match) => match[1] ?? '').filter((target) => !/^[a-z]+:/.test(target))

test('the README is Chinese, names its language first and links the English one, and back', () => {
  const opening = (file: string): string => readFileSync(join(root, file), 'utf8').split('\n## ')[0] ?? ''
  expect(opening('README.md')).toContain('中文 · [English](README.en.md)')
  expect(opening('README.en.md')).toContain('[中文](README.md) · English')
})

test.each(['README.md', 'README.en.md', 'llms.txt'])('%s leads to every page of docs', (file) => {
  const pagesOfDocs = [...markdownIn('docs'), 'docs/problems/README.md', 'docs/decisions/README.md']
  expect(pagesOfDocs.filter((page) => !linksOf(file).includes(page))).toEqual([])
  expect(linksOf(file).filter((target) => !existsSync(join(root, target)))).toEqual([])
})

test('docs/problems/README.md leads to every code, docs/decisions/README.md to every decision', () => {
  expect(model.problemCodes.filter((code) => !linksOf('docs/problems/README.md').includes(`${code}.md`))).toEqual([])
  const decisions = readdirSync(join(root, 'docs', 'decisions')).filter((name) => name !== 'README.md')
  expect(decisions.filter((name) => !linksOf('docs/decisions/README.md').includes(name))).toEqual([])
})

test('docs/command.md gives every exit code', () => {
  const codes = [...readFileSync(join(root, 'docs', 'command.md'), 'utf8').matchAll(/^\| *`(\d)` *\|/gm)].map((match) => Number(match[1]))
  expect(codes).toEqual(Object.values(exitCodes))
})

test('docs/write-a-rule.md names every operator for every type of fact', () => {
  const rows = [...readFileSync(join(root, 'docs', 'write-a-rule.md'), 'utf8').matchAll(/^\| *[^|]+ `([a-z]+)` *\| *([^|]+) *\|/gm)].map((match) => [
    match[1],
    [...(match[2] ?? '').matchAll(/`([A-Za-z]+)`/g)].map((name) => name[1]),
  ])
  expect(Object.fromEntries(rows)).toEqual(model.operatorsFor)
})
