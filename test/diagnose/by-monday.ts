/** A rule on the small school that nothing can hold, and no certificate shows it. */
import type { Rule } from '../../src/school/types.ts';

/** Six periods of each homeroom in the four slots of Monday. */
export const byMonday: Rule = {
  id: 'by-monday',
  type: 'lessons.finishBy',
  subjects: ['chi', 'mat'],
  day: 'mon',
  strength: 'must',
};
