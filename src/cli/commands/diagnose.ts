import { diagnosisText, leftText, repairsText } from '../diagnosis-text.ts';
import { commandWords, optionHelp } from '../../text/help.ts';
import { repairWords } from '../../text/repairs.ts';
import { harmless } from '../../text/width.ts';
import { searchWords } from '../../text/certificates.ts';
import { mistakes } from '../../text/cli.ts';
import type { Words } from '../../text/lang.ts';
import type { Diagnosis, RepairOptions, Repairs, School, Timetable, WeekRepairs } from '../../api/types.ts';
import { defineCommand, type Context } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { oneStdinOnly, readInput, readWeekFile, usable } from '../inputs.ts';
import { checkOutputs, writeOutput } from '../outputs.ts';
import { threadsOption } from '../solver-options.ts';
import { UserError } from '../user-error.ts';

/** Changes that are tried for each that is to be listed, and at least. */
const TRIES_EACH = 3;
const LEAST_TRIES = 6;

const triesOf = ({ most, apply = 0 }: RepairValues): number =>
  Math.max(LEAST_TRIES, TRIES_EACH * Math.max(most, apply));

interface RepairValues {
  repairs: boolean;
  most: number;
  epochs: number;
  seed: number;
  threads?: number | undefined;
  apply?: number | undefined;
}

/** Runs with the options of the command, ended by the first signal. */
async function withOptions<T>(
  values: RepairValues,
  tries: number,
  context: Context,
  run: (options: RepairOptions) => Promise<T>,
): Promise<T> {
  const { world } = context;
  const controller = new AbortController();
  const stop = world.onSignal(() => {
    if (controller.signal.aborted) world.exitNow(EXIT.interrupted);
    controller.abort();
  });
  try {
    return await run({
      seed: values.seed,
      threads: values.threads ?? world.processors,
      epochs: values.epochs,
      most: Math.max(values.most, values.apply ?? 0),
      tries,
      interrupt: controller.signal,
      onTry: (number, of, text) => void (context.json ? undefined : context.say(repairWords.trying(number, of, text))),
    });
  } finally {
    stop();
  }
}

const findRepairs = (values: RepairValues, school: School, context: Context): Promise<Repairs> =>
  withOptions(values, triesOf(values), context, (options) => context.api.repairs(school, options));

/** Where nothing is proved: changes that aim at what is in the way of this week, or of the one that is found within the epochs. */
const findWeekRepairs = (
  values: RepairValues,
  school: School,
  week: Timetable | undefined,
  context: Context,
): Promise<WeekRepairs> =>
  withOptions(values, triesOf(values), context, (options) => context.api.weekRepairs(school, week, options));

async function readOwnWeek(context: Context, path: string, schoolPath: string, bytes: Uint8Array): Promise<Timetable> {
  const week = await readWeekFile(context, path);
  if (!context.api.isWeekOf(week, bytes)) await context.say(mistakes.otherSchool(path, schoolPath));
  return week;
}

/** Relaxations that are tried at most. */
const MOST_RELAXATIONS = 60;

async function search(values: RepairValues, school: School, diagnosis: Diagnosis, context: Context): Promise<Words> {
  const found = await withOptions(values, MOST_RELAXATIONS, context, (options) =>
    context.api.suspects(school, options),
  );
  diagnosis.certificates.push(...found.suspects);
  if (found.complete) return searchWords.complete;
  return found.suspects.length === 0 ? searchWords.nothing : { zh: '', en: '' };
}

export const diagnoseCommand = defineCommand({
  name: 'diagnose',
  words: commandWords.diagnose,
  arguments: ['school.json'],
  options: [
    { name: 'output', short: 'o', kind: 'file', placeholder: 'FILE.json', help: optionHelp.diagnosis },
    { name: 'repairs', kind: 'flag', help: optionHelp.repairs },
    { name: 'week', kind: 'file', placeholder: 'WEEK.json', help: optionHelp.diagnoseWeek },
    { name: 'search', kind: 'flag', help: optionHelp.diagnoseSearch },
    { name: 'most', kind: 'integer', min: 1, max: 100, default: 5, help: optionHelp.repairsMost },
    { name: 'epochs', kind: 'integer', min: 1, default: 48, help: optionHelp.repairsEpochs },
    { name: 'seed', kind: 'integer', min: 0, max: 4294967295, default: 1, help: optionHelp.seed },
    threadsOption,
    { name: 'apply', kind: 'integer', min: 1, max: 100, help: optionHelp.apply },
    { name: 'repaired', kind: 'file', placeholder: 'FILE.json', help: optionHelp.repaired },
  ],
  run: async (values, [path = '-'], context) => {
    const { api, lang, world } = context;
    if (values.apply !== undefined && values.repaired === undefined) {
      throw new UserError('repairs.no-file', repairWords.needsFile);
    }
    const outputs = [values.output, values.repaired].flatMap((it) => it ?? []);
    const inputs = [path, ...(values.week === undefined ? [] : [values.week])];
    oneStdinOnly(inputs);
    checkOutputs(world, inputs, outputs);
    const bytes = await readInput(world, path);
    const reading = api.readSchoolToDiagnose(bytes);
    const school = reading.document ?? (await usable(context, path, reading));
    const diagnosis = api.diagnose(school, bytes);
    const faulty = reading.faults.some(({ severity }) => severity === 'fault');
    // A file that says in plain words that something cannot be is unusable, unless that is proved.
    if (faulty && diagnosis.status === 'open') await usable(context, path, { ...reading, document: null });
    const week = values.week === undefined ? undefined : await readOwnWeek(context, values.week, path, bytes);
    const shown = !context.json && values.output !== '-';
    if (values.search && diagnosis.status === 'open') {
      const words = await search(values, school, diagnosis, context);
      if (words.en !== '') await context.say(words);
    }
    if (shown) await context.out(harmless(diagnosisText(diagnosis, lang)));
    const wanted = values.repairs || values.apply !== undefined;
    const proved = diagnosis.status === 'impossible';
    const ofWeek = wanted && !proved ? await findWeekRepairs(values, school, week, context) : undefined;
    const left = ofWeek?.left ?? (week && !proved ? api.leftInWeek(school, week) : null);
    const found = ofWeek ?? (wanted ? await findRepairs(values, school, context) : undefined);
    if (left) diagnosis.left = left;
    if (left && shown) await context.out(harmless(`\n${leftText(left, lang)}\n`));
    if (ofWeek?.complete) await context.say(searchWords.complete);
    if (found) diagnosis.repairs = found.repairs;
    if (found && !ofWeek?.complete && shown)
      await context.out(harmless(repairsText(found.repairs, found.failed, lang)));
    const document = api.writeDiagnosis(diagnosis);
    if (values.output !== undefined) await writeOutput(context, values.output, document);
    if (context.json && values.output !== '-') await context.out(document);
    if (values.apply !== undefined && values.repaired !== undefined) {
      const repaired = found?.schools[values.apply - 1];
      if (repaired === undefined) {
        throw new UserError('repairs.none', repairWords.noSuch(values.apply, found?.repairs.length ?? 0));
      }
      await writeOutput(context, values.repaired, repaired);
      await context.say(repairWords.applied(values.apply, values.repaired));
    }
    return diagnosis.status === 'impossible' ? EXIT.impossible : EXIT.complete;
  },
});
