/** The options that `plan` and `solve` share. */
import { optionHelp } from '../text/help.ts';
import type { Values } from './option-table.ts';

export const solverDefaults = { seed: 1, islands: 4 };

export const threadsOption = {
  name: 'threads',
  kind: 'integer',
  min: 1,
  max: 256,
  help: optionHelp.threads,
  defaultText: optionHelp.threadsDefault,
} as const;

export const solverOptions = [
  { name: 'output', short: 'o', kind: 'file', placeholder: 'FILE', default: '-', help: optionHelp.output },
  { name: 'seed', kind: 'integer', min: 0, max: 4294967295, default: solverDefaults.seed, help: optionHelp.seed },
  { name: 'islands', kind: 'integer', min: 1, max: 64, default: solverDefaults.islands, help: optionHelp.islands },
  { name: 'epochs', kind: 'integer', min: 0, help: optionHelp.epochs },
  { name: 'time', kind: 'seconds', min: 0.001, help: optionHelp.time },
  {
    name: 'target',
    kind: 'text',
    placeholder: 'complete|bound|soft=N',
    pattern: /^(complete|bound|soft=\d+)$/,
    help: optionHelp.target,
  },
  threadsOption,
  {
    name: 'progress',
    kind: 'choice',
    values: ['bar', 'ndjson', 'none'],
    help: optionHelp.progress,
    defaultText: optionHelp.progressDefault,
  },
] as const;

export type SolverValues = Values<typeof solverOptions>;
