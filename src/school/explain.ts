/** The school with every default filled in, as `validate --explain` prints it: what the program will work with, in the file's terms. */
import {
  choiceGroupsOf,
  lessonKindsOf,
  makeSchoolModel,
  qualifiedTeachers,
  sizeBandOf,
  type FilledCourse,
  type FilledRule,
} from './model.ts';
import type { Course, Grade, Rule, School, Student } from './types.ts';

/**
 * Reads the same as the input and means the same: explaining an explained school changes nothing. Choices are lists, doubles are
 * lessons, candidates are names, the defaults stand among the rules (`defaults: false`, as none is to be added again). A course with
 * grouping auto keeps the word, because it may be at home in one homeroom and walk in another; `x-` keys stay.
 */
export function explainSchool(document: School): School {
  const model = makeSchoolModel(document);
  const { school } = model;
  return {
    ...school,
    calendar: {
      ...school.calendar,
      periods: school.calendar.periods.map((period) => ({ ...period, breakAfter: period.breakAfter ?? 'short' })),
      closed: school.calendar.closed ?? [],
    },
    buildings: school.buildings ?? [],
    rooms: school.rooms.map((room) => ({
      ...room,
      concurrent: room.concurrent ?? 1,
      unavailable: room.unavailable ?? [],
    })),
    teachers: school.teachers.map((teacher) => ({
      ...teacher,
      grades: teacher.grades ?? school.grades.map((grade) => grade.id),
      unavailable: teacher.unavailable ?? [],
    })),
    grades: school.grades.map((grade, index): Grade => ({
      ...grade,
      choice: explainedChoice(school, index),
      walking: grade.walking ?? 'auto',
      size: sizeBandOf(grade.size),
      closed: grade.closed ?? [],
      breakAfter: Object.fromEntries(
        model.grid.periodIds.map((id, period) => [id, model.gradeBreaks[index]?.[period] ?? 'short']),
      ),
    })),
    courses: school.courses.map((course, index) => explainedCourse(school, course, model.courses[index])),
    students: school.students.map((student, index): Student => {
      const choices = [...(model.studentChoices[index] ?? [])].flatMap((s) => school.subjects[s]?.id ?? []);
      const grade = school.grades[model.studentGrade[index] ?? -1]?.id;
      return {
        ...student,
        ...(grade === undefined ? {} : { grade }),
        choices,
        track: student.track ?? 'general',
        extra: student.extra ?? [],
        exempt: student.exempt ?? [],
      };
    }),
    sections: school.sections ?? [],
    rules: explainedRules(school, model.rules),
    defaults: false,
    locks: school.locks ?? [],
  };
}

function explainedChoice(school: School, grade: number): Grade['choice'] {
  const groups = choiceGroupsOf(school, grade);
  return groups.length === 0 ? 'none' : groups;
}

function explainedCourse(school: School, course: Course, filled: FilledCourse | undefined): Course {
  const { periods: _periods, doubles: _doubles, ...kept } = course;
  let first = 0;
  const lessons = lessonKindsOf(course).map((kind) => {
    const roomKind = filled?.lessons[first]?.roomKind ?? 'classroom';
    first += kind.count;
    return {
      ...kind,
      length: kind.length ?? 1,
      weeks: kind.weeks ?? ('every' as const),
      with: kind.with ?? [],
      ...(roomKind === 'none' ? {} : { roomKind }),
    };
  });
  return {
    ...kept,
    ...(filled ? { name: filled.name, size: filled.size } : {}),
    for: course.for ?? 'all',
    grouping: course.grouping ?? 'auto',
    sections: course.sections ?? 'auto',
    lessons,
    with: course.with ?? [],
    loadPercent: course.loadPercent ?? 100,
    teachers: course.teachers ?? qualifiedTeachers(school, course).flatMap((t) => school.teachers[t]?.id ?? []),
  };
}

function explainedRules(school: School, filled: readonly FilledRule[]): Rule[] {
  const stated = school.rules ?? [];
  const added = filled.flatMap(({ id, rule }) => (stated.includes(rule) ? [] : [{ ...rule, id }]));
  return [...stated, ...added];
}
