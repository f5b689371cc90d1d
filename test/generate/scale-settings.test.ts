/** A settings file at another size is still a school that has a week. */
import { describe, expect, it } from 'vitest';
import { generateSchool } from '../../src/generate/generate.ts';
import { scaleSettings } from '../../src/generate/scale-settings.ts';
import { writeSchool } from '../../src/generate/write-school.ts';
import { judge } from '../../src/judge/judge.ts';
import { readSchool } from '../../src/school/read.ts';
import { settingsOf } from './samples.ts';

describe('a sample at another size', () => {
  it.each([
    ['yangcheng-no1', 200],
    ['xicheng', 600],
    ['yangcheng-no2', 900],
  ])('%s with about %i students can be read and has a week', (name, students) => {
    const { school, hidden } = generateSchool(scaleSettings(settingsOf(name), students));
    expect(Math.abs(school.students.length - students)).toBeLessThanOrEqual(students * 0.05);
    expect(readSchool(writeSchool(school)).faults).toEqual([]);
    expect(judge(school, hidden).hard).toBe(0);
  });

  it('is the sample itself at its own size', () => {
    const settings = settingsOf('yangcheng-no1');
    expect(scaleSettings(settings, 3000)).toBe(settings);
  });
});
