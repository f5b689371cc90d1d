import { describe, expect, it } from 'vitest';
import { diffTimetables } from '../../src/diff/index.ts';
import { changesText, nameChanges, renderHtml, renderOutline, renderTerminal } from '../../src/report/index.ts';
import type { School } from '../../src/school/types.ts';
import type { Timetable } from '../../src/timetable/types.ts';
import { smallSchool } from '../support/small-school.ts';
import { smallWeek } from './small-week.ts';

function changedWeek(): Timetable {
  const week = smallWeek();
  const lesson = (section: string, slot: string) =>
    week.lessons.find((one) => one.section === section && one.slot === slot) ?? { slot: '', room: '' };
  lesson('g2-chi/h1', 'mon.1').slot = 'fri.3';
  lesson('g2-mat/h1', 'mon.2').room = 'r3';
  lesson('g2-mat/h1', 'tue.1').room = 'r3';
  for (const section of week.sections) {
    if (section.id === 'g2-pol/1') section.teachers = ['t-geo'];
    if (section.id === 'g2-geo/1') section.students = section.students.filter((student) => student !== 's04');
    if (section.id === 'g2-bio/1') section.students.push('s04');
  }
  return week;
}

const school: School = smallSchool();
const changes = nameChanges(diffTimetables(smallWeek(), changedWeek(), school), [smallWeek(), changedWeek()], school);

describe('what changed, in words', () => {
  it('counts first, in Chinese', () => {
    expect(changesText(changes, 'zh').split('\n').slice(0, 2)).toEqual([
      '改时间 1 节，换教室 2 节，换教师 1 个教学班，换教学班 2 人次',
      '涉及教师 4 人、行政班 2 个、学生 11 人',
    ]);
  });

  it('names persons, lessons and rooms', () => {
    const text = changesText(changes, 'zh');
    expect(text).toMatch(/s04 +高二1班 +高二生物 +无 → 高二生物1班/);
    expect(text).toMatch(/s04 +高二1班 +高二地理 +高二地理1班 → 无/);
    expect(text).toMatch(/高二政治1班 +郑治 → 狄礼 +5/);
    expect(text).toMatch(/高二1班语文 +周一第一节 → 周五第三节 +6/);
    // the two lessons of mathematics stand in one row
    expect(text).toMatch(/高二1班数学 +101 → 103 +周一第二节、周二第一节 +6/);
    expect(text).toMatch(/陈文 +1 +· +·/);
    expect(text).toMatch(/高二2班 +5 +全班/);
  });

  it('says the same in English', () => {
    const text = changesText(changes, 'en');
    expect(text).toContain('lessons at another time: 1');
    expect(text).toMatch(/语文 \(高二1班\) +Mon P1 → Fri P3 +6/);
    expect(text).toContain('Sections are matched by their ids');
  });

  it('says so where nothing changed', () => {
    const same = nameChanges(diffTimetables(smallWeek(), smallWeek(), school), [smallWeek()], school);
    expect(changesText(same, 'zh')).toBe('两份课表没有差别。\n');
  });

  it('names weeks where they are odd and even', () => {
    const odd = smallWeek();
    for (const lesson of odd.lessons) if (lesson.section === 'g2-pe/h1') lesson.weeks = 'odd';
    const weekly = nameChanges(diffTimetables(smallWeek(), odd, school), [odd], school);
    expect(changesText(weekly, 'zh')).toMatch(/高二1班体育 +周五第二节 → 周五第二节（单周）/);
  });

  it('calls homerooms that the solver formed as the timetable does', () => {
    const forming = smallSchool();
    const [grade] = forming.grades;
    if (grade) grade.formHomerooms = { count: 1, size: { max: 20 } };
    const formed = (students: string[]): Timetable => ({
      ...smallWeek(),
      homerooms: [{ id: 'g2-1', name: '高二（1）班', grade: 'g2', students }],
    });
    const weeks: [Timetable, Timetable] = [formed(['s01', 's02']), formed(['s01'])];
    const text = changesText(nameChanges(diffTimetables(...weeks), weeks, forming), 'zh');
    expect(text).toMatch(/高二（1）班 +无 +s02/);
  });
});

describe('a report with an earlier week', () => {
  it('shows the changes on the page', () => {
    const page = renderHtml(school, changedWeek(), 'zh', smallWeek());
    expect(page).toContain('<a href="#changes">');
    expect(page).toContain('周一第一节 → 周五第三节');
    expect(page).toContain('Mon P1 → Fri P3');
    expect(renderHtml(school, changedWeek(), 'zh')).not.toContain('#changes');
  });

  it('counts them on the first screen of a terminal', () => {
    const text = renderOutline(school, changedWeek(), 'zh', smallWeek());
    expect(text).toContain('涉及教师 4 人、行政班 2 个、学生 11 人');
    expect(renderOutline(school, smallWeek(), 'zh', smallWeek())).toContain('两份课表没有差别。');
  });
});

describe('the first screen', () => {
  it('is the beginning of the text report, without its long tables', () => {
    const [outline, text] = [renderOutline, renderTerminal].map((render) => render(school, smallWeek(), 'zh'));
    expect(text?.startsWith(outline?.trimEnd() ?? '?')).toBe(true);
    expect(outline).toContain('各项规则的偏差与代价');
    expect(outline).not.toContain('各课程班额');
    expect(text).toContain('各课程班额');
  });
});
