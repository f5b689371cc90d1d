/**
 * The sets over which students are shared out evenly: per course and pool the walking sections whose students the school does not name, and
 * per grade the homerooms that are formed.
 */
import type { Rule } from '../../school/types.ts';
import type { Who } from '../../timetable/types.ts';
import { formedHomerooms } from '../formed-homerooms.ts';
import { courseWho, gradeWho, homeroomWho, sectionWho } from '../names.ts';
import { selectSections } from '../selectors.ts';
import { isFormed, type Week } from '../week.ts';

export interface BalancedSet {
  who: Who;
  /** the subject of the course, by id; absent for homerooms */
  subject?: string;
  members: { who: Who; students: number[] }[];
}

const SECTION_SELECTORS = ['courses', 'subjects', 'sections', 'teachers', 'rooms', 'students'] as const;

function formedSets(week: Week, rule: Rule): BalancedSet[] {
  if (SECTION_SELECTORS.some((selector) => rule[selector] !== undefined) || rule.grouping === 'walking') return [];
  const { model } = week;
  const selected = formedHomerooms(week).filter(({ id }) => rule.homerooms?.includes(id) !== false);
  return model.school.grades.flatMap((grade, index) => {
    if (rule.grades?.includes(grade.id) === false) return [];
    const ofGrade = selected.filter((homeroom) => model.school.homerooms[homeroom.index]?.grade === grade.id);
    const members = ofGrade.map((homeroom) => ({
      who: homeroomWho(week, homeroom.index),
      students: [...new Set(homeroom.students.flatMap((id) => model.studentOf.get(id) ?? []))],
    }));
    return members.length === 0 ? [] : [{ who: gradeWho(week, index), members }];
  });
}

export function balancedSets(week: Week, rule: Rule): BalancedSet[] {
  const pools = new Map<string, BalancedSet>();
  for (const section of selectSections(week, rule)) {
    if (section.home || !isFormed(section)) continue;
    const key = `${section.courseIndex} ${section.pool}`;
    const subject = week.model.school.subjects[section.course.subject]?.id ?? '';
    const pool = pools.get(key) ?? { who: courseWho(week, section.courseIndex), subject, members: [] };
    pools.set(key, pool);
    pool.members.push({ who: sectionWho(week, section), students: section.students });
  }
  return [...pools.values(), ...formedSets(week, rule)];
}
