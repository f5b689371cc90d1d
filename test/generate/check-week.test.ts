/** The recount that the other tests rely on must see what is wrong. */
import { describe, expect, it } from 'vitest';
import { checkWeek } from './check-week.ts';
import { sample } from './samples.ts';
import type { Timetable } from '../../src/timetable/types.ts';

const { school, hidden } = sample('tiny');

/** tiny's hidden week with one change. */
function changed(change: (week: Timetable) => void): string[] {
  const week = structuredClone(hidden);
  change(week);
  return checkWeek(school, week);
}

const lessonsOf = (week: Timetable, section: string) => week.lessons.filter((lesson) => lesson.section === section);

describe('the plain recount of tiny', () => {
  it('finds nothing in the week it was made with', () => {
    expect(checkWeek(school, hidden)).toEqual([]);
  });

  it('sees both homerooms taught by their teacher at once', () => {
    const wrong = changed((week) => {
      const [first] = lessonsOf(week, 'g2-eng/g2-01');
      const [second] = lessonsOf(week, 'g2-eng/g2-02');
      if (first && second) first.slot = second.slot;
    });
    expect(wrong.some((line) => line.startsWith('teacher t003 has 2 lessons'))).toBe(true);
  });

  it('sees the class meeting on another day', () => {
    const wrong = changed((week) => {
      for (const lesson of lessonsOf(week, 'g2-cls/g2-01')) lesson.slot = 'fri.5';
    });
    expect(wrong).toContain('g2-cls/g2-01 0 is at fri.5');
  });

  it('sees twelve students in the small room', () => {
    const wrong = changed((week) => {
      for (const lesson of lessonsOf(week, 'g2-pol-sel/1')) lesson.room = 'small';
    });
    expect(wrong).toContain('g2-pol-sel/1 does not fit small');
  });

  it('sees chemistry outside the laboratory, and a student without a section', () => {
    const wrong = changed((week) => {
      for (const lesson of lessonsOf(week, 'g2-che-sel/1')) lesson.room = 'small';
      week.sections.find((section) => section.id === 'g2-bio-sel/1')?.students.pop();
    });
    expect(wrong).toContain('g2-che-sel/1 1 is in small');
    expect(wrong.filter((line) => line.endsWith('has g2-bio-sel 0 times'))).toHaveLength(1);
  });

  it('sees nine students where eight may be, a wrong teacher and a lost lesson', () => {
    const wrong = changed((week) => {
      const section = week.sections.find(({ id }) => id === 'g2-che-sel/1');
      const other = week.sections.find(({ id }) => id === 'g2-che-sel/2');
      if (section && other) section.students.push(...other.students.splice(0, 3));
      const maths = week.sections.find(({ id }) => id === 'g2-mat/g2-01');
      if (maths) maths.teachers = ['t001'];
      week.lessons = week.lessons.filter((lesson) => lesson.section !== 'g2-phy-qual/g2-02');
    });
    expect(wrong).toContain('g2-che-sel/1 has 9 students');
    expect(wrong).toContain('g2-mat/g2-01 is taught by t001');
    expect(wrong).toContain('g2-phy-qual/g2-02 has lessons ');
  });
});

describe('the plain recount of two weeks', () => {
  const { school, hidden } = sample('two-weeks');
  const after = (change: (week: typeof hidden) => void): string[] => {
    const week = structuredClone(hidden);
    change(week);
    return checkWeek(school, week);
  };
  const labLesson = (week: typeof hidden): (typeof hidden)['lessons'][number] => {
    const found = week.lessons.find(({ section, weeks }) => section === 'g1-phy/g1-01' && weeks !== 'every');
    if (!found) throw new Error('g1-01 has physics every other week');
    return found;
  };

  it('sees a lesson of every other week in the wrong one', () => {
    const wrong = after((week) => {
      const lesson = labLesson(week);
      lesson.weeks = lesson.weeks === 'odd' ? 'even' : 'odd';
    });
    expect(wrong).toContain('g1-phy/g1-01 mixes its weeks');
  });

  it('sees lessons on a Saturday that is closed', () => {
    const wrong = after((week) => {
      for (const lesson of week.lessons) if (lesson.slot.startsWith('sat')) lesson.weeks = 'odd';
    });
    expect(wrong.filter((fault) => fault.endsWith('which is closed'))).toHaveLength(64);
  });
});
