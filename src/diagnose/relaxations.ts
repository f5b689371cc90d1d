/** Facts that may be in the way where no certificate settles it: each with the school in which it is not. */
import type { School } from '../school/types.ts';

export interface Relaxation {
  /** of the school's file: `rule:id`, `lock:3`, `line:g2/…` stand for themselves; the others for a group of facts */
  fact: string;
  relax(school: School): School;
}

const withoutUnavailable = (school: School): School => ({
  ...school,
  teachers: school.teachers.map((teacher) => {
    const { unavailable: _, ...rest } = teacher;
    return rest;
  }),
});

const withoutLines =
  (gradeId: string) =>
  (school: School): School => ({
    ...school,
    grades: school.grades.map((grade) => {
      if (grade.id !== gradeId) return grade;
      const { lines: _, ...rest } = grade;
      return rest;
    }),
  });

const twiceTheRooms =
  (kind: string) =>
  (school: School): School => ({
    ...school,
    rooms: school.rooms.map((room) =>
      room.kind === kind ? { ...room, concurrent: 2 * (room.concurrent ?? 1) } : room,
    ),
  });

const soften =
  (index: number) =>
  (school: School): School => ({
    ...school,
    rules: (school.rules ?? []).map((rule, r) => (r === index ? { ...rule, strength: 'high' } : rule)),
  });

const withoutLocks = (school: School): School => ({ ...school, locks: [] });

/** Must rules one by one, then locks, lines, teachers' absences and rooms of a kind, each group as one. */
export function relaxationsOf(school: School): Relaxation[] {
  const rules = (school.rules ?? []).flatMap((rule, index): Relaxation[] =>
    rule.strength === 'must' ? [{ fact: `rule:${rule.id ?? `rules[${index}]`}`, relax: soften(index) }] : [],
  );
  const lines = school.grades.flatMap(({ id, lines: stated }): Relaxation[] =>
    stated === undefined ? [] : [{ fact: `grade:${id}`, relax: withoutLines(id) }],
  );
  const kinds = [...new Set(school.rooms.map(({ kind }) => kind))];
  return [
    ...rules,
    ...((school.locks ?? []).length > 0 ? [{ fact: 'locks:*', relax: withoutLocks }] : []),
    ...lines,
    ...(school.teachers.some(({ unavailable }) => unavailable !== undefined)
      ? [{ fact: 'absences:*', relax: withoutUnavailable }]
      : []),
    ...kinds.map((kind): Relaxation => ({ fact: `kind:${kind}`, relax: twiceTheRooms(kind) })),
  ];
}
