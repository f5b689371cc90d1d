import { describe, expect, it } from 'vitest';
import { renderTerminal } from '../../src/report/index.ts';
import { textTable } from '../../src/text/text-table.ts';
import { textWidth } from '../../src/text/width.ts';
import { smallSchool } from '../support/small-school.ts';
import { smallWeek } from './small-week.ts';

describe('tables on a terminal', () => {
  it('count a Chinese character as two columns', () => {
    expect(textWidth('高二(3)班')).toBe(9);
    expect(textWidth('≥56')).toBe(3);
  });

  it('end every column at the same place', () => {
    const table = textTable(
      [{ head: '课程' }, { head: 'n', align: 'right' }],
      [
        ['语文', '20'],
        ['PE', '100'],
      ],
    );
    expect(table.split('\n')).toEqual(['课程    n', '────  ───', '语文   20', 'PE    100']);
  });
});

describe('the report on a terminal', () => {
  it('says first how it stands, in Chinese', () => {
    const text = renderTerminal(smallSchool(), smallWeek(), 'zh');
    expect(text.split('\n').slice(0, 6)).toEqual([
      '小中学 2025 秋',
      '结论：完整',
      '全部硬性要求均已满足：每名学生的选课都有教学班，每节课都有课位、教师和教室，没有任何冲突。',
      '',
      '硬约束偏差：0    软约束代价：6 (已证明不低于 4)',
      '未安排的选课：0    未排课时：0',
    ]);
    expect(text.endsWith('\n')).toBe(true);
  });

  it('shows costs beside bounds, sizes, rooms and loads', () => {
    const text = renderTerminal(smallSchool(), smallWeek(), 'en');
    expect(text).toMatch(/idle periods of teachers +default\.gap +3 +2 +6 +4 +trivial/);
    expect(text).toMatch(/高二语文 +2 +11 +5 +6 +3\/6\/8 +0 +0 +0/);
    expect(text).toMatch(/classroom +3 +32 +60 +53\.3%/);
    expect(text).toContain('Highest loads  陈文 6/8, 马数 6/8, 英兰 6/8');
    expect(text).toContain('1 more rules hold in full');
  });

  it('lists what does not hold, what is unserved and what is not placed', () => {
    const week = smallWeek();
    week.status = 'partial';
    week.unserved = [{ student: 's01', course: 'g2-bio' }];
    week.unplaced = [{ section: 'g2-phy/h1', index: 1, periods: 2 }];
    week.conflicts = Array.from({ length: 23 }, (_, i) => ({
      rule: 'structural.room',
      type: 'structural.room',
      strength: 'must' as const,
      who: [],
      slots: [],
      deviation: 1,
      text: { zh: `冲突${i}`, en: `clash ${i}` },
    }));
    const text = renderTerminal(smallSchool(), week, 'zh');
    expect(text).toContain('结论：部分完成');
    expect(text).toContain('20. 冲突19');
    expect(text).not.toContain('冲突20');
    expect(text).toContain('另有 3 项未列出。');
    expect(text).toContain('高二生物 (1)  s01（高二1班）');
    expect(text).toContain('高二1班物理  2');
  });

  it('lets no control character of a name through', () => {
    const school = smallSchool();
    school.name = 'A\u001B[31mB';
    expect(renderTerminal(school, smallWeek(), 'zh')).not.toContain('\u001B');
  });
});
