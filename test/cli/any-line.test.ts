import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { commands } from '../../src/cli/commands/index.ts';
import { generalOptions } from '../../src/cli/general-options.ts';
import { makeStage } from './memory-world.ts';

const names = [...commands.flatMap((command) => command.options), ...generalOptions].map((option) => option.name);
const word = fc.oneof(
  fc.constantFrom(
    ...commands.map((command) => command.name),
    'help',
    'school.json',
    'week.json',
    'nowhere.json',
    '-',
    '--',
  ),
  fc.constantFrom(...names).map((name) => `--${name}`),
  fc.tuple(fc.constantFrom(...names), fc.string()).map(([name, value]) => `--${name}=${value}`),
  fc.constantFrom('zh', 'en', '1', '0', '-1', '1e9', 'soft=3', '-o', '-q', '-h', '-x', '', '__proto__', '--__proto__'),
  fc.string(),
);

describe('whatever is typed', () => {
  it('ends in an exit code of the contract, with words and no stack', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 6 }), async (argv) => {
        const { world, told } = makeStage();
        const code = await run(argv, world);
        expect([0, 2]).toContain(code);
        if (code === 2) expect(told.err).not.toBe('');
        expect(told.err).not.toMatch(/\n {4}at /);
      }),
      { seed: 20220901, numRuns: 2000 },
    );
  });
});
