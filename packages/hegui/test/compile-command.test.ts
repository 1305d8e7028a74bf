/** `hegui compile`: what it writes decides as the packs do, the same bytes each time, and nothing when a pack is wrong. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { recordOfCase } from '@hegui/analysis'
import { assess, type CompiledModule, createRuleset } from '@hegui/engine'
import { createConductDecider } from '@hegui/engine/decide'
import type { InspectionRecord } from '@hegui/model'
import ts from 'typescript'
import { afterAll, describe, expect, test } from 'vitest'
import { type CompileArguments, compileCommand } from '../src/commands/compile.js'
import { loadRuleset } from '../src/input/load-packs.js'
import { shippedCases } from '../src/input/shipped-cases.js'
import { shippedCompiled, shippedPacks, shippedRuleset } from '../src/packs.js'
import { captured } from './captured.js'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'hegui-compile-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (args: Partial<CompileArguments> & Pick<CompileArguments, 'out'>) =>
  captured((output) => compileCommand({ folders: [], packs: [], index: true, language: 'zh', ...args, out: join(folder, args.out) }, output))
const load = (name: string) => import(/* @vite-ignore */ pathToFileURL(join(folder, name)).href) as Promise<CompiledModule>
const text = (name: string): string => readFileSync(join(folder, name), 'utf8')
const jsonIn = (path: string) =>
  readdirSync(join(root, path))
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(root, path, name), 'utf8')) as InspectionRecord)
const plain = (() => {
  const created = createRuleset(shippedPacks)
  if (!created.ok) throw new Error('the shipped packs are broken')
  return created.ruleset
})()
const records: readonly InspectionRecord[] = [
  ...jsonIn('examples/records'),
  // One case in ten: all of them take a minute.
  ...shippedCases.flatMap((file) => file.cases.map((each) => recordOfCase(each, plain))).filter((_, index) => index % 10 === 0),
]

describe('the shipped packs', () => {
  test('carry modules that fit, for every rule there is', () => {
    const created = createRuleset(shippedPacks, { compiled: shippedCompiled })
    expect(created.problems.filter(({ code }) => code === 'HG6025' || code === 'HG6026')).toEqual([])
    expect(shippedRuleset().compiled.flatMap(({ rules }) => rules)).toHaveLength(shippedPacks.flatMap(({ rules }) => rules).length)
  })

  test('give the same bytes with their modules and without, on every example and case', () => {
    expect(records.length).toBeGreaterThan(200)
    for (const record of records) expect(JSON.stringify(assess(record, shippedRuleset()))).toBe(JSON.stringify(assess(record, plain)))
  })

  test('give the same verdicts where they are only decided', () => {
    const created = createConductDecider(shippedCompiled)
    if (!created.ok) throw new Error(JSON.stringify(created.troubles))
    let compared = 0
    for (const record of records) {
      const assessed = assess(record, plain)
      if (!assessed.ok) continue
      const decided = created.decider.decide(record)
      if (!decided.ok) throw new Error(JSON.stringify(decided.troubles))
      const { findings } = assessed.assessment
      expect(decided.conducts).toEqual(
        record.conducts.map(({ id }) => {
          const own = findings.filter((each) => each.conduct === id)
          return {
            conduct: id,
            verdicts: Object.fromEntries(own.map(({ rule, verdict }) => [rule, verdict])),
            canViolate: own.filter(({ canViolate }) => canViolate === true).map(({ rule }) => rule),
          }
        }),
      )
      compared += findings.length
    }
    expect(compared).toBeGreaterThan(50_000)
  })

  test('keep the modules of packs that a folder leaves as they are', () => {
    const loaded = loadRuleset([join(root, 'packages/pack-fireworks/rules/unlicensed-business')])
    if (!loaded.ok) throw new Error('the folder is in order')
    expect(loaded.ruleset.compiled).toHaveLength(shippedCompiled.length)
  })
})

describe('hegui compile', () => {
  test('writes all packs as one module that fits them, with declarations, and says what it made', async () => {
    const { code, out, err } = await run({ out: 'all.js' })
    expect([code, err]).toEqual([0, ''])
    const module = await load('all.js')
    expect(out).toMatch(new RegExp(`${Buffer.byteLength(text('all.js'))} 字节.*，${module.rules.length} 个版本，\\d+ 个不同的单项。\n${module.hash}\n$`))
    const created = createRuleset(shippedPacks, { compiled: [module] })
    if (!created.ok) throw new Error('the shipped packs are broken')
    expect(created.problems.filter(({ severity }) => severity === 'warning').map(({ code }) => code)).not.toContain('HG6025')
    expect(created.ruleset.compiled).toHaveLength(1)
    for (const record of jsonIn('examples/records')) expect(JSON.stringify(assess(record, created.ruleset))).toBe(JSON.stringify(assess(record, plain)))
    expect(readdirSync(folder).sort()).toEqual(['all.d.ts', 'all.js'])
  })

  test('writes the same bytes each time, and others without the index', async () => {
    await run({ out: 'again.mjs' })
    expect(text('again.mjs')).toBe(text('all.js'))
    expect(text('again.d.mts')).toBe(text('all.d.ts'))
    await run({ out: 'flat.mjs', index: false })
    expect(text('flat.mjs')).not.toBe(text('all.js'))
    expect(text('flat.d.mts')).toBe(text('all.d.ts'))
  })

  test('compiles a folder alone, fit for the published pack of the same rules', async () => {
    const { code, out } = await run({ out: 'fireworks.js', folders: [join(root, 'packages/pack-fireworks')], language: 'en' })
    expect(code).toBe(0)
    expect(out).toContain('distinct leaves')
    const module = await load('fireworks.js')
    expect(module.rules.every(([id]) => id.startsWith('fireworks/'))).toBe(true)
    const created = createRuleset(shippedPacks, { compiled: [module] })
    expect(created.ok && created.ruleset.compiled.length).toBe(1)
  })

  test('declares rules by name: a page that asks for another does not compile', () => {
    const page = join(folder, 'page.ts')
    writeFileSync(
      page,
      `import { createConductDecider } from '@hegui/engine/decide'
import * as fireworks from './fireworks.js'
const created = createConductDecider([fireworks])
if (!created.ok) throw new Error()
const result = created.decider.decide({})
if (!result.ok) throw new Error()
const [first] = result.conducts
export const known = first?.verdicts['fireworks/unlicensed-business']
// @ts-expect-error there is no such rule
export const unknown = first?.verdicts['fireworks/no-such-rule']
`,
    )
    const paths = {
      '@hegui/engine/decide': [join(root, 'packages/engine/src/decide/index.ts')],
      '@hegui/calendar/date': [join(root, 'packages/calendar/src/date.ts')],
      '@hegui/model': [join(root, 'packages/model/src/index.ts')],
    }
    const program = ts.createProgram([page], {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: [],
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      paths,
    })
    const own = ts.getPreEmitDiagnostics(program).filter(({ file }) => file?.fileName.startsWith(folder) === true)
    expect(own.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([])
  })

  test('writes nothing when a pack is wrong, and keeps what was there', async () => {
    const before = text('all.js')
    const broken = join(folder, 'broken', 'rules', 'unlicensed-business')
    mkdirSync(broken, { recursive: true })
    cpSync(join(root, 'packages/pack-fireworks/rules/unlicensed-business'), broken, { recursive: true })
    const file = join(broken, 'rule.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace('"licence.status"', '"licence.statos"'))
    const { code, out, err } = await run({ out: 'all.js', folders: [join(folder, 'broken')] })
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('HG3004')
    expect(text('all.js')).toBe(before)
  })

  test.each(['compiled.json', 'compiled.cjs', 'compiled'])('does not write %s', async (name) => {
    const { code, err } = await run({ out: name })
    expect(code).toBe(1)
    expect(err).toContain('HG6027')
    expect(readdirSync(folder)).not.toContain(name)
  })

  test('says so when it cannot write', async () => {
    const { code, err } = await run({ out: 'no-such-folder/all.js' })
    expect(code).toBe(1)
    expect(err).toContain('HG6013')
  })
})
