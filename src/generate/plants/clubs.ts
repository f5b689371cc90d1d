/** Three clubs of one section each that cannot all meet. */
import type { CourseUnits } from '../../school/takers.ts';
import type { Course, School } from '../../school/types.ts';
import {
  openSlots,
  survey,
  walkingGrade,
  withCourse,
  withGrade,
  withStudents,
  type Ground,
  type Plant,
} from './plant.ts';
import { homeCourse } from './students.ts';

/** Three clubs of one section each; every two have a student in common. */
function withClubs(ground: Ground, grade: number, more: Partial<Course>): { school: School; clubs: string[] } {
  const { school, model } = ground;
  const gradeId = school.grades[grade]?.id ?? '';
  const clubs = ['a', 'b', 'c'].map((letter) => `${gradeId}-club-${letter}`);
  const members = [...school.students.keys()].filter((s) => model.studentGrade[s] === grade).slice(0, 3);
  const extraOf = new Map(
    members.map((s, index) => [school.students[s]?.id ?? '', clubs.filter((_, club) => club !== index)]),
  );
  const subject = { id: 'planted', name: '社团', kind: 'other' as const };
  const courses = clubs.map((id): Course => ({
    id,
    name: `社团${id.slice(-1)}`,
    subject: 'planted',
    grade: gradeId,
    for: 'listed',
    grouping: 'walking',
    sections: 1,
    teachers: 'none',
    room: 'none',
    periods: 1,
    ...more,
  }));
  // They leave another course for it, or they would have too many periods.
  const left = homeCourse(ground, grade, 2).id;
  const joined = withStudents(school, extraOf.keys(), (it) => ({
    ...it,
    exempt: [...(it.exempt ?? []), left],
    extra: [...(it.extra ?? []), ...(extraOf.get(it.id) ?? [])],
  }));
  // The others of their homeroom go on having it there.
  const atHome = withCourse(joined, left, (it) => ({ ...it, grouping: 'homeroom' }));
  return {
    school: { ...atHome, subjects: [...atHome.subjects, subject], courses: [...atHome.courses, ...courses] },
    clubs,
  };
}

/** Lines for the courses that the grade walks to: of each length as many as a student needs, so that they are no cause of their own. */
function linesByLength({ school, model, units }: Ground, grade: number): { id: string; courses: string[] }[] {
  const walked = units.filter(({ course, pools }) => pools.length > 0 && model.courses[course]?.grade === grade);
  const lengthOf = ({ course }: CourseUnits): number => model.courses[course]?.periods ?? 0;
  const lengths = [...new Set(walked.map(lengthOf))].sort((a, b) => b - a);
  const held = lengths.flatMap((length) => {
    const alike = walked.filter((unit) => lengthOf(unit) === length);
    const needed = new Map<number, number>();
    for (const student of alike.flatMap(({ pools }) => pools.flatMap(({ takers }) => takers))) {
      needed.set(student, (needed.get(student) ?? 0) + 1);
    }
    const courses = alike.map(({ course }) => school.courses[course]?.id ?? '');
    return Array.from({ length: Math.max(...needed.values()) }, () => courses);
  });
  return held.map((courses, index) => ({ id: String(index + 1), courses }));
}

/** Three clubs in two lines: an odd cycle. */
export const oddCycle: Plant = (school) => {
  const ground = survey(school);
  const grade = walkingGrade(ground);
  const { school: planted, clubs } = withClubs(ground, grade, {});
  const lines = [...linesByLength(ground, grade), { id: 'A', courses: clubs }, { id: 'B', courses: clubs }];
  return {
    school: withGrade(planted, school.grades[grade]?.id ?? '', (it) => ({ ...it, lines })),
    certificate: 'sections.lines',
    facts: clubs.map((id) => `course:${id}`),
  };
};

/** Three clubs, no two of which can meet at once, in two slots. */
export const clubsInTwoSlots: Plant = (school) => {
  const ground = survey(school);
  const grade = walkingGrade(ground);
  const slots = openSlots(ground, grade).slice(-2);
  const { periods: _, ...more } = { periods: 1, lessons: [{ count: 1, slots }] };
  const { school: planted, clubs } = withClubs(ground, grade, more);
  const courses = planted.courses.map((course) => {
    if (!clubs.includes(course.id)) return course;
    const { periods: __, ...rest } = course;
    return rest;
  });
  return {
    school: { ...planted, courses },
    certificate: 'sections.slots',
    facts: clubs.map((id) => `course:${id}`),
  };
};
