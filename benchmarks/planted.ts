/**
 * Every impossibility of known cause in sample schools: found, proved, named, cured:
 * `npm run bench:planted -- [--schools small-class@1000,yangcheng-no1] [--plants a,b] [--threads 2]`. NAME@STUDENTS is the sample at
 * another size.
 */
import { plantNames } from '../src/generate/plants/index.ts';
import { endWithFaults, optionsOf } from './arguments.ts';
import { measurePlanted, type PlantedMeasurement } from './planted/planted-row.ts';
import { buildProgram } from './program.ts';
import { appendRow, PLANTED_ROWS, plantedKeyOf, readRows, type PlantedRow } from './rows.ts';
import { say } from './say.ts';
import { plantedInWords } from './tables/planted-table.ts';

const values = optionsOf('bench:planted', {
  schools: { type: 'string', default: 'small-class@1000,yangcheng-no1' },
  plants: { type: 'string', default: plantNames().join(',') },
  threads: { type: 'string', default: '2' },
});
const program = await buildProgram();
const measurements = values.schools.split(',').flatMap((instance) =>
  values.plants.split(',').map((plant): PlantedMeasurement => ({
    instance,
    plant,
    seed: 1,
    threads: Number(values.threads),
  })),
);
const known = new Set(readRows<PlantedRow>(PLANTED_ROWS).map(plantedKeyOf));
const failures: string[] = [];
for (const measurement of measurements) {
  const name = `${measurement.instance} · ${measurement.plant}`;
  if (known.has(plantedKeyOf({ ...measurement, commit: program.commit }))) {
    say(`${name} · exists`);
    continue;
  }
  try {
    const row = await measurePlanted(program, measurement);
    appendRow(PLANTED_ROWS, row);
    say(`${name} · ${plantedInWords(row)}`);
  } catch (error) {
    const failure = `${name}: ${error instanceof Error ? error.message : String(error)}`;
    failures.push(failure);
    say(`FAILURE: ${failure}`);
  }
}
endWithFaults(failures);
