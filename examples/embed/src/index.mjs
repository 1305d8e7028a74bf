// @ts-check
// 在自己的程序里研判一条检查记录：node examples/embed/src/index.mjs [记录.json]
import { readFileSync } from 'node:fs'
import { assess, readJson } from 'hegui'

const { value, problems } = readJson(readFileSync(process.argv[2] ?? new URL('../../records/02-village-shops-2023.json', import.meta.url), 'utf8'))
const result = problems.length > 0 ? { ok: /** @type {const} */ (false), problems } : assess(value)

if (result.ok) {
  const { findings, measures, questions } = result.assessment
  for (const { conduct, title } of findings.filter((finding) => finding.verdict === 'violation')) console.log(`违法成立 [${conduct}] ${title}`)
  for (const { conduct, title, status, authority } of measures.filter((measure) => measure.proposed)) {
    console.log(`建议 [${conduct}] ${title}（${authority.join('、')}，${status === 'firm' ? '确定' : '待定'}）`)
  }
  for (const { conduct, question } of questions.slice(0, 5)) console.log(`还要问 [${conduct}] ${question}`)
} else {
  for (const { code, path, message, help } of result.problems) console.error(`${code} ${path.join('/')} ${message}\n　　改法：${help}`)
  process.exitCode = 1
}
