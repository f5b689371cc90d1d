/** Which neighbourhoods a search draws from, and how often each. A neighbourhood is added by one file and one line here. */
import { makeChangeTeacher } from '../timetable/moves/change-teacher.ts';
import { makeExchangeSlots } from '../timetable/moves/exchange-slots.ts';
import { makeFlipWeeks } from '../timetable/moves/flip-weeks.ts';
import { makeKempeChain } from '../timetable/moves/kempe-chain.ts';
import { makeMakeWay } from '../timetable/moves/make-way.ts';
import { makeMoveLesson } from '../timetable/moves/move-lesson.ts';
import type { NeighbourhoodMaker } from '../timetable/moves/neighbourhood.ts';
import { makeSwapOwnLessons } from '../timetable/moves/swap-own-lessons.ts';
import type { WeekState } from '../timetable/state.ts';
import type { Shared } from './anneal.ts';

interface Row {
  make: NeighbourhoodMaker;
  /** share of the proposals on the last level, in parts of the sum */
  share: number;
  /** the same on the levels before */
  early: number;
  /** the same where all lessons are plain; absent: `share` */
  plain?: number;
}

/** A Kempe chain costs as much as forty lesson moves, among plain lessons no more than its students; fewer of them cost more than they save. */
export const NEIGHBOURHOODS: Readonly<Record<string, Row>> = {
  'move-lesson': { make: makeMoveLesson, share: 20, early: 40, plain: 10 },
  'exchange-slots': { make: makeExchangeSlots, share: 52, early: 50, plain: 20 },
  'make-way': { make: makeMakeWay, share: 100, early: 100 },
  'kempe-chain': { make: makeKempeChain, share: 6, early: 6, plain: 16 },
  'change-teacher': { make: makeChangeTeacher, share: 4, early: 4 },
  'swap-own-lessons': { make: makeSwapOwnLessons, share: 4, early: 4 },
  'flip-weeks': { make: makeFlipWeeks, share: 2, early: 2 },
};

/** Those that find something to do in the state, without the ones named in `without`. */
export function sharedMoves(state: WeekState, isLastLevel: boolean, without: readonly string[]): Shared[] {
  return Object.entries(NEIGHBOURHOODS).flatMap(([name, { make, share, early, plain }]) => {
    const neighbourhood = without.includes(name) ? null : make(state);
    const last = state.links.plain ? (plain ?? share) : share;
    return neighbourhood ? [{ neighbourhood, share: isLastLevel ? last : early }] : [];
  });
}
