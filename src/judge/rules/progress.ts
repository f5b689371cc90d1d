/**
 * A teacher's sections of one course, side by side. 进度一致（教案齐头） `progress.equal`, 连排齐头 `progress.doubles`: occurrences i, up to the
 * fewest that a section has, whose last day − first day > `days`; lessons are counted in order of time, a double as one, days numbered over
 * the cycle. 先后轮换（教案平头） `progress.alternate`: with D days of the cycle on which all n sections meet, Σ over sections max(0, first −
 * ⌈D/n⌉, ⌊D/n⌋ − first), first = how many of these days the section is the first (of sections at the same time the first in order).
 * Sections taught together are one. One finding per teacher and course. params: sections, and the largest distance in days; of alternate the days D, most and fewest.
 */
import type { Rule } from '../../school/types.ts';
import type { Breach } from '../judgement.ts';
import { standsFor } from '../joint.ts';
import { courseWho, sectionWho, teacherWho } from '../names.ts';
import { selectSections } from '../selectors.ts';
import { dayOf, slotIdsOf, type JudgedLesson, type JudgedSection, type Week } from '../week.ts';
import { isDouble } from './occurrences.ts';
import { countOf, type RuleJudge } from './rule-judge.ts';

interface Course {
  teacher: number;
  courseIndex: number;
  /** two or more, in order */
  sections: JudgedSection[];
}

/** Of sections that are taught together (合班) in all their lessons, the first: one lesson has one day. */
function onceTaught(week: Week, sections: JudgedSection[]): JudgedSection[] {
  const leading = (section: JudgedSection): JudgedSection => {
    const lead = week.leads.get(section);
    const isOne =
      lead?.lessons.length === section.lessons.length &&
      section.lessons.every((lesson) => standsFor(week.leads, lesson) !== undefined);
    return isOne ? lead : section;
  };
  const leads = sections.map(leading);
  return sections.filter((_, i) => leads.findIndex((lead) => lead === leads[i]) === i);
}

/** What a rule looks at: per teacher and course, the selected sections that the teacher has. */
function coursesTaught(week: Week, rule: Rule): Course[] {
  const { teachers: named, ...places } = rule;
  const sections = selectSections(week, places);
  return week.model.school.teachers.flatMap(({ id }, teacher) => {
    if (named?.includes(id) === false) return [];
    const own = sections.filter((section) => section.teachers.includes(teacher));
    return [...new Set(own.map(({ courseIndex }) => courseIndex))].flatMap((courseIndex) => {
      const ofCourse = onceTaught(
        week,
        own.filter((section) => section.courseIndex === courseIndex),
      );
      return ofCourse.length < 2 ? [] : [{ teacher, courseIndex, sections: ofCourse }];
    });
  });
}

/** First slots over the cycle, in order of time. */
const beginnings = ({ model: { grid } }: Week, lessons: readonly JudgedLesson[]): number[] =>
  lessons
    .filter(({ start }) => start >= 0)
    .flatMap(({ start, heldIn }) => heldIn.map((inWeek) => inWeek * grid.slotsPerWeek + start))
    .toSorted((a, b) => a - b);

const whoOf = (week: Week, { teacher, courseIndex, sections }: Course): Breach['who'] => [
  teacherWho(week, teacher),
  courseWho(week, courseIndex),
  ...sections.map((section) => sectionWho(week, section)),
];

function unequal(week: Week, rule: Rule, counts: (lesson: JudgedLesson) => boolean): Breach[] {
  const most = countOf(rule['days'], 0);
  return coursesTaught(week, rule).flatMap((course) => {
    const begins = course.sections.map((section) => beginnings(week, section.lessons.filter(counts)));
    const fewest = Math.min(...begins.map(({ length }) => length));
    const occurrences = Array.from({ length: fewest }, (_, i) => begins.map((slots) => slots[i] ?? 0));
    const distance = (slots: number[]): number => {
      const days = slots.map((slot) => dayOf(week, slot));
      return Math.max(...days) - Math.min(...days);
    };
    const far = occurrences.filter((slots) => distance(slots) > most);
    if (far.length === 0) return [];
    const params = { sections: course.sections.length, distance: Math.max(...far.map(distance)), most };
    return [{ who: whoOf(week, course), slots: slotIdsOf(week, far.flat()), deviation: far.length, params }];
  });
}

export const judgeProgressEqual: RuleJudge = (week, rule) => unequal(week, rule, () => true);
export const judgeProgressDoubles: RuleJudge = (week, rule) => unequal(week, rule, isDouble);

export const judgeProgressAlternate: RuleJudge = (week, rule) =>
  coursesTaught(week, rule).flatMap((course) => {
    const n = course.sections.length;
    const earliest = course.sections.map((section) => {
      const onDay = new Map<number, number>();
      // later ones first, so that the earliest stays
      for (const slot of beginnings(week, section.lessons).toReversed()) onDay.set(dayOf(week, slot), slot);
      return onDay;
    });
    const days = [...(earliest[0]?.keys() ?? [])].filter((day) => earliest.every((onDay) => onDay.has(day)));
    const first = course.sections.map(() => 0);
    for (const day of days) {
      const slots = earliest.map((onDay) => onDay.get(day) ?? 0);
      const leads = slots.indexOf(Math.min(...slots));
      first[leads] = (first[leads] ?? 0) + 1;
    }
    const [least, most] = [Math.floor(days.length / n), Math.ceil(days.length / n)];
    const deviation = first.reduce((sum, times) => sum + Math.max(0, times - most, least - times), 0);
    if (deviation === 0) return [];
    const params = { sections: n, days: days.length, most: Math.max(...first), fewest: Math.min(...first) };
    return [{ who: whoOf(week, course), slots: [], deviation, params }];
  });
