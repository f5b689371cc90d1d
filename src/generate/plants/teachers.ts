/** Too little of a subject's teachers. */
import type { School } from '../../school/types.ts';
import {
  must,
  openSlots,
  sectionsOf,
  survey,
  taughtSubject,
  walkingGrade,
  withCourse,
  withTeachers,
  type Plant,
} from './plant.ts';

/** Everybody of a subject may teach a little less than it needs. */
export const teacherPeriods: Plant = (school) => {
  const { courses, periods, teachers } = taughtSubject(survey(school));
  const max = Math.max(1, Math.floor((periods - 1) / teachers.length));
  return {
    school: withTeachers(school, teachers, (teacher) => ({ ...teacher, load: { max } })),
    certificate: 'teachers.periods',
    facts: [`course:${courses[0]}`],
  };
};

/** Load enough, but away so much that the slots do not suffice. */
export const teachersAway: Plant = (school) => {
  const ground = survey(school);
  const { periods, teachers, courses } = taughtSubject(ground);
  const slots = [...new Set(school.grades.flatMap((_, grade) => openSlots(ground, grade)))];
  const kept = Math.max(1, Math.floor((periods - 1) / teachers.length));
  return {
    school: withTeachers(school, teachers, (teacher) => ({
      ...teacher,
      load: { max: slots.length },
      unavailable: slots.slice(kept),
    })),
    certificate: 'teachers.periods',
    facts: [`course:${courses[0]}`],
  };
};

/** A course of many homerooms is to meet everywhere in the same slots, with fewer teachers than homerooms. */
export const neverAtOnce: Plant = (school) => {
  const ground = survey(school);
  const { model } = ground;
  const unit = must(
    ground.units.find((it) => {
      const { teachers = [], lessons = [] } = model.courses[it.course] ?? {};
      const short = Array.isArray(teachers) && teachers.length > 0 && teachers.length < sectionsOf(ground, it);
      return short && it.homes.length > 1 && lessons.every(({ length, weeks }) => length === 1 && weeks === 'every');
    }),
    'course with fewer teachers than homerooms',
  );
  const course = must(school.courses[unit.course], 'course');
  const slots = openSlots(ground, model.courses[unit.course]?.grade ?? -1);
  const count = model.courses[unit.course]?.lessons.length ?? 1;
  // One slot a day, so that nothing else is wrong with them.
  const perDay = new Map([...slots].reverse().map((slot) => [slot.split('.')[0], slot]));
  const chosen = [...new Set([...perDay.values(), ...slots])].slice(0, count);
  const { periods: _, doubles: __, ...rest } = course;
  const roomKind = model.courses[unit.course]?.lessons[0]?.roomKind;
  return {
    school: withCourse(school, course.id, () => ({
      ...rest,
      lessons: [{ count, slots: chosen, ...(roomKind && roomKind !== 'none' ? { roomKind } : {}) }],
    })),
    certificate: 'teachers.periods',
    facts: [`course:${course.id}`],
  };
};

/** A head teacher is away when the class meets. */
export const headAway: Plant = (school) => {
  const { model } = survey(school);
  const course = must(
    school.courses.find(({ teachers, lessons }) => teachers === 'head' && lessons?.[0]?.slots !== undefined),
    'class meeting in a stated slot',
  );
  const homeroom = must(
    school.homerooms.find(({ grade, headTeacher }) => grade === course.grade && headTeacher !== undefined),
    'homeroom with a head teacher',
  );
  const slots = [course.lessons?.[0]?.slots ?? []].flat();
  const head = homeroom.headTeacher ?? '';
  return {
    school: withTeachers(school, [head], (teacher) => ({
      ...teacher,
      unavailable: [...[teacher.unavailable ?? []].flat(), ...slots],
    })),
    certificate: 'teacher.bound',
    facts: [`teacher:${head}`, `section:${course.id}/${homeroom.id}`].slice(0, model.teacherOf.has(head) ? 2 : 0),
  };
};

/** A course whose subject nobody teaches. */
export const noTeacher: Plant = (school) => {
  const ground = survey(school);
  const grade = walkingGrade(ground);
  const unit = must(
    ground.units.find(({ course, takers }) => takers.length > 0 && ground.model.courses[course]?.grade === grade),
    'course',
  );
  const course = must(school.courses[unit.course], 'course');
  const nobody: School = {
    ...school,
    subjects: [...school.subjects, { id: 'planted', name: '无人任教的科目', kind: 'other' }],
    courses: [
      ...school.courses,
      {
        id: `${course.grade}-planted`,
        name: '无人任教的层次',
        subject: 'planted',
        grade: course.grade,
        periods: 1,
        grouping: 'homeroom',
      },
    ],
  };
  return { school: nobody, certificate: 'teachers.periods', facts: [`course:${course.grade}-planted`] };
};

/** A subject meeting that must hold takes too many slots away. */
export const meetingTooLong: Plant = (school) => {
  const ground = survey(school);
  const { subject, periods, teachers, courses } = taughtSubject(ground);
  const slots = [...new Set(school.grades.flatMap((_, grade) => openSlots(ground, grade)))];
  const kept = Math.max(1, Math.floor((periods - 1) / teachers.length));
  const free = withTeachers(school, teachers, (teacher) => ({ ...teacher, load: { max: slots.length } }));
  return {
    school: {
      ...free,
      rules: [
        ...(free.rules ?? []),
        { id: 'planted', type: 'teacher.meeting', subjects: [subject], slots: slots.slice(kept), strength: 'must' },
      ],
    },
    certificate: 'teachers.periods',
    facts: [`course:${courses[0]}`, 'rule:planted'],
  };
};

/** At most so few periods a day that the days do not suffice. */
export const perDayTooFew: Plant = (school) => {
  const ground = survey(school);
  const { subject, periods, teachers, courses } = taughtSubject(ground);
  const { days } = ground.model.grid;
  const max = Math.max(1, Math.floor((periods - 1) / (teachers.length * days)));
  const free = withTeachers(school, teachers, (teacher) => ({ ...teacher, load: { max: days * 12 } }));
  return {
    school: {
      ...free,
      rules: [
        ...(free.rules ?? []),
        { id: 'planted', type: 'teacher.maxPerDay', subjects: [subject], max, strength: 'must' },
      ],
    },
    certificate: 'teachers.periods',
    facts: [`course:${courses[0]}`, 'rule:planted'],
  };
};

/** So few days a week that the periods of these days do not suffice. */
export const daysTooFew: Plant = (school) => {
  const ground = survey(school);
  const { subject, periods, teachers, courses } = taughtSubject(ground);
  const { days, periodsPerDay } = ground.model.grid;
  const perDay = Math.max(...school.grades.map((_, grade) => Math.ceil(openSlots(ground, grade).length / days)));
  const max = Math.max(1, Math.floor((periods - 1) / (teachers.length * perDay)));
  const free = withTeachers(school, teachers, (teacher) => ({ ...teacher, load: { max: days * periodsPerDay } }));
  const rule = { id: 'planted', type: 'teacher.maxDays', subjects: [subject], max, strength: 'must' as const };
  return {
    school: { ...free, rules: [...(free.rules ?? []), rule] },
    certificate: 'teachers.periods',
    facts: [`course:${courses[0]}`, 'rule:planted'],
  };
};
