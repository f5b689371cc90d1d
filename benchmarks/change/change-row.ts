/** A school with a week, an event, and the two ways on: from the earlier week, and afresh; each judged, and compared with that week. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { School, Timetable } from '../../src/api/types.ts';
import { loadBefore, machine, root, today } from '../machine.ts';
import { solveWithProgram, type Program } from '../program.ts';
import type { ChangeCounts, ChangeRow, ChangedWeek } from '../rows.ts';
import { rejection, settingsOf } from '../solve-row.ts';
import { HAPPENINGS } from './events.ts';

export interface ChangeMeasurement {
  instance: string;
  /** path of its file */
  school: string;
  /** key of HAPPENINGS */
  event: string;
  options: readonly string[];
  threads: number;
  seed: number;
}

export type ChangeOutcome = { row: ChangeRow } | { failure: string };

const folder = (program: Program): string => {
  const path = join(root, 'out', 'bench', 'change', program.commit);
  mkdirSync(path, { recursive: true });
  return path;
};

const optionsOf = ({ options, seed }: ChangeMeasurement): string[] => [...options, '--seed', String(seed)];

const nameOf = (...parts: (string | number)[]): string => parts.join(' ').replaceAll(/[^\w.]+/g, '-');

/** The week that hangs on the wall, solved once for all events. Throws where there is none that is complete. */
async function earlierWeek(program: Program, measurement: ChangeMeasurement): Promise<string> {
  const { instance, seed, options } = measurement;
  const file = join(folder(program), `${nameOf(instance, seed, settingsOf(options))}.week.json`);
  if (existsSync(file)) return file;
  const { timetable, exitCode, said } = await solveWithProgram(program, measurement.school, optionsOf(measurement));
  if (timetable?.document.status !== 'complete') throw new Error(`no earlier week (exit code ${exitCode}): ${said}`);
  writeFileSync(file, timetable.bytes);
  return file;
}

function read(program: Program, schoolFile: string, weekFile: string): { school: School; week: Timetable } {
  const school = program.api.readSchool(readFileSync(schoolFile)).document;
  const week = program.api.readTimetable(readFileSync(weekFile)).document;
  if (!school || !week) throw new Error('the school or its earlier week cannot be read');
  return { school, week };
}

/** Lessons at another time, new or gone; at their time in another room; sections with other teachers; seats; who notices any of it. */
export function countsOf(program: Program, before: Timetable, after: Timetable, school: School): ChangeCounts {
  const { lessons, rooms, teachers, students, touched } = program.api.diff(before, after, school);
  return {
    lessons: lessons.moved.length + lessons.appeared.length + lessons.vanished.length,
    rooms: rooms.length,
    teachers: new Set(teachers.map(({ section }) => section)).size,
    seats: students.length,
    studentsTouched: touched.students.length,
    teachersTouched: touched.teachers.length,
  };
}

async function weekAfter(
  program: Program,
  measurement: ChangeMeasurement,
  schoolFile: string,
  earlier: { file: string; week: Timetable },
  fromEarlier: boolean,
): Promise<ChangedWeek> {
  const base = fromEarlier ? ['--base', earlier.file] : [];
  const run = await solveWithProgram(program, schoolFile, [...optionsOf(measurement), ...base]);
  if (!run.timetable) throw new Error(`exit code ${run.exitCode}, no timetable: ${run.said.trim()}`);
  const bytes = readFileSync(schoolFile);
  const school = program.api.readSchool(bytes).document;
  const week = program.api.readTimetable(run.timetable.bytes).document;
  if (!school || !week) throw new Error('the changed school or its week cannot be read');
  const judged = program.api.verify(school, bytes, week, fromEarlier ? earlier.week : undefined);
  const rejected = rejection(week, judged);
  if (rejected !== null) throw new Error(`the judge rejects the timetable: ${rejected}`);
  const proved = week.certificates?.find(({ kind }) => kind === 'change.fewest');
  return {
    status: week.status,
    hard: week.score.hard,
    soft: week.score.soft,
    seconds: run.seconds,
    changes: countsOf(program, earlier.week, week, school),
    fewest: proved?.sums['fewest'] ?? null,
    used: proved?.sums['used'] ?? null,
  };
}

export async function measureChange(program: Program, measurement: ChangeMeasurement): Promise<ChangeOutcome> {
  const { instance, event, seed, options, threads } = measurement;
  const load = loadBefore();
  try {
    const file = await earlierWeek(program, measurement);
    const { school, week } = read(program, measurement.school, file);
    const happened = HAPPENINGS[event]?.(school, week);
    if (!happened) return { failure: `nobody in ${instance} to whom it can happen` };
    const schoolFile = join(folder(program), `${nameOf(instance, seed, event)}.school.json`);
    writeFileSync(schoolFile, `${JSON.stringify(happened.school, null, 1)}\n`);
    const after = (fromEarlier: boolean): Promise<ChangedWeek> =>
      weekAfter(program, measurement, schoolFile, { file, week }, fromEarlier);
    return {
      row: {
        instance,
        event,
        what: happened.what,
        settings: settingsOf(options),
        seed,
        commit: program.commit,
        date: today(),
        threads,
        lessons: week.lessons.length,
        students: school.students.length,
        kept: await after(true),
        fresh: await after(false),
        loadBefore: load,
        machine: machine(),
      },
    };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}
