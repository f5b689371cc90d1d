/** A change of several lessons can only be counted by carrying it out, one lesson after another. */
import { moveDelta } from '../delta.ts';
import { ruleMoveDelta } from '../rules/rule-counters.ts';
import { ruleGain } from '../rules/rule-gain.ts';
import { moveLesson, type WeekState } from '../state.ts';

/** What is being carried out. */
export interface Journey {
  /** the first `size` are those of the change; where they lay is written to `home`, where they go is read from `away` */
  lessons: Int32Array;
  home: Int32Array;
  away: Int32Array;
  size: number;
  /** how many of them have gone */
  gone: number;
}

export const makeJourney = (longest: number): Journey => ({
  lessons: new Int32Array(longest),
  home: new Int32Array(longest),
  away: new Int32Array(longest),
  size: 0,
  gone: 0,
});

/** Change of cost; where it is refused in any case, at least that, and the last lesson has not gone. */
export function carryOut(state: WeekState, journey: Journey): number {
  const { lessons, home, away, size } = journey;
  const { watched } = state.links;
  const { event } = state.problem.lessons;
  let delta = 0;
  for (journey.gone = 0; journey.gone < size; journey.gone++) {
    const lesson = lessons[journey.gone];
    const to = away[journey.gone];
    const from = state.lessonSlot[lesson];
    home[journey.gone] = from;
    delta += moveDelta(state, lesson, to, true, false);
    const isRuled = watched[event[lesson]] !== 0;
    if (journey.gone === size - 1) {
      const least = delta - (isRuled ? ruleGain(state, lesson) : 0);
      if (least > state.cutoff) return least;
    }
    if (isRuled) delta += ruleMoveDelta(state, lesson, from, to);
    moveLesson(state, lesson, to);
  }
  return delta;
}

/** Nothing is carried out yet: the change can be counted as it is. */
export function stayHome(state: WeekState, journey: Journey): void {
  const { lessons, home, size } = journey;
  for (let i = 0; i < size; i++) home[i] = state.lessonSlot[lessons[i]];
  journey.gone = 0;
}

/** What has not gone goes. */
export function goAway(state: WeekState, journey: Journey): void {
  const { lessons, away, size } = journey;
  for (; journey.gone < size; journey.gone++) moveLesson(state, lessons[journey.gone], away[journey.gone]);
}

/** Everything back to where it lay. */
export function takeBack(state: WeekState, { lessons, home, gone }: Journey): void {
  for (let i = gone - 1; i >= 0; i--) moveLesson(state, lessons[i], home[i]);
}

/** Where the lessons lay, into a copy of the state's positions. */
export function restoreJourney({ lessons, home, size }: Journey, lessonSlot: Int32Array): void {
  for (let i = 0; i < size; i++) lessonSlot[lessons[i]] = home[i];
}
