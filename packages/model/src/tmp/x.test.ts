import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as m from '../index.js'
import { contents as law } from '../../../pack-law/src/contents.js'
import { contents as fw } from '../../../pack-fireworks/src/contents.js'
test('x', () => {
  const { problems } = m.checkPacks([law, fw])
  console.log(problems.length, problems.slice(0, 5))
  for (const t of ['{"a": tru', '{"a": 1.', '{"a" 12', '{"a": "b', '{"a": "b\n,"c":1}', '｛“a”：1，“b”：“2”｝', '{"name”: 1}', '{"name”: "x"}\n', '{“name": 1}', '{"note": "他说“好”，', '{"a":1e999}', '{"a":12345678901234567890}', '{"a":　1}', '[01]', '{"a":1,}', '// x\n{}', '{"a":"\t"}', '{"a":1 "b":2}', '', '\uFEFF{}', '{"a":1}}', "{'a':1}", '“', '["a" /* " */ ,' + '['.repeat(100000), '［'.repeat(200), '[},'.repeat(1000)])
    console.log(JSON.stringify(t.slice(0, 40)), m.readJson(t).problems.slice(0,12).map((p) => `${p.code} ${p.range?.start.line}:${p.range?.start.column} ${p.message}`))
})
test('shape', () => {
  const r = (v: unknown) => console.log(JSON.stringify(v).slice(0,150), m.checkShape(m.recordSchema, v).map((p) => `${p.code} ${p.path.join('.')} ${p.message} | ${p.help} | ${m.renderProblem(p, 'en').message} | ${m.renderProblem(p, 'en').help}`))
  r({ id: '1', inspectedOn: '2023-01-01', conducts: [{ id: 'a', date: 5, fcts: {} }] })
  r({ id: '1', inspectedOn: '2023-1-1', conducts: [{ id: 'a', date: '2023-02-30', facts: { 'a.b': {} } }] })
  r({ id: '1', inspectedOn: '2023-02-30', conducts: [{ id: 'a', date: {form: '2023-02-30'}, facts: { 'ab': 1 }, goods: [{ kind: {toString: 1}, weightKg: -1 }] }] })
  r(5)
  const rr = (v: unknown) => console.log(JSON.stringify(v), m.checkRuleShape({ violatedWhen: v }).filter((p) => p.path[0] === 'violatedWhen').map((p) => `${p.code} ${p.path.join('.')} ${p.message} | ${p.help}`))
  rr({ fact: 'a.b', operator: 'equal', value: null }); rr({ fact: 'a.b', operator: 'equal', value: { fact: 5 } }); rr({ fact: 'a.b', operator: 'equal', value: { fct: 'x' } }); rr({ fact: 'a.b', operator: 'eq', value: 1, path: 'x' }); rr({ fact: { toString: 1 }, operator: 'equal', value: 1 })
  rr({ fact: 'a.b', operator: 'equal' }); rr({ any: [] }); rr({ all: [{ anny: [] }] }); rr(5)
})
test('many', () => {
  console.log(m.checkShape(m.recordSchema, { id: '1', inspectedOn: '2023-01-01', conducts: Array.from({ length: 1000 }, (_, i) => ({ id: `a${i}`, goods: Array.from({ length: 300 }, () => ({ })) })) }).slice(0, 2))
})
