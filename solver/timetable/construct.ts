/** A first week without search: lessons in order of difficulty, each where it costs least; ties by a seeded draw. */
import { nextBelow, type RandomState } from '../search/random.ts';
import { moveDelta, moveLesson, type WeekState } from './state.ts';

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
    for (let at = from; at < from + width(lesson); at++) {
      const delta = moveDelta(state, lesson, starts.item[at]);
      if (best < 0 || delta < bestDelta) {
        best = starts.item[at];
        bestDelta = delta;
        ties = 1;
      } else if (delta === bestDelta && nextBelow(random, ++ties) === 0) best = starts.item[at];
    }
    moveLesson(state, lesson, best);
  }
}
