/**
 * 1 per section whose teachers are not what its course asks for: none for "none", else exactly one candidate; "head" is the head teacher
 * of a homeroom of the section. Teachers whom the school itself gives or locks to the section count as candidates. All lessons of a
 * section have its teacher. params: reason = unneeded · missing · several · candidate · lesson.
 */
import type { Breach } from '../judgement.ts';
import { findSection } from '../find-section.ts';
import { sectionWho, teacherWho } from '../names.ts';
import type { JudgedSection, Week } from '../week.ts';

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
    return section.homerooms.some((homeroom) => model.school.homerooms[homeroom]?.headTeacher === id);
  const index = model.teacherOf.get(id);
  return index !== undefined && teachers.includes(index);
}

function reasonAgainst(week: Week, section: JudgedSection, statedLists: string[][]): string | undefined {
  if (section.lessons.some((lesson) => lesson.ownTeachers)) return 'lesson';
  const { teachers } = section.document;
  if (statedLists.some((list) => sameSet(list, teachers))) return undefined;
  if (section.course.teachers === 'none') return teachers.length > 0 ? 'unneeded' : undefined;
  const [only] = teachers;
  if (only === undefined) return 'missing';
  if (teachers.length > 1) return 'several';
  return isCandidate(week, section, only) ? undefined : 'candidate';
}

export function judgeQualified(week: Week): Breach[] {
  const lists = stated(week);
  return week.sections.flatMap((section) => {
    const reason = reasonAgainst(week, section, lists.get(section) ?? []);
    if (reason === undefined) return [];
    const who = [sectionWho(week, section), ...section.teachers.map((teacher) => teacherWho(week, teacher))];
    return [{ who, slots: [], deviation: 1, params: { reason } }];
  });
}
