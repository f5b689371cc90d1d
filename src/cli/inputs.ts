/** Files that a command reads, with every trouble said in words. */
import type { Fault, Reading, School, Timetable } from '../api/index.ts';
import { fileTrouble, mistakes, severity } from '../text/cli.ts';
import { describeFault, describeFaultJson } from '../text/faults.ts';
import type { Context } from './command.ts';
import { UserError } from './user-error.ts';
import type { World } from './world.ts';

/** The system's code of an error, e.g. ENOENT; undefined where it is no error of the system. */
export function systemCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : undefined;
}

export async function readInput(world: World, path: string): Promise<Uint8Array> {
  if (path === '-') return world.stdin();
  try {
    return world.files.read(world.files.resolve(path));
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    throw new UserError(`file.${code}`, fileTrouble('read', path, code));
  }
}

export function oneStdinOnly(paths: readonly string[]): void {
  if (paths.filter((path) => path === '-').length > 1) throw new UserError('stdin.twice', mistakes.stdinTwice);
}

/** Faults for programs: as they are, and in words of both languages. */
export const faultRecords = (faults: readonly Fault[]): object[] => faults.map((fault) => describeFaultJson(fault));

/** Faults and warnings of a file, on standard error. */
export async function tellFaults(context: Context, path: string, faults: readonly Fault[]): Promise<void> {
  const { json, lang } = context;
  if (json) {
    if (faults.length > 0) await context.tell(JSON.stringify({ file: path, faults: faultRecords(faults) }));
    return;
  }
  const wanted = context.quiet ? faults.filter((fault) => fault.severity === 'fault') : faults;
  const lines = wanted.map((fault) => `${severity[fault.severity][lang]}  ${describeFault(fault, lang)}`);
  if (lines.length > 0) await context.tell(lines.join('\n'));
}

/** The document of a file that can be used; its warnings are told. Where it cannot be used its faults are told, and it throws. */
export async function usable<T>(context: Context, path: string, reading: Reading<T>): Promise<T> {
  await tellFaults(context, path, reading.faults);
  if (reading.document !== null) return reading.document;
  const count = reading.faults.filter((fault) => fault.severity === 'fault').length;
  throw new UserError('file.unusable', mistakes.unusable(path, count));
}

/** The school in the bytes of a file. */
export const schoolIn = (context: Context, path: string, bytes: Uint8Array): Promise<School> =>
  usable(context, path, context.api.readSchool(bytes));

export async function readSchoolFile(context: Context, path: string): Promise<{ school: School; bytes: Uint8Array }> {
  const bytes = await readInput(context.world, path);
  return { school: await schoolIn(context, path, bytes), bytes };
}

/**
 * As `schoolIn`, but a file whose only faults say that something cannot be (must rules or locks against one another, 46 periods in 45 slots) is
 * read all the same where that is proved: the proof is the answer then. Its faults are told.
 */
export async function schoolOrProofIn(context: Context, path: string, bytes: Uint8Array): Promise<School> {
  const { api } = context;
  const reading = api.readSchool(bytes);
  if (reading.document === null) {
    const { document, faults } = api.readSchoolToDiagnose(bytes);
    if (document !== null && api.diagnose(document, bytes).status === 'impossible') {
      await tellFaults(context, path, faults);
      return document;
    }
  }
  return usable(context, path, reading);
}

/** An earlier week, with the bytes that its sha256 is of; nothing where no file is named. */
export async function readBaseFile(
  context: Context,
  path: string | undefined,
): Promise<{ base?: Timetable; baseBytes?: Uint8Array }> {
  if (path === undefined) return {};
  const baseBytes = await readInput(context.world, path);
  return { base: await usable(context, path, context.api.readTimetable(baseBytes)), baseBytes };
}

export async function readWeekFile(context: Context, path: string): Promise<Timetable> {
  const bytes = await readInput(context.world, path);
  return usable(context, path, context.api.readTimetable(bytes));
}
