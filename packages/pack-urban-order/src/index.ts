/** The urban order pack as data: rules with their cases, and the campaign plan of 2019. */
export { contents as urbanOrderPack } from './contents.js'
