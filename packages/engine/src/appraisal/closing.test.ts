import { expect, test } from 'vitest'
import { closingOf } from './closing.js'

const list = ['原因查清', '责任人处理', '整改落实', '人员受教育']

test('closes only when every item is done', () => {
  expect(closingOf('一起事故', list, [true, true, true, true]).closing).toBe('may-close')
})
test('one item not done keeps it open, whatever is unknown', () => {
  expect(closingOf('一起事故', list, [true, false, null]).closing).toBe('stays-open')
})
test('an item unknown or left out is not done', () => {
  expect(closingOf('一起事故', list, [true, true, true]).closing).toBe('undetermined')
  expect(closingOf('一起事故', list, [true, true, true]).items[3]).toEqual({ title: '人员受教育', done: null })
})
test('an empty checklist closes nothing', () => {
  expect(closingOf('一起事故', [], []).closing).toBe('undetermined')
})
