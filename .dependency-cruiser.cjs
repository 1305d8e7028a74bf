// Imports go one way: between packages from the model upward, inside the engine along the flow.
const above = {
  model: [],
  calendar: [],
  engine: ['model', 'calendar'],
  analysis: ['model', 'calendar', 'engine'],
  report: ['model', 'calendar'],
  sql: ['model', 'calendar', 'engine'],
  testing: ['model', 'calendar', 'engine', 'analysis'],
  'pack-law': ['model'],
  'pack-fireworks': ['model'],
  'pack-air-quality': ['model'],
  'pack-work-safety': ['model'],
  'pack-urban-order': ['model'],
  hegui: [
    'model',
    'calendar',
    'engine',
    'analysis',
    'report',
    'sql',
    'testing',
    'pack-law',
    'pack-fireworks',
    'pack-air-quality',
    'pack-work-safety',
    'pack-urban-order',
  ],
  bench: ['model', 'calendar', 'engine', 'analysis', 'sql', 'pack-law', 'pack-fireworks', 'hegui'],
}
const packages = Object.keys(above)
const flow = ['ruleset', 'facts', 'findings', 'circumstances', 'measures', 'actions', 'assessment', 'progress']

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...packages.map((name) => ({
      name: `${name}-imports-only-from-above`,
      severity: 'error',
      from: { path: `^packages/${name}/src`, pathNot: '\\.test\\.ts$' },
      to: { path: `^packages/(${packages.filter((other) => other !== name && !above[name].includes(other)).join('|')})/` },
    })),
    ...flow.slice(0, -1).map((step, index) => ({
      name: `engine-${step}-knows-only-earlier-steps`,
      severity: 'error',
      from: { path: `^packages/engine/src/${step}/`, pathNot: '\\.test\\.ts$' },
      to: { path: `^packages/engine/src/(${flow.slice(index + 1).join('|')})/` },
    })),
    {
      name: 'no-disk-clock-or-network-in-the-core',
      severity: 'error',
      from: { path: '^packages/(model|calendar|engine|analysis|report|pack-[a-z-]+)/src', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(dist|node_modules|contents\\.ts|/cases\\.ts)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
  },
}
