/** The work safety and resources pack as data: rules on road transport, mines, forest land and timber, with their cases. */
export { contents as workSafetyPack } from './contents.js'
