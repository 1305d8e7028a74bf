import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { problemExamples, problemsOf } from '../../../../scripts/problem-examples.mjs'
import { problemIndex, problemPage } from '../../../../scripts/problem-pages.mjs'
import * as model from '../index.js'
import { problemCodes } from './catalogue.js'

const folder = new URL('../../../../docs/problems/', import.meta.url)

/** Codes that arise from files, a command or a provider: their examples can only be read, not run here. */
const elsewhere = [
  'HG1009',
  'HG1011',
  'HG3029',
  'HG4020',
  'HG4025',
  'HG6001',
  'HG6002',
  'HG6003',
  'HG6004',
  'HG6005',
  'HG6006',
  'HG6007',
  'HG6008',
  'HG6009',
  'HG6010',
  'HG6011',
  'HG6012',
  'HG6013',
  'HG6014',
  'HG6015',
  'HG6016',
  'HG6020',
  'HG6021',
  'HG6022',
  'HG6023',
  'HG6024',
  'HG6025',
  'HG6026',
  'HG6027',
  'HG6028',
  'HG6029',
  'HG6030',
  'HG6031',
  'HG6032',
  'HG6033',
  'HG6034',
  'HG6036',
  'HG6037',
  'HG6038',
  'HG6039',
  'HG6040',
  'HG6041',
  'HG6042',
  'HG7008',
  'HG8001',
  'HG8002',
  'HG8003',
  'HG8004',
  'HG8005',
  'HG8006',
  'HG8007',
  'HG8018',
  'HG8019',
  'HG8101',
  'HG8102',
  'HG8103',
  'HG9001',
  'HG9002',
  'HG9003',
  'HG9004',
  'HG9005',
  'HG9006',
  'HG9007',
  'HG9008',
  'HG9010',
  'HG9011',
  'HG9012',
  'HG9013',
  'HG9020',
  'HG9021',
  'HG9030',
  'HG9031',
  'HG9032',
  'HG9033',
]

test('each code has a page, and each page a code', () => {
  expect(readdirSync(folder).sort()).toEqual([...problemCodes.map((code) => `${code}.md`), 'README.md'].sort())
})

test('the examples that cannot be run are those that are known', () => {
  expect(problemCodes.filter((code) => problemExamples[code].kind === 'elsewhere')).toEqual(elsewhere)
})

describe.each(problemCodes)('%s', (code) => {
  test('its page is what `npm run generate` writes', () => {
    expect(readFileSync(new URL(`${code}.md`, folder), 'utf8')).toBe(problemPage(model, code))
  })
})

test.each(problemCodes.filter((code) => !elsewhere.includes(code)))('the bad example of %s gives exactly this code, the good one nothing', (code) => {
  expect(problemsOf(model, code, 'bad').map((found) => found.code)).toEqual([code])
  expect(problemsOf(model, code, 'good')).toEqual([])
})

test('the index is what `npm run generate` writes', () => {
  expect(readFileSync(new URL('README.md', folder), 'utf8')).toBe(problemIndex(model))
})
