/** Where a problem is, as other tools want it: a path relative to the folder the command runs in, with forward slashes. */
import { relative, resolve, sep } from 'node:path'

export const relativePath = (file: string, folder: string): string => relative(folder, resolve(folder, file)).split(sep).join('/')

/** The path as a relative URI reference, RFC 3986: each part encoded, a colon in the first one too, or it would read as a scheme. Half a surrogate pair, which a file name may hold, has no encoding. */
export const uriReference = (file: string, folder: string): string =>
  relativePath(file, folder)
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\uFFFD')))
    .join('/')

/** The page of a code. */
export const problemPage = (code: string): string => `https://github.com/hegui/hegui/blob/main/docs/problems/${code}.md`
