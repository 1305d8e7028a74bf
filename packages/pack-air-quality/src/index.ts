/** The air and solid waste pack as data: rules with their cases, before and after the code of 2026-08-15. */
export { contents as airQualityPack } from './contents.js'
