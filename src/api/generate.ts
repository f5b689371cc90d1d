/** A sample school's file from settings, or from the name of a sample that comes with the program. */
import { generateAtSize } from '../generate/at-size.ts';
import { generateSchool } from '../generate/generate.ts';
import { isContradiction } from '../generate/lack-of-rooms.ts';
import { readSettings } from '../generate/read-settings.ts';
import type { GeneratorSettings } from '../generate/settings.ts';
import { writeSchool } from '../generate/write-school.ts';
import { readSchool } from '../school/read.ts';
import { SettingsContradiction } from './faults.ts';
import { readSample } from './samples.ts';
import type { Reading } from './types.ts';

function schoolText(settings: GeneratorSettings, students: number | undefined): string {
  try {
    const { school } = students === undefined ? generateSchool(settings) : generateAtSize(settings, students);
    return writeSchool(school);
  } catch (error) {
    if (isContradiction(error)) throw new SettingsContradiction(error.message);
    throw error;
  }
}

/**
 * The text of a school file. Faults of the settings' shape are listed, and then those of the school that was made of them. Throws
 * SettingsContradiction where no such school can be made.
 */
export function generate(source: Uint8Array | string, seed?: number, students?: number): Reading<string> {
  const { settings, faults } = readSettings(typeof source === 'string' ? readSample(source) : source);
  if (settings === null) return { document: null, faults };
  const text = schoolText(seed === undefined ? settings : { ...settings, seed }, students);
  const made = readSchool(text);
  return {
    document: made.school === null ? null : text,
    faults: made.faults.filter(({ severity }) => severity === 'fault'),
  };
}
