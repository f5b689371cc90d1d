/**
 * Joint lessons (合班): sections that a rule `sections.joint` names are taught together. Of their lessons of one index that are held at the
 * same time the first section's stands for all: it counts once for its teachers, and in its room, whose seats bind everybody in it.
 */
import { isAtSameTime, joinedSections } from './rules/sections-joint.ts';
import type { JudgedLesson, JudgedSection, Week } from './week.ts';

/** The section that leads each of the others it is joined with. */
export function leadsOf(week: Week): Map<JudgedSection, JudgedSection> {
  const leads = new Map<JudgedSection, JudgedSection>();
  for (const { type, rule } of week.model.rules) {
    if (type !== 'sections.joint') continue;
    const [lead, ...others] = joinedSections(week, rule);
    for (const other of others) if (lead && lead !== other) leads.set(other, lead);
  }
  return leads;
}

/** The lesson that stands for another one, where one does. */
export function standsFor(leads: Map<JudgedSection, JudgedSection>, lesson: JudgedLesson): JudgedLesson | undefined {
  const same = leads.get(lesson.section)?.lessons.find(({ filled }) => filled.index === lesson.filled.index);
  return same !== undefined && lesson.start >= 0 && isAtSameTime(same, lesson) ? same : undefined;
}
