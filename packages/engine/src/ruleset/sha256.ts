/** SHA-256 of a text in UTF-8, as hexadecimal digits. The host's own where it has one that answers at once, as Node has; else in JavaScript. */
import { sha256 as hashed } from '@noble/hashes/sha2'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils'

export const portableSha256 = (text: string): string => bytesToHex(hashed(utf8ToBytes(text)))

interface Host {
  readonly process?: { readonly getBuiltinModule?: (id: string) => { readonly hash?: (algorithm: string, text: string) => string } | undefined }
}

// Asked for, not imported: the engine runs where there is no such module.
const native = (globalThis as Host).process?.getBuiltinModule?.('node:crypto')?.hash

export const sha256: (text: string) => string = native === undefined ? portableSha256 : (text) => native('sha256', text)
