/**
 * 1 per missing or wrong teacher of a section: none for "none", else exactly one candidate, and one more of each list of `with`; "head" is
 * the head teacher of a homeroom of the section. Teachers whom the school itself gives or locks to the section count as candidates. All
 * lessons of a section have its teachers (1 per section where one does not), and one more of each list of the lesson's own `with` (1 per
 * lesson and list). Which teacher is there for which list is read in the section's favour.
 * params: reason = unneeded · missing · several · candidate · lesson · with.
 */
import type { Breach } from '../judgement.ts';
import { findSection } from '../find-section.ts';
import { sectionWho, teacherWho } from '../names.ts';
import type { JudgedSection, Week } from '../week.ts';
import { asksForMore, extraTeachers, placesOfSection, wrongPlaces, type Place } from './roles.ts';

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));

/** Teacher lists that the school states for the section. */
function stated(week: Week): Map<JudgedSection, string[][]> {
  const lists = new Map<JudgedSection, string[][]>();
  const add = (section: JudgedSection | undefined, teachers: string[] | undefined): void => {
    if (section && teachers) lists.set(section, [...(lists.get(section) ?? []), teachers]);
  };
  for (const section of week.sections) add(section, section.given?.teachers);
  for (const lock of week.model.school.locks ?? []) add(findSection(week, lock), lock.teachers);
  return lists;
}

function isCandidate({ model }: Week, section: JudgedSection, id: string): boolean {
  const { teachers } = section.course;
  if (teachers === 'none') return false;
  if (teachers === 'head')
    return section.seated.some((homeroom) => model.school.homerooms[homeroom]?.headTeacher === id);
  const index = model.teacherOf.get(id);
  return index !== undefined && teachers.includes(index);
}

const isOneOf =
  ({ model }: Week, list: number[]): Place =>
  (id) =>
    list.includes(model.teacherOf.get(id) ?? -1);

function teachersOfSection(week: Week, section: JudgedSection, statedLists: string[][]): number {
  const { teachers } = section.document;
  if (statedLists.some((list) => sameSet(list, teachers))) return 0;
  const isStated: Place = (id) => statedLists.some((list) => list.includes(id));
  const own: Place[] = section.course.teachers === 'none' ? [] : [(id) => isCandidate(week, section, id)];
  const places = [...own, ...section.course.with.map((list) => isOneOf(week, list))];
  return wrongPlaces(
    places.map(
      (place): Place =>
        (id) =>
          place(id) || isStated(id),
    ),
    teachers,
  );
}

function reasonAgainst({ course, document: { teachers } }: JudgedSection, places: number): string {
  if (teachers.length > places) return course.teachers === 'none' ? 'unneeded' : 'several';
  return teachers.length < places ? 'missing' : 'candidate';
}

/** By reason. A lesson that asks for more teachers lists all who are present; every other one has its section's. */
function wrongTeachers(week: Week, section: JudgedSection, statedLists: string[][]): [reason: string, count: number][] {
  const others = section.lessons.filter((lesson) => {
    if (!asksForMore(lesson)) return lesson.ownTeachers;
    return lesson.ownTeachers && !section.teachers.every((teacher) => lesson.teachers.includes(teacher));
  });
  const wrong = teachersOfSection(week, section, statedLists);
  const missing = section.lessons.filter(asksForMore).reduce((sum, { filled, listed }) => {
    const lists = filled.with.map((list) => isOneOf(week, list));
    return sum + wrongPlaces(lists, extraTeachers(section, listed));
  }, 0);
  return [
    [
      others.length > 0 ? 'lesson' : reasonAgainst(section, placesOfSection(section)),
      Math.max(wrong, others.length > 0 ? 1 : 0),
    ],
    ['with', missing],
  ];
}

export function judgeQualified(week: Week): Breach[] {
  const lists = stated(week);
  return week.sections.flatMap((section) => {
    const who = [sectionWho(week, section), ...section.teachers.map((teacher) => teacherWho(week, teacher))];
    return wrongTeachers(week, section, lists.get(section) ?? [])
      .filter(([, count]) => count > 0)
      .map(([reason, count]) => ({ who, slots: [], deviation: count, params: { reason } }));
  });
}
