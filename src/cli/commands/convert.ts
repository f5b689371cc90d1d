import { mistakes } from '../../text/cli.ts';
import { commandWords, optionHelp } from '../../text/help.ts';
import { defineCommand, type Context } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { oneStdinOnly, readInput, readSchoolFile, readWeekFile, usable } from '../inputs.ts';
import { checkOutputs, writeOutput } from '../outputs.ts';
import { UserError } from '../user-error.ts';

interface Files {
  /** the first argument */
  file: string;
  /** the second */
  week: string | undefined;
  output: string;
  outputWeek: string | undefined;
}

async function anonymise({ file, week: weekPath, output, outputWeek }: Files, context: Context): Promise<number> {
  const { api, world } = context;
  if (weekPath !== undefined && outputWeek === undefined) throw new UserError('option.missing', mistakes.noWeekOutput);
  if (weekPath === undefined && outputWeek !== undefined) {
    throw new UserError('argument.missing', mistakes.noWeekInput);
  }
  const inputs = weekPath === undefined ? [file] : [file, weekPath];
  oneStdinOnly(inputs);
  checkOutputs(world, inputs, outputWeek === undefined ? [output] : [output, outputWeek]);
  const { school, bytes } = await readSchoolFile(context, file);
  const week = weekPath === undefined ? undefined : await readWeekFile(context, weekPath);
  if (weekPath !== undefined && week && !api.isWeekOf(week, bytes)) {
    await context.say(mistakes.otherSchool(weekPath, file));
  }
  const files = api.anonymise(school, week);
  await writeOutput(context, output, files.school);
  if (files.week !== undefined && outputWeek !== undefined) await writeOutput(context, outputWeek, files.week);
  return EXIT.complete;
}

async function toFet({ file, week: weekPath, output }: Files, context: Context): Promise<number> {
  const { api, world } = context;
  const inputs = weekPath === undefined ? [file] : [file, weekPath];
  oneStdinOnly(inputs);
  checkOutputs(world, inputs, [output]);
  const { school, bytes } = await readSchoolFile(context, file);
  const week = weekPath === undefined ? undefined : await readWeekFile(context, weekPath);
  if (weekPath !== undefined && week && !api.isWeekOf(week, bytes)) {
    await context.say(mistakes.otherSchool(weekPath, file));
  }
  await writeOutput(context, output, await usable(context, file, api.exportFet(school, week)));
  return EXIT.complete;
}

async function fromFet({ file, output }: Files, schoolPath: string, context: Context): Promise<number> {
  const { api, world, lang } = context;
  oneStdinOnly([file, schoolPath]);
  checkOutputs(world, [file, schoolPath], [output]);
  const { school, bytes } = await readSchoolFile(context, schoolPath);
  const found = api.importFet(school, bytes, await readInput(world, file));
  const timetable = await usable(context, file, found);
  await writeOutput(context, output, api.writeTimetable(timetable));
  if (!context.quiet && !context.json) await context.tell(api.outline(school, timetable, lang).trimEnd());
  return timetable.status === 'complete' ? EXIT.complete : EXIT.partial;
}

export const convertCommand = defineCommand({
  name: 'convert',
  words: commandWords.convert,
  arguments: ['FILE', '[week.json]'],
  options: [
    { name: 'anonymise', kind: 'flag', help: optionHelp.anonymise },
    { name: 'to', kind: 'choice', values: ['fet'], help: optionHelp.convertTo },
    { name: 'from', kind: 'choice', values: ['fet'], help: optionHelp.convertFrom },
    { name: 'school', kind: 'file', placeholder: 'SCHOOL.json', help: optionHelp.convertSchool },
    { name: 'output', short: 'o', kind: 'file', placeholder: 'FILE', default: '-', help: optionHelp.output },
    { name: 'output-week', short: 'O', kind: 'file', placeholder: 'FILE', help: optionHelp.outputWeek },
  ],
  run: async (values, [file = '-', week], context) => {
    const { anonymise: hides, to, from, school, output, 'output-week': outputWeek } = values;
    const files: Files = { file, week, output, outputWeek };
    if ([hides, to !== undefined, from !== undefined].filter(Boolean).length !== 1) {
      throw new UserError('option.missing', mistakes.noConversion);
    }
    if (from === undefined && school !== undefined) throw new UserError('option.unneeded', mistakes.schoolUnneeded);
    if (hides) return anonymise(files, context);
    if (outputWeek !== undefined) throw new UserError('option.unneeded', mistakes.weekOutputUnneeded);
    if (to !== undefined) return toFet(files, context);
    if (week !== undefined) throw new UserError('argument.unneeded', mistakes.weekUnneeded(week));
    if (school === undefined) throw new UserError('option.missing', mistakes.noSchool);
    return fromFet(files, school, context);
  },
});
