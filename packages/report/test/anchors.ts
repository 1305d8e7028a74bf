/** What the links of a page lead to, and which of its numbers nobody can follow. */
const all = (text: string, pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '')

const idsOf = (page: string): readonly string[] => all(page, / id="([^"]*)"/g)
const targetsOf = (page: string): readonly string[] => [...all(page, / href="#([^"]*)"/g), ...all(page, /(?<!\\)\]\(#([^)]*)\)/g)]

export const deadLinks = (page: string): readonly string[] => {
  const ids = new Set(idsOf(page))
  return targetsOf(page).filter((target) => !ids.has(target))
}
export const doubledIds = (page: string): readonly string[] => idsOf(page).filter((id, index, ids) => ids.indexOf(id) !== index)
