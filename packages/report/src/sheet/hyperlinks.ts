/** Links from a cell to a row of another sheet, kept beside the cell: a HYPERLINK formula would make text into something calculated. */
import type writeExcelFile from 'write-excel-file/universal'
import { getCellAddress, sanitizeAttributeValue } from 'write-excel-file/utility'

/** Indexes of the linking cell start at 0; `row` is the row led to, starting at 1. */
export interface CellLink {
  readonly rowIndex: number
  readonly columnIndex: number
  readonly sheet: string
  readonly row: number
}

/** The library's own type of what may change its files; its name needs a type of the browser. */
type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>[number]

/** The format wants links after the cells and before the page set-up; nothing is merged here that would come between. */
const CELLS_END = '</sheetData>'

/** `links`: of every sheet, in the order of the sheets. */
export const hyperlinks = (links: readonly (readonly CellLink[])[]): Feature => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _options, { sheetIndex }) => {
          const own = links[sheetIndex] ?? []
          return own.length === 0 ? xml : xml.replace(CELLS_END, () => `${CELLS_END}<hyperlinks>${own.map(markup).join('')}</hyperlinks>`)
        },
      },
    },
  },
})

const markup = ({ rowIndex, columnIndex, sheet, row }: CellLink): string =>
  `<hyperlink ref="${getCellAddress(rowIndex, columnIndex)}" location="${sanitizeAttributeValue(`'${sheet.replaceAll("'", "''")}'!A${row}`)}"/>`
