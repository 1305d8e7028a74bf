import { expect, test } from 'vitest'
import { checkShape } from '../check/shape.js'
import { checkCharacterOf, isCreditCode, looksLikePersonId } from './credit-code.js'
import { recordSchema } from './record.js'

// The worked example of the standard: the code is printed with Z, and the check character comes out as 3.
test('the check character of the example in the standard', () => {
  expect(checkCharacterOf('91350100M000100Y4Z')).toBeUndefined()
  expect(checkCharacterOf('91350100M000100Y40')).toBe('3')
  expect(isCreditCode('91350100M000100Y43')).toBe(true)
})

test('one wrong character, or two that changed places, is noticed', () => {
  const code = '91350100M000100Y43'
  for (let at = 8; at < 17; at += 1) {
    const other = code[at] === '7' ? '8' : '7'
    expect([at, isCreditCode(code.slice(0, at) + other + code.slice(at + 1))]).toEqual([at, false])
    if (code[at] !== code[at + 1]) expect([at, isCreditCode(code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2))]).toEqual([at, false])
  }
})

test('what is no text, too short or too long is none', () => {
  for (const value of [null, 91350100, '', '91350100M000100Y4', '91350100M000100Y433', '91350100m000100y43', ['91350100M000100Y43']])
    expect(isCreditCode(value)).toBe(false)
})

const problemsOf = (creditCode: unknown) => {
  const record = { id: 'r', inspectedOn: '2023-01-10', parties: [{ id: 'p', creditCode }], conducts: [{ id: 'c', party: 'p' }] }
  return checkShape(recordSchema, record).map((found) => `${found.code} ${found.path.join('/')} ${found.message} ${found.help}`)
}

test('a record says what is wrong with a code, at its place', () => {
  expect(problemsOf('91350100M000100Y43')).toEqual([])
  expect(problemsOf('91350100M000100Y44')).toEqual(['HG2005 parties/0/creditCode “91350100M000100Y44” 的写法不对。 前十七位的校验码应当是 3，核对有没有抄错。'])
  expect(problemsOf('9135')).toEqual(['HG2005 parties/0/creditCode “9135” 的写法不对。 统一社会信用代码是十八位数字和大写字母（没有 I、O、S、V、Z）。'])
})

test('the number of a person is refused, and not repeated', () => {
  const number = `${'1101011990'}0307${'8888'}`
  expect(looksLikePersonId(number)).toBe(true)
  const [found] = problemsOf(number)
  expect(found).toContain('身份证号码')
  expect(found).not.toContain(number)
})
