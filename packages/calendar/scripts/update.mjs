/**
 * The yearly update: `pnpm --filter @hegui/calendar update`, after the new notice is out and the libraries know it.
 *
 * Writes the lunar table anew, adds a holiday year that both libraries have and the project lacks, and compares every
 * year with them. A year whose notice was read is never overwritten: what the notice says stands, and a library that
 * says otherwise is reported. Prints what changed; exit code 1 where the lunar sources disagree.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { updateHolidays } from './holidays.mjs'
import { buildLunarTable } from './lunar-table.mjs'

const table = new URL('../src/lunar/table.json', import.meta.url)
const { table: built, differing } = buildLunarTable()
if (differing.length > 0) {
  console.error(`农历表未写：两个库有 ${differing.length} 天说法不一。 The two libraries differ on ${differing.length} days; the table was not written.`)
  for (const day of differing) console.error(JSON.stringify(day))
  process.exitCode = 1
} else {
  report('src/lunar/table.json', writeIfChanged(table, `${JSON.stringify(built, null, 2)}\n`))
}
for (const { file, changed, differing: days } of updateHolidays(writeIfChanged)) {
  report(file, changed)
  for (const day of days) console.log(`  ${day}`)
}

/** 'added', 'changed' or 'unchanged'. */
function writeIfChanged(url, text) {
  const known = existsSync(url) ? readFileSync(url, 'utf8') : undefined
  if (known === text) return 'unchanged'
  writeFileSync(url, text)
  return known === undefined ? 'added' : 'changed'
}

function report(file, changed) {
  const chinese = { added: '新增', changed: '已改', unchanged: '未变', kept: '原文已读，保留' }
  console.log(`${chinese[changed]} ${changed}: ${file}`)
}
