/** Foreign text cannot become markup, break a line, or turn the direction of writing, whoever wrote the records and packs. */
import { oneLine } from '@hegui/model'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export const htmlText = (text: string): string => oneLine(text).replace(/[&<>"']/g, (mark) => entities[mark] ?? mark)

/** What begins or ends something in Markdown, in the HTML it allows, or in what renderers make of bare addresses. */
export const markdownText = (text: string): string =>
  oneLine(text)
    .trim()
    .replace(/[\\`*_{}[\]<>()#!|~&@]/g, (mark) => (mark === '@' ? '&#64;' : (entities[mark] ?? `\\${mark}`)))
    .replace(/:\/\//g, ':&#47;/')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}&#46;`)
    .replace(/^[-+=]/, (start) => `\\${start}`)
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
