/** `zouban validate -` from the sources, for a process of its own with little memory. */
import { processWorld } from '../../src/cli/process-world.ts';
import { run } from '../../src/cli/run.ts';

process.exitCode = await run(['validate', '-', '--lang', 'en'], processWorld());
