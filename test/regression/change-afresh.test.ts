/** A change that does not close: the islands that begin afresh forgot the best week, where it was one of theirs alone. */
import { describe, expect, it } from 'vitest';
import type { ProgressEvent } from '../../src/api/types.ts';
import { solved, twoHomeroomsEach } from '../pool/schools.ts';

/** Epochs after which all islands but the first forget the earlier week. */
const AFRESH_AFTER = 24;

describe('a change for which there are too few teachers in the morning', () => {
  it('keeps its best week when islands begin afresh', async () => {
    const school = twoHomeroomsEach();
    const base = await solved(school, { epochs: 3 });
    const teachers = school.teachers.map((teacher, index) =>
      index % 5 < 3 ? { ...teacher, unavailable: '*.1|2|3' } : teacher,
    );
    const told: ProgressEvent[] = [];
    const week = await solved(
      { ...school, teachers },
      {
        base,
        anyway: true,
        seed: 3,
        islands: 4,
        epochs: AFRESH_AFTER + 1,
        onProgress: (event) => void (event.stage === 'search' && told.push(event)),
      },
    );
    expect(week.status).toBe('partial');
    const [before, after] = told.slice(-2);
    expect(before?.epoch).toBe(AFRESH_AFTER);
    expect([after?.hard, after?.soft]).toEqual([before?.hard, before?.soft]);
  });
});
