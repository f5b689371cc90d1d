/** `course.days`: a must rule spreads the lessons of a section over more days than it has. */
import { fact, type Finding } from '../finding.ts';
import type { Situation } from '../situation.ts';
import { lessonWindow, placeOf, selectsCourse } from '../windows.ts';

export function findSpread(situation: Situation): Finding[] {
  const { model } = situation;
  const { grid } = model;
  return situation.rules.flatMap(({ id, type, rule }) => {
    if (type !== 'course.spread') return [];
    return situation.needs.flatMap((need): Finding[] => {
      const place = placeOf(need);
      const course = model.courses[need.course];
      if (!course || need.sections === 0 || !selectsCourse(model, rule, need.course, place)) return [];
      const weekly = course.lessons.filter(({ weeks }) => weeks === 'every');
      const days = new Set<number>();
      for (const lesson of weekly) {
        lessonWindow(model, need.course, lesson, place, []).forEach((bit, slot) => {
          if (bit && slot < grid.slotsPerWeek) days.add(Math.floor(slot / grid.periodsPerDay));
        });
      }
      const perDay = typeof rule['maxPerDay'] === 'number' ? rule['maxPerDay'] : Number.POSITIVE_INFINITY;
      const gap = typeof rule['minGapDays'] === 'number' ? rule['minGapDays'] : 0;
      const span = days.size === 0 ? 0 : Math.max(...days) - Math.min(...days);
      const byGap = gap === 0 ? Number.POSITIVE_INFINITY : Math.floor(span / gap) + 1;
      const available = Math.min(perDay * days.size, byGap);
      if (weekly.length <= available) return [];
      const name = fact('course', course.id);
      const sums = { needed: weekly.length, available, days: days.size, [name]: weekly.length };
      return [{ kind: 'course.days', facts: [name, fact('rule', id)], sums }];
    });
  });
}
