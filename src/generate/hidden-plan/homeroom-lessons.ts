/** The lessons that have to find a time in a homeroom's week, as columns. */
import { CLASSROOM, type KindUse } from './resources.ts';
import type { SchoolModel } from '../../school/model.ts';
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
  const rows = plan.sections.flatMap((section, s) =>
    section.homeroom < 0
      ? []
      : (model.courses[section.course]?.lessons ?? []).map((lesson) => ({ section, s, lesson })),
  );
  return {
    count: rows.length,
    section: Int32Array.from(rows, ({ s }) => s),
    index: Int32Array.from(rows, ({ lesson }) => lesson.index),
    length: Int32Array.from(rows, ({ lesson }) => lesson.length),
    homeroom: Int32Array.from(rows, ({ section }) => section.homeroom),
    teacher: Int32Array.from(rows, ({ section }) => section.teacher),
    kind: Int32Array.from(rows, ({ lesson, section }) => {
      const kind = use.kindOf.get(lesson.roomKind);
      if (kind !== undefined) return kind;
      if (lesson.roomKind === CLASSROOM || lesson.roomKind === 'none') return -1;
      throw new Error(`No room of kind ${lesson.roomKind} for ${section.id}.`);
    }),
    allowed: rows.map(({ section, lesson }) => {
      const shut = teacherShut[section.teacher];
      return Uint8Array.from({ length: model.grid.slotCount }, (_, slot) =>
        (lesson.slots?.[slot] ?? 1) && !shut?.[slot] ? 1 : 0,
      );
    }),
  };
}
