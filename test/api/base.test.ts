import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { solve, verify } from '../../src/api/index.ts';
import { diffTimetables } from '../../src/diff/index.ts';
import type { School } from '../../src/school/types.ts';
import type { Timetable } from '../../src/timetable/types.ts';
import { sha256Of, writeTimetable } from '../../src/timetable/write.ts';

const tiny = (): School =>
  JSON.parse(readFileSync(new URL('../../datasets/tiny.school.json', import.meta.url), 'utf8')) as School;

const bytesOf = (school: School): Uint8Array => new TextEncoder().encode(JSON.stringify(school));

const solved = (school: School, base?: Timetable): Promise<Timetable> =>
  solve(school, bytesOf(school), {
    seed: 1,
    islands: 2,
    threads: 2,
    epochs: 8,
    reproduce: '',
    ...(base ? { base } : {}),
  });

describe('solving again from the week that hangs on the wall', () => {
  let week: Timetable;
  beforeAll(async () => {
    week = await solved(tiny());
  });

  it('changes nothing where nothing has changed', async () => {
    const again = await solved(tiny(), week);
    expect(again.status).toBe('complete');
    expect(again.sections).toEqual(week.sections);
    expect(again.lessons).toEqual(week.lessons);
    const kept = again.score.rules.filter(({ type }) => type.startsWith('keep.'));
    expect(kept.map(({ type, deviation }) => [type, deviation])).toEqual([
      ['keep.student', 0],
      ['keep.teacher', 0],
      ['keep.slot', 0],
      ['keep.room', 0],
    ]);
    expect(again.certificates?.map(({ kind, sums }) => [kind, sums['fewest'], sums['used']])).toEqual([
      ['change.fewest', 0, 0],
    ]);
  });

  it('says which week it started from, and verify looks', async () => {
    const again = await solved(tiny(), week);
    const bytes = new TextEncoder().encode(writeTimetable(week));
    expect(again.run.base).toEqual({ sha256: sha256Of(bytes) });
    expect(week.run.base).toBeUndefined();
    const sameBase = (from?: Timetable, fromBytes?: Uint8Array): boolean =>
      verify(tiny(), bytesOf(tiny()), again, from, fromBytes).sameBase;
    expect([sameBase(), sameBase(week), sameBase(week, bytes)]).toEqual([true, true, true]);
    expect([sameBase(again), sameBase(week, new Uint8Array([...bytes, 10]))]).toEqual([false, false]);
  });

  it('moves few lessons when a teacher is no longer free at one time', async () => {
    const school = tiny();
    const [lesson] = week.lessons.filter(({ section }) => section.startsWith('g2-mat/'));
    const taught = week.sections.find(({ id }) => id === lesson?.section)?.teachers[0];
    const teacher = school.teachers.find(({ id }) => id === taught);
    if (!lesson || !teacher) throw new Error('the week has no maths lesson with a teacher');
    teacher.unavailable = lesson.slot;
    const after = await solved(school, week);
    expect(after.status).toBe('complete');
    const { lessonMoves, studentChanges, teacherChanges } = changesOf(week, after, school);
    expect(lessonMoves).toBeGreaterThan(0);
    expect(lessonMoves).toBeLessThanOrEqual(4);
    expect([studentChanges, teacherChanges]).toEqual([0, 0]);
    const [certificate] = after.certificates ?? [];
    expect(certificate?.sums['fewest']).toBeGreaterThan(0);
    expect(certificate?.sums['fewest']).toBeLessThanOrEqual(lessonMoves);
    expect(certificate?.text.zh).toContain(`至少要改 ${certificate?.sums['fewest']} 处`);
  });

  it('moves a student whom a lock now holds in another section', async () => {
    const school = tiny();
    const [from, to] = week.sections.filter(
      ({ course, homerooms, id }) => course === 'g2-che-sel' && !id.endsWith(homerooms.join()),
    );
    const [student] = from?.students ?? [];
    const [other] = to?.students ?? [];
    if (!from || !to || student === undefined || other === undefined) throw new Error('chemistry has one section only');
    school.locks = [
      { student, section: to.id },
      { student: other, section: from.id },
    ];
    const after = await solved(school, week);
    const sectionOf = (id: string): string | undefined =>
      after.sections.find(({ course, students }) => course === 'g2-che-sel' && students.includes(id))?.id;
    expect([sectionOf(student), sectionOf(other)]).toEqual([to.id, from.id]);
    expect(after.score.rules.find(({ rule }) => rule === 'structural.lock')?.deviation).toBe(0);
  });
});

function changesOf(before: Timetable, after: Timetable, school: School) {
  const { lessons, students, teachers } = diffTimetables(before, after, school);
  return { lessonMoves: lessons.moved.length, studentChanges: students.length, teacherChanges: teachers.length };
}
