/** The cases of the fireworks rules: for tests and for people who want to see what a rule means. */
export { cases as fireworksCases } from './cases.js'
