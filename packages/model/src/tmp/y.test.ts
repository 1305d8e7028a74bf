import { test } from 'vitest'
import * as m from '../index.js'
type J = Record<string, any>
test('titles', () => {
  for (const kind of Object.keys(m.documentSchemas) as m.DocumentKind[]) {
    const s = m.jsonSchemaOf(kind) as J; if (kind === 'rule') console.log(JSON.stringify(s, null, 1).slice(0, 3000))
    const missing: string[] = []
    const title = (n: J): boolean => typeof n.title === 'string' || (typeof n.$ref === 'string' && title(s.$defs?.[n.$ref.split('/').pop()!] ?? (n.$ref === '#' ? s : {})))
    const walk = (n: any, at: string) => { if (typeof n !== 'object' || n === null) return; if (n.properties) for (const [k, v] of Object.entries<J>(n.properties)) if (!title(v)) missing.push(`${at}.${k} ${JSON.stringify(v).slice(0, 60)}`); for (const [k, v] of Object.entries(n)) walk(v, `${at}/${k}`) }
    walk(s, '')
    console.log(kind, missing.length, JSON.stringify(s).slice(0, 200), '\n' + missing.join('\n'))
  }
})
