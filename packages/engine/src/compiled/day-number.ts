/** A day as a number: the order of days is the order of the numbers. NaN for text that is not written as a day. */
export function dayNumber(day: string): number {
  if (day.length !== 10 || day.charCodeAt(4) !== HYPHEN || day.charCodeAt(7) !== HYPHEN) return Number.NaN
  return (twoDigits(day, 0) * 100 + twoDigits(day, 2)) * 10_000 + twoDigits(day, 5) * 100 + twoDigits(day, 8)
}

const HYPHEN = 45
const ZERO = 48
function twoDigits(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - ZERO, text.charCodeAt(at + 1) - ZERO]
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}
