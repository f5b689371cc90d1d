/**
 * Faults of the document that no other structural rule counts, 1 each: names that the school does not have, things listed twice (both
 * found while reading), and what is below. params: fault, value.
 */
import type { Section } from '../../school/types.ts';
import type { Breach } from '../judgement.ts';
import { linesOfGrade } from '../lines.ts';
import { courseWho, sectionWho, studentWho } from '../names.ts';
import { placeOf } from '../takers.ts';
import { isFormed, sizeOf, type JudgedSection, type Week } from '../week.ts';

const breachOf = (week: Week, section: JudgedSection, fault: string, value: string): Breach => ({
  who: [sectionWho(week, section)],
  slots: [],
  deviation: 1,
  params: { fault, value },
});

/** Why a student may not sit in the section, whatever the clock says; the first reason counts. */
function reasonAgainstStudent({ model }: Week, section: JudgedSection, student: number): string | undefined {
  const homeroom = model.studentHomeroom[student] ?? -1;
  if (!section.takers.takers.has(student)) return 'student.not-a-taker';
  if (homeroom >= 0 && !section.homerooms.includes(homeroom)) return 'student.other-homeroom';
  // what the school itself puts together may stay together
  if (section.given?.students !== undefined || section.given?.homerooms !== undefined) return undefined;
  const place = placeOf(model, section.takers, student);
  if (section.home ? place !== 'home' : place !== section.pool) return 'student.other-pool';
  return undefined;
}

const studentFaults = (week: Week, section: JudgedSection): Breach[] =>
  section.students.flatMap((student) => {
    const fault = reasonAgainstStudent(week, section, student);
    if (fault === undefined) return [];
    const value = week.model.school.students[student]?.id ?? '';
    const breach = breachOf(week, section, fault, value);
    return [{ ...breach, who: [studentWho(week, student), ...breach.who] }];
  });

/**
 * The solver lists exactly the homerooms its section has students from, and one only where the section is a homeroom's own. Where nobody attends a section of
 * one pool of several, one homeroom tells the pool.
 */
function homeroomFaults(week: Week, section: JudgedSection): Breach[] {
  if (section.given?.homerooms !== undefined) return [];
  const tellsPool = section.students.length === 0 && section.homerooms.length === 1 && section.takers.pools > 1;
  if (tellsPool && !section.home) return [];
  const idle = section.homerooms.filter(
    (homeroom) => !section.represented.includes(homeroom) && !section.unlisted.includes(homeroom),
  );
  const faults = idle.map((homeroom) =>
    breachOf(week, section, 'homeroom.without-student', week.model.school.homerooms[homeroom]?.id ?? ''),
  );
  if (section.home && section.homerooms.length > 1 && isFormed(section))
    faults.push(breachOf(week, section, 'homeroom.joined', section.id));
  return faults;
}

/** A section that states how many it seats. */
const sizeFaults = (week: Week, section: JudgedSection): Breach[] => {
  const { size } = section.document;
  return size === undefined || size === sizeOf(week, section)
    ? []
    : [breachOf(week, section, 'section.size', String(size))];
};

/**
 * Sections of the solver's making are named after their course and homeroom, or their course and a number; those that the school or the
 * earlier week names keep their ids.
 */
function idFaults(week: Week, section: JudgedSection): Breach[] {
  const { id, course, home, homerooms, given } = section;
  if (given !== undefined || week.earlier?.sections.get(id)?.course === course.id) return [];
  const [only = -1] = homerooms;
  const name = week.model.school.homerooms[only]?.id ?? '';
  const right = home
    ? id === `${course.id}/${name}`
    : NUMBERED.test(id.slice(course.id.length)) && id.startsWith(course.id);
  // a home section of several homerooms is at fault already, and has no name that would be right
  return right || (home && homerooms.length > 1) ? [] : [breachOf(week, section, 'section.id', id)];
}

const NUMBERED = /^\/[1-9][0-9]*$/;

function lineFaults(week: Week, section: JudgedSection): Breach[] {
  const lines = linesOfGrade(week.model, section.course.grade);
  const { line: id } = section.document;
  if (lines === undefined)
    return id === undefined || section.given?.line !== undefined ? [] : [breachOf(week, section, 'line.unasked', id)];
  if (section.home)
    return id === undefined || section.given?.line === id ? [] : [breachOf(week, section, 'line.at-home', id)];
  const line = lines.find((one) => one.id === id);
  if (line === undefined)
    return [breachOf(week, section, id === undefined ? 'line.missing' : 'line.unknown', id ?? '')];
  return line.courses === undefined || line.courses.includes(section.course.id)
    ? []
    : [breachOf(week, section, 'line.course', line.id)];
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  new Set(a).size === new Set(b).size && a.every((id) => b.includes(id));

/** Where a course asks for several teachers, some of them may be given and the rest chosen. */
const keepsTeachers = (given: string[], { course, document }: JudgedSection): boolean =>
  course.with.length > 0 && given.length > 0 && given.length < document.teachers.length
    ? given.every((id) => document.teachers.includes(id))
    : sameSet(given, document.teachers);

/** 1 per given section that is missing, and per given field that has changed. */
function givenFaults(week: Week, given: Section): Breach[] {
  const section = week.sections.find((one) => one.id === given.id);
  if (section === undefined)
    return [{ who: [], slots: [], deviation: 1, params: { fault: 'given.missing', value: given.id } }];
  const now = section.document;
  const kept = {
    course: given.course === now.course,
    homerooms: given.homerooms === undefined || sameSet(given.homerooms, now.homerooms),
    students: given.students === undefined || sameSet(given.students, now.students),
    teachers: given.teachers === undefined || keepsTeachers(given.teachers, section),
    // that the lessons are in it is a matter of structural.kind
    room: given.room === undefined || now.room === undefined || given.room === now.room,
    line: given.line === undefined || given.line === now.line,
  };
  return Object.entries(kept).flatMap(([field, same]) =>
    same ? [] : [breachOf(week, section, `given.${field}`, given.id)],
  );
}

/** `sections`: a number of sections in each pool that has takers, or none but the given ones; at home one per homeroom. */
function countFaults(week: Week): Breach[] {
  const { model } = week;
  return model.school.courses.flatMap((course, courseIndex) => {
    const takers = week.takers[courseIndex];
    const sections = week.sections.filter((section) => section.courseIndex === courseIndex);
    const breach = (fault: string, value: string): Breach => ({
      who: [courseWho(week, courseIndex)],
      slots: [],
      deviation: 1,
      params: { fault, value },
    });
    const formed = sections.filter((section) => section.given === undefined);
    const homes = formed.filter((section) => section.home).flatMap((section) => section.homerooms);
    const again = homes.filter((homeroom, i) => homes.indexOf(homeroom) !== i);
    const faults = again.map((homeroom) =>
      breach('sections.homeroom-twice', model.school.homerooms[homeroom]?.id ?? ''),
    );
    if (course.sections === 'given') faults.push(...formed.map((section) => breach('sections.not-given', section.id)));
    if (typeof course.sections !== 'number' || takers === undefined) return faults;
    const places = [...takers.takers].map((student) => placeOf(model, takers, student));
    for (let pool = 0; pool < takers.pools; pool++) {
      const count = sections.filter((section) => section.pool === pool).length;
      if (places.includes(pool) && count !== course.sections) faults.push(breach('sections.number', String(count)));
    }
    return faults;
  });
}

export const judgeDocument = (week: Week, readingFaults: Breach[]): Breach[] => [
  ...readingFaults,
  ...week.sections.flatMap((section) => [
    ...studentFaults(week, section),
    ...homeroomFaults(week, section),
    ...lineFaults(week, section),
    ...sizeFaults(week, section),
    ...idFaults(week, section),
  ]),
  ...(week.model.school.sections ?? []).flatMap((given) => givenFaults(week, given)),
  ...countFaults(week),
];
