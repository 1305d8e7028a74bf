/** The unified social credit code of an organisation (统一社会信用代码, GB 32100-2015): 18 characters, the last a check character. */
import * as z from 'zod'

/** Digits and capital letters without I, O, S, V and Z; a character's place is its value. */
const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const pattern = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/

/** The check character that belongs to the first 17 characters; undefined where they are not written as the standard wants. */
export function checkCharacterOf(code: string): string | undefined {
  if (!pattern.test(code)) return undefined
  let sum = 0
  let weight = 1
  for (const character of code.slice(0, 17)) {
    sum += characters.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return characters[(31 - (sum % 31)) % 31]
}

export function isCreditCode(value: unknown): value is string {
  const last = typeof value === 'string' ? checkCharacterOf(value) : undefined
  return last !== undefined && (value as string)[17] === last
}

/** An identity number of a person has the same length; a record has no place for one. */
export const looksLikePersonId = (code: string): boolean => /^\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/.test(code)

export const creditCodeSchema = z
  .string()
  .max(40, { abort: true })
  .refine((code) => isCreditCode(code), { params: { kind: 'credit-code' } })
  .meta({ title: '统一社会信用代码', description: 'GB 32100-2015，十八位，末位是校验码。只写单位和个体工商户的，不写身份证号码。' })
