/** Lessons held where they cannot be. */
import type { School } from '../../school/types.ts';
import { must, openSlots, survey, walkingGrade, withTeachers, type Ground, type Plant } from './plant.ts';

function homeSections({ school, model, units }: Ground): { course: string; homeroom: string; teachers: string[] }[] {
  const grade = walkingGrade({ school, model, units });
  const [homeroom] = [...school.homerooms.keys()].filter(
    (h) => school.homerooms[h]?.grade === school.grades[grade]?.id,
  );
  return units.flatMap(({ course, homes }) => {
    const filled = model.courses[course];
    const plain = school.courses[course]?.periods !== undefined && Array.isArray(filled?.teachers);
    if (!plain || !homes.some((home) => home.homeroom === homeroom)) return [];
    const teachers = Array.isArray(filled?.teachers) ? filled.teachers.map((t) => school.teachers[t]?.id ?? '') : [];
    return [{ course: filled?.id ?? '', homeroom: school.homerooms[homeroom ?? -1]?.id ?? '', teachers }];
  });
}

const withLocks = (school: School, locks: School['locks']): School => ({
  ...school,
  locks: [...(school.locks ?? []), ...(locks ?? [])],
});

/** Two lessons of one homeroom at once. */
export const locksClash: Plant = (school) => {
  const ground = survey(school);
  const [first, second] = homeSections(ground);
  const [slot] = openSlots(ground, walkingGrade(ground));
  const before = school.locks?.length ?? 0;
  const lockOf = (at: { course: string; homeroom: string } | undefined) => {
    const { course, homeroom } = must(at, 'two home sections');
    return { course, homeroom, index: 0, slot: must(slot, 'open slot') };
  };
  return {
    school: withLocks(school, [lockOf(first), lockOf(second)]),
    certificate: 'locks.clash',
    facts: [`lock:${before}`, `lock:${before + 1}`],
  };
};

/** A lesson held when none of its teachers is there. */
export const lockWithoutTeacher: Plant = (school) => {
  const ground = survey(school);
  const { course, homeroom, teachers } = must(homeSections(ground)[0], 'home section');
  const slot = must(openSlots(ground, walkingGrade(ground)).at(0), 'open slot');
  const away = withTeachers(school, teachers, (teacher) => ({
    ...teacher,
    unavailable: [...[teacher.unavailable ?? []].flat(), slot],
  }));
  return {
    school: withLocks(away, [{ course, homeroom, index: 0, slot }]),
    certificate: 'lock.slot',
    facts: [`lock:${school.locks?.length ?? 0}`, `teacher:${teachers[0]}`],
  };
};

/** A lesson held where a must rule forbids it. */
export const lockForbidden: Plant = (school) => {
  const ground = survey(school);
  const { course, homeroom } = must(homeSections(ground)[0], 'home section');
  const slot = must(openSlots(ground, walkingGrade(ground)).at(0), 'open slot');
  const rule = { id: 'planted', type: 'slots.forbid', courses: [course], slots: slot, strength: 'must' as const };
  return {
    school: withLocks({ ...school, rules: [...(school.rules ?? []), rule] }, [{ course, homeroom, index: 0, slot }]),
    certificate: 'lock.slot',
    facts: [`lock:${school.locks?.length ?? 0}`, 'rule:planted'],
  };
};
