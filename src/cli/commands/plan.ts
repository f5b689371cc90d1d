import type { CompareOptions } from '../../api/types.ts';
import { mistakes } from '../../text/cli.ts';
import { commandWords, optionHelp } from '../../text/help.ts';
import { defineCommand } from '../command.ts';
import { solverOptions } from '../solver-options.ts';
import { runSolver } from '../solver-run.ts';
import { UserError } from '../user-error.ts';

const CAPS = '55,50,45,40,35';
const NUMBERS = /^[1-9]\d{0,3}(,[1-9]\d{0,3})*$/;
const SHARES = /^[^=,]+=\d+(\.\d+)?(,[^=,]+=\d+(\.\d+)?)*$/;

const numbersOf = (text: string): number[] => text.split(',').map(Number);

function sharesOf(text: string | undefined): Record<string, number> | undefined {
  if (text === undefined) return undefined;
  const pairs = text.split(',').map((pair): [string, number] => {
    const [name = '', share = ''] = pair.split('=');
    return [name, Number(share)];
  });
  const total = pairs.reduce((sum, [, share]) => sum + share, 0);
  if (total > 100) throw new UserError('option.bad-value', mistakes.sharesOver(total));
  return Object.fromEntries(pairs);
}

export const planCommand = defineCommand({
  name: 'plan',
  words: commandWords.plan,
  arguments: ['school.json'],
  options: [
    ...solverOptions,
    { name: 'what-if', kind: 'flag', help: optionHelp.whatIf },
    { name: 'caps', kind: 'text', placeholder: 'N,N…', pattern: NUMBERS, default: CAPS, help: optionHelp.caps },
    {
      name: 'enrolment',
      kind: 'text',
      placeholder: 'N,N…',
      pattern: NUMBERS,
      default: '100',
      help: optionHelp.enrolment,
    },
    { name: 'choices', kind: 'text', placeholder: '物化生=N,…', pattern: SHARES, help: optionHelp.choices },
    { name: 'modes', kind: 'flag', help: optionHelp.modes },
  ],
  run: (values, [school = '-'], context) => {
    const shares = sharesOf(values.choices);
    const compare: CompareOptions = {
      ...(values['what-if']
        ? {
            whatIf: {
              caps: numbersOf(values.caps),
              enrolments: numbersOf(values.enrolment),
              ...(shares ? { shares } : {}),
            },
          }
        : {}),
      ...(values.modes ? { modes: true } : {}),
    };
    return runSolver('plan', school, { ...values, compare }, [], context);
  },
});
