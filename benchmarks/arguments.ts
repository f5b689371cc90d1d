/** What the benchmarks' command lines share. */
import { parseArgs, type ParseArgsConfig } from 'node:util';

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

type Options = NonNullable<ParseArgsConfig['options']>;

/** What a benchmark hands to the measuring script it starts: no one else's business. */
const HANDED_ON: ReadonlySet<string> = new Set(['commit', 'rows']);

/** `npm run bench:fet -- [--seeds 1-3] [--ours]`: every option, with what it is if it is not given. */
export function usageOf(script: string, options: Options): string {
  const words = Object.entries(options).flatMap(([name, option]) => {
    if (HANDED_ON.has(name)) return [];
    if (option.type === 'boolean') return [`[--${name}]`];
    const value = option.default;
    return [`[--${name} ${typeof value === 'string' && value !== '' ? value : name.toUpperCase()}]`];
  });
  return `npm run ${script} -- ${words.join(' ')}`;
}

/** The options of a benchmark's command line; `--help` says which there are, and so does an error, before the process ends. */
export function optionsOf<Of extends Options>(
  script: string,
  options: Of,
): ReturnType<typeof parseArgs<{ options: Of }>>['values'] {
  const given = process.argv.slice(2);
  if (given.includes('--help')) {
    process.stdout.write(`${usageOf(script, options)}\n`);
    process.exit(0);
  }
  try {
    return parseArgs({ args: given, options }).values;
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${fault}\n${usageOf(script, options)}\n`);
    process.exit(2);
  }
}

export interface SampleArguments {
  schools: string[];
  seeds: number[];
  /** options of `zouban solve`, as given */
  options: string[];
  threads: number;
}

/** `[--schools a,b] [--seeds 1-10] [--epochs N | --time S] [--threads 2]`. */
export function sampleArguments(script: string, defaults: { schools: string; seeds: string }): SampleArguments {
  const values = optionsOf(script, {
    schools: { type: 'string', default: defaults.schools },
    seeds: { type: 'string', default: defaults.seeds },
    epochs: { type: 'string' },
    time: { type: 'string' },
    threads: { type: 'string', default: '2' },
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
