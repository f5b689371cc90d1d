/** Repairs of planted impossibilities: each lifts the cause, is priced, and is told only after a complete week was found with it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { certificatesOf } from '../../src/api/diagnose.ts';
import { repairs, solve } from '../../src/api/index.ts';
import { applyChange, plansFromWeek, repairPlans, type Hindrance } from '../../src/diagnose/index.ts';
import { plantImpossibility, plantNames } from '../../src/generate/plants/index.ts';
import { readSchool } from '../../src/school/read.ts';
import type { School } from '../../src/school/types.ts';

const sample = (name: string): School =>
  JSON.parse(readFileSync(new URL(`../../datasets/${name}.school.json`, import.meta.url), 'utf8')) as School;

const isUsable = (school: School): boolean => readSchool(JSON.stringify(school)).school !== null;

const options = { seed: 1, threads: 1, epochs: 24, most: 1, tries: 6 };

describe('the repairs of a planted impossibility', () => {
  const tiny = sample('tiny');

  it.each(plantNames())('%s: the first one cures it', async (plant) => {
    const { school } = plantImpossibility(tiny, plant);
    const found = await repairs(school, options);
    expect(found.repairs).toHaveLength(1);
    const [repair] = found.repairs;
    expect(repair?.price).toBeGreaterThan(0);
    expect(repair?.text.zh).toMatch(/\p{Script=Han}/u);
    const repaired = readSchool(found.schools[0] ?? '');
    expect(repaired.faults.filter(({ severity }) => severity === 'fault')).toEqual([]);
    if (!repaired.school) return;
    expect(certificatesOf(repaired.school)).toEqual([]);
    const bytes = new TextEncoder().encode(found.schools[0]);
    const run = { seed: 1, islands: 2, threads: 1, epochs: 24, target: { kind: 'complete' as const }, reproduce: '' };
    expect((await solve(repaired.school, bytes, run)).status).toBe('complete');
  });
});

describe('plans of changes', () => {
  it('come cheapest first, leave nothing impossible, and hold no change that can be spared', () => {
    const { school } = plantImpossibility(sample('small-class'), 'teacher-periods');
    const plans = repairPlans(school, isUsable);
    expect(plans.length).toBeGreaterThan(1);
    expect(plans.map(({ price }) => price)).toEqual(plans.map(({ price }) => price).toSorted((a, b) => a - b));
    for (const { changes, school: repaired } of plans) {
      expect(certificatesOf(repaired)).toEqual([]);
      for (const change of changes) {
        const rest = changes.filter((it) => it !== change);
        expect(certificatesOf(rest.reduce(applyChange, school))).not.toEqual([]);
      }
    }
  });

  const kindsOf = (school: School): string[] => [
    ...new Set(repairPlans(school, isUsable).flatMap(({ changes }) => changes.map(({ kind }) => kind))),
  ];

  it('are of different kinds where there are some', () => {
    const { school } = plantImpossibility(sample('small-class'), 'lock-without-teacher');
    expect(kindsOf(school).toSorted()).toEqual(['lock.drop', 'lock.move', 'teacher.add', 'teacher.attend']);
  });

  it.each([
    ['teacher-periods', ['load.raise', 'periods.lower', 'teacher.add']],
    ['teachers-away', ['teacher.attend', 'periods.lower', 'teacher.add']],
    ['head-away', ['teacher.attend', 'staff.any', 'slots.widen']],
    ['per-day-too-few', ['rule.soften', 'rule.ease', 'periods.lower', 'teacher.add']],
    ['forbidden-too-much', ['rule.soften', 'rule.narrow', 'periods.lower']],
    ['too-many-periods', ['periods.lower', 'period.add']],
    ['lock-forbidden', ['lock.drop', 'lock.move', 'rule.soften']],
    ['locks-clash', ['lock.drop', 'lock.move']],
    ['doubles-too-many', ['doubles.lower', 'periods.lower', 'break.bridge']],
    ['odd-cycle', ['section.add', 'choice.leave', 'line.unbind']],
    ['lines-too-short', ['line.free', 'line.unbind', 'periods.lower']],
    ['rooms-closed', ['room.free', 'room.ordinary', 'size.raise', 'room.add']],
    ['homeroom-too-large', ['room.enlarge', 'room.add']],
  ])('of %s: %j', (plant, kinds) => {
    expect(kindsOf(plantImpossibility(sample('tiny'), plant).school).toSorted()).toEqual(kinds.toSorted());
  });

  it('have those who are away come in as few slots as will do, and keep a rule as a must where it can be eased', () => {
    const plansOf = (plant: string) => repairPlans(plantImpossibility(sample('tiny'), plant).school, isUsable);
    const [away] = plansOf('teachers-away');
    expect(away).toMatchObject({ price: 2, changes: [{ kind: 'teacher.attend', teacher: 't001' }] });
    const eased = plansOf('per-day-too-few').find(({ changes }) => changes[0]?.kind === 'rule.ease');
    expect(eased?.school.rules).toContainEqual(expect.objectContaining({ id: 'planted', max: 2, strength: 'must' }));
    const opened = plansOf('rooms-closed')[0]?.school.rooms.find(({ id }) => id === 'lab');
    expect(opened?.unavailable).not.toContain('mon.2');
  });

  it('move a held lesson to the nearest slot where it can be', () => {
    const { school } = plantImpossibility(sample('tiny'), 'lock-without-teacher');
    const moved = repairPlans(school, isUsable).find(({ changes }) => changes[0]?.kind === 'lock.move');
    expect(school.locks).toMatchObject([{ slot: 'mon.1' }]);
    expect(moved?.school.locks).toMatchObject([{ course: 'g2-chi', slot: 'mon.2' }]);
  });

  it('have as many students choose anew as are too many for the sections', () => {
    const { school } = plantImpossibility(sample('small-class'), 'seats-of-sections');
    const anew = repairPlans(school, isUsable).find(({ changes }) => changes[0]?.kind === 'choice.change');
    const takers = (of: School): number => of.students.filter((it) => JSON.stringify(it).includes('化')).length;
    const [change] = anew?.changes ?? [];
    const students = change?.kind === 'choice.change' ? change.students : [];
    expect(students.length).toBeGreaterThan(0);
    expect(anew && takers(school) - takers(anew.school)).toBe(students.length);
  });

  it('lengthen a day for one grade only', () => {
    const { school } = plantImpossibility(sample('small-class'), 'too-many-periods');
    const [first, ...more] = school.calendar.days.map(({ id }) => id).toReversed();
    const longer = repairPlans(school, isUsable).find(({ changes }) => changes[0]?.kind === 'period.add')?.school;
    expect(longer?.calendar.periods.at(-1)).toMatchObject({ id: '10', breakAfter: 'end' });
    expect(longer?.calendar.closed).toEqual(expect.arrayContaining(more.map((day) => `${day}.10`)));
    for (const grade of longer?.grades ?? []) {
      expect([grade.closed ?? []].flat().includes(`${first}.10`)).toBe(grade.id !== 'g2');
    }
  });

  it('are not made for a school against which nothing is found', () => {
    expect(repairPlans(sample('tiny'), isUsable)).toEqual([]);
  });
});

describe('plans from a week', () => {
  it('raise all loads that are too large at once before each alone', () => {
    const school = sample('tiny');
    const [a = '', b = ''] = school.teachers.map(({ id }) => id);
    const load = (id: string, needed: number): Hindrance => ({ kind: 'load', id, courses: [], needed });
    const { alone } = plansFromWeek(school, [load(a, 1), load(b, 2)], isUsable);
    expect(alone[0]?.changes).toEqual([{ kind: 'load.raise', teachers: [a, b], by: 2 }]);
    expect(plansFromWeek(school, [load(b, 2)], isUsable).alone[0]?.changes).toEqual([
      { kind: 'load.raise', teachers: [b], by: 2 },
    ]);
  });
});
