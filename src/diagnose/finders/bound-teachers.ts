/** `teacher.bound`: sections that the school binds to one teacher need more periods than (s)he has free slots for them, or may teach. */
import { fact, type Finding } from '../finding.ts';
import type { CourseNeed, Situation } from '../situation.ts';
import { placeOf, teacherPeriods, unionWindow } from '../windows.ts';

interface Bound {
  need: CourseNeed;
  /** `section:…`, or `course:…` where nobody else may teach the course */
  name: string;
  sections: number;
}

function boundSections({ model, needs }: Situation): Map<number, Bound[]> {
  const { school } = model;
  const bound = new Map<number, Bound[]>();
  const bind = (teacher: number | undefined, entry: Bound): void => {
    if (teacher === undefined) return;
    const list = bound.get(teacher) ?? [];
    if (!list.some(({ name }) => name === entry.name)) bound.set(teacher, [...list, entry]);
  };
  for (const need of needs) {
    if (!need.needsTeacher || need.joint || need.sections === 0) continue;
    const course = school.courses[need.course];
    const [only, ...more] = need.teachers;
    if (only !== undefined && more.length === 0) {
      bind(only, { need, name: fact('course', course?.id ?? ''), sections: need.sections });
      continue;
    }
    const taken = new Set<string>();
    for (const section of need.given) {
      const first = section.teachers?.[0];
      if (first === undefined) continue;
      taken.add(section.homerooms?.length === 1 ? (section.homerooms[0] ?? '') : '');
      bind(model.teacherOf.get(first), { need, name: fact('section', section.id), sections: 1 });
    }
    if (course?.teachers !== 'head') continue;
    for (const { homeroom } of need.unit.homes) {
      const { id, headTeacher } = school.homerooms[homeroom] ?? { id: '' };
      if (headTeacher === undefined || taken.has(id)) continue;
      const given = need.given.find(({ homerooms }) => homerooms?.length === 1 && homerooms[0] === id);
      bind(model.teacherOf.get(headTeacher), {
        need,
        name: fact('section', given?.id ?? `${course.id}/${id}`),
        sections: 1,
      });
    }
  }
  return bound;
}

export function findBoundTeachers(situation: Situation): Finding[] {
  const { model } = situation;
  return [...boundSections(situation)].flatMap(([teacher, all]) => {
    const partly = all.some(({ need }) => model.courses[need.course]?.loadPercent !== 100);
    const periods = ({ need, sections }: Bound): number => sections * (model.courses[need.course]?.periods ?? 0);
    const count = (some: readonly Bound[]) => {
      const courses = some.map(({ need }) => ({ course: need.course, place: placeOf(need) }));
      return {
        needed: some.reduce((sum, entry) => sum + periods(entry), 0),
        available: teacherPeriods(situation, teacher, courses, unionWindow(situation, courses), !partly),
      };
    };
    let kept = all;
    if (count(kept).needed <= count(kept).available) {
      // A part alone may lie in slots in which (s)he is away.
      kept = all.filter((entry) => count([entry]).needed > count([entry]).available).slice(0, 1);
      if (kept.length === 0) return [];
    }
    for (const entry of [...kept].reverse()) {
      const rest = kept.filter((it) => it !== entry);
      if (rest.length > 0 && count(rest).needed > count(rest).available) kept = rest;
    }
    const { needed, available } = count(kept);
    const sums: Record<string, number> = { needed, available };
    for (const entry of kept) sums[entry.name] = periods(entry);
    const facts = [fact('teacher', model.school.teachers[teacher]?.id ?? ''), ...kept.map(({ name }) => name)];
    return [{ kind: 'teacher.bound', facts, sums }];
  });
}
