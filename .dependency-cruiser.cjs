/** The house of docs/ARCHITECTURE.md as rules. Rooms are entered by their index.ts; arrows point one way. */
const rooms =
  'compilation|directory|obligations|materials|drafts|consultation|review|packet|reminders|rehearsal|access|engine|ledger|outbox|worker|effects|files|sheets|uploads|render|calendar|web|platform|api|cli|pages';
const domain = 'compilation|directory|obligations|materials|drafts|consultation|review|packet|reminders';

/** Each knows only those before it; two in one place do not know each other. */
const order = [
  ['compilation'],
  ['directory'],
  ['obligations'],
  ['reminders', 'materials'],
  ['drafts'],
  ['consultation'],
  ['review'],
  ['packet'],
  ['access'],
];
const inOrder = order.flatMap((floor, at) =>
  floor.map((room) => ({
    name: `${room}-knows-only-rooms-before-it`,
    severity: 'error',
    from: { path: `^src/${room}/`, pathNot: '\\.spec\\.ts$' },
    to: {
      path: `^src/(${[...floor.filter((peer) => peer !== room), ...order.slice(at + 1).flat(), 'rehearsal'].join('|')})/`,
    },
  })),
);

module.exports = {
  forbidden: [
    ...inOrder,
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'rooms-are-entered-by-their-index',
      severity: 'error',
      from: { path: `^src/(${rooms})/`, pathNot: '\\.spec\\.ts$' },
      to: { path: `^src/(${rooms})/`, pathNot: [`^src/(${rooms})/index\\.ts$`, '^src/$1/'] },
    },
    {
      name: 'workflows-import-only-xstate-and-themselves',
      severity: 'error',
      from: { path: '^workflows/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^workflows/', 'node_modules/xstate/'] },
    },
    {
      name: 'platform-knows-no-room',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: `^src/(?!platform/)` },
    },
    {
      name: 'calendar-knows-no-room',
      severity: 'error',
      from: { path: '^src/calendar/' },
      to: { path: `^src/(?!calendar/|platform/)` },
    },
    {
      name: 'machinery-knows-no-domain-room',
      severity: 'error',
      from: {
        path: '^src/(engine|ledger|outbox|worker|files|sheets|uploads|render)/',
        pathNot: '\\.spec\\.ts$',
      },
      to: { path: `^src/(${domain}|rehearsal|access|web|api|cli|effects)/` },
    },
    {
      name: 'the-http-door-knows-no-domain-room',
      severity: 'error',
      from: { path: '^src/web/' },
      to: { path: `^src/(${domain}|rehearsal|access|cli|effects)/` },
    },
    {
      name: 'effects-know-no-domain-room',
      severity: 'error',
      from: { path: '^src/effects/', pathNot: '\\.spec\\.ts$' },
      to: { path: `^src/(${domain}|rehearsal|access|web|api|cli)/` },
    },
    {
      name: 'only-effects-send-mail',
      severity: 'error',
      from: { pathNot: ['^src/effects/', '\\.spec\\.ts$', '^test/'] },
      to: { path: 'node_modules/nodemailer' },
    },
    {
      name: 'rehearsal-stands-above-all-rooms',
      severity: 'error',
      from: { path: `^src/(${domain}|engine|ledger|outbox|worker|files|uploads|render|calendar|effects)/` },
      to: { path: '^src/(rehearsal|cli|api)/' },
    },
    {
      name: 'pages-stand-above-all-rooms',
      severity: 'error',
      from: {
        path: `^src/(${domain}|engine|ledger|outbox|worker|files|uploads|render|calendar|effects|web|access|rehearsal|platform)/`,
      },
      to: { path: '^src/pages/' },
    },
    {
      name: 'use-cases-do-not-know-doors',
      severity: 'error',
      from: { path: '\\.use-case\\.ts$' },
      to: { path: '(\\.controller\\.ts$|^src/(web|cli|api|pages)/)' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.spec\\.ts$' },
  },
};
