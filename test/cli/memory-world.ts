/** A world without a process: files in a map, output in strings, an engine that answers what the test says. */
import type { Api, School, SolveOptions, Timetable } from '../../src/api/index.ts';
import {
  diagnose,
  readCertificates,
  readSchoolToDiagnose,
  verifyCertificates,
  writeDiagnosis,
} from '../../src/api/diagnose.ts';
import { changesText, diff } from '../../src/api/diff.ts';
import { ruleTypes, suggestedRules } from '../../src/api/rules.ts';
import { combinations } from '../../src/diagnose/index.ts';
import { summarise } from '../../src/api/school.ts';
import { run } from '../../src/cli/run.ts';
import type { Signal, World } from '../../src/cli/world.ts';
import { smallSchool } from '../support/small-school.ts';

const systemError = (code: string): Error => Object.assign(new Error(code), { code });

export function smallWeek(change: Partial<Timetable> = {}): Timetable {
  return {
    format: 'zouban/timetable@1',
    school: { name: '小中学', sha256: '0'.repeat(64) },
    scope: 'week',
    status: 'complete',
    run: {
      version: '0.1.0',
      seed: 1,
      islands: 4,
      epochs: 3,
      epochSize: 1000,
      skipped: [],
      reproduce: 'zouban solve school.json --seed 1 --islands 4',
      digest: '',
      observed: { threads: 2, wallSeconds: 1.5, peakMemoryBytes: 1, stopReason: 'stagnation' },
    },
    homerooms: [],
    sections: [
      { id: 'g2-chi/h1', course: 'g2-chi', homerooms: ['h1'], students: ['s1'], teachers: ['t-chi'] },
      { id: 'g2-che/1', course: 'g2-che', homerooms: ['h1'], students: ['s1'], teachers: ['t-che'] },
    ],
    lessons: [{ section: 'g2-chi/h1', index: 0, slot: 'mon.1', length: 1, weeks: 'every', room: 'r1' }],
    meetings: [],
    selfStudy: [],
    score: { hard: 0, soft: 12, softBound: { value: 4, method: 'trivial' }, rules: [] },
    conflicts: [],
    unserved: [],
    unplaced: [],
    utilization: { rooms: [], roomKinds: [], teachers: [], sections: [], slots: [], students: [] },
    ...change,
  };
}

/** `ok` is read as the small school, anything else as a file with one fault. */
export const fakeApi = (change: Partial<Api> = {}): Api => ({
  readSchool: (bytes) =>
    new TextDecoder().decode(bytes) === 'ok'
      ? { document: smallSchool(), faults: [{ severity: 'warning', code: 'nameless', path: 'rooms[0]' }] }
      : { document: null, faults: [{ severity: 'fault', code: 'file.empty', path: '' }] },
  leftInWeek: () => null,
  weekRepairs: () => Promise.resolve({ repairs: [], schools: [], failed: 0, complete: true, left: null }),
  readTimetable: () => ({ document: smallWeek(), faults: [] }),
  summarise,
  combinations,
  ruleTypes,
  suggestedRules,
  explain: () => '{}\n',
  sampleNames: () => ['tiny'],
  generate: (settings, seed) => ({ document: `${String(settings)} ${seed}\n`, faults: [] }),
  readSchoolToDiagnose,
  diagnose,
  suspects: () => Promise.resolve({ complete: true, suspects: [] }),
  repairs: () => Promise.resolve({ repairs: [], schools: [], failed: 0 }),
  writeDiagnosis,
  readCertificates,
  verifyCertificates,
  plan: () => Promise.resolve(smallWeek({ scope: 'sections' })),
  startThreads: (threads) => ({
    threads,
    run: () => Promise.reject(new Error('no thread in memory')),
    killThread: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }),
  solve: () => Promise.resolve(smallWeek()),
  verify: () => ({
    hard: 0,
    soft: 12,
    rules: [],
    conflicts: [],
    unserved: [],
    unplaced: [],
    disagreements: [],
    sameSchool: true,
    sameBase: true,
    sameDigest: true,
  }),
  isWeekOf: () => true,
  isUnedited: () => true,
  report: (_school, _timetable, format, lang, base) => `${format} in ${lang}${base ? ' since' : ''}`,
  outline: (_school, _timetable, lang, base) => `outline in ${lang}${base ? ' since' : ''}`,
  diff,
  changesText,
  anonymise: (_school, week) => ({ school: 'nobody\n', ...(week ? { week: 'no week\n' } : {}) }),
  exportFet: (_school, week) => ({ document: week ? 'fet with a week\n' : 'fet\n', faults: [] }),
  importFet: (_school, _bytes, fet) =>
    new TextDecoder().decode(fet) === 'found'
      ? { document: smallWeek({ status: 'partial' }), faults: [] }
      : { document: null, faults: [{ severity: 'fault', code: 'fet.no-times', path: '' }] },
  readCheckpoint: () => null,
  resumeDifferences: () => [],
  replayDifferences: () => [],
  writeTimetable: (timetable) => `week ${timetable.status}\n`,
  ...change,
});

export interface Told {
  code: number;
  out: string;
  err: string;
  files: Map<string, string>;
  exits: number[];
}

export interface Setting {
  api?: Partial<Api>;
  files?: Record<string, string>;
  stdin?: string;
  env?: Record<string, string>;
  /** error codes by path, for writing */
  unwritable?: Record<string, string>;
  /** error codes by path, only once the work is done */
  fullAtTheEnd?: Record<string, string>;
  stderrIsTTY?: boolean;
}

export interface Stage {
  world: World;
  told: Told;
  signal: (name: Signal) => void;
}

export function makeStage(setting: Setting = {}): Stage {
  const files = new Map(Object.entries(setting.files ?? { 'school.json': 'ok', 'week.json': 'week' }));
  const told: Told = { code: -1, out: '', err: '', files, exits: [] };
  const listeners = new Set<(name: Signal) => void>();
  const world: World = {
    version: '9.9.9',
    env: setting.env ?? { LANG: 'en_US.UTF-8' },
    processors: 2,
    stdin: () => Promise.resolve(new TextEncoder().encode(setting.stdin ?? '')),
    stdout: {
      isTTY: false,
      write: (text) => {
        told.out += text;
        return Promise.resolve();
      },
    },
    stderr: {
      isTTY: setting.stderrIsTTY ?? false,
      columns: 60,
      write: (text) => {
        told.err += text;
        return Promise.resolve();
      },
    },
    files: {
      resolve: (path) => path.replace(/^\.\//, ''),
      read: (path) => {
        const text = files.get(path);
        if (text === undefined) throw systemError(path.endsWith('/') ? 'EISDIR' : 'ENOENT');
        return new TextEncoder().encode(text);
      },
      checkWritable: (path) => {
        const code = setting.unwritable?.[path];
        if (code) throw systemError(code);
      },
      write: (path, text) => {
        const code = setting.fullAtTheEnd?.[path];
        if (code) throw systemError(code);
        files.set(path, text);
      },
      refuge: (path) => `tmp/${path}`,
    },
    onSignal: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    exitNow: (code) => told.exits.push(code),
    loadApi: () => Promise.resolve(fakeApi(setting.api)),
  };
  return { world, told, signal: (name) => listeners.forEach((listener) => listener(name)) };
}

/** Types a line at the prompt; blanks separate words. */
export async function type(line: string, setting: Setting = {}): Promise<Told> {
  const { world, told } = makeStage(setting);
  told.code = await run(line.split(' ').filter(Boolean), world);
  return told;
}

/** The options that reach the engine for a line. */
export async function optionsOf(line: string): Promise<SolveOptions> {
  const seen: SolveOptions[] = [];
  const engine = (_school: School, _bytes: Uint8Array, options: SolveOptions): Promise<Timetable> => {
    seen.push(options);
    return Promise.resolve(smallWeek());
  };
  await type(line, { api: { solve: engine, plan: engine } });
  const [options] = seen;
  if (!options) throw new Error('the engine was not asked');
  return options;
}
