/**
 * A lesson goes to a slot where at most one other is in its way: because they share students, or because no room is left. That one takes the
 * place of the first where nothing else is in its own way, or goes to a third slot where nothing is. So nearly every proposal keeps a week
 * that holds, which moves and exchanges drawn blindly hardly ever do where single students tie every lesson to a third of the others.
 */
import { nextBelow, type RandomState } from '../../search/random.ts';
import { drawLesson } from '../hot-lessons.ts';
import { plainMoveDelta, plainPushDelta, plainSwapDelta } from '../plain-delta.ts';
import { roomMoveDelta } from '../room-match.ts';
import { moveLesson } from '../state.ts';
import type { NeighbourhoodMaker } from './neighbourhood.ts';
import { NOTHING } from './neighbourhood.ts';

/** Slots looked at for one that a lesson can go to. */
const LOOKS = 12;

/** What one lesson in the way weighs at most. */
const MOST_IN_WAY = 4;

export const makeMakeWay: NeighbourhoodMaker = (state) => {
  const { lessons, events } = state.problem;
  const { starts, domains, domain, event } = lessons;
  const slots = state.problem.slots.count;
  const { weightOf, plain } = state.links;
  if (!plain || lessons.count < 2) return null;
  let lesson = 0;
  let from = 0;
  let to = 0;
  /** the lesson in the way, −1: none */
  let partner = -1;
  /** where it goes: `from`, or a third slot */
  let aside = -1;
  /** both, and where they go */
  const pushed = new Int32Array(2);
  const away = new Int32Array(2);

  /** A slot of the lesson's domain where lessons met weigh `most` or less, neither of the two given; −1: not found. */
  const drawSlot = (random: RandomState, who: number, most: number, not: number, nor: number): number => {
    const first = starts.start[domain[who]];
    const choices = starts.start[domain[who] + 1] - first;
    for (let look = 0; look < LOOKS; look++) {
      const slot = starts.item[first + nextBelow(random, choices)];
      if (slot !== not && slot !== nor && state.overlap[slot * events.count + event[who]] <= most) return slot;
    }
    return -1;
  };

  const goesBack = (who: number): boolean => domains[domain[who] * slots + from] === 1;

  /** The only one that the lesson meets in `to`, −1: there are several. */
  const onlyMet = (): number => {
    const weight = state.overlap[to * events.count + event[lesson]];
    for (let i = 0; i < state.runningCount[to]; i++) {
      const other = state.running[to * lessons.count + i];
      const own = weightOf[event[lesson] * events.count + event[other]];
      if (own > 0) return own === weight ? other : -1;
    }
    return -1;
  };

  /** One in `to` that could take the place of the lesson, −1: none. */
  const roommate = (random: RandomState): number => {
    const count = state.runningCount[to];
    const first = nextBelow(random, count);
    for (let i = 0; i < count; i++) {
      const other = state.running[to * lessons.count + ((first + i) % count)];
      const met = state.overlap[from * events.count + event[other]];
      if (met === weightOf[event[lesson] * events.count + event[other]] && goesBack(other)) return other;
    }
    return -1;
  };

  return {
    name: 'make-way',
    propose(random) {
      lesson = drawLesson(state, random, 4);
      partner = -1;
      aside = -1;
      from = state.lessonSlot[lesson];
      if (from < 0) return NOTHING;
      to = drawSlot(random, lesson, MOST_IN_WAY, from, from);
      if (to < 0) return NOTHING;
      if (state.overlap[to * events.count + event[lesson]] > 0) {
        partner = onlyMet();
        if (partner < 0) return NOTHING;
        const isOnly = state.overlap[from * events.count + event[partner]] <= MOST_IN_WAY;
        aside = isOnly && goesBack(partner) ? from : drawSlot(random, partner, 0, from, to);
        if (aside < 0) return NOTHING;
        if (aside !== from) {
          pushed[0] = lesson;
          pushed[1] = partner;
          away[0] = to;
          away[1] = aside;
          return plainPushDelta(state, pushed, away);
        }
      } else if (state.roomMatch !== null && roomMoveDelta(state, state.roomMatch, lesson, from, to) > 0) {
        partner = roommate(random);
        aside = from;
        if (partner < 0) return NOTHING;
      }
      return partner < 0 ? plainMoveDelta(state, lesson, to) : plainSwapDelta(state, lesson, partner);
    },
    accept() {
      moveLesson(state, lesson, to);
      if (partner >= 0) moveLesson(state, partner, aside);
    },
    reject: () => {},
    restoreInto(lessonSlot) {
      lessonSlot[lesson] = from;
      if (partner >= 0) lessonSlot[partner] = to;
    },
  };
};
