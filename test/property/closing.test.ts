/** The walk that closes a week: on random small weeks it never makes it dearer, says exactly what it saved, and does close weeks. */
import { describe, expect, it } from 'vitest';
import { closeWeek } from '../../solver/closing/close-week.ts';
import { refitTeams } from '../../solver/closing/refit-teams.ts';
import { itemsOf } from '../../solver/index.ts';
import { seedRandom } from '../../solver/search/random.ts';
import { totalCost } from '../../solver/timetable/cost.ts';
import { loadSolution, type WeekState } from '../../solver/timetable/state.ts';
import { onRandomWeeks } from './random-weeks.ts';
import { collisions, everyArray, makeRecount } from './states.ts';
import { brokenTies } from './two-weeks.ts';

const RUNS = { numRuns: 30, seed: 20_261_129 };

/** Lessons that start where their domain does not let them. */
const astray = ({ problem: { lessons, slots }, lessonSlot }: WeekState): number[] =>
  [...lessonSlot.keys()].filter((lesson) => {
    const at = lessonSlot[lesson] ?? -1;
    return at >= 0 && lessons.domains[(lessons.domain[lesson] ?? 0) * slots.count + at] === 0;
  });

describe('closing a week', () => {
  it('costs what it says, never more than before, and leaves every counter in step', () => {
    let better = 0;
    onRandomWeeks(RUNS, (state, seed) => {
      const recount = makeRecount(state);
      const before = totalCost(state);
      const change = closeWeek(state, seedRandom(seed));
      expect(change).toBeLessThanOrEqual(0);
      if (change < 0) better++;
      expect(totalCost(state)).toBe(before + change);
      expect(recount()).toBe(before + change);
      expect(astray(state)).toEqual([]);
      expect(brokenTies(state.problem, state.lessonSlot)).toEqual([]);
      const counted = everyArray(state);
      loadSolution(state, { lessonSlot: state.lessonSlot.slice(), roleTeacher: state.roleTeacher.slice() });
      expect(everyArray(state)).toEqual(counted);
    });
    expect(better).toBeGreaterThan(10);
  });

  it('finds teams anew where a teacher is in trouble: for what it says, and for less than before', () => {
    let better = 0;
    onRandomWeeks(RUNS, (state, seed) => {
      const random = seedRandom(seed);
      closeWeek(state, random);
      // One section in three with somebody else, who may be away or have too much.
      const roleTeacher = state.roleTeacher.map((teacher, role) => {
        const own = itemsOf(state.problem.roles.candidates, role);
        return teacher >= 0 && role % 3 === 0 ? (own[(role + seed) % own.length] ?? teacher) : teacher;
      });
      loadSolution(state, { lessonSlot: state.lessonSlot.slice(), roleTeacher });
      const recount = makeRecount(state);
      const before = totalCost(state);
      const change = refitTeams(state, random);
      expect(change).toBeLessThanOrEqual(0);
      if (change < 0) better++;
      expect(totalCost(state)).toBe(before + change);
      expect(recount()).toBe(before + change);
    });
    expect(better).toBeGreaterThan(5);
  });

  it('does the same with the same random numbers', () => {
    onRandomWeeks(RUNS, (state, seed) => {
      const start = { lessonSlot: state.lessonSlot.slice(), roleTeacher: state.roleTeacher.slice() };
      loadSolution(state, start);
      closeWeek(state, seedRandom(seed));
      const once = everyArray(state);
      loadSolution(state, start);
      closeWeek(state, seedRandom(seed));
      expect(everyArray(state)).toEqual(once);
    });
  });

  it('leaves many a week without two lessons at once that had some (a random school need not have one)', () => {
    let open = 0;
    let closed = 0;
    onRandomWeeks(RUNS, (state, seed) => {
      if (collisions(state).size === 0) return;
      open++;
      closeWeek(state, seedRandom(seed));
      if (collisions(state).size === 0) closed++;
    });
    expect(open).toBeGreaterThan(5);
    expect(closed).toBeGreaterThan(open / 4);
  });
});
