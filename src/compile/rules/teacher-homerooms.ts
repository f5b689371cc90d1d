/** Rules on who teaches the sections of one homeroom. */
import { isPlaceSelected, type LowerRule, type Lowering } from '../context.ts';
import type { FilledRule } from '../../school/model.ts';

/** Sections at home, by homeroom, of those that the rule's selectors select. */
function homeSectionsOf(filled: FilledRule, context: Lowering): Map<number, number[]> {
  const { model, sections } = context;
  const found = new Map<number, number[]>();
  sections.forEach((section, index) => {
    if (section.homeroom < 0 || !isPlaceSelected(filled, section, model)) return;
    const own = found.get(section.homeroom);
    if (own) own.push(index);
    else found.set(section.homeroom, [index]);
  });
  return found;
}

/** 班主任任本班; courses that are the head teacher's anyway are not looked at. */
export const lowerTeacherKeepsHomeroom: LowerRule = (filled, rule, context) => {
  const { model, rolesOf, monitors } = context;
  const named = filled.rule.teachers;
  const isOpen = (section: number): boolean =>
    model.courses[context.sections[section]?.course ?? -1]?.teachers !== 'head';
  for (const [homeroom, all] of homeSectionsOf(filled, context)) {
    const sections = all.filter(isOpen);
    if (sections.length === 0) continue;
    const head = model.school.homerooms[homeroom]?.headTeacher;
    const teacher = head === undefined ? undefined : model.teacherOf.get(head);
    if (head === undefined || teacher === undefined || (named && !named.includes(head))) continue;
    monitors.staff.absent(
      rule,
      teacher,
      sections.flatMap((section) => rolesOf[section] ?? []),
    );
  }
};

/** 同一教师: one who is in all of the homeroom's sections. */
export const lowerTeacherSame: LowerRule = (filled, rule, context) => {
  const { rolesOf, monitors } = context;
  for (const own of homeSectionsOf(filled, context).values()) {
    const parts = own.map((section) => rolesOf[section] ?? []).filter((roles) => roles.length > 0);
    if (parts.length > 1) monitors.staff.unlike(rule, parts);
  }
};
