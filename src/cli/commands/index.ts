/** Every command, in the order of the help page. */
import type { Command } from '../command.ts';
import { convertCommand } from './convert.ts';
import { diagnoseCommand } from './diagnose.ts';
import { diffCommand } from './diff.ts';
import { generateCommand } from './generate.ts';
import { planCommand } from './plan.ts';
import { reportCommand } from './report.ts';
import { rulesCommand } from './rules.ts';
import { solveCommand } from './solve.ts';
import { validateCommand } from './validate.ts';
import { verifyCommand } from './verify.ts';

export const commands: readonly Command[] = [
  validateCommand,
  diagnoseCommand,
  solveCommand,
  planCommand,
  verifyCommand,
  reportCommand,
  diffCommand,
  rulesCommand,
  generateCommand,
  convertCommand,
];
