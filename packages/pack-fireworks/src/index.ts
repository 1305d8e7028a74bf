/** The fireworks pack as data: rules with their cases, and two campaign plans mapped clause by clause. */
export { contents as fireworksPack } from './contents.js'
