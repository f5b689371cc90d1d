/**
 * Schools with a hidden complete week, from all settings: none may be called impossible:
 * `npm run bench:false-alarms -- [--settings tiny,rules-heavy] [--schools 20] [--students 300]`. The same seeds give the same schools.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { findImpossible } from '../src/diagnose/index.ts';
import { generateAtSize } from '../src/generate/at-size.ts';
import { isContradiction } from '../src/generate/lack-of-rooms.ts';
import { readSettings } from '../src/generate/read-settings.ts';
import { endWithFaults, optionsOf } from './arguments.ts';
import { say } from './say.ts';

const FOLDER = new URL('../datasets/settings/', import.meta.url);
const all = readdirSync(FOLDER).map((file) => basename(file, '.json'));
const values = optionsOf('bench:false-alarms', {
  settings: { type: 'string', default: all.join(',') },
  schools: { type: 'string', default: '20' },
  students: { type: 'string', default: '300' },
});
const failures: string[] = [];
let made = 0;
for (const name of values.settings.split(',')) {
  const { settings } = readSettings(readFileSync(new URL(`${name}.json`, FOLDER)));
  if (!settings) throw new Error(`no settings ${name}`);
  let own = 0;
  let none = 0;
  let musts = 0;
  const started = performance.now();
  for (let seed = 1; seed <= Number(values.schools); seed++) {
    try {
      const { school } = generateAtSize({ ...settings, seed }, Number(values.students));
      const found = findImpossible(school);
      own++;
      musts += (school.rules ?? []).filter(({ strength }) => strength === 'must').length;
      for (const { kind, facts } of found) failures.push(`${name}, seed ${seed}: ${kind} ${facts.join(' ')}`);
    } catch (error) {
      // Settings can contradict one another at another size: then there is no such school.
      if (!isContradiction(error)) throw error;
      none++;
    }
  }
  made += own;
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const without = none > 0 ? `, ${none} cannot be made at this size` : '';
  say(`${name}: ${own} schools${without}, ${musts} must rules in all, ${seconds} s`);
}
say(`${made} schools with a complete week; called impossible: ${failures.length}`);
endWithFaults(failures);
