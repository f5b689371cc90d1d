/** The blocks that have to find a time in a homeroom's week, as columns; the second lesson of a block is held in the other weeks. */
import { homeroomBlocks } from './blocks.ts';
import { CLASSROOM, type KindUse } from './resources.ts';
import type { FilledLesson, SchoolModel } from '../../school/model.ts';
import type { HiddenPlan } from './plan.ts';

export interface Lessons {
  count: number;
  /** index of its section, and of the lesson in it */
  section: Int32Array;
  index: Int32Array;
  /** periods */
  length: Int32Array;
  homeroom: Int32Array;
  /** −1: nobody */
  teacher: Int32Array;
  /** −1: needs no special room */
  kind: Int32Array;
  /** of the block's second lesson; −1: there is none */
  section2: Int32Array;
  index2: Int32Array;
  teacher2: Int32Array;
  kind2: Int32Array;
  /** by lesson: 1 where a period of it may be */
  allowed: Uint8Array[];
}

/** `teacherShut[t][slot]` = 1 where teacher t may not teach. */
export function homeroomLessons(
  model: SchoolModel,
  plan: HiddenPlan,
  use: KindUse,
  teacherShut: readonly Uint8Array[],
): Lessons {
  const ofHomeroom = model.school.homerooms.map((): number[] => []);
  plan.sections.forEach((section, s) => ofHomeroom[section.homeroom]?.push(s));
  const rows = ofHomeroom
    .flatMap((sections, homeroom) => homeroomBlocks(model, plan, sections).map((block) => ({ homeroom, ...block })))
    .map(({ homeroom, length, lessons: [first, second] }) => ({ homeroom, length, first, second }));
  type Lesson = { section: number; index: number } | undefined;
  const teacherOf = (lesson: Lesson): number => plan.sections[lesson?.section ?? -1]?.teacher ?? -1;
  const filled = (lesson: Lesson): FilledLesson | undefined =>
    model.courses[plan.sections[lesson?.section ?? -1]?.course ?? -1]?.lessons[lesson?.index ?? -1];
  const kindOf = (lesson: Lesson): number => {
    const roomKind = filled(lesson)?.roomKind ?? 'none';
    const kind = use.kindOf.get(roomKind);
    if (kind !== undefined) return kind;
    if (roomKind === CLASSROOM || roomKind === 'none') return -1;
    throw new Error(`No room of kind ${roomKind} for ${plan.sections[lesson?.section ?? -1]?.id}.`);
  };
  const mayBe = (lesson: Lesson, slot: number): boolean =>
    (filled(lesson)?.slots?.[slot] ?? 1) === 1 && !teacherShut[teacherOf(lesson)]?.[slot];
  return {
    count: rows.length,
    section: Int32Array.from(rows, ({ first }) => first?.section ?? -1),
    index: Int32Array.from(rows, ({ first }) => first?.index ?? -1),
    length: Int32Array.from(rows, ({ length }) => length),
    homeroom: Int32Array.from(rows, ({ homeroom }) => homeroom),
    teacher: Int32Array.from(rows, ({ first }) => teacherOf(first)),
    kind: Int32Array.from(rows, ({ first }) => kindOf(first)),
    section2: Int32Array.from(rows, ({ second }) => second?.section ?? -1),
    index2: Int32Array.from(rows, ({ second }) => second?.index ?? -1),
    teacher2: Int32Array.from(rows, ({ second }) => teacherOf(second)),
    kind2: Int32Array.from(rows, ({ second }) => kindOf(second)),
    allowed: rows.map(({ first, second }) =>
      Uint8Array.from({ length: model.grid.slotCount }, (_, slot) =>
        mayBe(first, slot) && (second === undefined || mayBe(second, slot)) ? 1 : 0,
      ),
    ),
  };
}
