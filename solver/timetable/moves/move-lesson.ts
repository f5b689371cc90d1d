/** One lesson to another start slot of its domain. */
import { nextBelow } from '../../search/random.ts';
import { moveDelta } from '../delta.ts';
import { drawLesson } from '../hot-lessons.ts';
import { plainMoveDelta } from '../plain-delta.ts';
import { ruleMoveDelta } from '../rules/rule-counters.ts';
import { ruleGain } from '../rules/rule-gain.ts';
import { moveLesson } from '../state.ts';
import { keepsWeek, NOTHING, type NeighbourhoodMaker } from './neighbourhood.ts';

export const makeMoveLesson: NeighbourhoodMaker = (state) => {
  const { lessons } = state.problem;
  const { starts } = lessons;
  if (lessons.count === 0) return null;
  let lesson = 0;
  let to = 0;
  return {
    name: 'move-lesson',
    propose(random) {
      lesson = drawLesson(state, random, 4);
      const domain = lessons.domain[lesson];
      const choices = starts.start[domain + 1] - starts.start[domain];
      if (choices < 2) return NOTHING;
      to = starts.item[starts.start[domain] + nextBelow(random, choices)];
      const from = state.lessonSlot[lesson];
      if (to === from || !keepsWeek(state, lesson, from, to)) return NOTHING;
      if (state.links.plain && from >= 0) return plainMoveDelta(state, lesson, to);
      if (state.links.watched[lessons.event[lesson]] === 0) return moveDelta(state, lesson, to);
      const delta = moveDelta(state, lesson, to, true, false);
      const least = delta - ruleGain(state, lesson);
      return least > state.cutoff ? least : delta + ruleMoveDelta(state, lesson, from, to);
    },
    accept: () => moveLesson(state, lesson, to),
    reject: () => {},
    restoreInto(lessonSlot) {
      lessonSlot[lesson] = state.lessonSlot[lesson];
    },
  };
};
