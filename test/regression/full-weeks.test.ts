/** Weeks without a free slot: whoever has to go somewhere takes a whole line, and every homeroom's lesson there, along. */
import { expect, it } from 'vitest';
import { FET_SCHOOLS, fetSchoolText } from '../../benchmarks/instances/fet-schools.ts';
import { seedRandom } from '../../solver/search/random.ts';
import { construct } from '../../solver/timetable/construct.ts';
import { findHotLessons } from '../../solver/timetable/hot-lessons.ts';
import { makeKempeChain } from '../../solver/timetable/moves/kempe-chain.ts';
import { NOTHING } from '../../solver/timetable/moves/neighbourhood.ts';
import { loadSolution, makeWeekState } from '../../solver/timetable/state.ts';
import { readSchool } from '../../src/school/read.ts';
import { plannedWeek } from '../support/week-of.ts';

const full = FET_SCHOOLS.find(({ name }) => name === 'fet-1000-sorted-40');
const { school } = full ? readSchool(fetSchoolText(full)) : { school: null };
const planned = school && plannedWeek(school);
if (!planned) throw new Error('the reader refuses the school');
const { week, stage } = planned;

/** Lessons moved by the longest of so many chains that are proposed and taken back. */
function longestChain(proposals: number, hot: boolean): number {
  const { problem } = week;
  const state = makeWeekState(problem, 40);
  const random = seedRandom(1);
  const nowhere = new Int32Array(problem.lessons.count).fill(-1);
  loadSolution(state, { lessonSlot: nowhere, roleTeacher: stage.roleTeacher });
  construct(state, random);
  if (hot) findHotLessons(state);
  else state.hotCount = 0;
  const chain = makeKempeChain(state);
  if (!chain) throw new Error('no chains in this school');
  let longest = 0;
  for (let n = 0; n < proposals; n++) {
    const before = state.lessonSlot.slice();
    if (chain.propose(random) === NOTHING) continue;
    const moved = state.lessonSlot.filter((slot, lesson) => slot !== before[lesson]).length;
    longest = Math.max(longest, moved);
    chain.reject();
  }
  return longest;
}

it('a lesson that breaks something hard changes places with a whole slot of 39 in 40, others do not', () => {
  expect(longestChain(4000, true)).toBeGreaterThan(30);
  expect(longestChain(4000, false)).toBeLessThanOrEqual(24);
});
