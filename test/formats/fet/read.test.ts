/** Files that are not what FET made of a file of ours: refused by name, whatever they hold. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFet } from '../../../src/formats/fet/read-fet.ts';
import { writeFet } from '../../../src/formats/fet/write-fet.ts';
import { course, smallSchool, smallWeek } from '../../cases/build.ts';
import { resultOf } from './result-of.ts';

const school = smallSchool({ courses: [course('mat', { periods: 1 })] });
const week = smallWeek(
  school,
  [
    ['mat/h1', 'm1', 'h1'],
    ['mat/h2', 'm2', 'h2'],
  ],
  [
    ['mat/h1', 0, 'mon.1', 'r1'],
    ['mat/h2', 0, 'fri.7', 'r2'],
  ],
);
const asked = writeFet(school, week).text ?? '';
const found = resultOf(asked, school, week);
const codes = (text: string | Uint8Array): string[] => readFet(school, text).faults.map(({ code }) => code);

describe('a result of FET', () => {
  it('is read, with byte order mark and comments', () => {
    const { week: read, faults } = readFet(school, found.replace('<Mode>', '<!-- FET says -->\n<Mode>'));
    expect(faults).toEqual([]);
    expect(read?.lessons.map(({ section, slot, room }) => `${section} ${slot} ${room}`)).toEqual([
      'mat/h1 mon.1 r1',
      'mat/h2 fri.7 r2',
    ]);
  });

  it('another teacher than was asked for is another teacher', () => {
    const { week: read } = readFet(school, found.replace('<Teacher>m1</Teacher>', '<Teacher>m2</Teacher>'));
    expect(read?.sections.map(({ teachers }) => teachers)).toEqual([['m2'], ['m2']]);
  });

  it('a lesson without a time is left out', () => {
    const first = /<ConstraintActivityPreferredStartingTime>[\s\S]*?<\/ConstraintActivityPreferredStartingTime>/;
    expect(readFet(school, found.replace(first, '')).week?.lessons.map(({ section }) => section)).toEqual(['mat/h2']);
  });
});

describe('refused', () => {
  it.each([
    ['file.empty', ' '],
    ['file.encoding', new Uint8Array([0xff, 0xfe, 0x3c, 0])],
    ['fet.xml', '{"format": "zouban/timetable@1"}'],
    ['fet.xml', found.slice(0, -20)],
    ['fet.xml', found.replace('周', '&zhou;').replace('<Mode>Official', '<Mode>&mode;')],
    [
      'fet.xml-doctype',
      `<?xml version="1.0"?><!DOCTYPE fet [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><fet>&b;</fet>`,
    ],
    ['fet.xml-doctype', '<!DOCTYPE fet SYSTEM "file:///etc/hostname"><fet/>'],
    ['fet.xml-depth', '<a>'.repeat(100_000)],
    ['fet.xml-size', `<fet>${'<a/>'.repeat(1_000_001)}</fet>`],
    ['fet.root', '<html/>'],
    ['fet.no-times', asked],
    ['fet.foreign', found.replace(/<Comments>\{&quot;section.*/, '<Comments>mine</Comments>')],
    ['fet.foreign', found.replace(/<Comments>\{&quot;section.*/, '<Comments>{</Comments>')],
    ['fet.lesson', found.replace('&quot;index&quot;:0', '&quot;index&quot;:7')],
    ['fet.lesson', found.replace('&quot;course&quot;:&quot;mat&quot;', '&quot;course&quot;:&quot;__proto__&quot;')],
    ['fet.name', found.replace('<Teacher>m1</Teacher>', '<Teacher>nobody</Teacher>')],
    ['fet.name', found.replace('<Room>r1</Room>', '<Room>attic</Room>')],
    ['fet.name', found.replace('<Preferred_Hour>7</Preferred_Hour>', '<Preferred_Hour>午休</Preferred_Hour>')],
    ['fet.name', found.replace('<Preferred_Day>mon</Preferred_Day>', '<Preferred_Day>sun</Preferred_Day>')],
  ])('%s', (code, text) => {
    expect([...new Set(codes(text))]).toEqual([code]);
    expect(readFet(school, text).week).toBeNull();
  });

  it('never throws on a file of which some characters are changed', () => {
    fc.assert(
      fc.property(fc.nat(found.length), fc.nat(40), fc.string({ unit: 'binary', maxLength: 8 }), (at, cut, put) => {
        const { week: read, faults } = readFet(school, found.slice(0, at) + put + found.slice(at + cut));
        expect(read === null).toBe(faults.some(({ severity }) => severity === 'fault'));
      }),
      { numRuns: 300, seed: 4 },
    );
  });
});
