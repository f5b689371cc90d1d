import { describe, expect, it } from 'vitest';
import { judge } from '../../src/judge/judge.ts';
import { conflictOf, groupConflicts, renderHtml, renderTerminal } from '../../src/report/index.ts';
import { CLASH, clashesOf } from '../../src/report/clashes.ts';
import { namingOf } from '../../src/report/naming.ts';
import { readWeek } from '../../src/report/week.ts';
import type { School } from '../../src/school/types.ts';
import type { Timetable } from '../../src/timetable/types.ts';
import { smallSchool } from '../support/small-school.ts';
import { smallWeek } from './small-week.ts';
import { twoWeeks, twoWeekSchool } from './two-weeks.ts';

const clashes = (week: Timetable, school: School = smallSchool()) => clashesOf(readWeek(namingOf(school).model, week));

function moved(section: string, index: number, slot: string, week = smallWeek()): Timetable {
  const lesson = week.lessons.find((item) => item.section === section && item.index === index);
  if (!lesson) throw new Error(section);
  lesson.slot = slot;
  return week;
}

/** The cells of a homeroom's row in the master timetable: class and text. */
function masterRow(page: string, homeroom: string): [look: string, shown: string][] {
  const row = new RegExp(`${homeroom}</a></th>([\\s\\S]*?)</tr>`).exec(page)?.[1] ?? '';
  return [...row.matchAll(/<td class="([^"]*)"[^>]*>([^<]*)<\/td>/g)].map((match) => [match[1] ?? '', match[2] ?? '']);
}

const dataOf = (page: string): { clashes: Record<string, Record<string, Record<string, number>>> } =>
  JSON.parse(/id="data">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? 'null');

describe('who is in two places at once', () => {
  it('is nobody in a week that holds', () => {
    for (const things of Object.values(clashes(smallWeek()))) expect([...things]).toEqual([]);
  });

  it('students of a walking section: their homerooms, their sections, and they', () => {
    // biology (s01–s03 of h1, s10 and s11 of h2) beside chemistry (h1) and politics (h2) on mon.4
    const found = clashes(moved('g2-bio/1', 0, 'mon.4'));
    expect([...found.student.keys()].sort((a, b) => a - b)).toEqual([0, 1, 2, 9, 10]);
    expect([...found.homeroom]).toEqual([
      [0, new Map([[3, CLASH.student]])],
      [1, new Map([[3, CLASH.student]])],
    ]);
    expect(found.section.size).toBe(3);
    expect(found.teacher.size + found.room.size).toBe(0);
  });

  it('a teacher in two homerooms: both homerooms, but no student', () => {
    const found = clashes(moved('g2-chi/h2', 0, 'mon.1'));
    expect([...found.teacher]).toEqual([[0, new Map([[0, CLASH.teacher]])]]);
    expect(found.homeroom.get(0)?.get(0)).toBe(CLASH.teacher);
    // h2 also has mathematics then, in the same room
    expect(found.homeroom.get(1)?.get(0)).toBe(CLASH.teacher | CLASH.student | CLASH.room);
    expect(found.student.size).toBe(5);
  });

  it('a room over what it takes at once, and not before', () => {
    const twoOnTheField = moved('g2-pe/h2', 0, 'fri.2');
    expect(clashes(twoOnTheField).room.size).toBe(0);
    const school = smallSchool();
    Object.assign(school.rooms[4] ?? {}, { concurrent: 1 });
    expect([...clashes(twoOnTheField, school).room]).toEqual([[4, new Map([[17, CLASH.room]])]]);
  });

  it('agrees with the judge on where people and rooms collide', () => {
    for (const week of [
      moved('g2-bio/1', 0, 'mon.4'),
      moved('g2-chi/h2', 0, 'mon.1'),
      moved('g2-phy/h1', 1, 'mon.1'),
    ]) {
      const counted = judge(smallSchool(), week).findings;
      const found = clashes(week);
      for (const kind of ['student', 'teacher', 'room'] as const) {
        const places = counted.filter(({ type }) => type === `structural.${kind}`).flatMap(({ slots }) => slots).length;
        const marked = [...found[kind].values()].reduce((sum, slots) => sum + slots.size, 0);
        expect(marked, kind).toBe(places);
      }
    }
  });
});

describe('the page marks them', () => {
  it('in the master timetable: red, and 冲突 where students collide', () => {
    const page = renderHtml(smallSchool(), moved('g2-chi/h2', 0, 'mon.1'), 'zh');
    expect(masterRow(page, '高二1班')[0]).toEqual(['clash', '语文']);
    expect(masterRow(page, '高二2班')[0]).toEqual(['clash', '冲突']);
    expect(masterRow(page, '高二2班')[1]?.[0]).not.toContain('clash');
    expect(page).toContain('红格为冲突');
    expect(renderHtml(smallSchool(), smallWeek(), 'zh')).not.toContain('红格为冲突');
  });

  it('hands them to the weeks of homerooms, teachers, rooms, sections and students', () => {
    const { clashes: given } = dataOf(renderHtml(smallSchool(), moved('g2-bio/1', 0, 'mon.4'), 'zh'));
    expect(given['homeroom']).toEqual({ 0: { 3: 1 }, 1: { 3: 1 } });
    expect(Object.keys(given['student'] ?? {})).toHaveLength(5);
  });

  it('in the half of the week that collides', () => {
    const week = twoWeeks();
    // PE of h1 is in odd weeks on fri.1; mathematics of h1 comes there every week
    const page = renderHtml(twoWeekSchool(), moved('g2-mat/h1', 0, 'fri.1', week), 'zh');
    const cell = masterRow(page, '高二1班').find(([, shown]) => shown.includes('冲'));
    expect(cell?.[0]).toContain('clash');
    const slots = Object.keys(dataOf(page).clashes['homeroom']?.['0'] ?? {}).map(Number);
    expect(slots).toContain(16);
  });
});

describe('lists that a sentence cuts short', () => {
  // politics, geography and biology in the place of mathematics: every student of h2 collides
  const week = moved('g2-pol/1', 0, 'mon.1');
  week.status = 'partial';
  week.conflicts = groupConflicts(
    judge(smallSchool(), week).findings.map((finding) => conflictOf(finding, smallSchool())),
    smallSchool(),
  );
  const conflict = week.conflicts.find(({ type }) => type === 'structural.student');

  it('hold every id in the document', () => {
    expect(conflict?.text.zh).toContain('等5人');
    const students = conflict?.who.filter(({ kind }) => kind === 'student').map(({ id }) => id);
    expect(students).toEqual(['s07', 's08', 's09', 's10', 's11']);
  });

  it('can be unfolded on the page, with a link for each', () => {
    const page = renderHtml(smallSchool(), week, 'zh');
    const unfolded = /<details><summary><span lang="zh">全部列出<\/span>[\s\S]*?<\/details>/.exec(page)?.[0] ?? '';
    for (const student of [6, 7, 8, 9, 10]) expect(unfolded).toContain(`href="#week/student/${student}"`);
  });
});

describe('loads in the outline', () => {
  it('says how many teachers are below their minimum', () => {
    const school = smallSchool();
    Object.assign(school.teachers[0] ?? {}, { load: { min: 7, max: 8 } });
    expect(renderTerminal(school, smallWeek(), 'zh')).toContain('课时超过上限的教师 0 人 · 课时低于下限的教师 1 人');
    expect(renderTerminal(school, smallWeek(), 'en')).toContain('teachers below their minimum: 1');
    expect(renderHtml(school, smallWeek(), 'zh')).toContain('课时低于下限的教师 1 人');
  });

  it('counts the load of two weeks as that of two weeks', () => {
    const school = twoWeekSchool();
    const teacher = school.teachers.findIndex(({ id }) => id === 't-eng');
    Object.assign(school.teachers[teacher] ?? {}, { load: { max: 5 } });
    const finding = judge(school, twoWeeks()).findings.find(({ type }) => type === 'structural.load');
    if (!finding) throw new Error('no load');
    const { text } = conflictOf(finding, school);
    expect(text.zh).toContain('两周共 12 课时，超过上限 10');
    expect(text.en).toContain('teaches 12 periods in the two weeks, 2 over the maximum of 10');
  });
});
