/** What `plan` and `solve` share: signals, progress, results, exit code. */
import type { CompareOptions, ProgressEvent, School, SolveOptions, Target, Timetable } from '../api/index.ts';
import type { Lang } from '../text/lang.ts';
import { harmless } from '../text/width.ts';
import { compareText } from './compare-text.ts';
import { diagnosisText } from './diagnosis-text.ts';
import { mistakes, progressWords } from '../text/cli.ts';
import type { Context } from './command.ts';
import { continuingFiles, tellReplayed, withContinuing, type ContinuingValues } from './continuing.ts';
import { didYouMean } from './did-you-mean.ts';
import { EXIT } from './exit-codes.ts';
import { oneStdinOnly, readBaseFile, readInput, schoolIn, schoolOrProofIn } from './inputs.ts';
import { checkOutputs, writePrecious } from './outputs.ts';
import { makeProgressView } from './progress.ts';
import { UserError } from './user-error.ts';
import type { SolverValues } from './solver-options.ts';

/** A view of the result that is written beside it. */
export interface Extra {
  path: string;
  render(school: School, timetable: Timetable, base: Timetable | undefined): string;
}

function targetOf(text: string | undefined): Target | undefined {
  if (text === undefined) return undefined;
  if (text === 'complete' || text === 'bound') return { kind: text };
  return { kind: 'soft', value: Number(text.slice('soft='.length)) };
}

/**
 * The command that repeats the run. It names the school's file `school.json` and an earlier week `base.json`, not as the user does:
 * the same files under other names give the same week, to the byte (`school.sha256` says which school, `run.base.sha256` which earlier week).
 */
export function reproduceCommand(
  command: 'plan' | 'solve',
  values: SolverValues & { base?: string | undefined; anyway?: boolean },
): string {
  const optional = (name: 'epochs' | 'target'): string =>
    values[name] === undefined ? '' : ` --${name} ${values[name]}`;
  const fixed = `zouban ${command} school.json --seed ${values.seed} --islands ${values.islands}`;
  const base = values.base === undefined ? '' : ' --base base.json';
  const anyway = values.anyway ? ' --anyway' : '';
  return fixed + base + optional('epochs') + optional('target') + anyway;
}

function exitCodeOf(timetable: Timetable): number {
  if (timetable.status === 'impossible') return EXIT.impossible;
  if (timetable.run.observed.stopReason === 'interrupted') return EXIT.interrupted;
  return timetable.status === 'complete' ? EXIT.complete : EXIT.partial;
}

const HOT_TOLD = 5;

/** For programs, one line: what the result is, without the result. */
const outcome = (timetable: Timetable): object => ({
  status: timetable.status,
  stopReason: timetable.run.observed.stopReason,
  hard: timetable.score.hard,
  soft: timetable.score.soft,
  bound: timetable.score.softBound?.value,
  conflicts: timetable.conflicts.length,
  unserved: timetable.unserved.length,
  unplaced: timetable.unplaced.length,
  wallSeconds: timetable.run.observed.wallSeconds,
  digest: timetable.run.digest,
});

/** What is hot in a week that is not complete, for programs; `diagnose --week --json` gives all of it. */
function leftOutcome(school: School, timetable: Timetable, { api }: Context): object {
  const left = timetable.status === 'partial' ? api.leftInWeek(school, timetable) : null;
  return left === null ? {} : { left: { lessons: left.lessons.length, hot: left.hot.slice(0, HOT_TOLD) } };
}

/** Shares are asked for combinations that somebody has: there is nobody else who could stand for them. */
function checkCombinations(compare: CompareOptions | undefined, school: School, { api }: Context): void {
  const { shares } = compare?.whatIf ?? {};
  if (!shares) return;
  const known = [...api.combinations(school).keys()];
  const unknown = Object.keys(shares).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new UserError('option.bad-value', mistakes.noCombination(unknown, known, didYouMean(unknown, known)));
  }
}

/** Why nothing was searched for. */
const causes = ({ certificates = [] }: Timetable, lang: Lang): string =>
  harmless(diagnosisText({ certificates, status: 'impossible' }, lang)).trimEnd();

/** The first signal asks for the best so far; the second ends the process. */
function listenForInterrupt(context: Context): { interrupt: AbortSignal; stop: () => void } {
  const controller = new AbortController();
  const stop = context.world.onSignal(() => {
    if (controller.signal.aborted) context.world.exitNow(EXIT.interrupted);
    controller.abort();
    void context.say(progressWords.stopping);
  });
  return { interrupt: controller.signal, stop };
}

export async function runSolver(
  command: 'plan' | 'solve',
  path: string,
  values: SolverValues & ContinuingValues & { base?: string | undefined; anyway?: boolean; compare?: CompareOptions },
  extras: readonly Extra[],
  context: Context,
): Promise<number> {
  const { world, api, lang } = context;
  const signals = listenForInterrupt(context);
  let pool: SolveOptions['pool'];
  try {
    const continuing = continuingFiles(values, context);
    const inputs = [path, ...(values.base === undefined ? [] : [values.base]), ...continuing.inputs];
    oneStdinOnly(inputs);
    checkOutputs(world, inputs, [values.output, ...extras.map((extra) => extra.path), ...continuing.outputs]);
    // With --anyway there is a search, and that needs a file without faults.
    const read = command === 'solve' && !values.anyway ? schoolOrProofIn : schoolIn;
    const bytes = await readInput(world, path);
    const threads = values.threads ?? world.processors;
    // While the school is read they load what they need, which takes as long.
    pool = api.startThreads(threads);
    const school = await read(context, path, bytes);
    checkCombinations(values.compare, school, context);
    const earlier = await readBaseFile(context, values.base);
    const silent = context.quiet || !world.stderr.isTTY;
    const progress = makeProgressView(values.progress ?? (silent ? 'none' : 'bar'), world.stderr, lang);
    const target = targetOf(values.target);
    const asked: SolveOptions = {
      seed: values.seed,
      islands: values.islands,
      threads,
      pool,
      onProgress: (event: ProgressEvent) => progress.show(event),
      interrupt: signals.interrupt,
      reproduce: reproduceCommand(command, values),
      ...(values.epochs === undefined ? {} : { epochs: values.epochs }),
      ...(values.time === undefined ? {} : { timeSeconds: values.time }),
      ...(target === undefined ? {} : { target }),
      ...(values.anyway ? { anyway: true } : {}),
      ...(values.compare ? { compare: values.compare } : {}),
      ...earlier,
    };
    const { options, replayed } = await withContinuing(values, bytes, asked, context);
    const timetable = await (command === 'plan' ? api.plan : api.solve)(school, bytes, options);
    await progress.end();
    await writePrecious(context, values.output, api.writeTimetable(timetable));
    for (const extra of extras) await writePrecious(context, extra.path, extra.render(school, timetable, earlier.base));
    if (context.json)
      await context.tell(JSON.stringify({ ...outcome(timetable), ...leftOutcome(school, timetable, context) }));
    else if (!context.quiet && timetable.status === 'impossible') await context.tell(causes(timetable, lang));
    else if (!context.quiet) await context.tell(api.outline(school, timetable, lang, earlier.base).trimEnd());
    if (command === 'solve' && timetable.status === 'partial' && !context.json)
      await context.say(progressWords.whyPartial);
    const compared = context.json || context.quiet ? '' : compareText(school, timetable, lang);
    if (compared !== '') await context.tell(`\n${harmless(compared)}`);
    const same = !replayed || (await tellReplayed(values.replay ?? '', replayed, timetable, context));
    return same ? exitCodeOf(timetable) : EXIT.ourFault;
  } finally {
    await pool?.close();
    signals.stop();
  }
}
