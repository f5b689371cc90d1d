/** More than a student's week, or the sections of it, can hold. */
import type { Course } from '../../school/types.ts';
import {
  must,
  openSlots,
  periodsByStudent,
  survey,
  walkingGrade,
  withCourse,
  withGrade,
  withTeachers,
  type Ground,
  type Plant,
} from './plant.ts';

/** A course of whole homerooms with at least so many lessons, none of them stated one by one. */
export function homeCourse({ school, model, units }: Ground, grade: number, least: number): Course {
  const unit = units.find(({ course, homes, pools }) => {
    const filled = model.courses[course];
    const plain = school.courses[course]?.periods !== undefined;
    return filled?.grade === grade && plain && pools.length === 0 && homes.length > 0 && filled.lessons.length >= least;
  });
  return must(school.courses[unit?.course ?? -1], 'course of homerooms');
}

const studentOf = ({ school, model }: Ground, grade: number): number =>
  must(
    [...school.students.keys()].find((s) => model.studentGrade[s] === grade),
    'student',
  );

/** One period more than the week has slots. */
export const tooManyPeriods: Plant = (school) => {
  const ground = survey(school);
  const grade = walkingGrade(ground);
  const course = homeCourse(ground, grade, 1);
  const member = must(ground.units.find((unit) => school.courses[unit.course] === course)?.takers[0], 'student');
  const slots = openSlots(ground, grade).length;
  const more = slots + 1 - (periodsByStudent(ground)[member] ?? 0);
  // Load enough, so that the teachers of the course are no cause of their own.
  const teachers = school.teachers.flatMap(({ id, subjects }) => (subjects.includes(course.subject) ? [id] : []));
  const staffed = withTeachers(school, teachers, (teacher) => ({ ...teacher, load: { max: slots } }));
  return {
    school: withCourse(staffed, course.id, (it) => ({ ...it, periods: (it.periods ?? 0) + more })),
    certificate: 'student.periods',
    facts: [`course:${course.id}`],
  };
};

/** Each day has one place for a double, and there is one double more than days. */
export const doublesTooMany: Plant = (school) => {
  const ground = survey(school);
  const { model } = ground;
  const grade = walkingGrade(ground);
  const gradeId = school.grades[grade]?.id ?? '';
  const { periodIds, days } = model.grid;
  const breakAfter = Object.fromEntries(
    periodIds.map((id, index) => [id, index < 2 ? ('short' as const) : ('noon' as const)]),
  );
  const student = studentOf(ground, grade);
  const own = ground.units.filter(({ takers }) => takers.includes(student));
  let doubles = own.reduce(
    (sum, { course }) => sum + (model.courses[course]?.lessons ?? []).filter(({ length }) => length > 1).length,
    0,
  );
  let planted = withGrade(school, gradeId, (it) => ({ ...it, breakAfter }));
  const named: string[] = [];
  for (const { course } of own) {
    const { id = '', periods = 0, doubles: before = 0 } = school.courses[course] ?? {};
    const more = Math.min(Math.floor(periods / 2) - before, days + 1 - doubles);
    if (more <= 0) continue;
    doubles += more;
    named.push(`course:${id}`);
    planted = withCourse(planted, id, (it) => ({ ...it, doubles: before + more }));
  }
  return { school: planted, certificate: 'student.doubles', facts: named };
};

/** A must rule keeps more lessons apart than the week has days for. */
export const spreadTooWide: Plant = (school) => {
  const ground = survey(school);
  const course = homeCourse(ground, walkingGrade(ground), 3);
  const rule = { id: 'planted', type: 'course.spread', courses: [course.id], minGapDays: 3, strength: 'must' as const };
  return {
    school: { ...school, rules: [...(school.rules ?? []), rule] },
    certificate: 'course.days',
    facts: [`course:${course.id}`, 'rule:planted'],
  };
};

/** A must rule forbids all but too few slots. */
export const forbiddenTooMuch: Plant = (school) => {
  const ground = survey(school);
  const grade = walkingGrade(ground);
  const course = homeCourse(ground, grade, 2);
  const slots = openSlots(ground, grade).slice((course.periods ?? 0) - 1);
  const rule = { id: 'planted', type: 'slots.forbid', courses: [course.id], slots, strength: 'must' as const };
  return {
    school: { ...school, rules: [...(school.rules ?? []), rule] },
    certificate: 'course.periods',
    facts: [`course:${course.id}`, 'rule:planted'],
  };
};

/** Two courses must lie wholly in slots that hold one of them. */
export const preferredTooMuch: Plant = (school) => {
  const ground = survey(school);
  const grade = walkingGrade(ground);
  const courses = ground.units
    .filter(({ course, homes, pools }) => {
      const plain = school.courses[course]?.periods !== undefined;
      return ground.model.courses[course]?.grade === grade && plain && homes.length > 1 && pools.length === 0;
    })
    .slice(0, 2)
    .map(({ course }) => must(school.courses[course], 'course'));
  const total = courses.reduce((sum, { periods = 0 }) => sum + periods, 0);
  const slots = openSlots(ground, grade).slice(0, total - 1);
  const ids = courses.map(({ id }) => id);
  const rule = { id: 'planted', type: 'slots.prefer', courses: ids, slots, share: 100, strength: 'must' as const };
  return {
    school: { ...school, rules: [...(school.rules ?? []), rule] },
    certificate: 'student.periods',
    facts: [...ids.map((id) => `course:${id}`), 'rule:planted'],
  };
};

/** A walking course has one section fewer than its students need. */
export const tooFewSeats: Plant = (school) => {
  const ground = survey(school);
  const grade = walkingGrade(ground);
  const unit = must(
    ground.units.find(
      (it) =>
        ground.model.courses[it.course]?.grade === grade &&
        it.homes.length === 0 &&
        it.pools.length === 1 &&
        it.takers.length > 3,
    ),
    'walking course',
  );
  const course = must(school.courses[unit.course], 'course');
  const cap = ground.model.courses[unit.course]?.size.max ?? 1;
  const sections = Math.max(1, Math.ceil(unit.takers.length / cap) - 1);
  const max = Math.min(cap, Math.floor((unit.takers.length - 1) / sections));
  return {
    school: withCourse(school, course.id, (it) => ({ ...it, sections, size: { max } })),
    certificate: 'sections.seats',
    facts: [`course:${course.id}`],
  };
};

/** One line fewer than some students walk to courses. */
export const linesTooFew: Plant = (school) => {
  const ground = survey(school);
  const grade = walkingGrade(ground);
  const walks = new Map<number, number>();
  for (const { course, pools } of ground.units) {
    if (ground.model.courses[course]?.grade !== grade) continue;
    for (const student of pools.flatMap(({ takers }) => takers)) walks.set(student, (walks.get(student) ?? 0) + 1);
  }
  const most = Math.max(...walks.values());
  return {
    school: withGrade(school, school.grades[grade]?.id ?? '', (it) => ({ ...it, lines: most - 1 })),
    certificate: 'student.lines',
    facts: [`line:${school.grades[grade]?.id}/1`],
  };
};

/** No line has the slots for one section of a course. */
export const linesTooShort: Plant = (school) => {
  const ground = survey(school);
  const grade = walkingGrade(ground);
  const unit = must(
    ground.units.find(
      ({ course, pools, homes }) =>
        pools.length > 0 &&
        homes.length === 0 &&
        ground.model.courses[course]?.grade === grade &&
        (ground.model.courses[course]?.periods ?? 0) > 1,
    ),
    'walking course of two periods',
  );
  const course = must(school.courses[unit.course], 'course');
  const length = (ground.model.courses[unit.course]?.periods ?? 0) / ground.model.grid.weeks - 1;
  const slots = openSlots(ground, grade);
  const lines = Array.from({ length: Math.floor(slots.length / length) }, (_, index) => ({
    id: String(index + 1),
    slots: slots.slice(index * length, (index + 1) * length),
  }));
  return {
    school: withGrade(school, school.grades[grade]?.id ?? '', (it) => ({ ...it, lines })),
    certificate: 'course.line',
    facts: [`course:${course.id}`],
  };
};
