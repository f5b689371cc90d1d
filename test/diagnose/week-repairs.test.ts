/** Where nothing is proved: changes that aim at what is in the way of a partial week, told only when a solve has found a complete one. */
import { describe, expect, it } from 'vitest';
import { certificatesOf } from '../../src/api/diagnose.ts';
import { weekRepairs } from '../../src/api/index.ts';
import { applyChange, plansFromWeek } from '../../src/diagnose/index.ts';
import type { School } from '../../src/school/types.ts';
import { smallSchool } from '../support/small-school.ts';
import { byMonday } from './by-monday.ts';

const options = { seed: 1, threads: 1, epochs: 3, most: 1, tries: 8 };
const always = (): boolean => true;

describe('a school without a certificate and without a week', () => {
  const school: School = { ...smallSchool(), rules: [byMonday] };

  it('is solved, and the rule that its week breaks is softened first', async () => {
    expect(certificatesOf(school)).toEqual([]);
    const found = await weekRepairs(school, undefined, options);
    expect(found.complete).toBe(false);
    expect(found.left).not.toBeNull();
    expect(found.repairs[0]).toMatchObject({
      change: [{ kind: 'rule.soften', rule: 'by-monday' }],
      price: 1,
      verified: { seed: 1, epochs: 1 },
    });
    expect(found.schools[0]).toContain('"by-monday"');
  });
});

describe('a school with a week', () => {
  it('has nothing to repair', async () => {
    expect(await weekRepairs(smallSchool(), undefined, options)).toMatchObject({
      complete: true,
      repairs: [],
      left: null,
    });
  });
});

describe('what is tried', () => {
  const kindsFor = (school: School, hindrance: Parameters<typeof plansFromWeek>[1][number]): string[] =>
    plansFromWeek(school, [hindrance], always).alone.flatMap(({ changes }) => changes.map(({ kind }) => kind));

  it('aims at what is in the way', () => {
    const school: School = {
      ...smallSchool(),
      teachers: smallSchool().teachers.map((it) => (it.id === 't-pe' ? { ...it, unavailable: 'mon.1' } : it)),
      locks: [{ course: 'g2-pe', homeroom: 'h2', index: 0, slot: 'fri.1' }],
    };
    const courses = ['g2-pe'];
    expect(kindsFor(school, { kind: 'teacher', id: 't-pe', courses, needed: 2 })).toEqual([
      'teacher.present',
      'teacher.add',
    ]);
    const away = ['mon.1'];
    expect(kindsFor(school, { kind: 'teacher', id: 't-pe', courses, needed: 2, away })[0]).toBe('teacher.attend');
    expect(kindsFor(school, { kind: 'roomKind', id: 'field', courses, needed: 2 })).toEqual(['room.add']);
    expect(kindsFor(school, { kind: 'homeroom', id: 'h1', courses: ['g2-phy'], needed: 2 })).toEqual([
      'doubles.lower',
      'periods.lower',
    ]);
    expect(kindsFor(school, { kind: 'lock', id: '0', courses, needed: 1 })).toEqual(['lock.drop']);
    expect(kindsFor(school, { kind: 'load', id: 't-pe', courses, needed: 1 })).toEqual(['load.raise', 'teacher.add']);
    expect(kindsFor(school, { kind: 'staff', id: 'g2-pe', courses, needed: 1 })).toEqual(['load.raise', 'teacher.add']);
    expect(kindsFor(school, { kind: 'seats', id: 'r1', courses, needed: 2 })).toEqual(['room.add']);
    expect(kindsFor(school, { kind: 'course', id: 'g2-che', courses: ['g2-che'], needed: 2 })).toContain('size.raise');
    expect(kindsFor(school, { kind: 'rule', id: 'default.spread', courses, needed: 1 })).toEqual([]);
  });

  it('may be that a teacher comes in a slot more', () => {
    const teachers = smallSchool().teachers.map((it) =>
      it.id === 't-pe' ? { ...it, unavailable: 'mon|tue.1|2' } : it,
    );
    const attend = (slots: string[]): unknown =>
      applyChange({ ...smallSchool(), teachers }, { kind: 'teacher.attend', teacher: 't-pe', slots }).teachers.find(
        ({ id }) => id === 't-pe',
      )?.unavailable;
    expect(attend(['tue.2'])).toEqual(['mon.1|2', 'tue.1']);
    expect(attend(['mon.1', 'mon.2'])).toEqual(['tue.1|2']);
    expect(attend(['mon|tue.*'])).toBeUndefined();
  });

  it('goes on with two changes that aim at different things', () => {
    const { pairs } = plansFromWeek(
      smallSchool(),
      [
        { kind: 'teacher', id: 't-pe', courses: ['g2-pe'], needed: 1 },
        { kind: 'roomKind', id: 'field', courses: ['g2-pe'], needed: 1 },
      ],
      always,
    );
    expect(pairs.map(({ changes, price }) => [changes.map(({ kind }) => kind), price])).toEqual([
      [['teacher.add', 'room.add'], 16],
    ]);
  });
});
