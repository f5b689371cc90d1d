/** Schools and plans to run on threads. */
import { generateSchool } from '../../src/generate/generate.ts';
import type { GeneratorSettings } from '../../src/generate/settings.ts';
import { writeSchool } from '../../src/generate/write-school.ts';
import { solve } from '../../src/api/solve.ts';
import type { SolveOptions } from '../../src/api/types.ts';
import type { School } from '../../src/school/types.ts';
import type { Timetable } from '../../src/timetable/types.ts';
import { sample, settingsOf } from '../generate/samples.ts';

export const tiny = (): School => sample('tiny').school;

/** The county school with two homerooms in each grade, and special rooms in proportion. */
export function twoHomeroomsEach(): School {
  const settings = settingsOf('yangcheng-no1');
  const smaller: GeneratorSettings = {
    ...settings,
    grades: settings.grades.map((grade) => ({ ...grade, homerooms: 2 })),
    rooms: settings.rooms.map((room) => ({
      ...room,
      count: room.concurrent === undefined ? Math.ceil(room.count / 10 + 0.4) : room.count,
    })),
  };
  return generateSchool(smaller).school;
}

export const OPTIONS: SolveOptions = { seed: 1, islands: 3, epochs: 3, threads: 1, reproduce: 'zouban solve -' };

export const solved = (school: School, options: Partial<SolveOptions>): Promise<Timetable> =>
  solve(school, new TextEncoder().encode(writeSchool(school)), { ...OPTIONS, ...options });

/** The document as it is written, without what was observed of the run. */
export const bytesOf = ({ run: { observed: _observed, ...run }, ...rest }: Timetable): string =>
  JSON.stringify({ ...rest, run });
