/** A school whose sections stand → the file of FET 6.8 that asks for its week. */
import { makeFaultList } from '../../school/fault-list.ts';
import type { Fault } from '../../school/fault.ts';
import { completeSchool } from '../../school/complete.ts';
import { makeSchoolModel } from '../../school/model.ts';
import type { School } from '../../school/types.ts';
import type { Timetable } from '../../timetable/types.ts';
import { writeAddress } from './comments.ts';
import { noConstraints, type Constraints } from './constraints.ts';
import { fixedLessons, fixedSections, type FixedLesson } from './fixed-sections.ts';
import { fetNames } from './names.ts';
import { addRules, type Wishes } from './rule-constraints.ts';
import { addStructure } from './structural-constraints.ts';
import { studentSets } from './student-sets.ts';
import type { WeekProblem } from './week-problem.ts';
import { plainText, writeXml, type XmlElement } from './xml.ts';

export const FET_VERSION = '6.8.5';

export interface FetFile {
  /** null where a fault stands against it */
  text: string | null;
  faults: Fault[];
}

const list = (tag: string, item: string, count: string | undefined, items: readonly XmlElement[][]): XmlElement => [
  tag,
  [
    ...(count === undefined ? [] : [[count, items.length] as const]),
    ...items.map((fields): XmlElement => [item, fields]),
  ],
];

function addressOf({ model }: WeekProblem, { section, filled }: FixedLesson): string {
  const { school } = model;
  const whole = {
    course: school.courses[section.course]?.id ?? '',
    homerooms: section.homerooms.map((home) => school.homerooms[home]?.id ?? ''),
    ...(section.line === undefined ? {} : { line: section.line }),
    ...(section.unlisted.length === 0 ? {} : { size: section.size }),
  };
  return writeAddress({ section: section.id, index: filled.index, ...(filled.index === 0 ? whole : {}) });
}

function activities(problem: WeekProblem, constraints: Constraints): XmlElement[][] {
  const { model, names, sets, lessons } = problem;
  const firstOf = new Map<string, number>();
  for (const { id, section } of lessons) if (!firstOf.has(section.id)) firstOf.set(section.id, id);
  return lessons.map((lesson) => {
    const { id, section, filled, teachers } = lesson;
    const course = model.courses[section.course];
    const students = sets.nameOf.get(section.id);
    return [
      ...teachers.map((teacher): XmlElement => ['Teacher', names.teachers.of[teacher] ?? '']),
      ['Subject', names.courses.of[section.course] ?? ''],
      ...(constraints.tagsOf.get(id) ?? []).map((tag): XmlElement => ['Activity_Tag', tag]),
      ...(students === undefined ? [] : [['Students', students] as const]),
      ['Duration', filled.length],
      ['Total_Duration', course?.periods ?? filled.length],
      ['Id', id],
      ['Activity_Group_Id', (course?.lessons.length ?? 1) > 1 ? (firstOf.get(section.id) ?? 0) : 0],
      ['Active', true],
      ['Comments', addressOf(problem, lesson)],
    ];
  });
}

function documentOf(problem: WeekProblem, constraints: Constraints): string {
  const { model, names, sets } = problem;
  const { school } = model;
  const named = (all: readonly string[]): XmlElement[][] => all.map((name) => [['Name', name]]);
  const basic = (name: string): XmlElement => [
    name,
    [
      ['Weight_Percentage', 100],
      ['Active', true],
      ['Comments', ''],
    ],
  ];
  return writeXml(`fet version="${FET_VERSION}"`, [
    ['Mode', 'Official'],
    ['Institution_Name', plainText(school.name)],
    ['Comments', plainText(school.term ?? '')],
    list('Days_List', 'Day', 'Number_of_Days', named(names.days.of)),
    list('Hours_List', 'Hour', 'Number_of_Hours', named(names.hours.of)),
    list(
      'Subjects_List',
      'Subject',
      undefined,
      names.courses.of.map((name) => [
        ['Name', name],
        ['Comments', ''],
      ]),
    ),
    list(
      'Activity_Tags_List',
      'Activity_Tag',
      undefined,
      constraints.tags.map((name) => [
        ['Name', name],
        ['Printable', false],
        ['Comments', ''],
      ]),
    ),
    list(
      'Teachers_List',
      'Teacher',
      undefined,
      names.teachers.of.map((name) => [
        ['Name', name],
        ['Target_Number_of_Hours', 0],
        ['Qualified_Subjects', ''],
        ['Comments', ''],
      ]),
    ),
    ['Students_List', sets.xml],
    list('Activities_List', 'Activity', undefined, activities(problem, constraints)),
    ['Buildings_List', []],
    list(
      'Rooms_List',
      'Room',
      undefined,
      school.rooms.flatMap((room, index) =>
        (names.rooms.of[index] ?? []).map((name): XmlElement[] => [
          ['Name', name],
          ['Building', ''],
          ['Capacity', Math.min(room.seats, room.maxSize ?? room.seats)],
          ['Virtual', false],
          ['Comments', ''],
        ]),
      ),
    ),
    ['Time_Constraints_List', [basic('ConstraintBasicCompulsoryTime'), ...constraints.time]],
    ['Space_Constraints_List', [basic('ConstraintBasicCompulsorySpace'), ...constraints.space]],
    ['Timetable_Generation_Options_List', []],
  ]);
}

/** Teachers of lessons that have their own, as a timetable lists them. */
function ownTeachers(week: Timetable | undefined, teacherOf: Map<string, number>): Map<string, number[]> {
  return new Map(
    (week?.lessons ?? []).flatMap(({ section, index, teachers }) =>
      teachers === undefined
        ? []
        : [[`${section} ${index}`, teachers.flatMap((id) => teacherOf.get(id) ?? [])] as const],
    ),
  );
}

/**
 * Sections are those of `week` (a week or a plan), else the school's own: all of them, with students and teachers. A warning names each
 * rule and lock that FET cannot be told; odd and even weeks are refused. `wishes`: rules below must that are to be told.
 */
export function writeFet(document: School, week?: Timetable, wishes: Wishes = 'all'): FetFile {
  const faults = makeFaultList();
  const model = makeSchoolModel(week ? completeSchool(document, week.homerooms) : document);
  if (model.grid.weeks > 1) {
    faults.report('fet.weeks', 'calendar.weeks');
    return { text: null, faults: faults.list() };
  }
  const own = new Set(document.homerooms.map(({ id }) => id));
  const formed = new Set(model.school.homerooms.map(({ id }) => id).filter((id) => !own.has(id)));
  const sections = fixedSections(model, week?.sections, faults.report);
  const lessons = fixedLessons(model, sections, ownTeachers(week, model.teacherOf), faults.report);
  if (faults.hasFaults()) return { text: null, faults: faults.list() };
  const problem: WeekProblem = {
    model,
    names: fetNames(model),
    sections,
    lessons,
    sets: studentSets(model, sections, formed),
  };
  const constraints = noConstraints();
  for (const lock of addStructure(problem, constraints)) faults.warn('fet.lock', `locks[${lock}]`);
  for (const { id, type } of addRules(problem, wishes, constraints)) faults.warn('fet.rule', id, undefined, { type });
  model.school.grades.forEach(({ lines, id }, grade) => {
    const open = typeof lines === 'number' || lines?.some(({ slots }) => slots === undefined);
    if (open) faults.warn('fet.lines', `grades[${grade}].lines`, undefined, { grade: id });
  });
  return { text: documentOf(problem, constraints), faults: faults.list() };
}
