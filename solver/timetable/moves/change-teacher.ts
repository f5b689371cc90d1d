/** A role to another candidate, or two roles of equal workload exchanging their teachers. */
import { nextBelow } from '../../search/random.ts';
import { NOBODY, TEACHER_OVERLAP } from '../cost.ts';
import { rolesCost } from '../role-cost.ts';
import { setTeacher, teachesIn } from '../state.ts';
import { NOTHING, type NeighbourhoodMaker } from './neighbourhood.ts';
import { itemsOf, invertCsr, makeCsr } from '../../problem/problem.ts';

export const makeChangeTeacher: NeighbourhoodMaker = (state) => {
  const { roles, teachers, lessons, slots } = state.problem;
  const { candidates } = roles;
  const open: number[] = [];
  const lists: number[][] = [];
  for (let role = 0; role < roles.count; role++) {
    const list = [...itemsOf(candidates, role)];
    lists.push(list);
    if (list.length > 1) open.push(role);
  }
  if (open.length === 0) return null;
  /** CSR teacher → roles (s)he could fill */
  const could = invertCsr(makeCsr(lists), teachers.count);
  let role = 0;
  let partner = -1;
  let before = -1;
  let after = -1;
  /** false: the proposal is refused in any case, and nothing was changed */
  let isApplied = false;

  const fits = (one: number, teacher: number): boolean => lists[one].includes(teacher);
  const cost = (): number => rolesCost(state, role, partner, before, after);

  /** Lessons at least that the teacher would have at once with those of the role, once (s)he has given up `given` (−1: nothing). */
  const clashes = (one: number, teacher: number, given: number): number => {
    const { start, item } = state.links.lessonsOfRole;
    const row = teacher * slots.count;
    let found = 0;
    for (let at = start[one]; at < start[one + 1]; at++) {
      const lesson = item[at];
      let from = state.lessonSlot[lesson];
      if (from < 0) continue;
      for (let week = 0; week < lessons.span[lesson]; week++, from += slots.perWeek) {
        for (let s = from; s < from + lessons.length[lesson]; s++) {
          const n = state.taught[row + s];
          if (n === 0) continue;
          const isLeft = given >= 0 && lessons.event[state.taughtSum[row + s]] === state.links.eventOfRole[given];
          // Of several lessons at once all but one are counted: it may be the one given up.
          found += n > 1 ? n - 1 : isLeft ? 0 : 1;
        }
      }
    }
    return found;
  };

  return {
    name: 'change-teacher',
    propose(random) {
      role = open[nextBelow(random, open.length)];
      before = state.roleTeacher[role];
      const choices = candidates.start[role + 1] - candidates.start[role];
      after = candidates.item[candidates.start[role] + nextBelow(random, choices)];
      const event = state.links.eventOfRole[role];
      if (after === before || teachesIn(state, event, after)) return NOTHING;
      partner = -1;
      if (before >= 0 && nextBelow(random, 4) !== 0) {
        const width = could.start[after + 1] - could.start[after];
        let at = nextBelow(random, width);
        for (let tried = 0; tried < width; tried++) {
          const other = could.item[could.start[after] + at];
          if (++at === width) at = 0;
          if (
            other !== role &&
            state.roleTeacher[other] === after &&
            roles.workload[other] === roles.workload[role] &&
            fits(other, before) &&
            !teachesIn(state, state.links.eventOfRole[other], before)
          ) {
            partner = other;
            break;
          }
        }
        if (partner < 0) return NOTHING;
      }
      const old = cost() + (before < 0 ? NOBODY * state.hardWeight : 0);
      const atOnce = clashes(role, after, partner) + (partner >= 0 ? clashes(partner, before, role) : 0);
      const least = atOnce * TEACHER_OVERLAP * state.hardWeight - old;
      isApplied = least <= state.cutoff;
      if (!isApplied) return least;
      setTeacher(state, role, after);
      if (partner >= 0) setTeacher(state, partner, before);
      return cost() - old;
    },
    accept: () => {},
    reject() {
      if (!isApplied) return;
      if (partner >= 0) setTeacher(state, partner, after);
      setTeacher(state, role, before);
    },
    restoreInto(_lessonSlot, roleTeacher) {
      roleTeacher[role] = before;
      if (partner >= 0) roleTeacher[partner] = after;
    },
  };
};
