/**
 * The inner loops alone, in one thread, as HEAD has them: `npm run bench:kernels -- [--school yangcheng-no1] [--kernels TEXT]`
 * (TEXT: only kernels whose name contains it).
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildProgram } from './program.ts';
import { KERNEL_ROWS } from './rows.ts';

const { commit, home } = await buildProgram();
const file = join(home, 'benchmarks/kernels/measure.ts');
const given = ['--commit', commit, '--rows', KERNEL_ROWS, ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, ['--import', import.meta.resolve('tsx'), file, ...given], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
