/** Layers, in the order data moves; a layer may import only those listed for it, and only through their doors. */
const mayImport = {
  calendar: [],
  documents: [],
  files: [],
  terms: [],
  warehouse: [],
  ingest: ['calendar', 'files', 'terms', 'warehouse'],
  analysis: ['calendar', 'files', 'terms', 'warehouse'],
  casework: ['calendar', 'documents', 'files', 'terms', 'warehouse'],
  reports: ['calendar', 'documents', 'terms', 'warehouse'],
  wall: ['calendar', 'files', 'warehouse', 'api/contract'],
  api: [
    'calendar',
    'documents',
    'files',
    'terms',
    'warehouse',
    'ingest',
    'analysis',
    'casework',
    'reports',
    'wall',
  ],
  ui: ['api/contract'],
  dashboard: ['api/contract', 'ui'],
  screen: ['api/contract', 'ui'],
}
const layers = Object.keys(mayImport)
const server = '^(calendar|documents|files|terms|ingest|warehouse|analysis|casework|reports|wall|api)/'
const browser = '^(ui|dashboard|screen)/'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layers.map((layer) => ({
      name: `${layer}-imports-only-${mayImport[layer].join('-and-') || 'itself'}`,
      severity: 'error',
      from: { path: `^${layer}/` },
      to: {
        path: `^(${layers.join('|')}|cli|data-samples|tests|bench)/`,
        pathNot: `^(${[layer, ...mayImport[layer]].join('|')})/`,
      },
    })),
    {
      name: 'layers-meet-at-index',
      comment: 'Import another layer through its index.ts only.',
      severity: 'error',
      from: { path: '^(ingest|warehouse|analysis|casework|reports|wall|api|ui|dashboard|screen|cli)/' },
      to: {
        path: '^(calendar|documents|files|terms|ingest|warehouse|analysis|casework|reports|wall|api|ui)/',
        pathNot: ['^$1/', '^[a-z]+/index\\.ts$', '^api/contract/index\\.ts$'],
      },
    },
    {
      name: 'contract-is-types-only-in-the-browser',
      severity: 'error',
      from: { path: browser },
      to: { path: '^api/contract/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'contract-stands-alone',
      severity: 'error',
      from: { path: '^api/contract/' },
      to: { pathNot: '^(api/contract|node_modules/typebox)/' },
    },
    {
      name: 'kit-knows-no-page',
      severity: 'error',
      from: { path: '^ui/' },
      to: { path: '^(dashboard|screen)/' },
    },
    {
      name: 'no-node-in-the-browser',
      severity: 'error',
      from: { path: browser },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'duckdb-only-in-warehouse',
      severity: 'error',
      from: { pathNot: '^(warehouse|tests|bench)/' },
      to: { path: 'node_modules/@duckdb' },
    },
    {
      name: 'analysis-core-is-pure',
      comment: 'Cores are functions of their arguments; jobs/ does the reading and writing.',
      severity: 'error',
      from: { path: '^analysis/(text|stats|topics|budget|classify|replies|matters|search)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'analysis-core-knows-no-warehouse',
      severity: 'error',
      from: { path: '^analysis/(text|stats|topics|budget|classify|replies|matters|search)/' },
      to: { path: '^(warehouse|analysis/jobs)/' },
    },
    {
      name: 'casework-core-is-pure',
      comment: 'States, transitions, clocks and rates are functions of events and dates.',
      severity: 'error',
      from: { path: '^casework/core/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'casework-core-knows-no-store',
      severity: 'error',
      from: { path: '^casework/core/' },
      to: { path: '^(warehouse|casework/(store|letters|files))/' },
    },
    {
      name: 'config-enters-at-the-edge',
      severity: 'error',
      from: { path: `${server}|${browser}` },
      to: { path: '^config\\.ts$' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-dependency-in-product-code',
      severity: 'error',
      from: { path: `${server}|${browser}`, pathNot: '\\.d\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.css$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.vue', '.js', '.json'],
    },
  },
}
