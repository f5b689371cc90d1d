/** States of small random weeks, and what can be asked of them in full. */
import { expect } from 'vitest';
import { assignRooms, type Problem, type Solution } from '../../solver/index.ts';
import { NEIGHBOURHOODS as SEARCHED } from '../../solver/search/neighbourhoods.ts';
import { nextBelow, seedRandom } from '../../solver/search/random.ts';
import { construct } from '../../solver/timetable/construct.ts';
import { NOTHING, sharesTeacher, type NeighbourhoodMaker } from '../../solver/timetable/moves/neighbourhood.ts';
import { makeSwap } from '../../solver/timetable/moves/swap.ts';
import { loadSolution, makeWeekState, type WeekState } from '../../solver/timetable/state.ts';
import { totalCost } from '../../solver/timetable/cost.ts';
import { brokenTies } from './two-weeks.ts';

/** Any two lessons exchange their slots: the search draws them with more care. */
const makeSwapAny: NeighbourhoodMaker = (state) => {
  const { count } = state.problem.lessons;
  const swap = makeSwap(state);
  if (count === 0) return null;
  return {
    ...swap,
    name: 'swap-any',
    propose(random) {
      const [one, other] = [nextBelow(random, count), nextBelow(random, count)];
      return state.lessonSlot[one] === -1 ? NOTHING : swap.propose(one, other);
    },
  };
};

/** Those of the search, and exchanges of any two lessons. */
export const NEIGHBOURHOODS: Record<string, NeighbourhoodMaker> = {
  ...Object.fromEntries(Object.entries(SEARCHED).map(([name, { make }]) => [name, make])),
  'swap-any': makeSwapAny,
};

/** Without those for weeks of single students, which have nothing to do in a school (test/public asks them), and for changes. */
export const OF_SCHOOLS: readonly string[] = Object.keys(NEIGHBOURHOODS).filter(
  (name) => !['exchange-slots', 'make-way', 'swap-own-lessons'].includes(name),
);

/** A first week without search. */
export function startedState(problem: Problem, roleTeacher: Int32Array, seed: number, hardWeight = 40): WeekState {
  const state = makeWeekState(problem, hardWeight);
  loadSolution(state, { lessonSlot: new Int32Array(problem.lessons.count).fill(-1), roleTeacher });
  construct(state, seedRandom(seed));
  return state;
}

/** Every counter of the state; the lists of running lessons as sets, because their order says nothing. */
export function everyArray(state: WeekState): Record<string, number[]> {
  const { count } = state.problem.lessons;
  const running = Array.from(state.runningCount, (length, slot) =>
    [...state.running.subarray(slot * count, slot * count + length)].sort((a, b) => a - b),
  );
  return {
    lessonSlot: [...state.lessonSlot],
    roleTeacher: [...state.roleTeacher],
    overlap: [...state.overlap],
    taught: [...state.taught],
    taughtSum: [...state.taughtSum],
    dayMask: [...state.dayMask],
    load: [...state.load],
    poolUse: [...state.poolUse],
    perDay: [...state.perDay],
    inside: [...state.inside],
    shared: [...state.shared],
    daysOfStudents: [...(state.studentDays?.mask ?? []), ...(state.studentDays?.running ?? [])],
    staff: [...(state.staff?.deviation ?? [])],
    lost: [...state.kept.lost],
    changesOfTeacher: [...state.kept.ofTeacher],
    changesInAll: [...state.kept.inAll],
    changesOver: [...state.kept.over],
    runningCount: [...state.runningCount],
    running: running.flat(),
  };
}

/** A second state of the same problem that counts positions anew. */
export function makeRecount(state: WeekState): () => number {
  const fresh = makeWeekState(state.problem, state.hardWeight);
  return () => {
    loadSolution(fresh, state);
    return totalCost(fresh);
  };
}

/**
 * Proposals of a neighbourhood one after another: each states the exact difference, keeps every counter in step, and takes back all it
 * did where it is refused. Gives how many were proposed and refused.
 */
export function proposeExactly(
  state: WeekState,
  make: NeighbourhoodMaker | undefined,
  seed: number,
  proposals: number,
): { proposed: number; refused: number } {
  const neighbourhood = make?.(state);
  let proposed = 0;
  let refused = 0;
  if (!neighbourhood) return { proposed, refused };
  const recount = makeRecount(state);
  const random = seedRandom(seed);
  for (let n = 0; n < proposals; n++) {
    const before = everyArray(state);
    const cost = totalCost(state);
    const delta = neighbourhood.propose(random);
    if (delta === NOTHING) {
      expect(everyArray(state)).toEqual(before);
      continue;
    }
    proposed++;
    const kept = { lessonSlot: state.lessonSlot.slice(), roleTeacher: state.roleTeacher.slice() };
    neighbourhood.restoreInto(kept.lessonSlot, kept.roleTeacher);
    expect([...kept.lessonSlot]).toEqual(before['lessonSlot']);
    expect([...kept.roleTeacher]).toEqual(before['roleTeacher']);
    if (nextBelow(random, 3) === 0) {
      neighbourhood.reject();
      refused++;
      expect(everyArray(state)).toEqual(before);
    } else {
      neighbourhood.accept();
      expect(totalCost(state) - cost).toBe(delta);
      expect(recount()).toBe(cost + delta);
      expect(brokenTies(state.problem, state.lessonSlot)).toEqual([]);
    }
  }
  return { proposed, refused };
}

/** Whether the two lessons cannot run at once: common students (an event meets itself) or a common teacher. */
function collides(state: WeekState, one: number, other: number): boolean {
  const { event } = state.problem.lessons;
  return (
    (state.links.weightOf[(event[one] ?? 0) * state.problem.events.count + (event[other] ?? 0)] ?? 0) > 0 ||
    sharesTeacher(state, one, other)
  );
}

/** Pairs of lessons that cannot run at once and do, `"a b"`, a < b. */
export function collisions(state: WeekState): Set<string> {
  const { lessons, slots } = state.problem;
  const pairs = new Set<string>();
  for (let slot = 0; slot < slots.count; slot++) {
    const from = slot * lessons.count;
    const running = state.running.subarray(from, from + (state.runningCount[slot] ?? 0));
    for (const one of running) {
      for (const other of running) if (one < other && collides(state, one, other)) pairs.add(`${one} ${other}`);
    }
  }
  return pairs;
}

/** Every lesson on some start slot of its domain; null where a domain is empty. */
export function anywhere(problem: Problem, roleTeacher: Int32Array, seed: number): Solution | null {
  const random = seedRandom(seed);
  const { start, item } = problem.lessons.starts;
  const lessonSlot = problem.lessons.domain.map((domain) => {
    const from = start[domain] ?? 0;
    const width = (start[domain + 1] ?? 0) - from;
    return width === 0 ? -1 : (item[from + nextBelow(random, width)] ?? -1);
  });
  if (lessonSlot.includes(-1)) return null;
  const demandRoom = assignRooms(problem, lessonSlot);
  return { lessonSlot, roleTeacher, demandRoom, enrolled: problem.enrolments.event };
}
