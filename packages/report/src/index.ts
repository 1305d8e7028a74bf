/** hegui's reports: tables, ledgers, notices and appraisals as xlsx, Markdown and printable HTML. Pure: data in, strings or bytes out. */

export { appraisalHtml, appraisalMarkdown, dutyOverviewHtml, dutyOverviewMarkdown } from './appraisal/appraisal-page.js'
export { appraisalText } from './appraisal/appraisal-text.js'
export { type LedgerEntry, ledgerHtml, ledgerMarkdown, ledgerTable } from './ledger/ledger.js'
export { violationNoticeHtml, violationNoticeMarkdown } from './notice/notice.js'
export { pageHtml } from './page/html.js'
export type { Block, Page } from './page/page.js'
export { type Cell, date, heading, number, type Sheet, text, workbook } from './sheet/workbook.js'
export { defaultAggregateColumns, defaultColumns } from './summary/columns.js'
export { aggregateTable, type SummaryOptions, summaryTable } from './summary/summary.js'
export type { ReportOptions } from './words/words.js'
