export const numeral: string
export function numberOf(text: string): number | null
export function chineseOf(number: number): string
