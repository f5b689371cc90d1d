/** A measuring script of the tree that HEAD is, run there: what it measures is what the commit in its rows says. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildProgram } from './program.ts';

/** `script`: under benchmarks/. It is given the commit, the file of the rows, and the arguments of this process. */
export async function measureHead(script: string, rows: string): Promise<void> {
  const { commit, home } = await buildProgram();
  const file = join(home, 'benchmarks', script);
  const given = ['--commit', commit, '--rows', rows, ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, ['--import', import.meta.resolve('tsx'), file, ...given], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}
