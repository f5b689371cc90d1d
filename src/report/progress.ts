/**
 * How far a teacher's sections of one course are apart, for the schools that ask for it (`progress.…`): per rule, teacher and course. The
 * selectors of the rule are read as the judge reads them; deviations stand in the score, here is what they come from.
 */
import type { Rule } from '../school/types.ts';
import type { TextParams } from '../text/catalogue.ts';
import type { PlacedLesson, Week } from './week.ts';

export interface ProgressRow {
  rule: string;
  type: string;
  teacher: number;
  course: number;
  /** section indexes, in the order of the timetable */
  sections: number[];
  /** per occurrence that all sections have, days from the first section to the last; of `progress.alternate` empty */
  distances: number[];
  /** days apart that the rule allows; of `progress.alternate` 0 */
  allowed: number;
  /** of `progress.alternate`: days on which all meet, and how often each section is the first */
  days: number;
  first: number[];
}

const anyOf = (ids: readonly string[] | undefined, id: string | undefined): boolean =>
  ids === undefined || (id !== undefined && ids.includes(id));

/** Whether the rule looks at the section: every selector but `teachers`. */
function isSelected(week: Week, atHome: readonly Set<number>[], rule: Rule, section: number): boolean {
  const { school, courses } = week.model;
  const document = week.timetable.sections[section];
  const courseIndex = week.course[section] ?? -1;
  const course = courses[courseIndex];
  if (document === undefined || course === undefined) return false;
  const { homerooms } = document;
  const home =
    homerooms.length > 0 && homerooms.every((id) => atHome[courseIndex]?.has(week.model.homeroomOf.get(id) ?? -1));
  const isAddressed = (address: string | { course: string; homeroom: string }): boolean =>
    typeof address === 'string'
      ? address === document.id
      : address.course === document.course && homerooms.includes(address.homeroom);
  const inRoom = (week.lessons[section] ?? []).map(({ room }) => school.rooms[room]?.id);
  return (
    anyOf(rule.courses, document.course) &&
    anyOf(rule.subjects, school.subjects[course.subject]?.id) &&
    anyOf(rule.grades, school.grades[course.grade]?.id) &&
    (rule.homerooms === undefined || rule.homerooms.some((id) => homerooms.includes(id))) &&
    (rule.students === undefined || rule.students.some((id) => document.students.includes(id))) &&
    (rule.sections === undefined || rule.sections.some(isAddressed)) &&
    (rule.rooms === undefined || inRoom.some((id) => id !== undefined && rule.rooms?.includes(id))) &&
    (rule.grouping === undefined || (rule.grouping === 'homeroom') === home)
  );
}

/** What a row says, with the words of the report. */
export function progressWords(row: ProgressRow): [key: 'progressDistance' | 'progressTurns', params: TextParams] {
  const { type, distances, allowed, days, first } = row;
  if (type === 'progress.alternate') return ['progressTurns', { days, first: first.join(' · ') }];
  const far = Math.max(0, ...distances);
  return ['progressDistance', { n: distances.length, far, allowed, over: progressFault(row) }];
}

/** First slots over the cycle, in order of time. */
function beginnings(lessons: readonly PlacedLesson[]): number[] {
  return lessons.flatMap(({ slots, length }) => slots.filter((_, i) => i % length === 0)).toSorted((a, b) => a - b);
}

const spread = (days: readonly number[]): number => Math.max(...days) - Math.min(...days);

/** How often each section is the first on the days on which all meet. */
function firsts(days: readonly Map<number, number>[]): { days: number; first: number[] } {
  const all = [...(days[0]?.keys() ?? [])].filter((day) => days.every((onDay) => onDay.has(day)));
  const first = days.map(() => 0);
  for (const day of all) {
    const slots = days.map((onDay) => onDay.get(day) ?? 0);
    const leads = slots.indexOf(Math.min(...slots));
    first[leads] = (first[leads] ?? 0) + 1;
  }
  return { days: all.length, first };
}

function rowOf(week: Week, { id, type, rule }: { id: string; type: string; rule: Rule }, sections: number[]) {
  const { periodsPerDay } = week.model.grid;
  const counts = ({ length }: PlacedLesson): boolean => type !== 'progress.doubles' || length >= 2;
  const begins = sections.map((section) => beginnings((week.lessons[section] ?? []).filter(counts)));
  const dayOf = (slot: number): number => Math.floor(slot / periodsPerDay);
  const allowed = typeof rule['days'] === 'number' ? rule['days'] : 0;
  if (type === 'progress.alternate') {
    const earliest = begins.map((slots) => new Map(slots.toReversed().map((slot) => [dayOf(slot), slot])));
    return { rule: id, type, sections, distances: [], allowed, ...firsts(earliest) };
  }
  const fewest = Math.min(...begins.map(({ length }) => length));
  const distances = Array.from({ length: fewest }, (_, i) => spread(begins.map((slots) => dayOf(slots[i] ?? 0))));
  return { rule: id, type, sections, distances, allowed, days: 0, first: [] };
}

/** Of sections that are taught together (合班) in all their lessons, the first. */
function onceTaught(week: Week, sections: number[]): number[] {
  const leading = (section: number): number => {
    const own = week.lessons[section] ?? [];
    const lead = own[0]?.joint?.section ?? -1;
    const isOne = own.every(({ joint }) => joint !== undefined) && week.lessons[lead]?.length === own.length;
    return isOne ? lead : section;
  };
  const leads = sections.map(leading);
  return sections.filter((_, i) => leads.indexOf(leads[i] ?? -1) === i);
}

/** `atHome` per course: the homerooms that take it at home. */
export function progressRows(week: Week, atHome: readonly Set<number>[]): ProgressRow[] {
  const rules = week.model.rules.filter(({ type }) => type.startsWith('progress.'));
  return rules.flatMap((filled) => {
    const { rule } = filled;
    const selected = week.course.flatMap((_, section) => (isSelected(week, atHome, rule, section) ? [section] : []));
    return week.model.school.teachers.flatMap(({ id }, teacher) => {
      if (!anyOf(rule.teachers, id)) return [];
      const own = selected.filter((section) => week.teachers[section]?.includes(teacher));
      const courses = [...new Set(own.map((section) => week.course[section] ?? -1))].toSorted((a, b) => a - b);
      return courses.flatMap((course) => {
        const ofCourse = onceTaught(
          week,
          own.filter((section) => week.course[section] === course),
        );
        return ofCourse.length < 2 ? [] : [{ teacher, course, ...rowOf(week, filled, ofCourse) }];
      });
    });
  });
}

/** Occurrences further apart than allowed; where sections take turns, how unevenly they do. */
export function progressFault({ type, distances, allowed, days, first }: ProgressRow): number {
  if (type !== 'progress.alternate') return distances.filter((distance) => distance > allowed).length;
  const [least, most] = [Math.floor(days / first.length), Math.ceil(days / first.length)];
  return first.reduce((sum, times) => sum + Math.max(0, times - most, least - times), 0);
}
