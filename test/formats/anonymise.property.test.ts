/** Whatever the school: its anonymous files can be read, and are judged as the named ones are. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anonymise } from '../../src/api/convert.ts';
import { readSchool, readTimetable } from '../../src/api/school.ts';
import { judge } from '../../src/judge/judge.ts';
import { randomSchool } from '../support/random-school.ts';
import { judgedDocument, plannedWeek, search } from '../support/week-of.ts';

it('an anonymous case is judged as the named one', () => {
  let broken = 0;
  fc.assert(
    fc.property(randomSchool, fc.nat(1_000_000), (school, seed) => {
      const planned = plannedWeek(school, seed);
      fc.pre(planned !== null);
      const week = judgedDocument(school, planned, search(planned, seed, 1, 200).solution);
      const files = anonymise(school, week);
      const anonymous = readSchool(files.school);
      const anonymousWeek = readTimetable(files.week ?? '');
      expect(anonymous.faults.filter(({ severity }) => severity === 'fault')).toEqual([]);
      expect(anonymousWeek.faults).toEqual([]);
      if (!anonymous.document || !anonymousWeek.document) return;
      const [before, after] = [judge(school, week), judge(anonymous.document, anonymousWeek.document)];
      broken += before.findings.length;
      expect([after.hard, after.soft, after.disagreements]).toEqual([before.hard, before.soft, before.disagreements]);
      expect(after.rules.map(({ type, deviation }) => [type, deviation])).toEqual(
        before.rules.map(({ type, deviation }) => [type, deviation]),
      );
    }),
    { numRuns: 15, seed: 20_251_124 },
  );
  expect(broken).toBeGreaterThan(0);
});
