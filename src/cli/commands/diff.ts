import { commandWords, optionHelp } from '../../text/help.ts';
import { harmless } from '../../text/width.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { oneStdinOnly, readSchoolFile, readWeekFile } from '../inputs.ts';

export const diffCommand = defineCommand({
  name: 'diff',
  words: commandWords.diff,
  arguments: ['old-week.json', 'week.json'],
  options: [
    { name: 'school', kind: 'file', placeholder: 'SCHOOL.json', help: optionHelp.diffSchool },
    { name: 'format', kind: 'choice', values: ['text', 'json'], default: 'text', help: optionHelp.diffFormat },
  ],
  run: async (values, [beforePath = '-', afterPath = '-'], context) => {
    const { api, lang } = context;
    oneStdinOnly([beforePath, afterPath, values.school ?? '']);
    const before = await readWeekFile(context, beforePath);
    const after = await readWeekFile(context, afterPath);
    const school = values.school === undefined ? undefined : await readSchoolFile(context, values.school);
    const changes = api.diff(before, after, school?.school);
    const asJson = context.json || values.format === 'json';
    await context.out(asJson ? `${JSON.stringify(changes, null, 2)}\n` : harmless(api.changesText(changes, lang)));
    return EXIT.complete;
  },
});
