/** A section more than the teachers of a subject have periods for makes a plan that no week can follow. */
import { expect, it } from 'vitest';
import { plan } from '../../src/api/plan.ts';
import { generateSchool } from '../../src/generate/generate.ts';
import { scaleSettings } from '../../src/generate/scale-settings.ts';
import { writeSchool } from '../../src/generate/write-school.ts';
import { settingsOf } from '../generate/samples.ts';
import { OPTIONS } from '../pool/schools.ts';

it('two biology teachers get no more sections than they can teach, though other courses then have one more', async () => {
  const { school } = generateSchool(scaleSettings(settingsOf('yangcheng-no1'), 200));
  const week = await plan(school, new TextEncoder().encode(writeSchool(school)), OPTIONS);
  expect(week.unserved).toEqual([]);
  expect(week.score.rules.find(({ rule }) => rule === 'structural.load')?.deviation ?? 0).toBe(0);
  const biology = week.plan?.subjects.find(({ subject }) => subject === 'bio');
  expect(biology?.teachers).toBe(2);
  expect(biology?.demand).toBeLessThanOrEqual(biology?.supply ?? 0);
});
