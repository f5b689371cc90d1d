/** FET itself, where it is installed: it takes our file without a word, and its week holds. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exportFet, importFet } from '../../../src/api/fet.ts';
import { readSchool } from '../../../src/api/school.ts';
import { generateSchool } from '../../../src/generate/generate.ts';
import { readSettings } from '../../../src/generate/read-settings.ts';
import { writeSchool } from '../../../src/generate/write-school.ts';

const env = { ...process.env, QT_QPA_PLATFORM: 'offscreen' };
const installed = spawnSync('fet-cl', ['--version'], { env }).status === 0;

it.skipIf(!installed)('FET finds a week for tiny with the sections of its hidden week', () => {
  const { settings } = readSettings(readFileSync(new URL('../../../datasets/settings/tiny.json', import.meta.url)));
  if (!settings) throw new Error('the settings of tiny are not read');
  const made = generateSchool({ ...settings, givesSections: true });
  const bytes = new TextEncoder().encode(writeSchool(made.school));
  const { document: school } = readSchool(bytes);
  if (!school) throw new Error('tiny is not read');
  const folder = mkdtempSync(join(tmpdir(), 'zouban-fet-'));
  try {
    const file = join(folder, 'tiny.fet');
    writeFileSync(file, exportFet(school).document ?? '');
    const said = execFileSync('fet-cl', [`--inputfile=${file}`, `--outputdir=${folder}`, '--htmllevel=0'], {
      env,
      encoding: 'utf8',
    });
    expect(said).toContain('Simulation successful');
    expect(said).not.toContain('warning');
    const found = importFet(school, bytes, readFileSync(join(folder, 'timetables/tiny/tiny_data_and_timetable.fet')));
    expect(found.faults).toEqual([]);
    expect(found.document).toMatchObject({ status: 'complete', score: { hard: 0 }, unplaced: [], unserved: [] });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
