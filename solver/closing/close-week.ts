/**
 * What annealing leaves of a week that is almost closed: a tabu walk of the lessons that have to give way and of the teachers who have too much.
 * A step may cost as many hard units as there are students in the way, which annealing hardly ever takes; what is in the way then has to
 * go on itself.
 */
import { nextBelow, type RandomState } from '../search/random.ts';
import { findHotLessons } from '../timetable/hot-lessons.ts';
import { NOTHING } from '../timetable/moves/neighbourhood.ts';
import { loadSolution, type WeekState } from '../timetable/state.ts';
import { refitTeams } from './refit-teams.ts';
import { dropAt, makeWaiting, wait } from './waiting.ts';
import { makeLessonWalk } from './walk-lessons.ts';
import { makeTeacherWalk } from './walk-teachers.ts';

/** Steps of a walk. */
const STEPS = 40_000;
/** One step in so many is a teacher's, where both lessons and teachers wait. */
const TEACHER_SHARE = 4;

/** Leaves the week where it costs least, and says by how much less than before. */
export function closeWeek(state: WeekState, random: RandomState): number {
  const { lessons, teachers } = state.problem;
  // Steps without a better week that end it.
  const patience = lessons.count;
  const hotLessons = makeWaiting(lessons.count);
  const hotTeachers = makeWaiting(teachers.count);
  const lessonWalk = makeLessonWalk(state, hotLessons);
  const teacherWalk = makeTeacherWalk(state, hotTeachers, hotLessons);
  /** false: nothing is hot */
  const look = (): boolean => {
    findHotLessons(state);
    for (let i = 0; i < state.hotCount; i++) wait(hotLessons, state.hot[i]);
    for (let t = 0; t < teachers.count; t++) if (teacherWalk.isHot(t)) wait(hotTeachers, t);
    return hotLessons.size + hotTeachers.size > 0;
  };
  const bestSlot = state.lessonSlot.slice();
  const bestTeacher = state.roleTeacher.slice();
  let cost = 0;
  let best = 0;
  let bestAt = 0;
  for (let step = 1; step <= STEPS && step - bestAt <= patience; step++) {
    if (hotLessons.size + hotTeachers.size === 0 && !look()) break;
    const ofTeacher = hotLessons.size === 0 || (hotTeachers.size > 0 && nextBelow(random, TEACHER_SHARE) === 0);
    const waiting = ofTeacher ? hotTeachers : hotLessons;
    const walk = ofTeacher ? teacherWalk : lessonWalk;
    const at = nextBelow(random, waiting.size);
    const item = waiting.items[at];
    if (!walk.isHot(item)) {
      dropAt(waiting, at);
      continue;
    }
    const delta = walk.step(item, step, best - cost, random);
    if (delta === NOTHING) continue;
    cost += delta;
    if (cost < best) {
      best = cost;
      bestAt = step;
      bestSlot.set(state.lessonSlot);
      bestTeacher.set(state.roleTeacher);
    }
  }
  loadSolution(state, { lessonSlot: bestSlot, roleTeacher: bestTeacher });
  return best + refitTeams(state, random);
}
