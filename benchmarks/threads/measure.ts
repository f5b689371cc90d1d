/** Measures the search of the tree it lies in; `npm run bench:threads` runs the one of HEAD's tree. */
import { openPool, type Pool } from '../../src/pool/pool.ts';
import { optionsOf, seedsOf } from '../arguments.ts';
import { loadBefore, machine, today } from '../machine.ts';
import { appendRow, readRows, threadKeyOf, type ThreadRow } from '../rows.ts';
import { say } from '../say.ts';
import { planWeek, searchWeek, type PlannedWeek } from '../search/planned-week.ts';

const values = optionsOf('bench:threads', {
  commit: { type: 'string', default: '' },
  rows: { type: 'string', default: '' },
  schools: { type: 'string', default: 'yangcheng-no1,xicheng' },
  seeds: { type: 'string', default: '1-5' },
  islands: { type: 'string', default: '4' },
  epochs: { type: 'string', default: '8' },
});
const { commit } = values;
const [islands, epochs] = [Number(values.islands), Number(values.epochs)];
const settings = `--islands ${islands} --epochs ${epochs}`;
const pools = [openPool(1), openPool(2)];

/** From the first barrier to the last: the first epoch, in which threads set up their states, is not counted. */
async function epochsPerSecond(
  pool: Pool,
  planned: PlannedWeek,
  seed: number,
): Promise<{ rate: number; digest: string }> {
  let first = 0;
  let last = 0;
  const onEpoch = (epoch: number): void => {
    last = performance.now();
    if (epoch === 1) first = last;
  };
  const { timetable } = await searchWeek(pool, planned, { seed, islands, epochs: epochs + 1, onEpoch });
  return { rate: Number(((1000 * epochs) / (last - first)).toPrecision(4)), digest: timetable.run.digest };
}

try {
  const [one, two] = pools as [Pool, Pool];
  for (const instance of values.schools.split(',')) {
    let planned: PlannedWeek | null = null;
    for (const seed of seedsOf(values.seeds)) {
      const key = threadKeyOf({ instance, settings, seed, commit });
      if (readRows<ThreadRow>(values.rows).some((row) => threadKeyOf(row) === key)) continue;
      planned ??= await planWeek(two, instance, 1);
      const load = loadBefore();
      const alone = await epochsPerSecond(one, planned, seed);
      const both = await epochsPerSecond(two, planned, seed);
      if (alone.digest !== both.digest)
        throw new Error(`${instance}, seed ${seed}: two threads find another week than one`);
      const row: ThreadRow = {
        instance,
        schoolSha256: planned.sha256,
        settings,
        seed,
        commit,
        date: today(),
        one: alone.rate,
        two: both.rate,
        loadBefore: load,
        machine: machine(),
      };
      if (values.rows !== '') appendRow(values.rows, row);
      say(`${instance} · seed ${seed} · ${row.one} and ${row.two} epochs/s · load ${load}`);
    }
  }
} finally {
  await Promise.all(pools.map((pool) => pool.close()));
}
