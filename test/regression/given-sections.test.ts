/** Sections that the school gives in part: what they name binds, whatever is left to be found. */
import { describe, expect, it } from 'vitest';
import type { Rule, School } from '../../src/school/types.ts';
import type { Timetable } from '../../src/timetable/types.ts';
import { examplesOf, layOver } from '../docs/examples.ts';
import { judgedDocument, plannedWeek, search } from '../support/week-of.ts';
import { walkingSchool } from './small-weeks.ts';

function solved(school: School): Timetable {
  const planned = plannedWeek(school);
  if (planned === null) throw new Error('the reader refuses the school');
  return judgedDocument(school, planned, search(planned, 1, 2, 1024).solution);
}

const studentsOf = (week: Timetable, id: string): string[] =>
  week.sections.find((section) => section.id === id)?.students ?? [];

describe('a walking section given with its homerooms alone', () => {
  it('has the takers of these homerooms, and nobody else', () => {
    const week = solved(
      walkingSchool({
        sections: [
          { id: 'one', course: 'phy', homerooms: ['h2'] },
          { id: 'two', course: 'phy', homerooms: ['h1'] },
        ],
      }),
    );
    expect(week.status).toBe('complete');
    expect(studentsOf(week, 'one')).toEqual(['b1', 'b2', 'b3']);
    expect(studentsOf(week, 'two')).toEqual(['a1', 'a2', 'a3']);
  });

  it('shares a homeroom evenly with another that names it, and leaves the rest to sections of the solver', () => {
    const week = solved(
      walkingSchool({
        sections: [
          { id: 'one', course: 'phy', homerooms: ['h1'] },
          { id: 'two', course: 'phy', homerooms: ['h1'] },
        ],
      }),
    );
    expect(week.status).toBe('complete');
    expect(studentsOf(week, 'one')).toEqual(['a1', 'a3']);
    expect(studentsOf(week, 'two')).toEqual(['a2']);
    expect(studentsOf(week, 'phy/1')).toEqual(['b1', 'b2', 'b3']);
  });
});

it('whom a rule selects sections by keeps his section while others change theirs', () => {
  const movable = (rules: Rule[]): string[] => {
    const planned = plannedWeek(walkingSchool({ rules }));
    const { student } = planned?.week.problem.enrolments ?? { student: [] };
    return [...new Set(Array.from(student, (at) => planned?.model.school.students[at]?.id ?? ''))].toSorted((a, b) =>
      a < b ? -1 : 1,
    );
  };
  const rule = { type: 'room.stable', strength: 'low' } as const;
  expect(movable([rule])).toEqual(['a1', 'a2', 'a3', 'b1', 'b2', 'b3']);
  expect(movable([{ ...rule, students: ['a1', 'b2'] }])).toEqual(['a2', 'a3', 'b1', 'b3']);
  expect(movable([{ ...rule, homerooms: ['h1'] }])).toEqual(['b1', 'b2', 'b3']);
});

it('no bound is above the cost of a plan that leaves students without a seat', () => {
  const school = examplesOf('docs/format.md').find(({ title }) => title.startsWith('3+1+2'))?.school;
  const week = solved(layOver(school, { grades: [{ id: 'g2', lines: 2 }] }) as School);
  expect(week.unserved.length).toBeGreaterThan(0);
  for (const { cost, bound, strength } of week.score.rules) {
    if (strength !== 'must') expect(bound?.value).toBeLessThanOrEqual(cost);
  }
});
