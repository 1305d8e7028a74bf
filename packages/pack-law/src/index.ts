/** The law pack as data: instruments with dated editions, organs with their powers, procedure, shared vocabulary. */
export { contents as lawPack } from './contents.js'
