/**
 * How time grows with the school: one sample school at several sizes, the same number of epochs each:
 * `npm run bench:growth -- [--of yangcheng-no1] [--students 1000,2000,4000,8000] [--seeds 1-3] [--epochs 16] [--threads 2]`.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endWithFaults, optionsOf, seedsOf } from './arguments.ts';
import { root } from './machine.ts';
import { measureAll } from './measure-all.ts';
import { buildProgram, type Program } from './program.ts';
import type { Measurement } from './solve-row.ts';
import { growthInstance } from './tables/growth-table.ts';

const values = optionsOf('bench:growth', {
  of: { type: 'string', default: 'yangcheng-no1' },
  students: { type: 'string', default: '1000,2000,4000,8000' },
  seeds: { type: 'string', default: '1-3' },
  epochs: { type: 'string', default: '16' },
  threads: { type: 'string', default: '2' },
});

function schoolAtSize(program: Program, instance: string, students: number): string {
  const folder = join(root, 'out', 'bench', 'instances', program.commit);
  const path = join(folder, `${instance}.school.json`);
  if (existsSync(path)) return path;
  const text = program.api.generate(values.of, undefined, students).document;
  if (!text) throw new Error(`${values.of} cannot be made with ${students} students`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, text);
  return path;
}

const program = await buildProgram();
const sizes = values.students.split(',').map(Number);
// Sizes in turn, so that a machine that changes while they run does not tell for one size alone.
const measurements = seedsOf(values.seeds).flatMap((seed) =>
  sizes.map((students): Measurement => {
    const instance = growthInstance(values.of, students);
    return {
      instance,
      school: schoolAtSize(program, instance, students),
      options: ['--epochs', values.epochs, '--threads', values.threads],
      threads: Number(values.threads),
      seed,
    };
  }),
);
const { failures } = await measureAll(program, measurements);
endWithFaults(failures);
