import { extname } from 'node:path';
import type { ReportFormat } from '../../api/index.ts';
import { mistakes } from '../../text/cli.ts';
import { commandWords, optionHelp } from '../../text/help.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { oneStdinOnly, readSchoolFile, readWeekFile } from '../inputs.ts';
import { checkOutputs, writeOutput } from '../outputs.ts';
import { UserError } from '../user-error.ts';

const FORMAT_BY_EXTENSION: Record<string, ReportFormat> = {
  '': 'text',
  '.txt': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.gexf': 'gexf',
};

/** Throws where the name asks for a format that there is not: a PDF that holds text is no PDF. */
function formatOf(output: string): ReportFormat {
  const extension = extname(output).toLowerCase();
  const format = FORMAT_BY_EXTENSION[extension];
  if (format === undefined) throw new UserError('output.format', mistakes.noReportFormat(output, extension));
  return format;
}

export const reportCommand = defineCommand({
  name: 'report',
  words: commandWords.report,
  arguments: ['school.json', 'week.json'],
  options: [
    { name: 'output', short: 'o', kind: 'file', placeholder: 'FILE', default: '-', help: optionHelp.reportOutput },
    { name: 'base', kind: 'file', placeholder: 'WEEK.json', help: optionHelp.reportBase },
    {
      name: 'format',
      kind: 'choice',
      values: ['html', 'text', 'gexf'],
      help: optionHelp.format,
      defaultText: optionHelp.formatDefault,
    },
    { name: 'of', kind: 'choice', values: ['homerooms', 'teachers', 'rooms'], help: optionHelp.weeksOf },
  ],
  run: async (values, [schoolPath = '-', weekPath = '-'], context) => {
    const { api, lang, world } = context;
    const inputs = [schoolPath, weekPath, ...(values.base === undefined ? [] : [values.base])];
    oneStdinOnly(inputs);
    checkOutputs(world, inputs, [values.output]);
    const format = values.format ?? formatOf(values.output);
    if (values.of !== undefined && format !== 'text') throw new UserError('option.bad-value', mistakes.weeksAreText);
    const { school, bytes } = await readSchoolFile(context, schoolPath);
    const timetable = await readWeekFile(context, weekPath);
    const base = values.base === undefined ? undefined : await readWeekFile(context, values.base);
    if (!api.isWeekOf(timetable, bytes)) await context.say(mistakes.otherSchool(weekPath, schoolPath));
    if (!api.isUnedited(timetable)) await context.say(mistakes.reportOfEdited(weekPath));
    const text = api.report(school, timetable, format, lang, base, values.of);
    await writeOutput(context, values.output, text.endsWith('\n') ? text : `${text}\n`);
    return EXIT.complete;
  },
});
