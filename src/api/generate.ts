/** A sample school's file from settings, or from the name of a sample that comes with the program. */
import { generateAtSize } from '../generate/at-size.ts';
import { generateSchool } from '../generate/generate.ts';
import { isContradiction } from '../generate/lack-of-rooms.ts';
import { readSettings } from '../generate/read-settings.ts';
import type { GeneratorSettings } from '../generate/settings.ts';
import { writeSchool } from '../generate/write-school.ts';
import { plantImpossibility } from '../generate/plants/index.ts';
import { readSchool, readSchoolToDiagnose } from '../school/read.ts';
import { SettingsContradiction } from './faults.ts';
import { readSample } from './samples.ts';
import type { Reading } from './types.ts';

export { plantNames } from '../generate/plants/index.ts';

function schoolText(settings: GeneratorSettings, students: number | undefined, plant: string | undefined): string {
  try {
    const { school } = students === undefined ? generateSchool(settings) : generateAtSize(settings, students);
    return writeSchool(plant === undefined ? school : plantImpossibility(school, plant).school);
  } catch (error) {
    if (isContradiction(error)) throw new SettingsContradiction(error.message);
    throw error;
  }
}

/**
 * The text of a school file. Faults of the settings' shape are listed, and then those of the school that was made of them. Throws
 * SettingsContradiction where no such school can be made. `plant`: an impossibility that the school is given, one of `plantNames`; the
 * faults that say so are not told.
 */
export function generate(
  source: Uint8Array | string,
  seed?: number,
  students?: number,
  plant?: string,
): Reading<string> {
  const { settings, faults } = readSettings(typeof source === 'string' ? readSample(source) : source);
  if (settings === null) return { document: null, faults };
  const text = schoolText(seed === undefined ? settings : { ...settings, seed }, students, plant);
  const made = plant === undefined ? readSchool(text) : readSchoolToDiagnose(text);
  if (plant !== undefined && made.school !== null) return { document: text, faults: [] };
  return {
    document: made.school === null ? null : text,
    faults: made.faults.filter(({ severity }) => severity === 'fault'),
  };
}
