/**
 * 合班 `sections.joint` (a set; must only): for each section after the first of `sections`, lessons by index that only one of the two has or
 * that are at another time, lessons at the same time in another room, and 1 if the teachers differ. One finding per section. params: times,
 * rooms, teachers.
 */
import type { Rule } from '../../school/types.ts';
import { findSection } from '../find-section.ts';
import { sectionWho } from '../names.ts';
import { slotIdsOf, type JudgedLesson, type JudgedSection, type Week } from '../week.ts';
import type { RuleJudge } from './rule-judge.ts';

/** The sections that a rule joins, in the order it names them. */
export const joinedSections = (week: Week, rule: Rule): JudgedSection[] => [
  ...new Set((rule.sections ?? []).flatMap((section) => findSection(week, { section }) ?? [])),
];

export const isAtSameTime = (one: JudgedLesson, other: JudgedLesson): boolean =>
  one.start === other.start && one.weeks === other.weeks;

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));

export const judgeSectionsJoint: RuleJudge = (week, rule) => {
  const [lead, ...others] = joinedSections(week, rule);
  return others.flatMap((section) => {
    const byIndex = new Map(lead?.lessons.map((lesson) => [lesson.filled.index, lesson]));
    const missing = lead?.lessons.filter(
      ({ filled }) => !section.lessons.some((lesson) => lesson.filled.index === filled.index),
    );
    const elsewhen = section.lessons.filter((lesson) => {
      const same = byIndex.get(lesson.filled.index);
      return same === undefined || !isAtSameTime(same, lesson);
    });
    const elsewhere = section.lessons.filter((lesson) => {
      const same = byIndex.get(lesson.filled.index);
      return same !== undefined && isAtSameTime(same, lesson) && same.room !== lesson.room;
    });
    const params = {
      times: elsewhen.length + (missing?.length ?? 0),
      rooms: elsewhere.length,
      teachers: sameIds(lead?.document.teachers ?? [], section.document.teachers) ? 0 : 1,
    };
    const deviation = params.times + params.rooms + params.teachers;
    if (lead === undefined || deviation === 0) return [];
    const slots = [...(missing ?? []), ...elsewhen, ...elsewhere].flatMap((lesson) => lesson.slots);
    return [
      { who: [sectionWho(week, lead), sectionWho(week, section)], slots: slotIdsOf(week, slots), deviation, params },
    ];
  });
};
