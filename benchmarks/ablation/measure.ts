/** Measures the search of the tree it lies in; `npm run bench:ablation` runs the one of HEAD's tree. */
import { openPool } from '../../src/pool/pool.ts';
import { optionsOf, seedsOf } from '../arguments.ts';
import { loadBefore, machine, today } from '../machine.ts';
import { ablationKeyOf, appendRow, readRows, type AblationRow } from '../rows.ts';
import { say } from '../say.ts';
import { planWeek, searchWeek, type PlannedWeek } from '../search/planned-week.ts';

const values = optionsOf('bench:ablation', {
  commit: { type: 'string', default: '' },
  rows: { type: 'string', default: '' },
  schools: { type: 'string', default: 'yangcheng-no1,full-week,xicheng' },
  seeds: { type: 'string', default: '1-3' },
  islands: { type: 'string', default: '2' },
  epochs: { type: 'string', default: '16' },
  threads: { type: 'string', default: '2' },
});
const { commit } = values;
const [islands, epochs] = [Number(values.islands), Number(values.epochs)];
const settings = `--islands ${islands} --epochs ${epochs}`;
const pool = openPool(Number(values.threads));

async function measureWithout(
  instance: string,
  without: string,
  seed: number,
  planned: PlannedWeek,
): Promise<AblationRow> {
  const load = loadBefore();
  let closedAt: number | null = null;
  const { found, timetable, seconds } = await searchWeek(pool, planned, {
    seed,
    islands,
    epochs,
    without: without === '' ? [] : [without],
    onEpoch: (epoch, hard) => {
      if (hard === 0) closedAt ??= epoch;
    },
  });
  const row: AblationRow = {
    instance,
    schoolSha256: planned.sha256,
    without,
    settings,
    seed,
    commit,
    date: today(),
    threads: pool.threads,
    epochs: found.epochs,
    epochSize: found.epochSize,
    hard: timetable.score.hard,
    soft: timetable.score.soft,
    closedAt,
    seconds: Math.round(seconds * 1000) / 1000,
    uses: found.uses.map(({ name, proposed, accepted, improved }) => ({ name, proposed, accepted, improved })),
    loadBefore: load,
    machine: machine(),
  };
  if (values.rows !== '') appendRow(values.rows, row);
  const off = without === '' ? 'all' : `without ${without}`;
  say(
    `${instance} · ${off} · seed ${seed} · hard ${row.hard} · soft ${row.soft} · closed at ${closedAt ?? '–'} · ${row.seconds} s · load ${load}`,
  );
  return row;
}

try {
  for (const instance of values.schools.split(',')) {
    for (const seed of seedsOf(values.seeds)) {
      const known = new Map(readRows<AblationRow>(values.rows).map((row) => [ablationKeyOf(row), row]));
      const rowOf = (without: string): AblationRow | undefined =>
        known.get(ablationKeyOf({ instance, without, settings, seed, commit }));
      const before = rowOf('');
      if (before?.uses.every(({ name }) => rowOf(name))) continue;
      const planned = await planWeek(pool, instance, seed);
      const { uses } = before ?? (await measureWithout(instance, '', seed, planned));
      // To leave out what finds nothing to do changes nothing.
      for (const { name } of uses) if (!rowOf(name)) await measureWithout(instance, name, seed, planned);
    }
  }
} finally {
  await pool.close();
}
