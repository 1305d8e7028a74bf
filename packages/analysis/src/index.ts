/** hegui's analysis: is each clause of a plan lawful, and is each citation still in force? Pure: data in, findings out. */

export const analysisSchema = 'hegui/analysis@1'
export { type Staleness, stalenessOf } from './staleness/staleness.js'
