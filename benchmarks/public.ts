/**
 * Problems that nobody here made, by others' rules: ITC2007 track 2.
 * `npm run bench:public -- --instances FOLDER [--only 1-12] [--seeds 1-3] [--seconds 60 | --epochs 400] [--threads 2]
 * [--without make-way,kempe-chain]` (or ZOUBAN_INSTANCES). By epochs a run can be repeated to the byte.
 */
import { createHash } from 'node:crypto';
import { endWithFaults, optionsOf, seedsOf } from './arguments.ts';
import { timFiles, type KnownTim } from './instances/itc2007.ts';
import { headCommit, loadBefore, machine, today } from './machine.ts';
import { searchInstance } from './public/search-instance.ts';
import { appendRow, PUBLIC_ROWS, publicKeyOf, readRows, type PublicRow } from './rows.ts';
import { say } from './say.ts';
import { softBound } from '../src/public/itc2007/bound.ts';
import { evaluate } from '../src/public/itc2007/evaluate.ts';
import { readInstance } from '../src/public/itc2007/instance.ts';

/** Proposals. */
const EPOCH_SIZE = 262_144;

const values = optionsOf('bench:public', {
  instances: { type: 'string' },
  only: { type: 'string', default: '1-12' },
  seeds: { type: 'string', default: '1-3' },
  seconds: { type: 'string', default: '60' },
  epochs: { type: 'string' },
  threads: { type: 'string', default: '2' },
  without: { type: 'string', default: '' },
});

async function measure({ name, text, known }: KnownTim, seed: number): Promise<PublicRow | string> {
  const load = loadBefore();
  const { instance, faults } = readInstance(text);
  if (!instance) return `${name}: ${faults.join('; ')}`;
  const threads = Number(values.threads);
  const found = await searchInstance(instance, {
    seed,
    length: values.epochs === undefined ? { seconds: Number(values.seconds) } : { epochs: Number(values.epochs) },
    threads,
    epochSize: EPOCH_SIZE,
    without: values.without.split(',').filter((name) => name !== ''),
  });
  const counted = evaluate(instance, found.answer);
  if (!counted.valid)
    return `${name}, seed ${seed}: the evaluator rejects the answer: ${JSON.stringify(counted.broken)}`;
  return {
    instance: name,
    fileSha256: createHash('sha256').update(text).digest('hex'),
    settings: settings(),
    seed,
    commit,
    date: today(),
    threads,
    epochs: found.epochs,
    epochSize: EPOCH_SIZE,
    distance: counted.distance,
    soft: counted.soft,
    known,
    bound: softBound(instance),
    firstFeasibleSeconds: found.firstFeasibleSeconds,
    seconds: found.seconds,
    movesPerSecond: Math.round(found.moves / found.seconds),
    loadBefore: load,
    machine: machine(),
  };
}

const settings = (): string =>
  [
    values.epochs === undefined ? `--seconds ${values.seconds}` : `--epochs ${values.epochs}`,
    `--threads ${values.threads}`,
    ...(values.without === '' ? [] : [`--without ${values.without}`]),
  ].join(' ');
const commit = headCommit();
const inWords = (row: PublicRow): string =>
  [
    row.distance === 0 ? 'feasible' : `distance ${row.distance}`,
    `soft ${row.soft}, known ${row.known}`,
    `first feasible ${row.firstFeasibleSeconds ?? '–'} s`,
    `${row.seconds} s, ${row.epochs} epochs, ${row.movesPerSecond} moves/s`,
    `load ${row.loadBefore}`,
  ].join(' · ');

async function run(files: readonly KnownTim[]): Promise<void> {
  const faults: string[] = [];
  const rows = new Map(readRows<PublicRow>(PUBLIC_ROWS).map((row) => [publicKeyOf(row), row]));
  for (const file of files) {
    for (const seed of seedsOf(values.seeds)) {
      const known = rows.get(publicKeyOf({ instance: file.name, settings: settings(), seed, commit }));
      const row = known ?? (await measure(file, seed));
      if (typeof row === 'string') faults.push(row);
      else {
        if (!known) appendRow(PUBLIC_ROWS, row);
        say(`${file.name} · seed ${seed} · ${known ? 'exists: ' : ''}${inWords(row)}`);
      }
    }
  }
  endWithFaults(faults);
}

const folder = values.instances ?? process.env['ZOUBAN_INSTANCES'];
const files = folder === undefined ? [] : timFiles(folder, seedsOf(values.only));
if (folder === undefined) {
  endWithFaults(['--instances FOLDER (or ZOUBAN_INSTANCES) names the folder with itc2007-track2/']);
} else if (files.length === 0) say(`${folder} has no itc2007-track2/comp-2007-2-*.tim: nothing to measure`);
else await run(files);
