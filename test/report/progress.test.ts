import { describe, expect, it } from 'vitest';
import { judge } from '../../src/judge/judge.ts';
import { renderHtml, renderTerminal } from '../../src/report/index.ts';
import { namingOf } from '../../src/report/naming.ts';
import { progressFault, progressRows } from '../../src/report/progress.ts';
import { readWeek } from '../../src/report/week.ts';
import { ruleCases } from '../cases/index.ts';

const about = ruleCases.filter(({ school }) => school.rules?.some(({ type }) => type.startsWith('progress.')));
const named = (name: string) => {
  const found = about.find((one) => one.name.startsWith(name));
  if (found === undefined) throw new Error(name);
  return found;
};

describe('progress of a teacher’s sections', () => {
  it.each(about)('comes to what the judge counts: $name', ({ school, timetable }) => {
    const naming = namingOf(school);
    const rows = progressRows(readWeek(naming.model, timetable), naming.atHome);
    const faults = rows.reduce((sum, row) => sum + progressFault(row), 0);
    const counted = judge(school, timetable).rules.filter(({ type }) => type.startsWith('progress.'));
    expect(faults).toBe(counted.reduce((sum, { deviation }) => sum + deviation, 0));
  });

  it('is shown per teacher and course, on the terminal and on the page', () => {
    const { school, timetable } = named('齐头: three walking sections');
    expect(renderTerminal(school, timetable, 'zh')).toMatch(
      /p1 +g1 phy +进度一致 +3 +2 次课，最多相差 2 天（允许 1 天），超出 1 次/,
    );
    expect(renderTerminal(school, timetable, 'en')).toContain('2 lessons, at most 2 days apart (1 allowed), 1 beyond');
    expect(renderHtml(school, timetable, 'zh')).toContain('2 次课，最多相差 2 天（允许 1 天），超出 1 次');
    const turns = named('平头: h1 first on all four days');
    expect(renderTerminal(turns.school, turns.timetable, 'en')).toContain(
      '4 days with all sections; times first: 4 · 0',
    );
  });

  it('is left out where no rule asks for it', () => {
    const { school, timetable } = named('齐头');
    expect(renderTerminal({ ...school, rules: [] }, timetable, 'en')).not.toContain('Progress');
  });
});
