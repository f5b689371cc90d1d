/** A school with one impossibility of known cause through the program: what it proves, whether it names the cause, and its first repair. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Diagnosis } from '../../src/api/types.ts';
import { plantImpossibility, type Planted } from '../../src/generate/plants/index.ts';
import { writeSchool } from '../../src/generate/write-school.ts';
import { spareFacts } from '../../src/judge/certificates/spare-facts.ts';
import type { School } from '../../src/school/types.ts';
import { loadBefore, machine, today } from '../machine.ts';
import { exitOf, LONGEST_RUN_MS, rounded, solveWithProgram, type Program } from '../program.ts';
import type { PlantedRow } from '../rows.ts';
import { rejection } from '../solve-row.ts';

export interface PlantedMeasurement {
  /** name of a sample, or NAME@STUDENTS */
  instance: string;
  plant: string;
  seed: number;
  threads: number;
}

const CURED = 0;
const IMPOSSIBLE = 4;
/** A repair is to be written and there is none. */
const NO_REPAIR = 2;

interface DiagnoseRun {
  diagnosis: Diagnosis;
  seconds: number;
}

/** `zouban diagnose SCHOOL ...options`; throws where it ends otherwise than `expected`. */
async function diagnose(
  program: Program,
  folder: string,
  options: readonly string[],
  expected: readonly number[] = [IMPOSSIBLE],
): Promise<DiagnoseRun> {
  const file = join(folder, 'diagnosis.json');
  const args = [program.bin, 'diagnose', join(folder, 'school.json'), '-o', file, ...options];
  const started = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: LONGEST_RUN_MS });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString('utf8')));
  const exitCode = await exitOf(child);
  const seconds = rounded((performance.now() - started) / 1000);
  if (exitCode === null || !expected.includes(exitCode))
    throw new Error(`zouban diagnose ends with ${exitCode}: ${said.trim()}`);
  return { diagnosis: JSON.parse(readFileSync(file, 'utf8')) as Diagnosis, seconds };
}

function schoolOf({ api }: Program, instance: string): School {
  const [name = '', students] = instance.split('@');
  const { document } = api.generate(name, undefined, students === undefined ? undefined : Number(students));
  if (document === null) throw new Error(`${instance} cannot be made`);
  return JSON.parse(document) as School;
}

const names = (planted: Planted, { certificates }: Diagnosis): boolean =>
  certificates.some(
    ({ kind, facts }) => kind === planted.certificate && planted.facts.every((fact) => facts.includes(fact)),
  );

/** The repaired school solved from another seed than the one with which the repair was verified, and judged. */
async function cured(program: Program, file: string, { seed, threads }: PlantedMeasurement): Promise<boolean> {
  const options = ['--target', 'complete', '--seed', String(seed + 1), '--threads', String(threads)];
  const { exitCode, timetable } = await solveWithProgram(program, file, options);
  if (exitCode !== CURED || !timetable) return false;
  const bytes = readFileSync(file);
  const school = program.api.readSchool(bytes).document;
  const week = program.api.readTimetable(timetable.bytes).document;
  return school !== null && week !== null && rejection(week, program.api.verify(school, bytes, week)) === null;
}

/** Throws where the program does not call the school impossible. */
export async function measurePlanted(program: Program, measurement: PlantedMeasurement): Promise<PlantedRow> {
  const { instance, plant, seed, threads } = measurement;
  const load = loadBefore();
  const healthy = schoolOf(program, instance);
  const planted = plantImpossibility(healthy, plant);
  const folder = mkdtempSync(join(tmpdir(), 'zouban-bench-'));
  try {
    writeFileSync(join(folder, 'school.json'), writeSchool(planted.school));
    const found = await diagnose(program, folder, []);
    const { certificates } = found.diagnosis;
    const repaired = join(folder, 'repaired.json');
    const options = ['--most', '1', '--apply', '1', '--repaired', repaired];
    const priced = await diagnose(
      program,
      folder,
      [...options, '--seed', String(seed), '--threads', String(threads)],
      [IMPOSSIBLE, NO_REPAIR],
    );
    const [repair] = priced.diagnosis.repairs ?? [];
    return {
      instance,
      plant,
      seed,
      commit: program.commit,
      date: today(),
      threads,
      students: healthy.students.length,
      certificates: certificates.length,
      kinds: [...new Set(certificates.map(({ kind }) => kind))],
      proved: certificates.length > 0 && certificates.every(({ proof }) => proof !== 'suspected'),
      named: names(planted, found.diagnosis),
      spareFacts: certificates.reduce((sum, it) => sum + spareFacts(planted.school, it).length, 0),
      seconds: found.seconds,
      repair: repair ? { price: repair.price, text: repair.text.en } : null,
      repairSeconds: priced.seconds,
      cured: repair ? await cured(program, repaired, measurement) : false,
      loadBefore: load,
      machine: machine(),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
