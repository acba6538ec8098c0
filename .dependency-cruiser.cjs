// The rooms of the house and who may call whom (CONTRIBUTING.md, "The house"). Every room may use src/records and
// src/words, and write to the log (src/log.ts); the rest is listed here.
const rooms = {
  records: ['calendar'],
  words: ['records', 'calendar'],
  calendar: [],
  schedule: ['calendar'],
  registry: ['database', 'schedule', 'calendar', 'lookup', 'delivery'],
  lookup: ['calendar', 'schedule'],
  delivery: ['database', 'schedule', 'calendar'],
  forms: ['calendar', 'schedule'],
  slack: ['calendar', 'lookup', 'forms', 'delivery'],
  documents: ['registry', 'calendar'],
  workspace: ['slack', 'calendar'],
  database: ['calendar'],
};

const allowed = Object.entries(rooms).map(([room, may]) => ({
  name: `room-${room}`,
  comment: `src/${room} may call ${['records', 'words', ...may].map((other) => `src/${other}`).join(', ')} only`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: {
    path: '^(src|commands|jobs)/',
    pathNot: [room, 'records', 'words', ...may]
      .map((other) => `^src/${other}/`)
      .concat('^src/log\\.ts$')
      .concat(['database', 'registry', 'delivery'].includes(room) ? ['^src/generated/'] : []),
  },
}));

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'only-the-database-rooms-know-prisma',
      severity: 'error',
      from: { path: '^(src|commands|jobs)/', pathNot: '^src/(database|registry|delivery|generated)/' },
      to: { path: '^src/generated/|node_modules/(@prisma|prisma|pg)/' },
    },
    {
      name: 'only-the-slack-rooms-know-slack',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(slack|workspace)/' },
      to: { path: 'node_modules/@slack/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { path: '^(src|commands|jobs)/' },
      to: { path: '^(test|bench)/' },
    },
    ...allowed,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/generated/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.mjs', '.js'], conditionNames: ['import', 'node', 'default'] },
  },
};
