/** `--checkpoint`, `--resume` and `--replay`: runs that can be gone on with, that go on, and that are repeated. */
import type { SolveOptions, Timetable } from '../api/index.ts';
import { fileTrouble } from '../text/cli.ts';
import { continuing } from '../text/continuing.ts';
import { optionHelp } from '../text/help.ts';
import type { Words } from '../text/lang.ts';
import type { Context } from './command.ts';
import { readInput, readWeekFile, systemCode } from './inputs.ts';
import type { SolverValues } from './solver-options.ts';
import { UserError } from './user-error.ts';

/** A checkpoint is a file: it is written again and again. */
const A_FILE = /^(?!-$)/;

export const continuingOptions = [
  { name: 'checkpoint', kind: 'file', placeholder: 'FILE', pattern: A_FILE, help: optionHelp.checkpoint },
  { name: 'resume', kind: 'file', placeholder: 'FILE', pattern: A_FILE, help: optionHelp.resume },
  { name: 'replay', kind: 'file', placeholder: 'WEEK.json', help: optionHelp.replay },
] as const;

export interface ContinuingValues {
  checkpoint?: string | undefined;
  resume?: string | undefined;
  replay?: string | undefined;
}

/** A checkpoint may be saved where it was read from; nothing else replaces an input. */
export function continuingFiles(
  { checkpoint, resume, replay }: ContinuingValues,
  { world: { files } }: Context,
): { inputs: string[]; outputs: string[] } {
  const same = checkpoint !== undefined && resume !== undefined && files.resolve(checkpoint) === files.resolve(resume);
  const stated = (paths: (string | undefined)[]): string[] => paths.filter((path) => path !== undefined);
  return { inputs: stated([same ? undefined : resume, replay]), outputs: stated([checkpoint]) };
}

/** At most this share of the run goes into saving it. */
const SHARE = 0.05;

/** Trouble with the disk is told once and does not end the run. */
function saveTo(path: string, context: Context): NonNullable<SolveOptions['checkpoint']> {
  const { files } = context.world;
  let told = false;
  const save = (text: string): void => {
    try {
      files.write(files.resolve(path), text);
    } catch (error) {
      const code = systemCode(error);
      if (code === undefined) throw error;
      if (told) return;
      told = true;
      const words = continuing.unsaved(path, fileTrouble('write', path, code))[context.lang];
      const record = { warning: { code: `checkpoint.${code}`, text: words } };
      void context.tell(context.json ? JSON.stringify(record) : words);
    }
  };
  return { share: SHARE, save };
}

async function resumed(
  path: string,
  bytes: Uint8Array,
  options: SolveOptions,
  context: Context,
): Promise<SolveOptions> {
  const { api, world } = context;
  const checkpoint = api.readCheckpoint(await readInput(world, path));
  if (!checkpoint) throw new UserError('resume.unusable', continuing.noCheckpoint(path));
  const differences = api.resumeDifferences(checkpoint, bytes, options);
  if (differences.length > 0) throw new UserError('resume.other-run', continuing.otherCheckpoint(path, differences));
  return { ...options, resume: checkpoint };
}

/** What the line states against the run that is to be repeated. */
function contradiction(values: SolverValues, { run }: Timetable, { stated }: Context): Words | undefined {
  const whole = ['epochs', 'time', 'target', 'checkpoint', 'resume'].find((name) => stated.has(name));
  if (whole) return continuing.replayTakesAll(`--${whole}`);
  const other = (['seed', 'islands'] as const).find((name) => stated.has(name) && values[name] !== run[name]);
  return other && continuing.replayHasOther(`--${other}`, run[other], values[other]);
}

async function repeated(
  path: string,
  bytes: Uint8Array,
  values: SolverValues & ContinuingValues,
  options: SolveOptions,
  context: Context,
): Promise<{ options: SolveOptions; replayed: Timetable }> {
  const replayed = await readWeekFile(context, path);
  const { run } = replayed;
  // Sections alone, or a week of other hands.
  if (replayed.scope !== 'week' || run.epochSize === 0) throw new UserError('replay.no-run', continuing.noRun(path));
  const other = contradiction(values, replayed, context);
  if (other) throw new UserError('option.replay', other);
  const differences = context.api.replayDifferences(replayed, bytes, options);
  if (differences.length > 0) throw new UserError('replay.other-run', continuing.otherReplay(path, differences));
  const { seed, islands, epochs, reproduce, skipped } = run;
  // Whether it was searched for anyhow, the week tells.
  const anyway = replayed.status !== 'impossible';
  return { options: { ...options, seed, islands, epochs, reproduce, skip: skipped, anyway }, replayed };
}

/** The options with what is gone on with or repeated, and the week that should come out. Throws UserError where that is another run's. */
export async function withContinuing(
  values: SolverValues & ContinuingValues,
  bytes: Uint8Array,
  options: SolveOptions,
  context: Context,
): Promise<{ options: SolveOptions; replayed?: Timetable }> {
  if (values.replay !== undefined) return repeated(values.replay, bytes, values, options, context);
  const saving =
    values.checkpoint === undefined ? options : { ...options, checkpoint: saveTo(values.checkpoint, context) };
  if (values.resume === undefined) return { options: saving };
  return { options: await resumed(values.resume, bytes, saving, context) };
}

/** Tells whether the week is the one that was to be repeated; one that was interrupted need not be. */
export async function tellReplayed(
  path: string,
  replayed: Timetable,
  timetable: Timetable,
  context: Context,
): Promise<boolean> {
  if (timetable.run.observed.stopReason === 'interrupted') return true;
  if (timetable.run.digest === replayed.run.digest) {
    await context.say(continuing.replayed(path));
    return true;
  }
  const words = continuing.notReplayed(path)[context.lang];
  await context.tell(context.json ? JSON.stringify({ error: { code: 'replay.other-digest', text: words } }) : words);
  return false;
}
