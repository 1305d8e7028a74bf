/** The one style of every page. Colours only help: each state is also told by its word. */
export const styleOf = (landscape: boolean): string =>
  `
body { font: 14px/1.6 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, "Songti SC", serif; margin: 2em auto; max-width: 80em; padding: 0 1em; color: #111; background: #fff }
h1 { font-size: 1.5em; margin: 0 0 .5em } h2 { font-size: 1.15em; margin: 1.5em 0 .5em } h3 { font-size: 1em; margin: 1em 0 .3em }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1em 1em; margin: 0 0 1em } dt { color: #444 } dd { margin: 0 }
table { border-collapse: collapse; width: 100%; margin: .5em 0 1em } caption { text-align: left; font-weight: 600 }
th, td { border: 1px solid #888; padding: .3em .5em; vertical-align: top; text-align: left; overflow-wrap: anywhere }
thead th { background: #eee } tbody th { font-weight: 400 }
a { color: inherit } :target { background: #fff6c8 }
.good { color: #00602b } .bad { color: #a3001b; font-weight: 600 } .open { color: #6b5a00 } .quiet { color: #444 }
.warning { border: 1px solid #a3001b; padding: .4em .8em; font-weight: 600 }
figure { margin: .5em 0 } svg { max-width: 100%; height: auto }
@page { size: A4${landscape ? ' landscape' : ''}; margin: 15mm }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 9.5pt } thead { display: table-header-group } tr, figure, li { break-inside: avoid } h2, h3 { break-after: avoid } a { text-decoration: none } :target { background: none } }
`.trim()
