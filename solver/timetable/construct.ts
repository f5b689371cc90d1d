/** A first week without search: lessons in order of difficulty, each where it costs least; ties by a seeded draw. */
import { nextBelow, type RandomState } from '../search/random.ts';
import { moveDelta } from './delta.ts';
import { ruleMoveDelta } from './rules/rule-counters.ts';
import { ruleGain } from './rules/rule-gain.ts';
import { moveLesson, type WeekState } from './state.ts';

/** Places every unplaced lesson of the state; lessons with an empty domain stay out. */
export function construct(state: WeekState, random: RandomState): void {
  const { lessons, events } = state.problem;
  const { starts } = lessons;
  const width = (lesson: number): number =>
    starts.start[lessons.domain[lesson] + 1] - starts.start[lessons.domain[lesson]];
  const students = (lesson: number): number => {
    const event = lessons.event[lesson];
    return events.students.start[event + 1] - events.students.start[event];
  };
  const order = Array.from({ length: lessons.count }, (_, lesson) => lesson)
    .filter((lesson) => state.lessonSlot[lesson] < 0 && width(lesson) > 0)
    .sort((a, b) => lessons.length[b] - lessons.length[a] || students(b) - students(a) || width(a) - width(b) || a - b);
  for (const lesson of order) {
    const from = starts.start[lessons.domain[lesson]];
    let best = -1;
    let bestDelta = 0;
    let ties = 0;
    const isRuled = state.links.watched[lessons.event[lesson]] !== 0;
    const gain = isRuled ? ruleGain(state, lesson) : 0;
    for (let at = from; at < from + width(lesson); at++) {
      if (!fitsParity(state, lesson, starts.item[at])) continue;
      let delta = moveDelta(state, lesson, starts.item[at], true, false);
      if (isRuled && best >= 0 && delta - gain > bestDelta) continue;
      if (isRuled) delta += ruleMoveDelta(state, lesson, -1, starts.item[at]);
      if (best < 0 || delta < bestDelta) {
        best = starts.item[at];
        bestDelta = delta;
        ties = 1;
      } else if (delta === bestDelta && nextBelow(random, ++ties) === 0) best = starts.item[at];
    }
    if (best >= 0) moveLesson(state, lesson, best);
  }
}

/** Whether the slot's week suits the placed lessons of the event that are tied to the lesson by parity. */
function fitsParity(state: WeekState, lesson: number, slot: number): boolean {
  const { lessons, events, slots } = state.problem;
  const parity = lessons.parity[lesson];
  if (parity === 0) return true;
  const weekOf = (at: number): number => Math.floor(at / slots.perWeek);
  const event = lessons.event[lesson];
  for (let at = events.lessons.start[event]; at < events.lessons.start[event + 1]; at++) {
    const other = events.lessons.item[at];
    const placed = state.lessonSlot[other];
    if (other === lesson || lessons.parity[other] === 0 || placed < 0) continue;
    return (weekOf(placed) === weekOf(slot)) === (lessons.parity[other] === parity);
  }
  return true;
}
