/** What the issue promises of each sample school, counted from its file alone. */
import { describe, expect, it } from 'vitest';
import { makeSchoolModel, type SchoolModel } from '../../src/school/model.ts';
import { readSchool } from '../../src/school/read.ts';
import { courseUnits, type CourseUnits } from '../../src/school/takers.ts';
import type { School } from '../../src/school/types.ts';
import { manifest, readDataset } from './samples.ts';

interface Counted {
  school: School;
  model: SchoolModel;
  units: CourseUnits[];
}

function counted(name: string): Counted {
  const { school } = readSchool(readDataset(`${name}.school.json`));
  if (school === null) throw new Error(`${name} is not read`);
  const model = makeSchoolModel(school);
  return { school, model, units: courseUnits(model) };
}

/** Homerooms × students of each grade, e.g. `14 × 50`. */
const sizes = ({ school, model }: Counted): string[] =>
  school.grades.map(({ id }) => {
    const own = school.homerooms.flatMap(({ grade }, h) =>
      grade === id ? [model.homeroomStudents[h]?.length ?? 0] : [],
    );
    return `${own.length} × ${[...new Set(own)].join('|')}`;
  });

const homeroomsOf = ({ school }: Counted, grade: string): string[] =>
  school.homerooms.flatMap(({ id, grade: own }) => (own === grade ? [id] : []));

/** By homeroom of the grade: what its students say, each once. */
const saidIn = (all: Counted, grade: string, of: (student: School['students'][number]) => string): string[][] =>
  homeroomsOf(all, grade).map((id) => [
    ...new Set(all.school.students.filter(({ homeroom }) => homeroom === id).map(of)),
  ]);

const tracksIn = (all: Counted, grade: string): string[] =>
  saidIn(all, grade, ({ track }) => track ?? 'general').map((tracks) => tracks.toSorted().join());

const combinationsIn = (all: Counted, grade: string): string[][] =>
  saidIn(all, grade, ({ choices }) => String(choices));

/** Periods that each student takes, one by one. */
function periodsTaken({ school, model, units }: Counted): number[] {
  const taken = school.students.map(() => 0);
  for (const { course, takers } of units) {
    for (const student of takers) taken[student] = (taken[student] ?? 0) + (model.courses[course]?.periods ?? 0);
  }
  return taken;
}

/** Subjects of the grade's 选考 courses with students who walk. */
const walkingChoices = ({ school, units }: Counted, grade: string): string[] =>
  units.flatMap(({ course, pools }) => {
    const { subject = '', for: whom, grade: own } = school.courses[course] ?? {};
    return own === grade && whom === 'chosen' && pools.length > 0 ? [subject] : [];
  });

/** Subjects of the grade's 选考 courses that a homeroom keeps at home. */
const keptBy = ({ school, model, units }: Counted, id: string): string[] =>
  units.flatMap(({ course, homes }) => {
    const { subject = '', for: whom } = school.courses[course] ?? {};
    const home = homes.some(({ homeroom }) => homeroom === model.homeroomOf.get(id));
    return whom === 'chosen' && home ? [subject] : [];
  });

describe('yangcheng-no2', () => {
  const all = counted('yangcheng-no2');
  const { school, units } = all;

  it('has 3 × 14 homerooms of 50', () => {
    expect(sizes(all)).toEqual(['14 × 50', '14 × 50', '14 × 50']);
  });

  it('has arts students beside the others: 20 of 50 in four homerooms of 高二, two whole homerooms in 高三', () => {
    const general = (count: number): string[] => Array.from({ length: count }, () => 'general');
    expect(tracksIn(all, 'g1')).toEqual(general(14));
    expect(tracksIn(all, 'g2')).toEqual([...general(10), ...Array.from({ length: 4 }, () => 'arts,general')]);
    expect(tracksIn(all, 'g3')).toEqual([...general(12), 'arts', 'arts']);
    for (const id of homeroomsOf(all, 'g2').slice(-4)) {
      const arts = school.students.filter(({ homeroom, track }) => homeroom === id && track === 'arts');
      expect(arts).toHaveLength(20);
    }
  });

  it('sends the arts students of a homeroom to the studio for as many periods as the others have more', () => {
    const studio = school.courses.filter(({ track }) => track === 'arts');
    expect(studio.filter(({ room, teachers }) => room === 'none' && teachers === 'none').map(({ id }) => id)).toEqual([
      'g2-studio',
      'g3-studio',
    ]);
    const taken = periodsTaken(all);
    const ofGrade = (track: string | undefined): Set<number> =>
      new Set(
        school.students.flatMap((student, s) =>
          student.homeroom?.startsWith('g2') && student.track === track ? [taken[s] ?? 0] : [],
        ),
      );
    expect([ofGrade(undefined), ofGrade('arts')]).toEqual([new Set([44]), new Set([44])]);
    const shared = new Set(homeroomsOf(all, 'g2').slice(-4));
    const home = units.find(({ course }) => school.courses[course]?.id === 'g2-mat-plus')?.homes ?? [];
    const counts = home.map(({ homeroom, takers }) => [school.homerooms[homeroom]?.id ?? '', takers.length] as const);
    expect(counts.filter(([id]) => shared.has(id)).map(([, count]) => count)).toEqual([30, 30, 30, 30]);
  });

  it('keeps one subject at home in 高二 and two in 高三', () => {
    expect(new Set(homeroomsOf(all, 'g2').map((id) => keptBy(all, id).length))).toEqual(new Set([1]));
    expect(new Set(homeroomsOf(all, 'g3').map((id) => keptBy(all, id).length))).toEqual(new Set([2]));
  });
});

describe('xicheng', () => {
  const all = counted('xicheng');
  const { school } = all;

  it('has 3 × 10 homerooms of 48 and four combinations', () => {
    expect(sizes(all)).toEqual(['10 × 48', '10 × 48', '10 × 48']);
    const chosen = school.students.flatMap(({ choices }) => (choices === undefined ? [] : [String(choices)]));
    expect([...new Set(chosen)].toSorted()).toEqual(['史政地', '史政生', '物化地', '物化生']);
    expect(school.grades.map(({ combinations }) => combinations?.length)).toEqual([undefined, 4, 4]);
  });

  it('has three homerooms of ten for arts and sports in 高二 and 高三', () => {
    for (const grade of ['g2', 'g3']) expect(tracksIn(all, grade).slice(-3)).toEqual(['arts', 'arts', 'sports']);
    const special = school.students.filter(({ track }) => track !== undefined);
    expect(special.length).toBe(2 * 3 * 48);
  });

  it('has two homerooms of one combination in 高二 that state to keep two subjects, and would keep three', () => {
    const stating = school.homerooms.filter(({ atHome }) => atHome !== undefined);
    expect(stating.map(({ id, atHome }) => [id, atHome])).toEqual([
      ['g2-01', ['phy', 'che']],
      ['g2-02', ['phy', 'che']],
    ]);
    const without = structuredClone(school);
    for (const homeroom of without.homerooms) delete homeroom.atHome;
    const model = makeSchoolModel(without);
    const derived: Counted = { school: without, model, units: courseUnits(model) };
    for (const { id } of stating) {
      expect(keptBy(all, id)).toEqual(['phy', 'che']);
      expect(keptBy(derived, id)).toEqual(['phy', 'che', 'bio']);
    }
  });

  it('lets 高二 walk in one subject only, and nobody of the homerooms of one combination that state nothing', () => {
    expect(walkingChoices(all, 'g2').toSorted()).toEqual(['bio', 'geo']);
    const combinations = combinationsIn(all, 'g2');
    const whole = homeroomsOf(all, 'g2').filter(
      (id, h) => combinations[h]?.length === 1 && !school.homerooms.find((one) => one.id === id)?.atHome,
    );
    expect(whole.length).toBeGreaterThanOrEqual(3);
    for (const id of whole) expect(keptBy(all, id)).toHaveLength(3);
  });

  it('walks not at all in 高三: 3+0, every homeroom of one combination', () => {
    expect(school.grades.map(({ walking }) => walking)).toEqual([undefined, 'auto', 'whole']);
    expect(combinationsIn(all, 'g3').map(({ length }) => length)).toEqual(Array.from({ length: 10 }, () => 1));
    const walking = all.units.filter(({ course, pools }) => all.model.courses[course]?.grade === 2 && pools.length > 0);
    expect(walking).toEqual([]);
    for (const id of homeroomsOf(all, 'g3')) expect(keptBy(all, id)).toHaveLength(3);
  });
});

describe('full-week', () => {
  const all = counted('full-week');

  it('is one grade of 1,000 in homerooms that mix first choices', () => {
    expect(sizes(all)).toEqual(['20 × 50']);
    for (const combinations of combinationsIn(all, 'g2')) {
      expect(new Set(combinations.map((combination) => combination[0]))).toEqual(new Set(['物', '史']));
    }
  });

  it('walks in all six subjects and fills 44 of 45 slots of every student', () => {
    expect(walkingChoices(all, 'g2').toSorted()).toEqual(['bio', 'che', 'geo', 'his', 'phy', 'pol']);
    for (const id of homeroomsOf(all, 'g2')) expect(keptBy(all, id)).toEqual([]);
    const open = [...(all.model.gradeOpen[0] ?? new Uint8Array(0))].filter((bit) => bit === 1).length;
    expect([open, ...new Set(periodsTaken(all))]).toEqual([45, 44]);
  });
});

describe('small-class', () => {
  const all = counted('small-class');
  const { school } = all;

  it('has homerooms of 40, no section over 40, and a room for 35', () => {
    expect(sizes(all)).toEqual(['8 × 40', '8 × 40', '8 × 40']);
    expect(school.grades.map(({ size }) => size?.max)).toEqual([40, 40, 40]);
    expect(school.courses.filter(({ size }) => size !== undefined)).toEqual([]);
    expect(school.rooms.flatMap(({ maxSize }) => maxSize ?? [])).toEqual([35]);
  });

  it('has one classroom more than homerooms, and teachers for 95 % of all periods', () => {
    expect(school.rooms.filter(({ kind }) => kind === 'classroom')).toHaveLength(school.homerooms.length + 1);
    const size = (course: number): number => all.model.courses[course]?.size.max ?? 1;
    const sections = all.units.map(
      ({ course, homes, pools }) =>
        homes.length + pools.reduce((sum, { takers }) => sum + Math.ceil(takers.length / size(course)), 0),
    );
    const need = all.units.reduce(
      (sum, { course }, unit) => sum + (sections[unit] ?? 0) * (all.model.courses[course]?.periods ?? 0),
      0,
    );
    const supply = school.teachers.reduce((sum, { load }) => sum + load.max, 0);
    expect(need / supply).toBeGreaterThanOrEqual(0.94);
    expect(need / supply).toBeLessThan(1);
  });
});

describe('sections-given', () => {
  const all = counted('sections-given');
  const { school, units } = all;
  const sections = school.sections ?? [];

  it('gives the section of every student in every course, and who teaches it', () => {
    const pairs = new Set(
      sections.flatMap(({ course, students }) => (students ?? []).map((student) => `${course} ${student}`)),
    );
    const wanted = units.reduce((sum, { takers }) => sum + takers.length, 0);
    expect(pairs.size).toBe(wanted);
    expect(sections.reduce((sum, { students }) => sum + (students?.length ?? 0), 0)).toBe(wanted);
    expect(sections.map(({ teachers }) => teachers?.length)).toEqual(sections.map(() => 1));
  });

  it('leaves only the week: no line, no room, no time', () => {
    expect(sections.filter(({ room, line }) => room !== undefined || line !== undefined)).toEqual([]);
    expect(school.grades.filter(({ lines }) => lines !== undefined)).toEqual([]);
    expect(school.locks ?? []).toEqual([]);
    const timed = school.courses.filter(({ lessons }) => lessons?.some(({ slots }) => slots !== undefined));
    expect(new Set(timed.map(({ subject }) => subject))).toEqual(new Set(['cls']));
  });

  it('numbers walking sections so that numbers say nothing of what runs at once', () => {
    const clashes = (a: string[] = [], b: string[] = []): boolean => a.some((id) => b.includes(id));
    const walking = sections.filter(({ id, course }) => course.endsWith('-sel') && /\/\d+$/.test(id));
    const firstOf = (course: string) => walking.find(({ id }) => id === `${course}/1`)?.students;
    const together = ['g2', 'g3'].flatMap((grade) =>
      ['bio', 'pol', 'geo'].map((subject) => clashes(firstOf(`${grade}-che-sel`), firstOf(`${grade}-${subject}-sel`))),
    );
    expect(together).toContain(true);
  });
});

describe('two-weeks and form-classes', () => {
  it('have the evenings and the Saturday of two weeks, and 16 homerooms of 45 to 52 to form', () => {
    const { school } = counted('two-weeks');
    expect(school.calendar.weeks).toEqual(['odd', 'even']);
    expect(school.calendar.days.at(-1)?.id).toBe('sat');
    expect(school.calendar.closed).toContain('sat.*/odd');
    expect(school.calendar.periods.filter(({ part }) => part === 'evening')).toHaveLength(2);
    const duty = school.courses.filter(({ teachers, loadPercent }) => teachers === 'any' && loadPercent === 50);
    expect(duty).toHaveLength(2 * 5);
    const forming = counted('form-classes').school.grades.map(({ formHomerooms }) => formHomerooms);
    expect(forming).toEqual([{ count: 16, size: { min: 45, target: 50, max: 52 } }]);
  });
});

describe('rules-heavy', () => {
  const { school, model } = counted('rules-heavy');
  const stated = school.rules ?? [];

  it('states at least 40 rules of 30 types, at least half of them must, for odd and even weeks', () => {
    expect(stated.length).toBeGreaterThanOrEqual(40);
    expect(new Set(stated.map(({ type }) => type)).size).toBeGreaterThanOrEqual(30);
    const musts = stated.filter(({ strength }) => strength === 'must');
    expect(musts.length * 2).toBeGreaterThanOrEqual(stated.length);
    expect(model.grid.weeks).toBe(2);
  });
});

it('every sample of the manifest is counted here or in a file of its own', () => {
  const here = [
    'rules-heavy',
    'yangcheng-no2',
    'xicheng',
    'full-week',
    'small-class',
    'sections-given',
    'two-weeks',
    'form-classes',
  ];
  const elsewhere = ['tiny', 'yangcheng-no1', 'metro-33'];
  const names = manifest().map(({ file }) => file.replace('.school.json', ''));
  expect(names.toSorted()).toEqual([...here, ...elsewhere].toSorted());
});
