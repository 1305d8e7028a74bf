/** The cases of the work safety rules: for tests and for people who want to see what a rule means. */
export { cases as workSafetyCases } from './cases.js'
