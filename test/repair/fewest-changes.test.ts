import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fewestChanges } from '../../solver/index.ts';
import { countChanges, repairCertificate } from '../../src/api/repair-certificate.ts';
import { smallRepair } from '../../src/api/small-repair.ts';
import { compileWeek } from '../../src/compile/problem.ts';
import { repairQuestion } from '../../src/compile/repair-task.ts';
import { documentWeek } from '../../src/compile/timetable.ts';
import { diffTimetables } from '../../src/diff/index.ts';
import { judge } from '../../src/judge/judge.ts';
import { makeSchoolModel } from '../../src/school/model.ts';
import { readSchool } from '../../src/school/read.ts';
import type { School } from '../../src/school/types.ts';
import { bruteFewest } from './brute-force.ts';
import * as event from './small-events.ts';

const MANY = 1_000_000;

const after = (...events: event.Event[]): School =>
  events.reduce((school, happens) => happens(school), event.threeDays());

const base = event.threeDaysWeek(event.threeDays());

const onWednesday = (homerooms: string[]): event.Event =>
  event.ruled({ type: 'slots.prefer', subjects: ['eng'], homerooms, slots: 'wed.*', share: 100, strength: 'must' });

/** The answer, and the repaired week as a document. */
function repaired(school: School) {
  const model = makeSchoolModel(school, base);
  const repair = smallRepair(model);
  const found = repair?.found;
  if (!repair || !found) return { repair, model, week: null };
  const { sections, roles } = found.stage;
  const week = documentWeek(model, compileWeek(model, sections, 0, roles), found.solution);
  return { repair, model, week };
}

describe('the fewest changes after something has happened', () => {
  it.each<[string, event.Event[], number]>([
    ['nothing', [], 0],
    ['a student takes history, where there is a seat, in place of physics', [event.chooses('a1', '史')], 0],
    ['a teacher leaves, another has the time', [event.teacherLeaves('m2'), event.teacherAway('m1', ['wed.1'])], 2],
    ['a teacher is away at a lesson', [event.teacherAway('e1', ['mon.2'])], 1],
    [
      'a teacher is away at both lessons of a section, and nobody else has the load',
      [event.teacherAway('m2', ['mon.1', 'tue.1'])],
      2,
    ],
    [
      'a teacher is away at both lessons of a section, and another has the load',
      [event.teacherAway('m1', ['mon.1', 'tue.1']), event.loadOf('m2', 4)],
      2,
    ],
    ['a room is shut at one lesson', [event.roomShut('r1', ['mon.2'])], 1],
    ['a room is shut at three lessons', [event.roomShut('r1', ['mon.1', 'mon.2', 'tue.1'])], 3],
    ['a room is shut for good', [event.roomShut('r1', '*.*')], 4],
    ['two rooms are shut, one lesson each', [event.roomShut('r1', ['mon.2']), event.roomShut('r2', ['tue.2'])], 2],
    ['a student is locked into another section', [event.locked({ student: 'a1', section: 'phy/2' })], 1],
    ['a room has become too small for a homeroom, which has three lessons there', [event.seatsOf('r2', 2)], 3],
    ['English only on Wednesday for one homeroom', [onWednesday(['h1'])], 1],
    ['English only on Wednesday for both, where one slot is left', [onWednesday(['h1', 'h2'])], 5],
    ['two days on which nothing can be', [event.dayShut(['mon.*', 'tue.*'])], 7],
  ])('%s', (_, events, fewest) => {
    const { repair, week, model } = repaired(after(...events));
    expect(repair?.fewest).toBe(fewest);
    expect(repair?.found === undefined).toBe(fewest > 6);
    if (week) expect(countChanges(model, base, week)).toBe(fewest);
  });

  it('is what trying everything finds', () => {
    const seen = new Map<number, number>();
    fc.assert(
      fc.property(fc.array(event.anyEvent, { minLength: 1, maxLength: 3 }), (events) => {
        const school = after(...events);
        fc.pre(readSchool(JSON.stringify(school)).school !== null);
        const model = makeSchoolModel(school, base);
        const question = repairQuestion(model);
        fc.pre(question !== null && question.forced === 0);
        const answer = fewestChanges(question.task, { changes: 2, nodes: MANY });
        const fewest = Math.min(3, answer.changes);
        expect(answer.kind).toBe(fewest > 2 ? 'atLeast' : 'fewest');
        expect(fewest).toBe(bruteFewest(model, question, 2));
        seen.set(fewest, (seen.get(fewest) ?? 0) + 1);
      }),
      { numRuns: 60, seed: 20_251_124 },
    );
    for (const fewest of [0, 1, 2, 3]) expect(seen.get(fewest) ?? 0).toBeGreaterThan(2);
  });

  it('is a complete week for the judge, and no more than what has changed by the list of changes', () => {
    let proved = 0;
    fc.assert(
      fc.property(fc.array(event.anyEvent, { minLength: 1, maxLength: 3 }), (events) => {
        const school = after(...events);
        fc.pre(readSchool(JSON.stringify(school)).school !== null);
        const { repair, week, model } = repaired(school);
        if (!repair || !week) return;
        const certificate = repairCertificate(model, base, week, repair);
        const timetable = { ...base, ...week };
        expect(judge(school, timetable, base).hard).toBe(0);
        const { lessons, rooms, teachers, students } = diffTimetables(base, timetable, school);
        const listed = lessons.moved.length + rooms.length + teachers.length + students.length;
        expect(certificate?.sums['fewest']).toBeLessThanOrEqual(listed);
        expect(certificate?.sums['used']).toBe(certificate?.sums['fewest']);
        proved++;
      }),
      { numRuns: 200, seed: 20_251_124 },
    );
    expect(proved).toBeGreaterThan(60);
  });

  it('counts what nothing can cure together, however much it is', () => {
    const shut = [event.roomShut('r1', '*.*'), event.roomShut('r2', '*.*')];
    const question = repairQuestion(makeSchoolModel(after(...shut), base));
    if (!question) throw new Error('no question');
    const inThem = base.lessons.filter(({ room }) => room === 'r1' || room === 'r2').length;
    expect(fewestChanges(question.task, { changes: 0, nodes: 1 })).toMatchObject({ kind: 'atLeast', changes: inThem });
  });

  it('is not claimed where the steps do not suffice', () => {
    const question = repairQuestion(makeSchoolModel(after(event.roomShut('r1', ['mon.1', 'mon.2', 'tue.1'])), base));
    if (!question) throw new Error('no question');
    expect(fewestChanges(question.task, { changes: 3, nodes: 2 })).toMatchObject({ kind: 'atLeast', changes: 3 });
  });

  it('is the same each time', () => {
    const question = repairQuestion(makeSchoolModel(after(event.teacherAway('e1', ['mon.2', 'tue.2'])), base));
    if (!question) throw new Error('no question');
    const [one, other] = [1, 2].map(() => fewestChanges(question.task, { changes: 3, nodes: MANY }));
    expect(one).toEqual(other);
  });
});
