/** Checks that need to know who takes what: made only where calendar, subjects, grades and homerooms are sound. */
import { makeSchoolModel, type SchoolModel } from '../model.ts';
import { courseUnits, type CourseUnits } from '../takers.ts';
import type { Course, School, Student } from '../types.ts';
import { provisionalSchool } from '../provisional.ts';
import { countOf, type Draft, type Entry } from './draft.ts';

export interface Whole {
  /** of the sound items only: indexes are those of `courses` and `students` here, not those of the file */
  model: SchoolModel;
  units: CourseUnits[];
  courses: Entry<Course>[];
  students: Entry<Student>[];
  /** index into `courses` and `students` by id */
  courseOf: ReadonlyMap<string, number>;
  studentOf: ReadonlyMap<string, number>;
}

/** Null where something is unsound that everybody's courses depend on. */
export function makeWhole(draft: Draft): Whole | null {
  const { faults, school } = draft;
  if (!draft.grid || !['calendar', 'subjects', 'grades', 'homerooms'].every(faults.isClean)) return null;
  const clean = <T>(entries: Entry<T>[]): Entry<T>[] => entries.filter(({ path }) => faults.isClean(path));
  const items = <T>(entries: Entry<T>[]): T[] => clean(entries).map(({ item }) => item);
  const courses = clean(draft.courses);
  const students = clean(draft.students);
  const partial: School = {
    ...school,
    rooms: items(draft.rooms),
    teachers: items(draft.teachers),
    courses: items(courses),
    students: items(students),
    sections: items(draft.sections),
    rules: [],
    locks: [],
  };
  const model = makeSchoolModel(provisionalSchool(partial));
  const seen = new Set<string>();
  const units = courseUnits(model, (code, path, value, params) => {
    const here = path
      .replace(/^students\[(\d+)\]/, (_, index) => students[Number(index)]?.path ?? '')
      .replace(/^courses\[(\d+)\]/, (_, index) => courses[Number(index)]?.path ?? '');
    // A student without a level is reported once for a subject, not once for each of its levelled courses.
    const key = `${code} ${here} ${params?.['subject'] ?? params?.['student'] ?? ''}`;
    if (seen.has(key)) return;
    seen.add(key);
    faults.report(code, here, value, params);
  });
  return { model, units, courses, students, courseOf: model.courseOf, studentOf: model.studentOf };
}

export function checkWhole(draft: Draft, whole: Whole): void {
  checkUnits(draft, whole);
  checkHomerooms(draft, whole);
  checkPeriods(draft, whole);
}

const ALL_DIGITS = /^\d+$/;

function checkUnits(draft: Draft, { units, courses, model }: Whole): void {
  const { faults } = draft;
  for (const { course: c, takers, homes, pools } of units) {
    const entry = courses[c];
    if (!entry) continue;
    const { item: course, path } = entry;
    const params = { course: course.id };
    if (takers.length === 0 && homes.length === 0 && draft.allSound('students'))
      faults.warn('course.no-takers', path, undefined, params);
    if (course.teachers === 'head') {
      if (pools.length > 0) faults.report('course.head-walks', `${path}.teachers`, course.teachers, params);
      for (const { homeroom: h } of homes) {
        const homeroom = draft.school.homerooms[h];
        const formed = model.school.homerooms[h];
        if (!homeroom && formed) {
          faults.report('course.head-of-formed', `${path}.teachers`, course.teachers, {
            ...params,
            grade: formed.grade,
          });
          break;
        }
        if (homeroom && homeroom.headTeacher === undefined) {
          const who = { course: course.id, homeroom: homeroom.id };
          faults.report('homeroom.no-head', `homerooms[${h}].headTeacher`, undefined, who);
        }
      }
    }
    // Ids the solver makes: course/homeroom for sections at home, course/1, course/2 … for those that walk.
    if (pools.length === 0) continue;
    for (const { homeroom: h } of homes) {
      const homeroom = draft.school.homerooms[h];
      if (homeroom && ALL_DIGITS.test(homeroom.id)) {
        const who = { course: course.id, homeroom: homeroom.id };
        faults.report('course.section-ids', `${path}.grouping`, course.grouping, who);
        break;
      }
    }
    checkInSomeLine(draft, model, entry);
  }
}

/** In a grade whose lines all list their courses, a walking course needs to be in one of the lists. */
function checkInSomeLine(draft: Draft, model: SchoolModel, { item: course, path }: Entry<Course>): void {
  const lines = model.school.grades[model.gradeOf.get(course.grade) ?? -1]?.lines;
  if (!Array.isArray(lines) || lines.some((line) => line.courses === undefined || line.courses.includes(course.id)))
    return;
  draft.faults.report('course.in-no-line', path, undefined, { course: course.id, grade: course.grade });
}

function checkHomerooms(draft: Draft, { model, students }: Whole): void {
  if (!draft.allSound('students')) return;
  const { faults, school } = draft;
  school.homerooms.forEach((homeroom, h) => {
    const members = model.homeroomStudents[h] ?? [];
    const path = `homerooms[${h}]`;
    const count = homeroom.size ?? members.length;
    if (count === 0) faults.warn('homeroom.empty', path, undefined, { homeroom: homeroom.id });
    const max = draft.grade.get(homeroom.grade)?.item.size?.max;
    if (max !== undefined && count > max) {
      faults.warn('homeroom.oversized', path, undefined, { homeroom: homeroom.id, count, max });
    }
    const room = homeroom.room === undefined ? undefined : draft.room.get(homeroom.room)?.item;
    const seats = room ? Math.min(room.seats, room.maxSize ?? room.seats) : Infinity;
    if (room && count > seats) {
      const params = { homeroom: homeroom.id, room: room.id, count, seats };
      faults.warn('homeroom.room-too-small', `${path}.room`, room.id, params);
    }
    homeroom.atHome?.forEach((subject, index) => {
      const s = model.subjectOf.get(subject) ?? -1;
      const without = members.filter((student) => !model.studentChoices[student]?.has(s));
      const first = students[without[0] ?? -1]?.item.id;
      // Where nobody chose it, its qualifying course is what stays at home.
      if (first === undefined || without.length === members.length) return;
      const params = { homeroom: homeroom.id, subject, count: without.length, student: first };
      faults.warn('homeroom.at-home-not-all', `${path}.atHome[${index}]`, subject, params);
    });
  });
}

/** The same of homerooms given by size, whose students all take the same. */
function checkPeriodsBySize({ faults, school }: Draft, model: SchoolModel, units: CourseUnits[]): void {
  school.homerooms.forEach((homeroom, h) => {
    if (homeroom.size === undefined) return;
    const periods = units.reduce(
      (sum, { course, homes }) =>
        sum + (homes.some((home) => home.homeroom === h) ? (model.courses[course]?.periods ?? 0) : 0),
      0,
    );
    const open = countOf(model.gradeOpen[model.gradeOf.get(homeroom.grade) ?? -1] ?? new Uint8Array(0));
    if (periods <= open) return;
    faults.report('homeroom.too-many-periods', `homerooms[${h}]`, undefined, { homeroom: homeroom.id, periods, open });
  });
}

/** Nobody takes more periods than the grade has open slots; one fault for each homeroom. */
function checkPeriods(draft: Draft, { model, units, students }: Whole): void {
  checkPeriodsBySize(draft, model, units);
  const periods = new Float64Array(students.length);
  for (const { course, takers } of units) {
    for (const student of takers) periods[student] = (periods[student] ?? 0) + (model.courses[course]?.periods ?? 0);
  }
  const open = model.gradeOpen.map(countOf);
  const over = new Map<string, { count: number; first: Entry<Student>; most: number; open: number }>();
  students.forEach((entry, s) => {
    const available = open[model.studentGrade[s] ?? -1];
    const taken = periods[s] ?? 0;
    if (available === undefined || taken <= available) return;
    const key = entry.item.homeroom ?? `(${entry.item.grade ?? ''})`;
    const group = over.get(key) ?? { count: 0, first: entry, most: taken, open: available };
    over.set(key, { ...group, count: group.count + 1, most: Math.max(group.most, taken) });
  });
  for (const [where, { count, first, most, open: available }] of over) {
    const params = { student: first.item.id, where, count, periods: most, open: available };
    draft.faults.report('student.too-many-periods', first.path, undefined, params);
  }
}
