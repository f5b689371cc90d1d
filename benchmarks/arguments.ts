/** What the benchmarks' command lines share. */
import { parseArgs } from 'node:util';

/** `1-3,7` → 1, 2, 3, 7. Throws on anything else. */
export function seedsOf(text: string): number[] {
  return text.split(',').flatMap((part) => {
    const found = /^(\d+)(?:-(\d+))?$/.exec(part);
    if (!found) throw new Error(`--seeds ${text}: wanted numbers and ranges, such as 1-10 or 1,4,7`);
    const first = Number(found[1]);
    const last = Number(found[2] ?? first);
    if (last < first) throw new Error(`--seeds ${text}: ${part} is empty`);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}

/** Ends the process with a sentence instead of a stack trace. */
export function endWithFaults(faults: readonly string[]): void {
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  if (faults.length > 0) process.exitCode = 1;
}

export interface SampleArguments {
  schools: string[];
  seeds: number[];
  /** options of `zouban solve`, as given */
  options: string[];
  threads: number;
}

/** `[--schools a,b] [--seeds 1-10] [--epochs N | --time S] [--threads 2]`. */
export function sampleArguments(defaults: { schools: string; seeds: string }): SampleArguments {
  const { values } = parseArgs({
    options: {
      schools: { type: 'string', default: defaults.schools },
      seeds: { type: 'string', default: defaults.seeds },
      epochs: { type: 'string' },
      time: { type: 'string' },
      threads: { type: 'string', default: '2' },
    },
  });
  return {
    schools: values.schools.split(','),
    seeds: seedsOf(values.seeds),
    options: [
      ...(values.epochs === undefined ? [] : ['--epochs', values.epochs]),
      ...(values.time === undefined ? [] : ['--time', values.time]),
      '--threads',
      values.threads,
    ],
    threads: Number(values.threads),
  };
}
