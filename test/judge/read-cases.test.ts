import { describe, expect, it } from 'vitest';
import { readSchool } from '../../src/school/read.ts';
import { cases, isPutOff, isRead } from '../cases/index.ts';

/** Schools that the reader refuses, with what it says: the judge counts these weeks all the same, whoever asks. */
const REFUSED: Record<string, string[]> = {
  '本班教室: a section that the school gives for two homerooms has no room of its own': ['section.homerooms-one'],
  'teachers: each homeroom by its own head teacher; two whom the school gives together, in any order': [
    'section.teachers-many',
  ],
  'locks: slot, room and teacher of a lesson, a slot of any lesson': ['lock.slot-without-index'],
  'locks: a room for the whole section is held once, a slot that no lesson has, a section that does not exist': [
    'lock.section-unknown',
    'lock.slot-without-index',
  ],
  'locks: without an index, a room is held by the lesson at the held slot; here the lessons have changed rooms': [
    'lock.contradiction',
    'lock.slot-without-index',
  ],
};

const gravely = (school: unknown): string[] => {
  const { faults } = readSchool(JSON.stringify(school));
  return [...new Set(faults.filter(({ severity }) => severity !== 'warning').map(({ code }) => code))].toSorted();
};

describe('the schools of the table of small weeks', () => {
  it.each(cases.filter(({ name }) => !(name in REFUSED)))('are read without a fault: $name', (one) => {
    if (isPutOff(one))
      expect(gravely(one.school)).toEqual(expect.arrayContaining([expect.stringMatching('not-read$')]));
    // the rest of the school is sound, whatever becomes of its rules
    expect(gravely({ ...one.school, rules: one.school.rules?.filter(isRead) })).toEqual([]);
  });

  it.each(Object.entries(REFUSED))('are refused: %s', (name, codes) => {
    const refused = cases.find((one) => one.name === name);
    expect(refused === undefined ? [] : gravely(refused.school)).toEqual(codes);
  });
});
