// The text of docs/problems: one page per code, and the index. Pure; scripts/generate.mjs writes it.
import { problemExamples, problemsOf } from './problem-examples.mjs'

const places = {
  record: '检查记录',
  facts: '事实文件（facts/）',
  conditions: '命名条件文件（conditions/）',
  organs: '机关文件（organs/）',
  instruments: '法律文件（laws/）',
  benchmarks: '裁量基准文件（benchmarks/）',
  principles: '一般规则文件（principles/）',
  timeLimits: '程序文件（procedures/）',
  actions: '程序文件（procedures/）',
  caseProcedures: '程序文件（procedures/）',
  rules: '规则文件（rule.json）',
  plans: '方案文件（plans/）',
  cases: '案例文件（cases.json）',
}
const groups = {
  1: '读文件',
  2: '格式',
  3: '条件',
  4: '引用',
  5: '检查记录',
  6: '命令和接口',
  7: '案件进度',
  8: '合法性、时效和考核',
  9: '版本比较和规则的测试',
}

const WIDTH = 160

const depthOf = (part) => (typeof part === 'object' && part !== null ? 1 + Math.max(0, ...Object.values(part).map(depthOf)) : 0)
const MAX_DEPTH = 12
/** Chinese characters and their punctuation are two columns wide. */
const widthOf = (line) => line.replace(/[\u2e80-\uffef]/g, '__').length

/** JSON as biome lays it out: what fits on a line stays on it. `used` is what the line holds already. */
function layout(value, indent = '', used = 0) {
  const line = JSON.stringify(value, undefined, 1).replace(/\n\s*/g, ' ').replace(/\[ /g, '[').replace(/ \]/g, ']')
  if (typeof value !== 'object' || value === null || indent.length + used + widthOf(line) < WIDTH || depthOf(value) > MAX_DEPTH) return line
  const inner = `${indent}  `
  if (Array.isArray(value)) return `[\n${value.map((part) => inner + layout(part, inner)).join(',\n')}\n${indent}]`
  const property = ([key, part]) => `${inner}${JSON.stringify(key)}: ${layout(part, inner, JSON.stringify(key).length + 2)}`
  return `{\n${Object.entries(value).map(property).join(',\n')}\n${indent}}`
}

const fence = (language, text) => `\`\`\`${language}\n${text}\n\`\`\``

function shownAs(example, side) {
  const value = example[side]
  if (example.kind === 'elsewhere') return fence(value.startsWith('hegui ') ? 'sh' : value.startsWith('"') ? 'json' : 'js', value)
  if (example.kind !== 'text') return fence(depthOf(value) > MAX_DEPTH ? 'text' : 'json', layout(value))
  if (value === '') return '（空文件）'
  return fence(side === 'bad' ? 'text' : 'json', value.replace('\uFEFF', '<BOM>'))
}

const steps = (path) => path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('')

function placeOf(example) {
  if (example.kind === 'text') return ''
  if (example.kind === 'elsewhere') return `这个问题${example.reason}才会出现，下面只是示意。\n\n`
  if (example.kind === 'progress') return `位置：案件进度的 \`${steps(example.at)}\`\n\n`
  if (example.kind === 'record') return `位置：检查记录的 \`${steps(example.at)}\`\n\n`
  if (example.kind === 'appraisal') return `位置：${example.at[0] === 'file' ? '考核材料' : '考核请求'}的 \`${steps(example.at.slice(1))}\`\n\n`
  const [folder, ...rest] = example.at
  const within = steps(rest.slice(typeof rest[0] === 'number' ? 1 : 0))
  return within === '' ? `位置：${places[folder]}\n\n` : `位置：${places[folder]}的 \`${within}\`\n\n`
}

export function problemPage(model, code) {
  const entry = model.entryOf(code)
  const example = problemExamples[code]
  const [found] = problemsOf(model, code, 'bad')
  const english = model.renderProblem(found, 'en')
  return `# ${code}

级别：${entry.severity === 'error' ? '错误（error）' : '警告（warning）'} · 分类：${groups[code[2]]}

${entry.zh[0].replace('{suggestion}', '')}

**怎么办** ${entry.zh[1]}

**English** ${entry.en[0].replace(' {suggestion}', '')} ${entry.en[1]}
${[...entry.zh, ...entry.en].some((template) => template.includes('{')) ? '\n大括号里的词会换成实际内容。\n' : ''}
## 错误的写法

${placeOf(example)}${shownAs(example, 'bad')}

报告为：

${fence('text', `${code} ${found.message}\n  ${found.help}\n\n${code} ${english.message}\n  ${english.help}`)}

## 正确的写法

${shownAs(example, 'good')}
`
}

export function problemIndex(model) {
  const sections = Object.entries(groups).map(([digit, title]) => {
    const lines = model.problemCodes
      .filter((code) => code[2] === digit)
      .map((code) => `- [${code}](${code}.md) ${model.entryOf(code).zh[0].replace('{suggestion}', '')}`)
    return `## ${title}\n\n${lines.join('\n')}\n`
  })
  return `# 问题代码

hegui 报告的每个问题都有一个固定的代码。代码不会改变含义，也不会重复使用。每页写明含义、办法和正误两种写法。

本目录由 \`npm run generate\` 生成：说明来自 \`packages/model/src/problems/catalogue.ts\`，例子来自 \`scripts/problem-examples.mjs\`。

${sections.join('\n')}`
}
