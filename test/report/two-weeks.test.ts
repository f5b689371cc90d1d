import { describe, expect, it } from 'vitest';
import { renderHtml, renderTerminal, utilization } from '../../src/report/index.ts';
import { twoWeeks, twoWeekSchool } from './two-weeks.ts';

const use = utilization(twoWeekSchool(), twoWeeks());
const found = <T>(list: readonly T[], fits: (item: T) => boolean): T => {
  const item = list.find(fits);
  if (item === undefined) throw new Error('nothing found');
  return item;
};

describe('a cycle of odd and even weeks', () => {
  it('has the slots of both, by name', () => {
    expect(use.slots).toHaveLength(40);
    expect([use.slots[0]?.slot, use.slots[20]?.slot]).toEqual(['mon.1/odd', 'mon.1/even']);
    // fri.1: PE of h1 in odd weeks, PE of h2 and history of h1 in even weeks
    expect([use.slots[16]?.sections, use.slots[36]?.sections]).toEqual([1, 2]);
  });

  it('counts rooms over both weeks, less what is closed in one', () => {
    const field = found(use.rooms, ({ room }) => room === 'field');
    // 39 open slots, two sections at once
    expect(field).toMatchObject({ used: 2, available: 78, seated: 6 + 5 });
    expect(found(use.rooms, ({ room }) => room === 'r3')).toMatchObject({ used: 4 + 2, seated: 4 * 5 + 2 * 8 });
  });

  it('compares loads of both weeks with limits of both weeks', () => {
    // three periods a week of h2, three of h1
    expect(found(use.teachers, ({ teacher }) => teacher === 't-eng')).toMatchObject({ load: 12, max: 16 });
    expect(found(use.teachers, ({ teacher }) => teacher === 't-eng').perDay).toEqual([2, 4, 2, 4, 0]);
  });

  it('counts who comes with the own teacher in full, and the own at the course’s share', () => {
    // biology 2 × 2, with English 2 × 3
    expect(found(use.teachers, ({ teacher }) => teacher === 't-bio')).toMatchObject({ load: 10, sections: 2 });
    // history of h2 2 × 3; of h1 half of one period, rounded up
    expect(found(use.teachers, ({ teacher }) => teacher === 't-his')).toMatchObject({ load: 7, sections: 2 });
  });

  it('counts a lesson for the teachers it names', () => {
    // geography 2 × 2, one lesson of h3 in both weeks, and self-study supervised in one
    expect(found(use.teachers, ({ teacher }) => teacher === 't-geo')).toMatchObject({ load: 7, sections: 2 });
  });

  it('counts free periods of both weeks', () => {
    // s01 has 16 + 2 × 1 periods; of 39 open ones
    const lessons = 2 * 16 + 2;
    expect(found(use.students, ({ student }) => student === 's01').free).toBe(39 - lessons);
  });

  it('knows the size of a homeroom whose students are not listed', () => {
    expect(found(use.sections, ({ course }) => course === 'g2-chi')).toMatchObject({
      sections: 3,
      students: 19,
      largest: 8,
    });
  });
});

describe('the report on two weeks', () => {
  const page = renderHtml(twoWeekSchool(), twoWeeks(), 'zh');

  it('marks in the master timetable where weeks differ', () => {
    const titles = ['单周 odd weeks: 体育 田育', '双周 even weeks: 历史（合格考） 史进'].join('\n');
    expect(page).toContain(`title="${titles}">体/历</td>`);
  });

  it('has a picture for each week', () => {
    expect(page.match(/<h4><span lang="zh">单周<\/span><span lang="en">odd weeks<\/span><\/h4>/g)).toHaveLength(3);
  });

  it('hands weeks, sizes and self-study to its script', () => {
    const data = JSON.parse(/id="data">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '') as {
      weeks: number;
      grades: [string, string][];
      homerooms: unknown[][];
      sections: [unknown, unknown, number, number[], number, string, unknown[][], number][];
      selfStudy: unknown[];
    };
    expect(data.weeks).toBe(2);
    expect(data.grades[0]?.[1]).toHaveLength(40);
    expect(data.homerooms[2]).toEqual(['高二3班', 0, 2, -1, 8]);
    expect(data.selfStudy).toEqual([[18, 1, 0, 8, [0, 1]]]);
    const own = data.sections.at(-1);
    expect([own?.[4], own?.[6], own?.[7]]).toEqual([2, [[18, 1, 2, 0, [1, 8]]], 8]);
  });

  it('counts all students, listed or not', () => {
    expect(renderTerminal(twoWeekSchool(), twoWeeks(), 'zh')).toContain('学生 19 · 行政班 3');
  });
});
