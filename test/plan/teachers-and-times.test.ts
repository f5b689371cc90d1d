/** What lessons must cost because of who is there to teach them, and sections for whoever is away such that it costs least. */
import { describe, expect, test } from 'vitest';
import { provedLeast } from '../../src/api/score.ts';
import { teacherProblem } from '../../src/compile/teacher-problem.ts';
import type { Rule, School } from '../../src/school/types.ts';
import { eventWishes, leastEventCost } from '../../solver/bounds/least-event-cost.ts';
import { makeSwapForTimes, timeCosts } from '../../solver/index.ts';
import { smallSchool } from '../support/small-school.ts';
import { plannedWeek, type PlannedWeek } from '../support/week-of.ts';

const SPREAD: Rule = { id: 'spread', type: 'course.spread', maxPerDay: 1, strength: 'high' };
const MORNINGS: Rule = {
  id: 'mornings',
  type: 'slots.prefer',
  subjects: ['chi'],
  slots: '*.1|2',
  share: 100,
  strength: 'mid',
};

/** 语文 of four periods for both homerooms, by a teacher who is there on Thursday and Friday alone, and by another. */
function withAbsence(most: { away: number; other: number }, rules: Rule[], reading = false): School {
  const school = smallSchool();
  school.defaults = false;
  school.rules = rules;
  school.courses = school.courses.map((course) => (course.id === 'g2-chi' ? { ...course, periods: 4 } : course));
  // 阅读 takes the place of 英语: there are twenty slots.
  if (reading) {
    school.courses = school.courses.filter(({ id }) => id !== 'g2-eng');
    school.courses.push({ id: 'g2-read', name: '阅读', subject: 'chi', grade: 'g2', periods: 2 });
  }
  school.teachers = school.teachers.map((teacher) =>
    teacher.id === 't-chi' ? { ...teacher, load: { max: most.away }, unavailable: 'mon|tue|wed.*' } : teacher,
  );
  school.teachers.push({ id: 't-chi2', name: '程章', subjects: ['chi'], load: { max: most.other } });
  for (const homeroom of school.homerooms) delete homeroom.headTeacher;
  return school;
}

function planned(school: School): PlannedWeek {
  const week = plannedWeek(school);
  if (week === null) throw new Error('the reader refuses the school');
  return week;
}

/** Deviations proved by rule, and the soft cost of all. */
function proved(school: School): { [rule: string]: number; soft: number } {
  const { stage, week } = planned(school);
  const { complete, soft } = provedLeast(stage);
  const by = (id: string): number => complete[week.ruleIds.indexOf(id)]?.value ?? 0;
  return { spread: by('spread'), mornings: by('mornings'), soft };
}

describe('lessons on more days than their teacher is there', () => {
  test('cost nothing where somebody else can take both sections', () => {
    expect(proved(withAbsence({ away: 4, other: 8 }, [SPREAD])).soft).toBe(0);
  });

  test('cost two lessons too many a day where one section is left to whoever is there on two days', () => {
    const { spread, soft } = proved(withAbsence({ away: 4, other: 4 }, [SPREAD]));
    expect({ spread, soft }).toEqual({ spread: 2, soft: 2 * 9 });
  });

  test('cost nothing where the shorter sections fit into these two days', () => {
    expect(proved(withAbsence({ away: 4, other: 8 }, [SPREAD], true)).soft).toBe(0);
  });

  test('and lessons outside the mornings, each rule by itself', () => {
    // Four mornings on two days: every lesson may be in one, at the price of two lessons too many a day, or each day has one.
    const both = proved(withAbsence({ away: 4, other: 4 }, [SPREAD, MORNINGS]));
    expect(both).toEqual({ spread: 2, mornings: 0, soft: 2 * 9 });
    // On three days with one morning there is a lesson too many, and mornings for no more than two of the four.
    const school = withAbsence({ away: 4, other: 4 }, [SPREAD, MORNINGS]);
    school.teachers = school.teachers.map((teacher) =>
      teacher.id === 't-chi' ? { ...teacher, unavailable: ['mon|tue.*', 'wed|thu.1|2'] } : teacher,
    );
    const one = proved(school);
    expect(one).toEqual({ spread: 1, mornings: 2, soft: 9 + 2 * 3 });
  });

  test('cost more together than each wish alone', () => {
    const school = withAbsence({ away: 4, other: 4 }, [SPREAD, MORNINGS]);
    // There every day, but in the morning on two of them: four lessons on four days, or four in the mornings.
    school.teachers = school.teachers.map((teacher) =>
      teacher.id === 't-chi' ? { ...teacher, unavailable: 'mon|tue|wed.1|2' } : teacher,
    );
    expect(proved(school)).toEqual({ spread: 0, mornings: 0, soft: 2 * 3 });
  });
});

describe('the least cost of a section', () => {
  test('is that of the best of all ways to place it', () => {
    const { week } = planned(withAbsence({ away: 4, other: 4 }, [SPREAD, MORNINGS]));
    const { problem } = week;
    const { perWeek, slotsPerDay } = problem.slots;
    const wishes = eventWishes(problem)[week.sections.findIndex(({ id }) => id.startsWith('g2-chi/'))];
    if (!wishes) throw new Error('no wishes');
    const price = (rule: number): number => problem.rules.weight[rule] ?? 0;
    let cases = 0;
    for (let seed = 0; seed < 200; seed++) {
      const free = Uint8Array.from({ length: perWeek }, (_, slot) => (((slot + 1) * (seed * 2 + 7)) % 11 < 4 ? 1 : 0));
      const open = [...free.keys()].filter((slot) => free[slot] === 1);
      let best: number | null = null;
      const place = (from: number, chosen: number[]): void => {
        if (chosen.length === 4) {
          const days = new Set(chosen.map((slot) => Math.trunc(slot / slotsPerDay)));
          const late = chosen.filter((slot) => slot % slotsPerDay > 1);
          const cost = 9 * (4 - days.size) + 3 * late.length;
          best = best === null ? cost : Math.min(best, cost);
          return;
        }
        for (let at = from; at < open.length; at++) place(at + 1, [...chosen, open[at] ?? 0]);
      };
      place(0, []);
      expect(leastEventCost(problem, wishes, price, free)).toBe(best);
      if (best !== null && best > 0) cases++;
    }
    expect(cases).toBeGreaterThan(20);
  });
});

describe('a teacher plan that knew nothing of times', () => {
  /** Who has which section of 语文 before, and after sections have been exchanged. */
  function exchanged(school: School, before: Record<string, string>): Record<string, string> {
    const { model, stage, week } = planned(school);
    const staffing = teacherProblem(model, stage.sections, stage.roles, () => []);
    const roleTeacher = stage.roleTeacher.slice();
    const idOf = (role: number): string => week.sections[stage.roles[role]?.section ?? -1]?.id ?? '';
    const number = (id: string): number => school.teachers.findIndex((teacher) => teacher.id === id);
    stage.roles.forEach((_, role) => {
      const teacher = before[idOf(role)];
      if (teacher) roleTeacher[role] = number(teacher);
    });
    makeSwapForTimes(week.problem, timeCosts(week.problem), staffing)(roleTeacher);
    return Object.fromEntries(
      Object.keys(before).map((id) => [
        id,
        school.teachers[roleTeacher[stage.roles.findIndex((_, role) => idOf(role) === id)] ?? -1]?.id ?? '',
      ]),
    );
  }
  const before = {
    'g2-chi/h1': 't-chi',
    'g2-chi/h2': 't-chi2',
    'g2-read/h1': 't-chi2',
    'g2-read/h2': 't-chi2',
  };

  test('gives a long section for a short one to whoever is always there', () => {
    const after = exchanged(withAbsence({ away: 4, other: 10 }, [SPREAD], true), before);
    expect(after['g2-chi/h1']).toBe('t-chi2');
    expect([after['g2-read/h1'], after['g2-read/h2']]).toContain('t-chi');
  });

  test('stays where loads do not allow it, or nothing is wished of times', () => {
    expect(exchanged(withAbsence({ away: 4, other: 8 }, [SPREAD], true), before)).toEqual(before);
    expect(exchanged(withAbsence({ away: 4, other: 10 }, [], true), before)).toEqual(before);
  });
});

describe('a line whose sections need everybody', () => {
  test('stays away from where one of them is away', () => {
    const school = smallSchool();
    school.teachers = school.teachers.map((teacher) =>
      teacher.id === 't-che' ? { ...teacher, unavailable: 'mon|tue.*' } : teacher,
    );
    const { bundle, week } = planned(school);
    const [lines] = bundle.levels;
    if (!lines) throw new Error('no level');
    const { lessons, slots } = lines.problem;
    const fine = week.problem.lessons;
    const chemistry = week.sections.findIndex(({ id }) => id.startsWith('g2-che/'));
    const days = (domain: number, table: typeof lessons): Set<number> =>
      new Set(
        [...table.starts.item.subarray(table.starts.start[domain], table.starts.start[domain + 1])].map(
          (slot) => slots.day[slot] ?? -1,
        ),
      );
    const own = week.problem.events.lessons.item[week.problem.events.lessons.start[chemistry] ?? 0] ?? -1;
    const line = lines.lessonOf[own] ?? -1;
    // It is a line: more than the section of 化学 lies there.
    expect([...lines.lessonOf].filter((lesson) => lesson === line).length).toBeGreaterThan(1);
    expect(days(lessons.domain[line] ?? -1, lessons)).toEqual(new Set([2, 3, 4]));
    expect(days(fine.domain[own] ?? -1, fine).size).toBe(5);
  });
});
