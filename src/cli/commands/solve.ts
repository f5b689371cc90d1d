import { commandWords, optionHelp } from '../../text/help.ts';
import { defineCommand } from '../command.ts';
import { continuingOptions } from '../continuing.ts';
import { solverOptions } from '../solver-options.ts';
import { runSolver, type Extra } from '../solver-run.ts';

export const solveCommand = defineCommand({
  name: 'solve',
  words: commandWords.solve,
  arguments: ['school.json'],
  options: [
    ...solverOptions,
    ...continuingOptions,
    { name: 'base', kind: 'file', placeholder: 'WEEK.json', help: optionHelp.base },
    { name: 'report', kind: 'file', placeholder: 'FILE.html', help: optionHelp.report },
    { name: 'gexf', kind: 'file', placeholder: 'FILE.gexf', help: optionHelp.gexf },
    { name: 'anyway', kind: 'flag', help: optionHelp.anyway },
  ],
  run: (values, [school = '-'], context) => {
    const { api, lang } = context;
    const view = (path: string | undefined, format: 'html' | 'gexf'): Extra[] =>
      path === undefined
        ? []
        : [{ path, render: (week, timetable, base) => api.report(week, timetable, format, lang, base) }];
    const extras = [...view(values.report, 'html'), ...view(values.gexf, 'gexf')];
    return runSolver('solve', school, values, extras, context);
  },
});
