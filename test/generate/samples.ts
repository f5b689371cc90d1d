/** The committed sample schools, their settings, and what is made of them (once per test file). */
import { readFileSync } from 'node:fs';
import { generateSchool } from '../../src/generate/generate.ts';
import { readSettings } from '../../src/generate/read-settings.ts';
import type { GeneratorSettings } from '../../src/generate/settings.ts';
import type { School } from '../../src/school/types.ts';
import type { Timetable } from '../../src/timetable/types.ts';

export interface ManifestEntry {
  file: string;
  settings: string;
  seed: number;
  sha256: string;
}

const datasets = new URL('../../datasets/', import.meta.url);

export const readDataset = (name: string): string => readFileSync(new URL(name, datasets), 'utf8');

export const manifest = (): ManifestEntry[] =>
  (JSON.parse(readDataset('manifest.json')) as { schools: ManifestEntry[] }).schools;

export function settingsOf(name: string): GeneratorSettings {
  const { settings, faults } = readSettings(readDataset(`settings/${name}.json`));
  if (!settings) throw new Error(JSON.stringify(faults));
  return settings;
}

const made = new Map<string, { school: School; hidden: Timetable }>();

export function sample(name: string): { school: School; hidden: Timetable } {
  const known = made.get(name) ?? generateSchool(settingsOf(name));
  made.set(name, known);
  return known;
}
