/** The cases of the air and solid waste rules: for tests and for people who want to see what a rule means. */
export { cases as airQualityCases } from './cases.js'
