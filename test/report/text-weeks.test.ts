import { describe, expect, it } from 'vitest';
import { renderTerminal, renderWeeks } from '../../src/report/index.ts';
import { smallSchool } from '../support/small-school.ts';
import { smallWeek } from './small-week.ts';
import { twoWeeks, twoWeekSchool } from './two-weeks.ts';

/** The tables of a text, by title; each line split at the gaps between columns. */
function tables(text: string): Map<string, string[][]> {
  return new Map(
    text
      .trimEnd()
      .split('\n\n')
      .map((block) => {
        const [title = '', head = '', , ...rows] = block.split('\n');
        return [title, [head, ...rows].map((line) => line.split(/ {2,}/))];
      }),
  );
}

describe('weeks as text', () => {
  it('of homerooms: what is at home with teacher and another room, 走班, 自习', () => {
    const found = tables(renderWeeks(smallSchool(), smallWeek(), 'homerooms', 'zh'));
    expect([...found.keys()]).toEqual(['高二1班', '高二2班']);
    expect(found.get('高二1班')).toEqual([
      ['节次', '周一', '周二', '周三', '周四', '周五'],
      ['第一节', '语文 陈文', '数学 马数', '物理 吴理 物理实验室', '英语 英兰', '历史（合格考） 史进'],
      ['第二节', '数学 马数', '英语 英兰', '物理 吴理 物理实验室', '语文 陈文', '体育 田育 操场'],
      ['第三节', '英语 英兰', '物理 吴理', '语文 陈文', '数学 马数', '自习'],
      ['第四节', '走班', '走班', '走班', '走班', '自习'],
    ]);
  });

  it('of teachers: sections with their rooms; of rooms: sections with their teachers', () => {
    const teachers = tables(renderWeeks(smallSchool(), smallWeek(), 'teachers', 'zh'));
    expect(teachers.get('华学')?.[4]?.slice(0, 3)).toEqual(['第四节', '高二化学1班 101', '·']);
    const rooms = tables(renderWeeks(smallSchool(), smallWeek(), 'rooms', 'en'));
    expect(rooms.get('103')?.[4]?.slice(0, 3)).toEqual(['P4', '·', '高二生物 section 1 盛武']);
  });

  it('names what collides', () => {
    const week = smallWeek();
    const lesson = week.lessons.find(({ section, index }) => section === 'g2-chi/h2' && index === 0);
    if (lesson) lesson.slot = 'mon.1';
    const found = tables(renderWeeks(smallSchool(), week, 'homerooms', 'zh'));
    expect(found.get('高二2班')?.[1]?.[1]).toBe('【冲突】语文 陈文 + 数学 马数');
    expect(found.get('高二1班')?.[1]?.[1]).toBe('【冲突】语文 陈文');
  });

  it('says odd and even where they differ', () => {
    const found = tables(renderWeeks(twoWeekSchool(), twoWeeks(), 'homerooms', 'zh'));
    expect(JSON.stringify(found.get('高二1班'))).toMatch(/单: 体育[^/]+ \/ 双: 历史/);
  });

  it('are offered at the end of the report, not of a plan', () => {
    expect(renderTerminal(smallSchool(), smallWeek(), 'zh')).toContain('--of homerooms');
    const plan = { ...smallWeek(), scope: 'sections' as const, lessons: [] };
    expect(renderTerminal(smallSchool(), plan, 'zh')).not.toContain('--of');
    expect(renderWeeks(smallSchool(), plan, 'teachers', 'zh')).toBe('只做了分班，没有课表。\n');
  });
});
