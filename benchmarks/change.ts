/**
 * What changes when something happens: sample schools, three events each, from the earlier week and afresh:
 * `npm run bench:change -- [--schools a,b] [--seeds 1] [--epochs N | --time S] [--threads 2]`.
 */
import { join } from 'node:path';
import { endWithFaults, sampleArguments } from './arguments.ts';
import { measureChange, type ChangeMeasurement } from './change/change-row.ts';
import { HAPPENINGS } from './change/events.ts';
import { buildProgram } from './program.ts';
import { appendRow, CHANGE_ROWS, changeKeyOf, readRows, type ChangeRow } from './rows.ts';
import { say } from './say.ts';
import { settingsOf } from './solve-row.ts';
import { changesInWords } from './tables/change-table.ts';

const { schools, seeds, options, threads } = sampleArguments('bench:change', {
  schools: 'yangcheng-no1,xicheng,full-week',
  seeds: '1',
});
const program = await buildProgram();
const measurements = schools.flatMap((instance) =>
  seeds.flatMap((seed) =>
    Object.keys(HAPPENINGS).map((event): ChangeMeasurement => ({
      instance,
      school: join(program.home, 'datasets', `${instance}.school.json`),
      event,
      options,
      threads,
      seed,
    })),
  ),
);
const inWords = ({ what, kept, fresh }: ChangeRow): string =>
  `${what} · from the earlier week ${kept.status}: ${changesInWords(kept)} · afresh ${fresh.status}: ${changesInWords(fresh)}`;
const known = new Set(readRows<ChangeRow>(CHANGE_ROWS).map(changeKeyOf));
const failures: string[] = [];
for (const measurement of measurements) {
  const { instance, event, seed } = measurement;
  const name = `${instance} · ${event} · seed ${seed}`;
  if (known.has(changeKeyOf({ instance, event, settings: settingsOf(options), seed, commit: program.commit }))) {
    say(`${name} · exists`);
    continue;
  }
  const outcome = await measureChange(program, measurement);
  if ('failure' in outcome) {
    failures.push(`${name}: ${outcome.failure}`);
    say(`${name} · FAILURE: ${outcome.failure}`);
    continue;
  }
  appendRow(CHANGE_ROWS, outcome.row);
  say(`${name} · ${inWords(outcome.row)}`);
}
endWithFaults(failures);
