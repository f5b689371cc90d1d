/**
 * FET and we on the same schools with the same sections, in turn:
 * `npm run bench:fet -- [--seeds 1-3] [--schools a,b] [--wishes own,all] [--limit 300] [--threads 2]`.
 * Where FET gives up, one seed of its is enough; where it is not installed, or with `--ours`, its rows are left out.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endWithFaults, optionsOf, seedsOf } from './arguments.ts';
import { fetVersion, runFet } from './fet-cl.ts';
import { FET_SCHOOLS, fetSchoolText, type FetSchool } from './instances/fet-schools.ts';
import { loadBefore, machine, root, today } from './machine.ts';
import { measureAll } from './measure-all.ts';
import { buildProgram, type Program } from './program.ts';
import { appendRow, FET_ROWS, readRows, type FetRow } from './rows.ts';
import { say } from './say.ts';

/** What FET is told beside the musts: spread and own rooms, as a school would, or all wishes of ours that it knows. */
const WISHES = { own: ['course.spread', 'room.own'], all: 'all' } as const;

const sha256Of = (data: string): string => createHash('sha256').update(data).digest('hex');

interface Problem {
  instance: string;
  school: NonNullable<ReturnType<Program['api']['readSchool']>['document']>;
  bytes: Uint8Array;
  settings: string;
  /** the file that FET is given */
  file: string;
  lessons: number;
}

const inWords = (row: FetRow): string =>
  row.solved
    ? `solved · hard ${row.hard} · soft ${row.soft} · ${row.seconds} s · load ${row.loadBefore}`
    : `gave up · ${row.placed} of ${row.lessons} lessons placed · ${row.seconds} s · load ${row.loadBefore}`;

/** Another commit measures anew, so that its rows and ours come from one run in turn. */
const sameProblem = (row: FetRow, { instance, settings, file }: Problem, commit: string): boolean =>
  row.instance === instance && row.settings === settings && row.commit === commit && row.fileSha256 === sha256Of(file);

function problemOf(
  program: Program,
  instance: string,
  text: string,
  wishes: keyof typeof WISHES,
  told: string,
): Problem {
  const bytes = new TextEncoder().encode(text);
  const school = program.api.readSchool(bytes).document;
  const file = school && program.api.exportFet(school, undefined, WISHES[wishes]).document;
  if (!school || !file) throw new Error(`${instance} cannot be written for FET`);
  const lessons = file.split('<Activity>').length - 1;
  return {
    instance,
    school,
    bytes,
    settings: `${told}, ${wishes === 'all' ? 'all wishes' : 'spread and own rooms'}`,
    file,
    lessons,
  };
}

/** The row of a run, appended to the results; or why there is none. */
async function measureFet(program: Program, problem: Problem, seed: number, limit: number): Promise<FetRow | string> {
  const load = loadBefore();
  const run = await runFet(problem.file, seed, limit);
  if (!run.result && !run.said.includes('Time exceeded'))
    return `FET does not take the file: ${run.said.slice(0, 500)}`;
  const found = run.result && program.api.importFet(problem.school, problem.bytes, run.result).document;
  if (run.result && !found) return 'the result of FET cannot be read';
  const row: FetRow = {
    instance: problem.instance,
    schoolSha256: sha256Of(new TextDecoder().decode(problem.bytes)),
    fileSha256: sha256Of(problem.file),
    settings: problem.settings,
    seed,
    commit: program.commit,
    date: today(),
    solved: found !== undefined,
    placed: found ? (found?.lessons.length ?? 0) : run.placed,
    lessons: problem.lessons,
    hard: found?.score.hard ?? null,
    soft: found?.score.soft ?? null,
    rules: Object.fromEntries(
      (found?.score.rules ?? []).flatMap(({ rule, strength, cost }) =>
        strength !== 'must' && cost > 0 ? [[rule, cost]] : [],
      ),
    ),
    seconds: run.seconds,
    loadBefore: load,
    machine: machine(),
  };
  appendRow(FET_ROWS, row);
  return row;
}

/** FET on one seed, unless the row exists or another seed of the same problem has given up. */
async function takeTurn(program: Program, problem: Problem, seed: number, limit: number): Promise<string[]> {
  const { instance, settings } = problem;
  const name = `${instance} · ${settings} · seed ${seed}`;
  const rows = readRows<FetRow>(FET_ROWS).filter((row) => sameProblem(row, problem, program.commit));
  const known = rows.find((row) => row.seed === seed);
  const gaveUp = rows.find(({ solved }) => !solved);
  if (known ?? gaveUp) {
    say(known ? `${name} · exists: ${inWords(known)}` : `${name} · left out: seed ${gaveUp?.seed} has given up`);
    return [];
  }
  const row = await measureFet(program, problem, seed, limit);
  say(`${name} · ${typeof row === 'string' ? `FAILURE: ${row}` : inWords(row)}`);
  return typeof row === 'string' ? [`${name}: ${row}`] : [];
}

const values = optionsOf('bench:fet', {
  seeds: { type: 'string', default: '1-3' },
  schools: { type: 'string', default: FET_SCHOOLS.map(({ name }) => name).join(',') },
  wishes: { type: 'string', default: 'own,all' },
  limit: { type: 'string', default: '300' },
  threads: { type: 'string', default: '2' },
  ours: { type: 'boolean', default: false },
});
const limit = Number(values.limit);
const wishes = values.wishes.split(',').filter((word): word is keyof typeof WISHES => Object.hasOwn(WISHES, word));
const chosen = values.schools.split(',').map((name): FetSchool => {
  const school = FET_SCHOOLS.find((one) => one.name === name);
  if (!school) throw new Error(`--schools ${name}: there are ${FET_SCHOOLS.map((one) => one.name).join(', ')}`);
  return school;
});

const version = values.ours ? null : fetVersion();
if (version === null && !values.ours) say('fet-cl is not installed: the rows of FET are left out.');
const program = await buildProgram();
const folder = join(root, 'out', 'bench', 'instances');
mkdirSync(folder, { recursive: true });
const failures: string[] = [];
for (const school of chosen) {
  const text = fetSchoolText(school);
  const path = join(folder, `${school.name}.school.json`);
  writeFileSync(path, text);
  const problems =
    version === null
      ? []
      : wishes.map((which) => problemOf(program, school.name, text, which, `FET ${version}, ${limit} s`));
  const options = ['--target', 'complete', '--threads', values.threads];
  for (const seed of seedsOf(values.seeds)) {
    for (const problem of problems) failures.push(...(await takeTurn(program, problem, seed, limit)));
    const ours = { instance: school.name, school: path, options, threads: Number(values.threads), seed };
    failures.push(...(await measureAll(program, [ours])).failures);
  }
}
endWithFaults(failures);
