/** Which room may import from which: the table of docs/architecture.md. */

/** Rooms are the folders of src/, and solver/. A package or built-in is named as it is imported. */
export interface Arrow {
  rooms: readonly string[];
  /** these rooms for their types only */
  types?: readonly string[];
  packages: readonly string[];
}

export const arrows: Record<string, Arrow> = {
  solver: { rooms: [], packages: [] },
  school: { rooms: [], packages: ['fastest-validator'] },
  timetable: { rooms: ['school'], packages: ['fastest-validator', 'node:crypto'] },
  compile: { rooms: ['school', 'timetable', 'solver'], packages: [] },
  public: { rooms: ['compile', 'solver'], packages: [] },
  judge: { rooms: ['school', 'timetable'], packages: [] },
  mip: {
    rooms: [],
    types: ['solver'],
    packages: ['highs', 'javascript-lp-solver', 'node:worker_threads', 'node:module'],
  },
  pool: { rooms: ['compile', 'mip', 'solver'], packages: ['piscina', 'node:worker_threads', 'node:url', 'node:os'] },
  diagnose: { rooms: ['school'], packages: [] },
  diff: { rooms: ['school', 'timetable'], packages: [] },
  generate: { rooms: ['school', 'timetable'], packages: ['node:crypto'] },
  formats: { rooms: ['school', 'timetable'], packages: ['saxes'] },
  report: { rooms: ['school', 'timetable', 'diff', 'text'], packages: ['graphology'] },
  text: { rooms: [], packages: [] },
  api: {
    rooms: [
      'school',
      'timetable',
      'compile',
      'judge',
      'diagnose',
      'diff',
      'mip',
      'pool',
      'generate',
      'formats',
      'report',
      'text',
      'solver',
    ],
    packages: ['node:crypto', 'node:fs', 'node:os', 'node:perf_hooks', 'node:url'],
  },
  cli: {
    rooms: ['api', 'text'],
    packages: ['node:fs', 'node:os', 'node:path', 'node:tty', 'node:util'],
  },
};
