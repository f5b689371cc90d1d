/** A sample school's file from settings, or from the name of a sample that comes with the program. */
import { generateSchool } from '../generate/generate.ts';
import { readSettings } from '../generate/read-settings.ts';
import { scaleSettings } from '../generate/scale-settings.ts';
import type { GeneratorSettings } from '../generate/settings.ts';
import { writeSchool } from '../generate/write-school.ts';
import { readSchool } from '../school/read.ts';
import { SettingsContradiction } from './faults.ts';
import { readSample } from './samples.ts';
import type { Reading } from './types.ts';

function schoolText(settings: GeneratorSettings): string {
  try {
    return writeSchool(generateSchool(settings).school);
  } catch (error) {
    // A plain Error is how the generator says that no such school can be; anything else is a fault of ours.
    if (error instanceof Error && error.constructor === Error) throw new SettingsContradiction(error.message);
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
  const sized = students === undefined ? settings : scaleSettings(settings, students);
  const text = schoolText(seed === undefined ? sized : { ...sized, seed });
  const made = readSchool(text);
  return {
    document: made.school === null ? null : text,
    faults: made.faults.filter(({ severity }) => severity === 'fault'),
  };
}
