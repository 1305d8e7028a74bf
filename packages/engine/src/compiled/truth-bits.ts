/**
 * A truth in two bits: 1, it can still hold; 2, it is proved. So `all` is `&`, `any` is `|`, and a zero settles an `all`.
 *
 * What is proved can hold: the value 2 does not occur.
 */
import type { Truth } from '../conditions/truth.js'

export const FAILS = 0
export const UNKNOWN = 1
export const HOLDS = 3

const names: readonly Truth[] = ['fails', 'unknown', 'unknown', 'holds']
export const truthOf = (bits: number): Truth => names[bits] as Truth
