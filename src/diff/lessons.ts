/** The lessons of one section in two weeks. Lessons of a section are alike: they are matched by their times, whatever their numbers. */
import type { Lesson } from '../timetable/types.ts';
import type { Place } from './changes.ts';

export interface LessonPairs {
  /** at the same time in both weeks */
  kept: [before: Lesson, after: Lesson][];
  /** of the same length at another time */
  moved: [before: Lesson, after: Lesson][];
  vanished: Lesson[];
  appeared: Lesson[];
}

const timeOf = ({ slot, length, weeks }: Lesson): string => `${slot} ${length} ${weeks}`;

export const placeOf = ({ slot, weeks, room }: Lesson): Place => ({
  slot,
  weeks,
  ...(room === undefined ? {} : { room }),
});

/** Pairs each of `before` with the first of `after`, not yet paired, that has its key. */
function pairBy(before: readonly Lesson[], after: readonly Lesson[], key: (lesson: Lesson) => string) {
  const waiting = new Map<string, Lesson[]>();
  for (const lesson of after) {
    const list = waiting.get(key(lesson));
    if (list) list.push(lesson);
    else waiting.set(key(lesson), [lesson]);
  }
  const pairs: [Lesson, Lesson][] = [];
  const leftBefore: Lesson[] = [];
  for (const lesson of before) {
    const partner = waiting.get(key(lesson))?.shift();
    if (partner) pairs.push([lesson, partner]);
    else leftBefore.push(lesson);
  }
  const paired = new Set(pairs.map(([, lesson]) => lesson));
  return { pairs, leftBefore, leftAfter: after.filter((lesson) => !paired.has(lesson)) };
}

/** What stays at its time first, in its room if it can; then by number and length; then by length. */
export function pairLessons(before: readonly Lesson[], after: readonly Lesson[]): LessonPairs {
  const same = pairBy(before, after, (lesson) => `${timeOf(lesson)} ${lesson.room ?? ''}`);
  const time = pairBy(same.leftBefore, same.leftAfter, timeOf);
  const number = pairBy(time.leftBefore, time.leftAfter, ({ index, length }) => `${index} ${length}`);
  const length = pairBy(number.leftBefore, number.leftAfter, (lesson) => String(lesson.length));
  return {
    kept: [...same.pairs, ...time.pairs],
    moved: [...number.pairs, ...length.pairs],
    vanished: length.leftBefore,
    appeared: length.leftAfter,
  };
}
