/**
 * A workbook or a Word file is a zip archive, and its writer stamps every entry with the clock. The same input must give the same
 * bytes, so each stamp becomes the first day the format knows: 1980-01-01, 00:00.
 */
const MIDNIGHT = 0
const FIRST_DAY = (1 << 5) | 1

/** Follows the directory at the end of the archive, so that nothing inside an entry is taken for a header. Throws on what is no archive. */
export function withoutStamps(archive: Uint8Array): Uint8Array {
  const bytes = archive.slice()
  const view = new DataView(bytes.buffer)
  let at = endOf(view)
  const entries = view.getUint16(at + 10, true)
  at = view.getUint32(at + 16, true)
  for (let entry = 0; entry < entries; entry++) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Error('not a zip directory')
    stamp(view, at + 12)
    stamp(view, view.getUint32(at + 42, true) + 10)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return bytes
}

function stamp(view: DataView, at: number): void {
  view.setUint16(at, MIDNIGHT, true)
  view.setUint16(at + 2, FIRST_DAY, true)
}

function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at--) if (view.getUint32(at, true) === 0x06054b50) return at
  throw new Error('not a zip archive')
}
