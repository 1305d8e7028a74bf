export interface DaySaid {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly term: string
}
export type Source = (year: number, month: number, day: number) => DaySaid
export interface LunarTable {
  readonly takenFrom: readonly string[]
  readonly lunarYears: Readonly<Record<string, string>>
  readonly earliestTermDays: readonly number[]
  readonly termDelays: Readonly<Record<string, string>>
}
export const fromTyme: Source
export const fromLunarTypescript: Source
export function buildLunarTable(one?: Source, two?: Source): { readonly table: LunarTable; readonly differing: readonly { readonly date: string }[] }
