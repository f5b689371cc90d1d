/** Students of three homerooms in two courses, for the tests of seating. */
import { nextBelow, seedRandom } from '../../solver/search/random.ts';
import { lineBit, MOST_TIMES, type Seating } from '../../solver/sectioning/seating-state.ts';

export const STUDENTS = 60;
export const WIDTH = 2;

/** Two courses of three sections each; every twelfth student is of no homeroom, and every tenth seat is fixed. */
export function smallSeating(lineOf = (s: number): number => s % 3): Seating {
  const random = seedRandom(4);
  const types = [0, 1, 2, -1].map((homeroom) => ({ homeroom, courses: [0, 1] }));
  const sections = [0, 0, 0, 1, 1, 1].map((of, s) => ({
    course: of,
    times: lineBit(lineOf(s)),
    cap: 21,
    open: lineOf(s) < MOST_TIMES,
  }));
  const sectionOf = Int32Array.from(
    { length: STUDENTS * WIDTH },
    (_, seat) => 3 * (seat % WIDTH) + nextBelow(random, 3),
  );
  return {
    homerooms: 3,
    courses: 2,
    types,
    sections,
    typeOf: Int32Array.from({ length: STUDENTS }, (_, student) => (student % 12 === 0 ? 3 : student % 3)),
    width: WIDTH,
    sectionOf,
    fixed: Uint8Array.from(sectionOf, (section, seat) => (seat % 10 === 7 || !sections[section]?.open ? 1 : 0)),
    low: new Int32Array(6).fill(19),
    high: new Int32Array(6).fill(20),
    away: null,
    staying: null,
  };
}
