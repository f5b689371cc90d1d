/**
 * A school without names: only keys that are listed here are carried over, so that a key of somebody else's (`x-…`), a note, or a
 * name can never slip through. File order stays, for the same order gives the same week.
 */
import type { Course, Grade, LessonKind, Lock, Rule, School, Section } from '../../school/types.ts';
import type { NewId, NewIds } from './new-ids.ts';

/** Those of the keys that are there, as they are. */
function kept<T extends object, K extends keyof T>(from: T, ...keys: K[]): Pick<T, K> {
  const copy: Partial<T> = {};
  for (const key of keys) if (from[key] !== undefined && from[key] !== null) copy[key] = from[key];
  return copy as Pick<T, K>;
}

/** The key with a changed value, or nothing where it is not there. */
function changed<K extends string, V, W>(
  key: K,
  value: V | undefined | null,
  change: (value: V) => W,
): { [P in K]?: W } {
  return value === undefined || value === null ? {} : ({ [key]: change(value) } as { [P in K]?: W });
}

/** Ids in a list, `"@group"` among them. */
const listed =
  (ids: NewIds, one: NewId) =>
  (list: readonly string[]): string[] =>
    list.map((id) => (id.startsWith('@') ? `@${ids.group(id.slice(1))}` : one(id)));

const lists =
  (ids: NewIds, one: NewId) =>
  (all: readonly string[][]): string[][] =>
    all.map(listed(ids, one));

const keysChanged = <V>(record: Record<string, V>, one: NewId): Record<string, V> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [one(key), value]));

function gradeOf(ids: NewIds, grade: Grade): Grade {
  return {
    id: ids.grade(grade.id),
    name: ids.grade(grade.id),
    ...kept(grade, 'choice', 'combinations', 'walking', 'size', 'closed', 'breakAfter', 'formHomerooms'),
    ...changed('lines', grade.lines, (lines) =>
      typeof lines === 'number'
        ? lines
        : lines.map((line) => ({
            id: ids.line(grade.id, line.id),
            ...changed('courses', line.courses, listed(ids, ids.course)),
            ...kept(line, 'slots'),
          })),
    ),
  } as Grade;
}

function lessonOf(ids: NewIds, lesson: LessonKind): LessonKind {
  return {
    ...kept(lesson, 'count', 'length', 'weeks', 'slots', 'roomKind'),
    ...changed('room', lesson.room, ids.room),
    ...changed('with', lesson.with, lists(ids, ids.teacher)),
  };
}

/** `subject` is the subject's name: two courses of one subject must be told apart in a report. */
function courseOf(ids: NewIds, course: Course, subject: string): Course {
  const teachers = listed(ids, ids.teacher);
  const homerooms = listed(ids, ids.homeroom);
  return {
    id: ids.course(course.id),
    name: `${ids.course(course.id)} ${subject}`,
    subject: course.subject,
    grade: ids.grade(course.grade),
    ...kept(course, 'for', 'level', 'track', 'gender', 'sections', 'size', 'periods', 'doubles', 'roomKind', 'room'),
    ...kept(course, 'loadPercent'),
    ...changed('homerooms', course.homerooms, (one) => homerooms(typeof one === 'string' ? [one] : one)),
    ...changed('grouping', course.grouping, (grouping) =>
      typeof grouping === 'string' ? grouping : grouping.map(homerooms),
    ),
    ...changed('lessons', course.lessons, (lessons) => lessons.map((lesson) => lessonOf(ids, lesson))),
    ...changed('teachers', course.teachers, (who) => (typeof who === 'string' ? who : teachers(who))),
    ...changed('with', course.with, lists(ids, ids.teacher)),
  } as Course;
}

/** `grade` is that of the section's course, where it is known. */
export function sectionOf(ids: NewIds, section: Section, grade: string): Section {
  return {
    id: ids.section(section.id),
    course: ids.course(section.course),
    ...changed('homerooms', section.homerooms, listed(ids, ids.homeroom)),
    ...changed('students', section.students, listed(ids, ids.student)),
    ...changed('teachers', section.teachers, listed(ids, ids.teacher)),
    ...changed('room', section.room, ids.room),
    ...changed('line', section.line, (line) => ids.line(grade, line)),
    ...kept(section, 'size'),
  };
}

type Address = string | { course: string; homeroom: string };

const addressOf =
  (ids: NewIds) =>
  (address: Address): Address =>
    typeof address === 'string'
      ? ids.section(address)
      : { course: ids.course(address.course), homeroom: ids.homeroom(address.homeroom) };

/** Parameters of rules that name nobody: counts, slots, days, kinds of rooms. */
const isHarmless = (key: string, value: unknown): boolean =>
  typeof value === 'number' || typeof value === 'boolean' || key === 'slots' || key === 'day' || key === 'kind';

function ruleOf(ids: NewIds, rule: Rule): Rule {
  const harmless = Object.entries(rule).filter(([key, value]) => isHarmless(key, value));
  const courses = listed(ids, ids.course);
  return {
    ...changed('id', rule.id, ids.rule),
    type: rule.type,
    strength: rule.strength,
    ...changed('teachers', rule.teachers, listed(ids, ids.teacher)),
    ...changed('courses', rule.courses, courses),
    ...changed('homerooms', rule.homerooms, listed(ids, ids.homeroom)),
    ...changed('grades', rule.grades, listed(ids, ids.grade)),
    ...changed('rooms', rule.rooms, listed(ids, ids.room)),
    ...changed('students', rule.students, listed(ids, ids.student)),
    ...changed('groups', rule.groups, (groups) => groups.map(ids.group)),
    ...changed('sections', rule.sections, (sections) => sections.map(addressOf(ids))),
    ...kept(rule, 'subjects', 'grouping'),
    // course.order names courses in keys of its own
    ...changed('first', rule['first'] as string | undefined, ids.course),
    ...changed('then', rule['then'] as string | undefined, ids.course),
    ...Object.fromEntries(harmless),
  };
}

function lockOf(ids: NewIds, lock: Lock): Lock {
  return {
    ...changed('section', lock.section, addressOf(ids)),
    ...changed('course', lock.course, ids.course),
    ...changed('homeroom', lock.homeroom, ids.homeroom),
    ...kept(lock, 'index', 'slot', 'weeks'),
    ...changed('student', lock.student, ids.student),
    ...changed('room', lock.room, ids.room),
    ...changed('teachers', lock.teachers, listed(ids, ids.teacher)),
  };
}

/** What stays: calendar, subjects, choices, levels, tracks, gender, scores, numbers, slots, and the order of everything. */
export function anonymousSchool(ids: NewIds, school: School): School {
  const named = (newId: NewId, old: string): { id: string; name: string } => ({ id: newId(old), name: newId(old) });
  const subjects = new Map(school.subjects.map((subject) => [subject.id, subject.name]));
  const grades = new Map(school.courses.map((course) => [course.id, course.grade]));
  const calendar = {
    days: school.calendar.days.map((day) => kept(day, 'id', 'name')),
    periods: school.calendar.periods.map((period) => kept(period, 'id', 'name', 'part', 'start', 'end', 'breakAfter')),
    ...kept(school.calendar, 'weeks', 'closed'),
  };
  const anonymous = {
    format: school.format,
    name: 'anonymous',
    calendar,
    ...changed('buildings', school.buildings, (buildings) =>
      buildings.map((building) => ({
        ...named(ids.building, building.id),
        ...changed('walk', building.walk, (walk) => keysChanged(walk, ids.building)),
      })),
    ),
    rooms: school.rooms.map((room) => ({
      ...named(ids.room, room.id),
      ...kept(room, 'seats', 'kind', 'floor', 'maxSize', 'concurrent', 'unavailable'),
      ...changed('building', room.building, ids.building),
      ...changed('homerooms', room.homerooms, listed(ids, ids.homeroom)),
    })),
    subjects: school.subjects.map((subject) => kept(subject, 'id', 'name', 'short', 'kind')),
    ...changed('groups', school.groups, (groups) =>
      groups.map((group) => ({
        ...named(ids.group, group.id),
        ...changed('teachers', group.teachers, listed(ids, ids.teacher)),
        ...changed('students', group.students, listed(ids, ids.student)),
        ...changed('courses', group.courses, listed(ids, ids.course)),
        ...changed('homerooms', group.homerooms, listed(ids, ids.homeroom)),
        ...changed('rooms', group.rooms, listed(ids, ids.room)),
      })),
    ),
    teachers: school.teachers.map((teacher) => ({
      ...named(ids.teacher, teacher.id),
      ...kept(teacher, 'subjects', 'load', 'maxPerDay', 'unavailable', 'avoid'),
      ...changed('grades', teacher.grades, listed(ids, ids.grade)),
      ...changed('mentor', teacher.mentor, ids.teacher),
    })),
    grades: school.grades.map((grade) => gradeOf(ids, grade)),
    homerooms: school.homerooms.map((homeroom) => ({
      ...named(ids.homeroom, homeroom.id),
      grade: ids.grade(homeroom.grade),
      ...changed('room', homeroom.room, ids.room),
      ...changed('headTeacher', homeroom.headTeacher, ids.teacher),
      ...kept(homeroom, 'atHome', 'size'),
    })),
    courses: school.courses.map((course) => courseOf(ids, course, subjects.get(course.subject) ?? course.subject)),
    students: school.students.map((student) => ({
      id: ids.student(student.id),
      ...changed('homeroom', student.homeroom, ids.homeroom),
      ...changed('grade', student.grade, ids.grade),
      ...kept(student, 'choices', 'levels', 'track', 'gender', 'score', 'scores'),
      ...changed('extra', student.extra, listed(ids, ids.course)),
      ...changed('exempt', student.exempt, listed(ids, ids.course)),
    })),
    ...changed('sections', school.sections, (sections) =>
      sections.map((section) => sectionOf(ids, section, grades.get(section.course) ?? '')),
    ),
    ...changed('rules', school.rules, (rules) => rules.map((rule) => ruleOf(ids, rule))),
    ...kept(school, 'defaults'),
    ...changed('locks', school.locks, (locks) => locks.map((lock) => lockOf(ids, lock))),
  };
  return anonymous as School;
}
