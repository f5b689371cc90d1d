import { mistakes } from '../../text/cli.ts';
import { commandWords, optionHelp } from '../../text/help.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { oneStdinOnly, readSchoolFile, readWeekFile } from '../inputs.ts';
import { checkOutputs, writeOutput } from '../outputs.ts';
import { UserError } from '../user-error.ts';

export const convertCommand = defineCommand({
  name: 'convert',
  words: commandWords.convert,
  arguments: ['school.json', '[week.json]'],
  options: [
    { name: 'anonymise', kind: 'flag', help: optionHelp.anonymise },
    { name: 'output', short: 'o', kind: 'file', placeholder: 'FILE', default: '-', help: optionHelp.output },
    { name: 'output-week', short: 'O', kind: 'file', placeholder: 'FILE', help: optionHelp.outputWeek },
  ],
  run: async (values, [schoolPath = '-', weekPath], context) => {
    const { api, world } = context;
    const weekOutput = values['output-week'];
    if (!values.anonymise) throw new UserError('option.missing', mistakes.noConversion);
    if (weekPath !== undefined && weekOutput === undefined)
      throw new UserError('option.missing', mistakes.noWeekOutput);
    if (weekPath === undefined && weekOutput !== undefined) {
      throw new UserError('argument.missing', mistakes.noWeekInput);
    }
    const inputs = weekPath === undefined ? [schoolPath] : [schoolPath, weekPath];
    oneStdinOnly(inputs);
    checkOutputs(world, inputs, weekOutput === undefined ? [values.output] : [values.output, weekOutput]);
    const { school, bytes } = await readSchoolFile(context, schoolPath);
    const week = weekPath === undefined ? undefined : await readWeekFile(context, weekPath);
    if (weekPath !== undefined && week && !api.isWeekOf(week, bytes)) {
      await context.say(mistakes.otherSchool(weekPath, schoolPath));
    }
    const files = api.anonymise(school, week);
    await writeOutput(context, values.output, files.school);
    if (files.week !== undefined && weekOutput !== undefined) await writeOutput(context, weekOutput, files.week);
    return EXIT.complete;
  },
});
