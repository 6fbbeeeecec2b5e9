// SPDX-License-Identifier: Apache-2.0
// Who may import whom. This is the table of the style guide as code: both change in one commit. A folder's row lists
// all that it may import of ours; libraries are tied to folders by `one-driver-one-folder`.

/** Files that run in tests only: they may import more, and nothing else may import them. */
const TEST = '(\\.(test|contract|fuzz|spec)\\.tsx?$|/testing/|^e2e/|^bench/|vitest\\.config)'
const OURS = '^(packages|e2e|bench|scripts)/'
const PROTOCOL = '^packages/protocol/src/'
/** What the script of host pages and the meeting's page share. */
const PROTOCOL_EMBED = `${PROTOCOL}embed/`
const MEETING = '^packages/meeting/src/'
const CLIENT = '^packages/client/src/'
/** What a folder offers to the tests of others. */
const TESTING_ENTRY = '^packages/.+/testing/index\\.ts$'
const SERVER = '^packages/server/src/'
const PORTS = `${SERVER}meetings/ports\\.ts$`
/** What webhooks need of a store. */
const OUTBOX = `${SERVER}webhooks/ports\\.ts$`
/** Open to all of the server. */
const LOGGER = `${SERVER}observability/`

/** Our folders and what of ours each may import besides itself. */
const TABLE = {
  protocol: { folder: PROTOCOL, may: [] },
  meeting: { folder: MEETING, may: [PROTOCOL] },
  client: { folder: CLIENT, may: [PROTOCOL] },
  web: { folder: '^packages/web/', may: [CLIENT, PROTOCOL] },
  embed: { folder: '^packages/embed/', may: [PROTOCOL_EMBED] },
  'protocol-embed': { folder: PROTOCOL_EMBED, may: [] },
  'server-meetings': { folder: `${SERVER}meetings/`, may: [MEETING, PROTOCOL, LOGGER] },
  'server-signaling': {
    folder: `${SERVER}signaling/`,
    may: [PROTOCOL, MEETING, `${SERVER}meetings/`, `${SERVER}auth/`, LOGGER],
  },
  'server-http': { folder: `${SERVER}http/`, may: [PROTOCOL, MEETING, `${SERVER}meetings/`, `${SERVER}auth/`, LOGGER] },
  'server-media': { folder: `${SERVER}media/`, may: [PORTS, PROTOCOL, MEETING, LOGGER] },
  // What several stores share stands in `store/` itself.
  'server-store': { folder: `${SERVER}store/[^/]+\\.ts$`, may: [PORTS, OUTBOX, PROTOCOL, MEETING, LOGGER] },
  'server-store-memory': {
    folder: `${SERVER}store/memory/`,
    may: [`${SERVER}store/[^/]+\\.ts$`, PORTS, OUTBOX, PROTOCOL, MEETING, LOGGER],
  },
  'server-store-sqlite': {
    folder: `${SERVER}store/sqlite/`,
    may: [`${SERVER}store/[^/]+\\.ts$`, PORTS, OUTBOX, PROTOCOL, MEETING, LOGGER],
  },
  // The planner of the core in a thread of its own (ADR 0015).
  'server-grouping': { folder: `${SERVER}grouping/`, may: [PORTS, PROTOCOL, MEETING, LOGGER] },
  'server-auth': { folder: `${SERVER}auth/`, may: [PROTOCOL, LOGGER] },
  // Webhooks read the log, and follow it with the core's own evolve.
  'server-webhooks': { folder: `${SERVER}webhooks/`, may: [PORTS, PROTOCOL, MEETING, LOGGER] },
  'server-config': { folder: `${SERVER}config/`, may: [PROTOCOL, LOGGER] },
  'server-observability': { folder: LOGGER, may: [PROTOCOL] },
  'server-main': { folder: `${SERVER}(main|apiKey)\\.ts$`, may: [SERVER, MEETING, PROTOCOL] },
  // Programs that an operator runs beside the server: composition roots of their own.
  'server-commands': { folder: `${SERVER}commands/`, may: [SERVER, MEETING, PROTOCOL] },
  e2e: { folder: '^e2e/', may: ['^packages/(protocol|client)/src/'] },
  bench: { folder: '^bench/', may: ['^packages/(protocol|client|meeting)/src/', '^e2e/'] },
}

/** Library → the only folders that may import it. */
const DRIVERS = [
  ['mediasoup', `${SERVER}media/`],
  ['node:sqlite', `${SERVER}store/sqlite/`],
  // The bench measures it bare, too.
  ['socket\\.io(-parser)?', `(${SERVER}signaling/|^bench/)`],
  ['(fastify|@fastify/[^/]+)', `${SERVER}http/`],
  ['(pino|prom-client)', LOGGER],
  ['selfsigned', `${SERVER}(config|http)/`],
  ['mediasoup-client', `${CLIENT}media/`],
  ['socket\\.io-client', `(${CLIENT}signaling/|${TEST})`],
  [
    '(react|react-dom|react-aria-components|react-aria|react-stately|lucide-react|@fontsource[^/]*/[^/]+)',
    '^packages/web/',
  ],
  ['(@mediapipe|@sapphi-red)/[^/]+', '^packages/web/src/devices/effects/'],
  ['i18next', '^packages/web/src/i18n/'],
  ['zod', `(${PROTOCOL}|${SERVER}(config|http|signaling|media|auth|webhooks)/)`],
  ['jose', `${SERVER}auth/`],
  ['(playwright-core|axe-core)', '^(e2e|bench)/'],
]

/** The server's parts which see the core through its types, and the application layer through its ports. */
const ADAPTERS = `${SERVER}(media|store)/`

/**
 * @param {string} name
 * @param {string} comment
 * @param {object} from
 * @param {object} to
 */
function forbid(name, comment, from, to) {
  return { name, severity: 'error', comment, from, to }
}

function tableRules() {
  return Object.entries(TABLE).map(([name, { folder, may }]) =>
    forbid(
      `${name}-imports`,
      `Of ours, this folder may import itself and: ${may.join(', ') || 'nothing'}.`,
      { path: folder },
      { path: OURS, pathNot: [folder, ...may, TESTING_ENTRY] },
    ),
  )
}

function driverRules() {
  return DRIVERS.map(([library, folder]) =>
    forbid(
      'one-driver-one-folder',
      `Only ${folder} may import ${library}: replacing a library must touch one folder.`,
      { path: OURS, pathNot: folder },
      // A core module's path is its name; a library's is where npm put it.
      { path: `(^(node:)?${library.replace(/^node:/, '')}$|node_modules/${library}/)` },
    ),
  )
}

export default {
  forbidden: [
    ...tableRules(),
    ...driverRules(),
    forbid(
      'no-cycles',
      'Files that import each other cannot be understood or replaced one by one.',
      {},
      { circular: true },
    ),
    forbid(
      'entry-only',
      "Packages meet at their `exports`: another package's insides may change at any time.",
      { path: '^(?:packages/)?([^/]+)/' },
      { path: '^packages/', pathNot: ['^packages/$1/', '^packages/[^/]+/src/((testing|embed)/)?index\\.ts$'] },
    ),
    forbid(
      'entry-by-name',
      'Another package is imported by its name, which its package.json must list.',
      { path: '^(?:packages/)?([^/]+)/' },
      { path: '^(packages|e2e)/', pathNot: '^(packages/)?$1/', dependencyTypes: ['local'] },
    ),
    forbid(
      'core-is-pure',
      'The contract and the core must give the same result anywhere: no Node, no I/O, no library but the schema library.',
      { path: [PROTOCOL, MEETING], pathNot: TEST },
      { pathNot: [PROTOCOL, MEETING, 'node_modules/zod/', '^\\.{1,2}/'] },
    ),
    forbid(
      'browser-is-no-node',
      'The client and the web app run in browsers.',
      { path: [CLIENT, '^packages/(web|embed)/src/'], pathNot: TEST },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'application-layer-does-no-io',
      'The application layer reaches the world through its ports only.',
      { path: `${SERVER}meetings/`, pathNot: TEST },
      {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
        pathNot: '^packages/',
      },
    ),
    forbid(
      'adapters-take-types-only',
      'An adapter fulfils a port; deciding anything is up to the core, which only the application layer asks.',
      { path: ADAPTERS, pathNot: TEST },
      { path: MEETING, dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'nobody-imports-main',
      'The composition root knows all; nothing may know it.',
      {},
      { path: `${SERVER}(main|apiKey)\\.ts$` },
    ),
    forbid(
      'no-test-in-production',
      'What ships must not carry test code.',
      { path: OURS, pathNot: TEST },
      { path: [TEST, 'node_modules/(vitest|fast-check|playwright-core)/'] },
    ),
    forbid(
      'resolvable',
      'An import that leads nowhere hides from every rule here. (`?url` asks Vite for the address of a file; its build fails when there is none.)',
      {},
      { couldNotResolve: true, pathNot: '\\?url$' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(packages/[^/]+|e2e|bench)/(dist|coverage)/' },
    // Type-only imports count: two files that know each other's types are a knot as well.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'module', 'browser', 'types', 'default'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css', '.d.ts'],
    },
  },
}
