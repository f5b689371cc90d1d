/** Resolves a timetable against its school. What cannot be resolved becomes a breach of `structural.document`; nothing is thrown. */
import { completeSchool } from '../school/complete.ts';
import { makeSchoolModel, type SchoolModel } from '../school/model.ts';
import { lessonSlots } from '../school/slots.ts';
import type { School } from '../school/types.ts';
import type { Lesson, Timetable, TimetableSection } from '../timetable/types.ts';
import { readEarlierWeek } from './base.ts';
import { leadsOf, standsFor } from './joint.ts';
import type { Breach } from './judgement.ts';
import { sectionWho } from './names.ts';
import { checkOtherParts } from './other-parts.ts';
import { readStudy } from './study.ts';
import { deriveTakers, placeOf } from './takers.ts';
import type { JudgedLesson, JudgedSection, Week } from './week.ts';

type Fault = (fault: string, value: string, section?: JudgedSection) => void;

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** `phy/2` before `phy/10`. */
const compareIds = (a: string, b: string): number => a.length - b.length || compareText(a, b);
const inOrder = (indexes: Iterable<number>): number[] => [...new Set(indexes)].toSorted((a, b) => a - b);

/** Each known id once, in file order; unknown ones and repetitions are faults. */
function resolve(
  ids: string[],
  indexOf: Map<string, number>,
  onUnknown: (id: string) => void,
  onTwice: (id: string) => void,
): number[] {
  const seen = new Set<string>();
  const known: number[] = [];
  for (const id of ids) {
    const index = indexOf.get(id);
    if (seen.has(id)) onTwice(id);
    else if (index === undefined) onUnknown(id);
    else known.push(index);
    seen.add(id);
  }
  return inOrder(known);
}

/** The order of a section's lists says nothing, and must not show; only of its teachers the first is the one whose course it is. */
const inTextOrder = (section: TimetableSection): TimetableSection => ({
  ...section,
  homerooms: section.homerooms.toSorted(compareText),
  students: section.students.toSorted(compareText),
});

/** Of two sections with one id either would do, but the judgement must not depend on the order of the document. */
function oncePerId(sections: TimetableSection[], fault: Fault): TimetableSection[] {
  const byId = new Map<string, TimetableSection>();
  for (const section of sections) {
    const other = byId.get(section.id);
    if (other !== undefined) fault('section.twice', section.id);
    if (other === undefined || JSON.stringify(section) < JSON.stringify(other)) byId.set(section.id, section);
  }
  return [...byId.values()];
}

function readSection(week: Week, document: TimetableSection, fault: Fault): JudgedSection | undefined {
  const { model } = week;
  const courseIndex = model.courseOf.get(document.course) ?? -1;
  const course = model.courses[courseIndex];
  const takers = week.takers[courseIndex];
  if (course === undefined || takers === undefined) {
    fault('section.course', document.id);
    return undefined;
  }
  const section: JudgedSection = {
    id: document.id,
    document,
    courseIndex,
    course,
    takers,
    given: week.givenById.get(document.id),
    students: [],
    represented: [],
    homerooms: [],
    seated: [],
    unlisted: [],
    home: false,
    pool: -1,
    teachers: [],
    lessons: [],
  };
  const unknown = (kind: string) => (id: string) => fault(`${kind}.unknown`, id, section);
  const twice = (kind: string) => (id: string) => fault(`${kind}.twice`, id, section);
  section.students = resolve(document.students, model.studentOf, unknown('student'), twice('student'));
  section.homerooms = resolve(document.homerooms, model.homeroomOf, unknown('homeroom'), twice('homeroom'));
  // a teacher whom the school does not have is a matter of structural.qualified
  section.teachers = resolve(document.teachers, model.teacherOf, () => {}, twice('teacher'));
  section.represented = inOrder(
    section.students.flatMap((student) => {
      const homeroom = model.studentHomeroom[student] ?? -1;
      return homeroom < 0 ? [] : [homeroom];
    }),
  );
  section.home =
    section.homerooms.length > 0 && section.homerooms.every((homeroom) => takers.homeroomPlace[homeroom] === 'home');
  section.pool = section.home ? -1 : poolOf(model, section);
  section.unlisted = section.homerooms.filter((homeroom) => takers.unlisted.has(homeroom));
  const present = inOrder([...section.represented, ...section.unlisted]);
  section.seated = present.length === 0 || section.given?.homerooms !== undefined ? section.homerooms : present;
  if (document.room !== undefined && !model.roomOf.has(document.room)) fault('room.unknown', document.room, section);
  return section;
}

/** The pool of most of the students, of several the first; where they have none, that of the homerooms listed. */
function poolOf(model: SchoolModel, section: JudgedSection): number {
  const pools = (places: (number | string | undefined)[]): number[] =>
    places.flatMap((place) => (typeof place === 'number' ? [place] : []));
  const ofStudents = pools(section.students.map((student) => placeOf(model, section.takers, student)));
  const ofHomerooms = pools(section.homerooms.map((homeroom) => section.takers.homeroomPlace[homeroom]));
  const named = ofStudents.length > 0 ? ofStudents : ofHomerooms.slice(0, 1);
  const heads = new Map<number, number>();
  for (const pool of named) heads.set(pool, (heads.get(pool) ?? 0) + 1);
  const [first] = [...heads].toSorted(([a, m], [b, n]) => n - m || a - b);
  return first?.[0] ?? 0;
}

function readLesson(week: Week, section: JudgedSection, document: Lesson, fault: Fault): JudgedLesson | undefined {
  const { model } = week;
  const { grid } = model;
  const filled = section.course.lessons[document.index];
  const name = `${document.section} ${document.index}`;
  if (filled === undefined) {
    fault('lesson.index', name, section);
    return undefined;
  }
  if (section.lessons.some((lesson) => lesson.filled.index === document.index)) fault('lesson.twice', name, section);
  // the length that counts is the course's
  if (document.length !== filled.length) fault('lesson.length', name, section);
  // with odd and even weeks a wrong one is a matter of structural.slot
  if (grid.weeks === 1 && document.weeks !== 'every') fault('lesson.weeks', name, section);
  const weeks = grid.weeks === 1 ? 'every' : document.weeks;
  const start = grid.slotById.get(document.slot) ?? -1;
  const period = start < 0 ? -1 : start % grid.periodsPerDay;
  const inDay = start < 0 ? 0 : Math.min(filled.length, grid.periodsPerDay - period);
  const teachers = (document.teachers ?? []).flatMap((id) => model.teacherOf.get(id) ?? []);
  const known = document.teachers?.length === teachers.length;
  const same = known && inOrder(teachers).join() === section.teachers.join();
  const ownTeachers = document.teachers !== undefined && !same;
  return {
    section,
    filled,
    slotId: document.slot,
    start,
    period,
    weeks,
    heldIn: weeks === 'every' ? [...Array(grid.weeks).keys()] : [weeks === 'odd' ? 0 : 1],
    slots: lessonSlots(grid, start, inDay, weeks),
    room: document.room === undefined ? -1 : (model.roomOf.get(document.room) ?? -1),
    roomNamed: document.room !== undefined,
    teachers: ownTeachers ? inOrder(teachers) : section.teachers,
    listed: document.teachers ?? section.document.teachers,
    ownTeachers,
  };
}

const compareLessons = (a: Lesson, b: Lesson): number =>
  compareIds(a.section, b.section) || a.index - b.index || compareText(JSON.stringify(a), JSON.stringify(b));

/** `base`: the earlier week that change is measured against. */
export function readWeek(school: School, timetable: Timetable, base?: Timetable): { week: Week; faults: Breach[] } {
  const model = makeSchoolModel(completeSchool(school, timetable.homerooms), base);
  const ownHomerooms = new Set(school.homerooms.map(({ id }) => id));
  const week: Week = {
    model,
    timetable,
    scope: timetable.scope,
    ...(base === undefined ? {} : { earlier: readEarlierWeek(model, base) }),
    formed: new Set(timetable.homerooms.map(({ id }) => id).filter((id) => !ownHomerooms.has(id))),
    unplacedStudents: school.students.filter(({ homeroom }) => homeroom === undefined),
    givenById: new Map((model.school.sections ?? []).map((section) => [section.id, section])),
    takers: deriveTakers(model),
    sections: [],
    lessons: [],
    leads: new Map(),
    study: readStudy(model, timetable),
    sectionsOfStudent: model.school.students.map(() => []),
    sectionsOfUnlisted: model.school.homerooms.map(() => []),
    lessonsOfTeacher: model.school.teachers.map(() => []),
    lessonsOfRoom: model.school.rooms.map(() => []),
  };
  const faults: Breach[] = [];
  const fault: Fault = (code, value, section) => {
    const who = section === undefined ? [] : [sectionWho(week, section)];
    faults.push({ who, slots: [], deviation: 1, params: { fault: code, value } });
  };
  const courseOrder = (section: TimetableSection): number => model.courseOf.get(section.course) ?? -1;
  const documents = timetable.sections
    .map(inTextOrder)
    .toSorted((a, b) => courseOrder(a) - courseOrder(b) || compareIds(a.id, b.id));
  week.sections = oncePerId(documents, fault).flatMap((document) => readSection(week, document, fault) ?? []);
  const sectionById = new Map(week.sections.map((section) => [section.id, section]));
  if (week.scope === 'sections') {
    if (timetable.lessons.length > 0) fault('scope.lessons', String(timetable.lessons.length));
  } else {
    for (const document of timetable.lessons.toSorted(compareLessons)) {
      const section = sectionById.get(document.section);
      const lesson = section && readLesson(week, section, document, fault);
      if (section === undefined) fault('lesson.section', document.section);
      if (lesson) section?.lessons.push(lesson);
    }
  }
  week.lessons = week.sections.flatMap((section) => section.lessons);
  for (const section of week.sections) {
    for (const student of section.students) week.sectionsOfStudent[student]?.push(section);
    for (const homeroom of section.unlisted) week.sectionsOfUnlisted[homeroom]?.push(section);
  }
  week.leads = leadsOf(week);
  for (const lesson of week.lessons) {
    const joint = standsFor(week.leads, lesson);
    for (const teacher of lesson.teachers) {
      if (!joint?.teachers.includes(teacher)) week.lessonsOfTeacher[teacher]?.push(lesson);
    }
    if (joint?.room !== lesson.room) week.lessonsOfRoom[lesson.room]?.push(lesson);
  }
  checkOtherParts(week, fault);
  return { week, faults };
}
