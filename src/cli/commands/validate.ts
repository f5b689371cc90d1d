import { mistakes, progressWords } from '../../text/cli.ts';
import { commandWords, optionHelp } from '../../text/help.ts';
import { summaryText } from '../../text/summary.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { faultRecords, readInput, tellFaults } from '../inputs.ts';
import { UserError } from '../user-error.ts';

export const validateCommand = defineCommand({
  name: 'validate',
  words: commandWords.validate,
  arguments: ['school.json'],
  options: [{ name: 'explain', kind: 'flag', help: optionHelp.explain }],
  run: async (values, [path = '-'], context) => {
    const { api, lang } = context;
    const bytes = await readInput(context.world, path);
    const { document: school, faults } = api.readSchool(bytes);
    if (context.json && !values.explain) {
      const summary = school === null ? null : api.summarise(school);
      const verdict = { file: path, usable: school !== null, faults: faultRecords(faults), summary };
      await context.out(`${JSON.stringify(verdict, null, 2)}\n`);
      return school === null ? EXIT.unusableInput : EXIT.complete;
    }
    await tellFaults(context, path, faults);
    if (school === null) {
      const count = faults.filter((fault) => fault.severity === 'fault').length;
      throw new UserError('file.unusable', mistakes.unusable(path, count));
    }
    if (values.explain) await context.out(api.explain(school));
    else {
      await context.out(`${summaryText(api.summarise(school), lang).trimEnd()}\n`);
      await context.say(progressWords.usable(path));
    }
    return EXIT.complete;
  },
});
