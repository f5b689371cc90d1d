/** Lessons that break something hard where they lie: in a week that is almost closed, nearly all proposals should be about them. */
import { nextBelow, nextBits, type RandomState } from '../search/random.ts';
import { UNPLACED } from './cost.ts';
import { moveDelta } from './delta.ts';
import { ruleMoveDelta } from './rules/rule-counters.ts';
import { ruleGain } from './rules/rule-gain.ts';
import type { WeekState } from './state.ts';

/** Whether taking the lesson out would save at least one hard unit. */
export function isHotLesson(state: WeekState, lesson: number): boolean {
  const { lessons } = state.problem;
  const { hardWeight } = state;
  if (state.lessonSlot[lesson] < 0) return false;
  let saved = lessons.length[lesson] * UNPLACED * hardWeight - moveDelta(state, lesson, -1, true, false);
  if (state.links.watched[lessons.event[lesson]] !== 0 && saved + ruleGain(state, lesson) >= hardWeight) {
    saved -= ruleMoveDelta(state, lesson, state.lessonSlot[lesson], -1);
  }
  return saved >= hardWeight;
}

/** Looks through all lessons. */
export function findHotLessons(state: WeekState): void {
  let count = 0;
  for (let lesson = 0; lesson < state.problem.lessons.count; lesson++) {
    if (isHotLesson(state, lesson)) state.hot[count++] = lesson;
  }
  state.hotCount = count;
}

/** Any lesson; one draw in `share` is from the hot ones while there are some. */
export function drawLesson(state: WeekState, random: RandomState, share: number): number {
  if (state.hotCount > 0 && nextBits(random) % share === 0) return state.hot[nextBelow(random, state.hotCount)];
  return nextBelow(random, state.problem.lessons.count);
}
