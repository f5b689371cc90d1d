/**
 * Sample schools through the built program, one process per row:
 * `npm run bench -- [--schools a,b] [--seeds 1-10] [--epochs N | --time S] [--threads 2]`.
 */
import { join } from 'node:path';
import { endWithFaults, sampleArguments } from './arguments.ts';
import { measureAll } from './measure-all.ts';
import { buildProgram } from './program.ts';
import type { Measurement } from './solve-row.ts';

const { schools, seeds, options, threads } = sampleArguments('bench', { schools: 'tiny,yangcheng-no1', seeds: '1-10' });
const program = await buildProgram();
const measurements = schools.flatMap((instance) =>
  seeds.map((seed): Measurement => ({
    instance,
    school: join(program.home, 'datasets', `${instance}.school.json`),
    options,
    threads,
    seed,
  })),
);
const { failures } = await measureAll(program, measurements);
endWithFaults(failures);
