/** Levels (分层): within each pool of homerooms the students of a subject are cut by what they can, general and in the subject. */
import { apportion } from './apportion.ts';
import { below, type Random } from './random.ts';
import { homeroomId } from './rooms.ts';
import { makeSchoolModel } from '../school/model.ts';
import type { School, Student } from '../school/types.ts';
import type { GeneratorSettings, GradeSettings } from './settings.ts';

/** The homerooms of each pool, file order; the last pool may be smaller. */
export function poolsOf(grade: GradeSettings): string[][] {
  const size = grade.poolSize ?? grade.homerooms;
  return Array.from({ length: Math.ceil(grade.homerooms / size) }, (_, pool) =>
    Array.from({ length: Math.min(size, grade.homerooms - pool * size) }, (_, i) => homeroomId(grade, pool * size + i)),
  );
}

/** The students of the draft with their levels; those who do not take a choosable subject have none in it. */
export function withLevels(settings: GeneratorSettings, draft: School, random: Random): Student[] {
  const model = makeSchoolModel(draft);
  const levels: Record<string, string>[] = draft.students.map(() => ({}));
  const general = draft.students.map(() => below(random, 1000));
  settings.grades.forEach((grade, g) => {
    const choosable = new Set((model.choiceGroups[g] ?? []).flatMap((group) => group.from));
    for (const [subject, shares] of Object.entries(grade.levels ?? {})) {
      const index = model.subjectOf.get(subject) ?? -1;
      for (const pool of poolsOf(grade)) {
        const ranked = pool
          .flatMap((id) => model.homeroomStudents[model.homeroomOf.get(id) ?? -1] ?? [])
          .filter((student) => !choosable.has(subject) || model.studentChoices[student]?.has(index))
          .map((student) => ({ student, marks: (general[student] ?? 0) + below(random, 1000) }))
          .sort((a, b) => b.marks - a.marks || a.student - b.student);
        let next = 0;
        apportion(Object.values(shares), ranked.length).forEach((count, level) => {
          for (const { student } of ranked.slice(next, next + count)) {
            const own = levels[student];
            if (own) own[subject] = Object.keys(shares)[level] ?? '';
          }
          next += count;
        });
      }
    }
  });
  return draft.students.map((student, s) =>
    Object.keys(levels[s] ?? {}).length === 0 ? student : { ...student, levels: levels[s] ?? {} },
  );
}
