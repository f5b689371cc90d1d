/**
 * Real choices: of two schools in Hangzhou at the smallest cap that a published proof allows and at one below, and of a German upper school:
 * `npm run bench:hangzhou -- --instances FOLDER [--seeds 1] [--threads 2]` (or ZOUBAN_INSTANCES).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endWithFaults, optionsOf, seedsOf } from './arguments.ts';
import { hangzhouSchool } from './instances/hangzhou.ts';
import { HANGZHOU, readBlockChoices, readStudentChoices, SVWS } from './instances/student-choice.ts';
import { blockSchool } from './instances/svws.ts';
import type { School } from '../src/school/types.ts';
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
  const options = ['--threads', threads];
  const written = (name: string, school: School): string => {
    const path = join(folder, `${name}.school.json`);
    writeFileSync(path, `${JSON.stringify(school, null, 1)}\n`);
    return path;
  };
  const common = { options, threads: Number(threads) };
  const blocks = written(SVWS.name, blockSchool(SVWS.name, readBlockChoices(instances, SVWS.name), SVWS.rails));
  const hangzhou = HANGZHOU.flatMap(({ name, leastLargestSection }) => {
    const choices = readStudentChoices(instances, name);
    return [leastLargestSection, leastLargestSection - 1].map((cap) => {
      const school = written(`${name}-${cap}`, hangzhouSchool(name, choices, cap));
      return { ...common, instance: `${name}, cap ${cap}`, school, solvable: cap === leastLargestSection };
    });
  });
  return [...hangzhou, { ...common, instance: SVWS.name, school: blocks, solvable: true }];
}

/** A row that is not what is known of its case. */
function surprise(row: SolveRow, solvable: boolean): string[] {
  const name = `${row.instance} · seed ${row.seed}`;
  if (solvable && row.status !== 'complete') return [`${name}: ${row.status}, although a complete week exists`];
  if (!solvable && row.status === 'complete') return [`${name}: complete, although that is proved impossible`];
  return [];
}

const values = optionsOf('bench:hangzhou', {
  instances: { type: 'string' },
  seeds: { type: 'string', default: '1' },
  threads: { type: 'string', default: '2' },
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
