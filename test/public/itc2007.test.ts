/** The competition's files and rules, on instances small enough to count by hand. */
import { describe, expect, it } from 'vitest';
import { readAnswer, writeAnswer } from '../../src/public/itc2007/answer.ts';
import { softBound } from '../../src/public/itc2007/bound.ts';
import { evaluate } from '../../src/public/itc2007/evaluate.ts';
import { readInstance, type Instance } from '../../src/public/itc2007/instance.ts';
import { timText, type SmallInstance } from './small-instance.ts';

function instanceOf(small: SmallInstance): Instance {
  const { instance, faults } = readInstance(timText(small));
  expect(faults).toEqual([]);
  if (!instance) throw new Error('not read');
  return instance;
}

/** A lecture hall with a projector, and a seminar room. */
const SMALL: SmallInstance = {
  rooms: [{ seats: 3, features: [0] }, { seats: 2 }],
  features: 1,
  students: 3,
  events: [
    { students: [0, 1, 2] },
    { students: [0, 1], features: [0] },
    { students: [2], closed: [0, 44] },
    { students: [1, 2] },
  ],
  precedences: [[0, 3]],
};

describe('an instance', () => {
  it('says who attends what, which rooms fit, which slots are open and what comes first', () => {
    const instance = instanceOf(SMALL);
    expect(instance.studentsOf).toEqual([[0, 1, 2], [0, 1], [2], [1, 2]]);
    expect(instance.roomsOf).toEqual([[0], [0], [0, 1], [0, 1]]);
    expect(instance.slotsOf.map((slots) => slots.length)).toEqual([45, 45, 43, 45]);
    expect(instance.slotsOf[2]?.[0]).toBe(1);
    expect(instance.precedences).toEqual([[0, 3]]);
  });

  it.each([
    ['', 'the file ends where the number of events should stand'],
    ['4 -2 0 0', 'the number of rooms is -2'],
    ['1 1 0 1 ten', 'number 5, the seats of room 0, is "ten"'],
    ['1 1 0 1 10', 'the file ends where student 0, event 0 of student × event should stand'],
    ['1 1 0 1 10 2', 'student 0, event 0 of student × event is 2, wanted 0 or 1'],
    [`${timText(SMALL)} 0 0`, '2 numbers too many at the end of the file'],
  ])('tells what is wrong with %j', (text, fault) => {
    expect(readInstance(text).faults).toContain(fault);
  });

  it('tells of precedences that contradict each other', () => {
    const words = timText({ rooms: [{ seats: 1 }], students: 0, events: [{ students: [] }, { students: [] }] }).split(
      '\n',
    );
    words[words.length - 4] = '1';
    expect(readInstance(words.join('\n')).faults).toEqual(['precedence of events 0 and 1 is 1, of 1 and 0 0']);
  });
});

describe('an answer', () => {
  it('is written and read a line for each event', () => {
    const answer = { slot: [0, 7, -1, 44], room: [0, 1, -1, 0] };
    expect(writeAnswer(answer)).toBe('0 0\n7 1\n-1 -1\n44 0\n');
    expect(readAnswer(writeAnswer(answer), instanceOf(SMALL)).answer).toEqual(answer);
  });

  it.each([
    ['0 0\n1 1\n', '2 lines for 4 events'],
    ['0 0\n1 1\n45 0\n2 2\n', 'line 3: "45 0" is no slot and room'],
    ['0 0\n1 1\n2 1\n2 2\n', 'line 4: "2 2" is no slot and room'],
    ['0 0\n1\n2 1\n-1 -1\n', 'line 2: "1" is no slot and room'],
    ['0 0\n1 0\n2 1\n3 -1\n', 'line 4: "3 -1" is no slot and room'],
  ])('is refused: %j', (text, fault) => {
    expect(readAnswer(text, instanceOf(SMALL)).faults).toContain(fault);
  });
});

describe('what is broken', () => {
  const broken = (slot: number[], room: number[]) => evaluate(instanceOf(SMALL), { slot, room });

  it('is nothing in a good answer', () => {
    const { valid, distance } = broken([0, 1, 1, 2], [0, 0, 1, 0]);
    expect([valid, distance]).toEqual([true, 0]);
  });

  it('is a student in two events at once, each student for each', () => {
    expect(broken([1, 5, 9, 5], [0, 0, 0, 1]).broken.student).toBe(1);
    expect(broken([5, 5, 9, 6], [0, 1, 0, 1]).broken).toMatchObject({ student: 2, unsuitable: 1 });
  });

  it('is a room too small, without a feature, or used twice', () => {
    expect(broken([0, 1, 2, 3], [1, 0, 0, 0]).broken.unsuitable).toBe(1);
    expect(broken([0, 1, 2, 3], [0, 1, 0, 0]).broken.unsuitable).toBe(1);
    expect(broken([0, 1, 1, 3], [0, 0, 0, 0]).broken).toMatchObject({ room: 1, student: 0 });
  });

  it('is a closed slot, and a later event first or at once', () => {
    expect(broken([1, 2, 0, 3], [0, 0, 0, 0]).broken).toMatchObject({ slot: 1, precedence: 0 });
    expect(broken([3, 2, 4, 1], [0, 0, 0, 0]).broken).toMatchObject({ slot: 0, precedence: 1 });
    expect(broken([3, 2, 4, 3], [0, 0, 0, 1]).broken.precedence).toBe(1);
  });

  it('is not what is left out, which counts by its students', () => {
    const { valid, distance } = broken([-1, 2, -1, 3], [-1, 0, -1, 0]);
    expect([valid, distance]).toEqual([true, 4]);
  });
});

/** One student with a class in each of these slots. */
function weekOf(...slots: number[]): Instance {
  return instanceOf({ rooms: [{ seats: 1 }], students: 1, events: slots.map(() => ({ students: [0] })) });
}

describe('the three soft terms', () => {
  const soft = (...slots: number[]): number[] => {
    const {
      lastSlot,
      inARow,
      single,
      soft: sum,
    } = evaluate(weekOf(...slots), { slot: slots, room: slots.map(() => 0) });
    return [lastSlot, inARow, single, sum];
  };

  it('count a class in the last slot of a day', () => {
    expect(soft(0, 8)).toEqual([1, 0, 0, 1]);
    expect(soft(0, 8, 42, 44)).toEqual([2, 0, 0, 2]);
  });

  it('count each class beyond two in a row, but not over night', () => {
    expect(soft(0, 1)).toEqual([0, 0, 0, 0]);
    expect(soft(0, 1, 2)).toEqual([0, 1, 0, 1]);
    expect(soft(0, 1, 2, 3, 5, 6, 7)).toEqual([0, 3, 0, 3]);
    expect(soft(6, 7, 9, 10)).toEqual([0, 0, 0, 0]);
    expect(soft(7, 8, 9, 10)).toEqual([1, 0, 0, 1]);
  });

  it('count a day with one class', () => {
    expect(soft(3)).toEqual([0, 0, 1, 1]);
    expect(soft(3, 12, 14, 26)).toEqual([1, 0, 2, 3]);
  });

  it('count student by student', () => {
    const instance = instanceOf({
      rooms: [{ seats: 5 }],
      students: 5,
      events: [{ students: [0, 1, 2, 3, 4] }, { students: [0, 1] }],
    });
    expect(evaluate(instance, { slot: [8, 7], room: [0, 0] })).toMatchObject({ lastSlot: 5, single: 3, inARow: 0 });
  });
});

describe('a bound', () => {
  const lastSlots = [8, 17, 26, 35, 44];
  const others = Array.from({ length: 45 }, (_, slot) => slot).filter((slot) => !lastSlots.includes(slot));

  it('counts a student with one event, on a day alone', () => {
    expect(
      softBound(instanceOf({ rooms: [{ seats: 2 }], students: 2, events: [{ students: [0, 1] }, { students: [1] }] })),
    ).toBe(1);
  });

  it('counts the students of an event that is kept for last slots', () => {
    const events = [{ students: [0, 1], closed: others }, { students: [0, 1] }];
    expect(softBound(instanceOf({ rooms: [{ seats: 2 }], students: 2, events }))).toBe(2);
  });

  it('counts the smallest of 42 events for 40 slots of the one room that is large enough', () => {
    const large = Array.from({ length: 41 }, () => ({ students: [0, 1, 2] }));
    const events = [...large, { students: [0, 1] }, { students: [0] }];
    expect(softBound(instanceOf({ rooms: [{ seats: 3 }, { seats: 1 }], students: 3, events }))).toBe(2 + 3);
  });

  it('is reached where nothing is against it', () => {
    const instance = instanceOf({ rooms: [{ seats: 1 }], students: 1, events: [{ students: [0] }, { students: [0] }] });
    expect(softBound(instance)).toBe(0);
    expect(evaluate(instance, { slot: [0, 1], room: [0, 0] }).soft).toBe(0);
  });
});
