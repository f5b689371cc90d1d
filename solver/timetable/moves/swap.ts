/**
 * Two lessons of one class exchange their slots. Partners are drawn from the events that share most of their students: in a full week
 * they fill the slots that a lesson could go to. From an earlier week also from the event itself, where its lessons need different
 * rooms: the event keeps its slots, and is in the laboratory at another of them. Where the two have nothing but students in common, the exact difference is a sum of
 * reads; otherwise the exchange is carried out to be counted, and taken back on reject.
 */
import { itemsOf, makeCsr, type Csr } from '../../problem/problem.ts';
import { nextBelow } from '../../search/random.ts';
import { exchangeRooms, moveDelta } from '../delta.ts';
import { isEntangled } from '../entangled.ts';
import { drawLesson } from '../hot-lessons.ts';
import { plainSwapDelta } from '../plain-delta.ts';
import { ruleSwapDelta } from '../rules/rule-counters.ts';
import { ruleGain } from '../rules/rule-gain.ts';
import { moveLesson, type WeekState } from '../state.ts';
import { keepsWeek, NOTHING, sharesTeacher, type NeighbourhoodMaker } from './neighbourhood.ts';

/**
 * CSR event → lessons of the events that share at least half the students of the smaller of the two; from an earlier week also its own
 * where they need different rooms.
 */
function mateLessons(state: WeekState): Csr {
  const { events } = state.problem;
  const { meets, roomClass } = state.links;
  const { students } = events;
  const sizeOf = (event: number): number => students.start[event + 1] - students.start[event];
  const member = new Uint8Array(state.problem.students.count);
  const isChange = state.problem.lessons.earlier.some((slot) => slot >= 0);
  const lists: number[][] = [];
  for (let e = 0; e < events.count; e++) {
    for (let at = students.start[e]; at < students.start[e + 1]; at++) member[students.item[at]] = 1;
    const own = [...itemsOf(events.lessons, e)];
    const list = isChange && own.some((lesson) => roomClass[lesson] !== roomClass[own[0]]) ? own : [];
    for (let at = meets.start[e]; at < meets.start[e + 1]; at++) {
      const other = meets.item[at];
      let shared = 0;
      for (let i = students.start[other]; i < students.start[other + 1]; i++) shared += member[students.item[i]];
      if (2 * shared < Math.min(sizeOf(e), sizeOf(other))) continue;
      for (let i = events.lessons.start[other]; i < events.lessons.start[other + 1]; i++)
        list.push(events.lessons.item[i]);
    }
    for (let at = students.start[e]; at < students.start[e + 1]; at++) member[students.item[at]] = 0;
    lists.push(list);
  }
  return makeCsr(lists);
}

/** The exchange of two lessons that the caller has chosen. */
export function makeSwap(state: WeekState) {
  const { lessons, slots, events } = state.problem;
  const { domains } = lessons;
  const { weightOf, roomClass } = state.links;
  let lesson = 0;
  let partner = 0;
  let from = 0;
  let to = 0;
  /** the proposal has moved `lesson` already */
  let half = false;
  return {
    propose(one: number, other: number): number {
      lesson = one;
      partner = other;
      from = state.lessonSlot[lesson];
      to = state.lessonSlot[partner];
      const event = lessons.event[lesson];
      const length = lessons.length[lesson];
      const span = lessons.span[lesson];
      if (to < 0 || lessons.length[partner] !== length || lessons.span[partner] !== span) return NOTHING;
      if (to > from - length && to < from + length) return NOTHING;
      if (!keepsWeek(state, lesson, from, to) || !keepsWeek(state, partner, to, from)) return NOTHING;
      if (domains[lessons.domain[lesson] * slots.count + to] === 0) return NOTHING;
      if (domains[lessons.domain[partner] * slots.count + from] === 0) return NOTHING;
      const met = lessons.event[partner];
      if (event === met && roomClass[lesson] === roomClass[partner]) return NOTHING;
      half = false;
      if (state.links.plain && event !== met) return plainSwapDelta(state, lesson, partner);
      half = event === met || sharesTeacher(state, lesson, partner) || isEntangled(state, lesson, partner);
      const { watched } = state.links;
      const isRuled = watched[event] !== 0 || watched[met] !== 0;
      let delta = 0;
      if (!half) {
        // Each difference counts the meeting of the two, which the exchange avoids.
        const meeting = 2 * length * span * weightOf[event * events.count + met] * state.hardWeight;
        delta =
          moveDelta(state, lesson, to, false, false) +
          moveDelta(state, partner, from, false, false) +
          exchangeRooms(state, lesson, partner) -
          meeting;
        if (!isRuled) return delta;
        const least = delta - ruleGain(state, lesson) - ruleGain(state, partner);
        return least > state.cutoff ? least : delta + ruleSwapDelta(state, lesson, partner);
      }
      delta = moveDelta(state, lesson, to);
      moveLesson(state, lesson, to);
      return delta + moveDelta(state, partner, from);
    },
    accept(): void {
      if (!half) moveLesson(state, lesson, to);
      moveLesson(state, partner, from);
    },
    reject(): void {
      if (half) moveLesson(state, lesson, from);
    },
    restoreInto(lessonSlot: Int32Array): void {
      lessonSlot[lesson] = from;
      lessonSlot[partner] = to;
    },
  };
}

export const makeSwapLessons: NeighbourhoodMaker = (state) => {
  const { event } = state.problem.lessons;
  // There make-way finds better partners.
  if (state.links.plain) return null;
  const mates = mateLessons(state);
  if (mates.item.length === 0) return null;
  const swap = makeSwap(state);
  return {
    ...swap,
    name: 'swap-lessons',
    propose(random) {
      const lesson = drawLesson(state, random, 4);
      const from = mates.start[event[lesson]];
      const choices = mates.start[event[lesson] + 1] - from;
      if (state.lessonSlot[lesson] < 0 || choices === 0) return NOTHING;
      return swap.propose(lesson, mates.item[from + nextBelow(random, choices)]);
    },
  };
};
