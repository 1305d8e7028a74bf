/** The formats of the commands, apart from them: the list of options is built without loading what they do. */

export const appraiseFormats = ['text', 'json', 'markdown', 'html', 'xlsx'] as const
export type AppraiseFormat = (typeof appraiseFormats)[number]

export const calendarFormats = ['text', 'json', 'ics'] as const
export type CalendarFormat = (typeof calendarFormats)[number]

export const legalityFormats = ['text', 'json', 'html', 'markdown'] as const
export type LegalityFormat = (typeof legalityFormats)[number]

export const sqlFormats = ['text', 'json', 'ndjson', 'csv'] as const
export type SqlFormat = (typeof sqlFormats)[number]

export const diffFormats = ['text', 'json', 'markdown', 'docx'] as const
export type DiffFormat = (typeof diffFormats)[number]

export const backtestFormats = ['text', 'json', 'html', 'xlsx'] as const
export type BacktestFormat = (typeof backtestFormats)[number]

export const checkFormats = ['text', 'json', 'sarif', 'github'] as const
export type CheckFormat = (typeof checkFormats)[number]

export const testFormats = ['text', 'json', 'junit'] as const
export type TestFormat = (typeof testFormats)[number]

export const coverageFormats = ['text', 'json', 'html'] as const
export type CoverageFormat = (typeof coverageFormats)[number]

export const mutateFormats = ['text', 'json'] as const
export type MutateFormat = (typeof mutateFormats)[number]
