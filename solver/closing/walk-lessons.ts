/** A hot lesson goes to the start where the week costs least; what it meets there has to go on. */
import { nextBelow, type RandomState } from '../search/random.ts';
import { moveDelta } from '../timetable/delta.ts';
import { isHotLesson } from '../timetable/hot-lessons.ts';
import { keepsWeek, NOTHING, sharesTeacher } from '../timetable/moves/neighbourhood.ts';
import { moveLesson, type WeekState } from '../timetable/state.ts';
import { wait, type Waiting } from './waiting.ts';

/** Steps for which a lesson may not come back to a start, and up to as many more by chance. */
const TENURE = 12;

export interface LessonWalk {
  isHot(lesson: number): boolean;
  /** One step of the lesson; the change of cost, NOTHING where it can go nowhere. `room`: what the week may cost more than its best before the step. */
  step(lesson: number, step: number, room: number, random: RandomState): number;
}

export function makeLessonWalk(state: WeekState, waiting: Waiting): LessonWalk {
  const { lessons, slots, events } = state.problem;
  const { starts } = lessons;
  const { weightOf } = state.links;
  /** [lessons × slots] step until which the lesson may not start there */
  const tabu = new Int32Array(lessons.count * slots.count);
  /** What the lesson shares students or teachers with where it lies now. */
  const waitForMet = (lesson: number): void => {
    const row = lessons.event[lesson] * events.count;
    let from = state.lessonSlot[lesson];
    for (let week = 0; week < lessons.span[lesson]; week++, from += slots.perWeek) {
      for (let s = from; s < from + lessons.length[lesson]; s++) {
        for (let i = 0; i < state.runningCount[s]; i++) {
          const met = state.running[s * lessons.count + i];
          if (weightOf[row + lessons.event[met]] !== 0 || sharesTeacher(state, lesson, met)) wait(waiting, met);
        }
      }
    }
  };
  return {
    isHot: (lesson) => isHotLesson(state, lesson),
    step(lesson, step, room, random) {
      const from = state.lessonSlot[lesson];
      const domain = lessons.domain[lesson];
      let to = -1;
      let least = 0;
      let ties = 0;
      for (let i = starts.start[domain]; i < starts.start[domain + 1]; i++) {
        const slot = starts.item[i];
        if (slot === from || !keepsWeek(state, lesson, from, slot)) continue;
        const delta = moveDelta(state, lesson, slot);
        if (tabu[lesson * slots.count + slot] > step && delta >= room) continue;
        if (to < 0 || delta < least) {
          to = slot;
          least = delta;
          ties = 1;
        } else if (delta === least && nextBelow(random, ++ties) === 0) to = slot;
      }
      if (to < 0) return NOTHING;
      moveLesson(state, lesson, to);
      waitForMet(lesson);
      tabu[lesson * slots.count + from] = step + TENURE + nextBelow(random, TENURE);
      return least;
    },
  };
}
