/** What the school's must rules, locks and lines take away from a section, whoever else is taught when. */
import type { FilledRule } from '../../school/model.ts';
import { slotMask } from '../../school/slots.ts';
import type { Line, Lock } from '../../school/types.ts';
import type { ReportContext } from '../context.ts';
import type { Week } from '../week.ts';
import type { Place } from './places.ts';
import { RULE_LIMITS } from './rule-limits.ts';

export interface Limit {
  kind: 'rule' | 'lock' | 'line';
  /** of the rule; index of the lock; grade and line */
  id: string;
  forbids(place: Place, lesson: number): boolean;
}

function selects(context: ReportContext, section: number, { rule }: FilledRule): boolean {
  const { week, home } = context;
  const { model } = week;
  const it = week.timetable.sections[section];
  const course = model.school.courses[week.course[section] ?? -1];
  if (!it || !course || rule.rooms !== undefined || rule['students'] !== undefined) return false;
  const grouping = (home[section] ?? -1) >= 0 ? 'homeroom' : 'walking';
  return (
    (rule.courses?.includes(course.id) ?? true) &&
    (rule.subjects?.includes(course.subject) ?? true) &&
    (rule.grades?.includes(course.grade) ?? true) &&
    (rule.homerooms?.some((id) => it.homerooms.includes(id)) ?? true) &&
    (rule.teachers?.some((id) => it.teachers.includes(id)) ?? true) &&
    (rule.sections?.some((address) =>
      typeof address === 'string'
        ? address === it.id
        : address.course === course.id && it.homerooms.includes(address.homeroom),
    ) ??
      true) &&
    (rule.grouping === undefined || rule.grouping === grouping)
  );
}

function ruleLimits(context: ReportContext, section: number): Limit[] {
  return context.week.model.rules.flatMap((filled): Limit[] => {
    const forbids = filled.strength === 'must' ? RULE_LIMITS[filled.type] : undefined;
    if (!forbids || !selects(context, section, filled)) return [];
    return [{ kind: 'rule', id: filled.id, forbids: forbids(context.week, section, filled.rule) }];
  });
}

/** Types of must rules that every place is asked about. */
export const LOOKED_AT = Object.keys(RULE_LIMITS);

/** Must rules on the section that no place is asked about: what they allow hangs on other lessons. */
export const otherMusts = (context: ReportContext, section: number): string[] =>
  context.week.model.rules.flatMap((filled) => {
    const { id, type, strength } = filled;
    const other = strength === 'must' && !LOOKED_AT.includes(type) && type !== 'teacher.meeting';
    return other && selects(context, section, filled) ? [id] : [];
  });

/** Whether the lock is about the section. */
export function isLocked({ timetable }: Week, section: number, lock: Lock): boolean {
  const it = timetable.sections[section];
  const named = lock.section ?? { course: lock.course, homeroom: lock.homeroom };
  if (typeof named === 'string') return named === it?.id;
  return named.course === it?.course && it?.homerooms.includes(named.homeroom ?? '') === true;
}

function lockLimits({ week }: ReportContext, section: number): Limit[] {
  const { model } = week;
  return (model.school.locks ?? []).flatMap((lock, index): Limit[] => {
    if (lock.slot === undefined || lock.student !== undefined || !isLocked(week, section, lock)) return [];
    const slot = model.grid.slotById.get(lock.slot);
    // Without an index, the lock is kept by whatever lesson is there.
    const there = (week.lessons[section] ?? []).filter(({ start }) => start === slot);
    const held = lock.index ?? (there.length === 1 ? there[0]?.index : undefined);
    return [{ kind: 'lock', id: String(index), forbids: ({ start }, of) => of === held && start !== slot }];
  });
}

/** A line with slots keeps its sections in them; the slots of the grade's other lines are theirs. */
function lineLimits({ week }: ReportContext, section: number): Limit[] {
  const { model, timetable } = week;
  const it = timetable.sections[section];
  const grade = model.courses[week.course[section] ?? -1]?.grade ?? -1;
  const { id: gradeId = '', lines } = model.school.grades[grade] ?? {};
  if (it?.line === undefined || lines === undefined) return [];
  const stated: Line[] = Array.isArray(lines)
    ? lines
    : Array.from({ length: lines }, (_, i) => ({ id: String(i + 1) }));
  return stated.flatMap((line): Limit[] => {
    const own = line.id === it.line;
    const slots = line.slots === undefined ? undefined : slotMask(model.grid, line.slots);
    if (own && slots === undefined) return [];
    const taken = new Set<number>();
    if (slots) slots.forEach((bit, slot) => bit && taken.add(slot));
    else
      timetable.sections.forEach((other, index) => {
        const same = other.line === line.id && model.courses[week.course[index] ?? -1]?.grade === grade;
        if (same) for (const lesson of week.lessons[index] ?? []) for (const slot of lesson.slots) taken.add(slot);
      });
    return [
      {
        kind: 'line',
        id: `${gradeId}/${line.id}`,
        forbids: ({ slots: at }) => at.some((slot) => taken.has(slot) !== own),
      },
    ];
  });
}

export const limitsOf = (context: ReportContext, section: number): Limit[] => [
  ...ruleLimits(context, section),
  ...lockLimits(context, section),
  ...lineLimits(context, section),
];
