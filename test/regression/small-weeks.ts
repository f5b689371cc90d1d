import { smallSchool as baseSchool, course, grade, students } from '../cases/build.ts';
import type { School } from '../../src/school/types.ts';

/** Two homerooms of three, all of whom walk to physics and to his2; sections of at most four. */
export const walkingSchool = (parts: Partial<School> = {}): School =>
  baseSchool({
    grades: [grade('g1', { choice: [{ from: ['phy', 'his'], take: 1 }], size: { max: 4 } })],
    students: [...students('a', 'h1', 3, { choices: ['phy'] }), ...students('b', 'h2', 3, { choices: ['phy'] })],
    courses: [
      course('phy', { periods: 2, for: 'chosen', grouping: 'walking' }),
      course('his2', { subject: 'his', periods: 1, teachers: ['p2', 's1'], grouping: 'walking' }),
      course('mat', { periods: 2 }),
    ],
    ...parts,
  });
