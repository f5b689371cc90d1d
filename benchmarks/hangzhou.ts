/**
 * Real choices of two schools, at the smallest cap that a published proof allows and at one below:
 * `npm run bench:hangzhou -- --instances FOLDER [--seeds 1] [--threads 2]` (or ZOUBAN_INSTANCES).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { endWithFaults, seedsOf } from './arguments.ts';
import { hangzhouSchool } from './instances/hangzhou.ts';
import { HANGZHOU, readStudentChoices } from './instances/student-choice.ts';
import { root } from './machine.ts';
import { measureAll } from './measure-all.ts';
import { buildProgram } from './program.ts';
import type { SolveRow } from './rows.ts';
import type { Measurement } from './solve-row.ts';

interface Case extends Omit<Measurement, 'seed'> {
  /** whether a complete week exists */
  solvable: boolean;
}

function cases(instances: string, threads: string): Case[] {
  const folder = join(root, 'out', 'bench', 'instances');
  mkdirSync(folder, { recursive: true });
  return HANGZHOU.flatMap(({ name, leastLargestSection }) => {
    const choices = readStudentChoices(instances, name);
    return [leastLargestSection, leastLargestSection - 1].map((cap) => {
      const school = join(folder, `${name}-${cap}.school.json`);
      writeFileSync(school, `${JSON.stringify(hangzhouSchool(name, choices, cap), null, 1)}\n`);
      const options = ['--threads', threads];
      const solvable = cap === leastLargestSection;
      return { instance: `${name}, cap ${cap}`, school, options, threads: Number(threads), solvable };
    });
  });
}

/** A row that is not what is known of its case. */
function surprise(row: SolveRow, solvable: boolean): string[] {
  const name = `${row.instance} · seed ${row.seed}`;
  if (solvable && row.status !== 'complete') return [`${name}: ${row.status}, although a complete week exists`];
  if (!solvable && row.status === 'complete') return [`${name}: complete, although that is proved impossible`];
  return [];
}

const { values } = parseArgs({
  options: {
    instances: { type: 'string' },
    seeds: { type: 'string', default: '1' },
    threads: { type: 'string', default: '2' },
  },
});
const instances = values.instances ?? process.env['ZOUBAN_INSTANCES'];
if (instances === undefined) {
  endWithFaults(['--instances FOLDER (or ZOUBAN_INSTANCES) names the folder of the student-choice files']);
} else {
  const all = cases(instances, values.threads);
  const measurements = all.flatMap((it) => seedsOf(values.seeds).map((seed) => ({ ...it, seed })));
  const { rows, failures } = await measureAll(await buildProgram(), measurements);
  const solvable = new Map(all.map((it) => [it.instance, it.solvable]));
  endWithFaults([...failures, ...rows.flatMap((row) => surprise(row, solvable.get(row.instance) ?? true))]);
}
