// All packs of the workspace as one, read from their JSON: what is checked against the texts does not depend on a build.
import { assemble, packFolders } from '../assemble-packs.mjs'

export function everyPack() {
  const packs = packFolders().map(assemble)
  const all = (key) => packs.flatMap((pack) => pack[key])
  return {
    ...packs[0],
    facts: all('facts'),
    instruments: all('instruments'),
    timeLimits: all('timeLimits'),
    circumstances: all('circumstances'),
    principles: all('principles'),
  }
}
