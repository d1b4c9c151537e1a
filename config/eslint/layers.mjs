import boundariesModule from 'eslint-plugin-boundaries';

/** Its declarations describe the module as CommonJS, where the plugin is `default`; Node.js gives the plugin itself. */
const boundaries = /** @type {import('eslint').ESLint.Plugin} */ (/** @type {unknown} */ (boundariesModule));

const service = 'callout-service/src';

/**
 * The layers of the callout service. Arrows go one way: who answers requests or moves records uses the pure parts and the
 * ports; adapters stand behind their port and do not know each other; nothing pure knows an adapter. What works the jobs
 * of the store uses the store's port alone.
 */
const elements = [
  { type: 'pure', pattern: `${service}/(canonical|errors|mapping|rules)`, capture: ['part'] },
  { type: 'adapter', pattern: `${service}/(sage|salesforce|store)`, capture: ['system'] },
  { type: 'application', pattern: `${service}/(alerts|api|inquiry|sync)`, capture: ['part'] },
  { type: 'jobs', pattern: `${service}/jobs` },
  { type: 'support', pattern: `${service}/(telemetry|config)`, capture: ['part'] }
];

const files = [
  { category: 'port', pattern: `${service}/*/port/*.ts` },
  { category: 'handler', pattern: `${service}/jobs/{handler,gate}.ts` },
  { category: 'root', pattern: `${service}/*.ts` }
];

/** Who may import what; all else is refused. The composition root may import everything. */
const policies = [
  {
    // The worker knows what a job is and nothing of what it does: handlers are handed to it.
    from: { element: { type: 'jobs' } },
    allow: [
      { to: { element: { types: { anyOf: ['pure', 'jobs', 'support'] } } } },
      { to: { element: { type: 'adapter', captured: { system: 'store' } }, file: { categories: 'port' } } }
    ]
  },
  { from: { element: { type: 'pure' } }, allow: { to: { element: { type: 'pure' } } } },
  {
    from: { element: { type: 'support' } },
    allow: { to: { element: { types: { anyOf: ['pure', 'support'] } } } }
  },
  {
    from: { element: { type: 'adapter' } },
    allow: [
      { to: { element: { types: { anyOf: ['pure', 'support'] } } } },
      { to: { element: { type: 'adapter', captured: { system: '{{from.element.captured.system}}' } } } }
    ]
  },
  {
    from: { element: { type: 'application' } },
    allow: [
      { to: { element: { types: { anyOf: ['pure', 'application', 'support'] } } } },
      { to: { element: { type: 'adapter' }, file: { categories: 'port' } } },
      // What a handler of jobs is; who works the jobs stays unknown to it.
      { to: { element: { type: 'jobs' }, file: { categories: 'handler' } } }
    ]
  },
  {
    from: { file: { categories: 'root' } },
    allow: [
      { to: { element: { types: { anyOf: ['pure', 'adapter', 'application', 'jobs', 'support'] } } } },
      { to: { file: { categories: 'root' } } }
    ]
  }
];

/** Modules that do I/O: the pure parts have none of them. */
const ioModules = [
  'odbc',
  'express',
  'pino',
  'tarn',
  'better-sqlite3',
  'pg',
  'kysely',
  'nodemailer',
  'jsforce',
  ...[
    'child_process',
    'dgram',
    'dns',
    'fs',
    'fs/promises',
    'http',
    'https',
    'net',
    'tls',
    'worker_threads'
  ].map((name) => `node:${name}`)
];

/** @type {import('eslint').Linter.Config[]} */
export const layerRules = [
  {
    name: 'ledger-bridge/layers',
    files: [`${service}/**/*.ts`],
    ignores: ['**/*.test.ts', '**/test-support/**'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': elements,
      'boundaries/files': files,
      // Imports carry their extension, so plain resolution finds them.
      'import/resolver': { node: { extensions: ['.ts', '.mjs', '.js'] } }
    },
    rules: { 'boundaries/dependencies': ['error', { default: 'disallow', policies }] }
  },
  {
    name: 'ledger-bridge/pure',
    files: [`${service}/{canonical,errors,mapping,rules}/**/*.ts`],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: ioModules.map((name) => ({
            name,
            message: 'This part of the service is pure: no input or output, no process, no network.'
          }))
        }
      ]
    }
  }
];
