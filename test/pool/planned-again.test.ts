/** A week that does not close because students would have to be in two places: the sections are planned again, with one more where they meet. */
import { beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../src/api/generate.ts';
import { readCheckpoint } from '../../src/api/checkpoint.ts';
import type { Checkpoint } from '../../src/api/types.ts';
import { readSchool } from '../../src/school/read.ts';
import type { Course, School } from '../../src/school/types.ts';
import type { Timetable } from '../../src/timetable/types.ts';
import { bytesOf, solved } from './schools.ts';

const CLUBS = 6;

/** Everyone of grade two is in two of six clubs, in all ways to choose two; all clubs meet in the last period of two afternoons. */
function withClubs(): School {
  const { school } = readSchool(generate('small-class', 1, 120).document ?? '');
  if (!school) throw new Error('the reader refuses the school');
  const homerooms = new Set(school.homerooms.flatMap(({ id, grade }) => (grade === 'g2' ? [id] : [])));
  const members = school.students.filter(({ homeroom }) => homerooms.has(homeroom ?? ''));
  const clubsOf = new Map(
    members.map(({ id }, n) => {
      const one = n % CLUBS;
      const other = (one + 1 + (Math.floor(n / CLUBS) % (CLUBS - 1))) % CLUBS;
      return [id, [one, other].map((club) => `club-${club}`)];
    }),
  );
  const clubs = Array.from({ length: CLUBS }, (_, club): Course => ({
    id: `club-${club}`,
    name: `社团${club + 1}`,
    subject: 'club',
    grade: 'g2',
    for: 'listed',
    grouping: 'walking',
    teachers: 'none',
    room: 'none',
    lessons: [{ count: 1, slots: ['tue.8', 'thu.8'] }],
  }));
  // Two courses less at home, or nobody would have time for clubs.
  const courses = school.courses.filter(({ id }) => id !== 'g2-gen' && id !== 'g2-ict');
  return {
    ...school,
    subjects: [...school.subjects, { id: 'club', name: '社团', kind: 'other' }],
    courses: [...courses, ...clubs],
    students: school.students.map((student) => ({
      ...student,
      ...(clubsOf.has(student.id) ? { extra: clubsOf.get(student.id) ?? [] } : {}),
    })),
  };
}

function read(text: string | undefined): Checkpoint {
  const checkpoint = readCheckpoint(new TextEncoder().encode(text ?? ''));
  if (!checkpoint) throw new Error('the checkpoint cannot be read');
  return checkpoint;
}

describe('six clubs in two slots, each with room for all of its members in one section', () => {
  const school = withClubs();
  const checkpoints: string[] = [];
  const options = { epochs: 30, islands: 2 };
  let week: Timetable;
  beforeAll(async () => {
    const checkpoint = { share: Number.POSITIVE_INFINITY, save: (text: string) => void checkpoints.push(text) };
    week = await solved(school, { ...options, threads: 2, checkpoint });
  }, 120_000);

  const clubSections = ({ sections }: Timetable): number =>
    sections.filter(({ course }) => course.startsWith('club-')).length;

  it('get more sections than in the first plan, so that nobody has to be in two clubs at once', async () => {
    const first = await solved(school, { ...options, epochs: 24 });
    expect(first.status).toBe('partial');
    expect(week.status).toBe('complete');
    expect(clubSections(week)).toBeGreaterThan(clubSections(first));
  });

  it('are solved alike on one thread, and from checkpoints before and after the new plan', async () => {
    expect(bytesOf(await solved(school, options))).toBe(bytesOf(week));
    const second = checkpoints.findIndex((text) => read(text).tried.length === 2);
    for (const at of [second - 1, second + 2]) {
      const resume = read(checkpoints[at]);
      expect(bytesOf(await solved(school, { ...options, resume }))).toBe(bytesOf(week));
    }
  });

  it('are repeated where the run ends before the new plan has had an epoch', async () => {
    const ending = new AbortController();
    const save = (text: string): void => {
      if (read(text).tried.length === 2) ending.abort();
    };
    const checkpoint = { share: Number.POSITIVE_INFINITY, save };
    const cut = await solved(school, { ...options, threads: 2, checkpoint, interrupt: ending.signal });
    expect(cut.run.epochs).toBe(24);
    const { seed, islands, epochs, reproduce, skipped } = cut.run;
    const again = await solved(school, { seed, islands, epochs, reproduce, skip: skipped, threads: 2 });
    expect(again.run.digest).toBe(cut.run.digest);
  });

  it('are repeated by the numbers of the run', async () => {
    const { seed, islands, epochs, reproduce, skipped } = week.run;
    const again = await solved(school, { seed, islands, epochs, reproduce, skip: skipped, threads: 2 });
    expect(again.run.digest).toBe(week.run.digest);
  });
});
