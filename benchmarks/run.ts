/**
 * Sample schools through the built program, one process per row:
 * `npm run bench -- [--schools a,b] [--seeds 1-10] [--epochs N | --time S] [--threads 2]`.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { endWithFaults, seedsOf } from './arguments.ts';
import { measureAll } from './measure-all.ts';
import { buildProgram } from './program.ts';
import type { Measurement } from './solve-row.ts';

const { values } = parseArgs({
  options: {
    schools: { type: 'string', default: 'tiny,yangcheng-no1' },
    seeds: { type: 'string', default: '1-10' },
    epochs: { type: 'string' },
    time: { type: 'string' },
    threads: { type: 'string', default: '2' },
  },
});

const options = [
  ...(values.epochs === undefined ? [] : ['--epochs', values.epochs]),
  ...(values.time === undefined ? [] : ['--time', values.time]),
  '--threads',
  values.threads,
];
const program = await buildProgram();
const measurements = values.schools.split(',').flatMap((instance) =>
  seedsOf(values.seeds).map((seed): Measurement => ({
    instance,
    school: join(program.home, 'datasets', `${instance}.school.json`),
    options,
    threads: Number(values.threads),
    seed,
  })),
);
const { failures } = await measureAll(program, measurements);
endWithFaults(failures);
