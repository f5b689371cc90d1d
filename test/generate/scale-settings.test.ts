/** A settings file at another size is still a school that has a week. */
import { describe, expect, it } from 'vitest';
import { generateAtSize } from '../../src/generate/at-size.ts';
import { generateSchool } from '../../src/generate/generate.ts';
import { scaleSettings } from '../../src/generate/scale-settings.ts';
import { writeSchool } from '../../src/generate/write-school.ts';
import { judge } from '../../src/judge/judge.ts';
import { readSchool } from '../../src/school/read.ts';
import { manifest, settingsOf } from './samples.ts';

const names = manifest().map(({ file }) => file.replace('.school.json', ''));

/** Every settings file at the least size, and at one that no homerooms of the usual size add up to. */
const CASES = names.flatMap((name) => [200, 230].map((students): [string, number] => [name, students]));

describe('a sample at another size', () => {
  it.each([...CASES, ['xicheng', 600], ['yangcheng-no2', 600], ['metro-33', 1000]] as [string, number][])(
    '%s with about %i students can be read and has a week',
    (name, students) => {
      const { school, hidden } = generateAtSize(settingsOf(name), students);
      expect(Math.abs(school.students.length - students)).toBeLessThanOrEqual(students * 0.05);
      expect(readSchool(writeSchool(school)).faults.filter(({ severity }) => severity === 'fault')).toEqual([]);
      // the week behind a sample knows nothing of must rules that are stated beside it
      const broken = judge(school, hidden).rules.filter(
        ({ strength, deviation }) => strength === 'must' && deviation > 0,
      );
      const known = broken.filter(({ rule }) => name !== 'rules-heavy' || rule.startsWith('structural.'));
      expect(known).toEqual([]);
    },
  );

  it('is the sample itself at its own size', () => {
    const settings = settingsOf('tiny');
    expect(scaleSettings(settings, 24)).toBe(settings);
    expect(writeSchool(generateAtSize(settings, 24).school)).toBe(writeSchool(generateSchool(settings).school));
  });

  it('keeps what the sample is for', () => {
    const arts = generateAtSize(settingsOf('yangcheng-no2'), 600).school;
    const tracks = arts.students.filter(({ homeroom, track }) => homeroom === 'g2-04' && track === 'arts');
    expect(tracks).toHaveLength(20);
    const small = generateAtSize(settingsOf('form-classes'), 230).school;
    expect(small.grades[0]?.formHomerooms).toEqual({ count: 5, size: { min: 41, target: 46, max: 48 } });
    const japanese = generateAtSize(settingsOf('metro-33'), 230).school;
    expect(japanese.students.filter(({ choices }) => String(choices).includes('日'))).toHaveLength(3 * 7);
  });

  it('adds rooms only where it is another size', () => {
    const settings = settingsOf('tiny');
    const rooms = settings.rooms.filter(({ id }) => id !== 'small');
    expect(() => generateAtSize({ ...settings, rooms }, 24)).toThrow('No classroom for');
    const kinds = generateAtSize({ ...settings, rooms }, 204).school.rooms.filter(({ name }) => name === '备用教室1');
    expect(kinds).toHaveLength(1);
  });
});
