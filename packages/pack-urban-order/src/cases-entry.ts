/** The cases of the urban order rules: for tests and for people who want to see what a rule means. */
export { cases as urbanOrderCases } from './cases.js'
