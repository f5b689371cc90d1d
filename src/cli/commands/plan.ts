import { commandWords } from '../../text/help.ts';
import { defineCommand } from '../command.ts';
import { solverOptions } from '../solver-options.ts';
import { runSolver } from '../solver-run.ts';

export const planCommand = defineCommand({
  name: 'plan',
  words: commandWords.plan,
  arguments: ['school.json'],
  options: solverOptions,
  run: (values, [school = '-'], context) => runSolver('plan', school, values, [], context),
});
