import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeSchoolModel, modelOf } from '../../src/school/model.ts';
import { readSchool } from '../../src/school/read.ts';
import { courseUnits } from '../../src/school/takers.ts';

const folder = new URL('../../datasets/', import.meta.url);
const samples = readdirSync(folder).filter((name) => name.endsWith('.school.json'));

describe('who takes what', () => {
  it.each(samples)('is remembered from the reading as it is asked afresh: %s', (name) => {
    const { school } = readSchool(readFileSync(new URL(name, folder)));
    if (!school) throw new Error(`${name} cannot be read`);
    expect(modelOf(school)).toBe(modelOf(school));
    expect(courseUnits(modelOf(school))).toEqual(courseUnits(makeSchoolModel(school)));
  });
});
