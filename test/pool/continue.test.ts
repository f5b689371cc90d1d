/** A run that goes on where another stood, and a run that repeats another, end in the same week. */
import { describe, expect, it } from 'vitest';
import { readCheckpoint, replayDifferences, resumeDifferences } from '../../src/api/checkpoint.ts';
import type { Checkpoint, SolveOptions } from '../../src/api/types.ts';
import { solve } from '../../src/api/solve.ts';
import { writeSchool } from '../../src/generate/write-school.ts';
import type { School } from '../../src/school/types.ts';
import type { Timetable } from '../../src/timetable/types.ts';
import { bytesOf, OPTIONS, solved, tiny, twoHomeroomsEach } from './schools.ts';

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(text: string | undefined): Checkpoint {
  const checkpoint = readCheckpoint(encoded(text ?? ''));
  if (!checkpoint) throw new Error('the checkpoint cannot be read');
  return checkpoint;
}

/** The week of a run, and what it saved at every barrier and at the end. */
async function saving(
  school: School,
  options: Partial<SolveOptions>,
): Promise<{ week: Timetable; checkpoints: string[] }> {
  const checkpoints: string[] = [];
  const checkpoint = { share: Number.POSITIVE_INFINITY, save: (text: string) => void checkpoints.push(text) };
  return { week: await solved(school, { ...options, checkpoint }), checkpoints };
}

const replay = (school: School, { run }: Timetable, options: Partial<SolveOptions> = {}): Promise<Timetable> =>
  solved(school, {
    seed: run.seed,
    islands: run.islands,
    epochs: run.epochs,
    reproduce: run.reproduce,
    skip: run.skipped,
    ...options,
  });

describe('a run that is resumed', () => {
  it('ends in the week of the run that was not broken, from any barrier and on any number of threads', async () => {
    const school = twoHomeroomsEach();
    const { week, checkpoints } = await saving(school, { epochs: 14, threads: 2 });
    expect(checkpoints.map((text) => read(text).tried[0]?.epoch)).toEqual([
      ...Array.from({ length: 15 }, (_, epoch) => epoch),
      14,
    ]);
    const whole = await solved(school, { epochs: 14, threads: 2 });
    expect(bytesOf(week)).toBe(bytesOf(whole));
    // In the tenth epoch students are seated anew: no lesson moves.
    const usesAt = (epoch: number) => read(checkpoints[epoch]).tried[0]?.uses;
    expect(usesAt(10)).toEqual(usesAt(9));
    expect(usesAt(11)).not.toEqual(usesAt(10));
    // The first barrier, one in the first cooling, those before and after the students are seated anew, and the end of the run.
    for (const [epoch, threads] of [
      [0, 1],
      [3, 2],
      [9, 2],
      [10, 1],
      [12, 3],
      [14, 1],
    ] as const) {
      const resume = read(checkpoints[epoch]);
      const resumed = await saving(school, { epochs: 14, threads, resume });
      expect(resumed.checkpoints).toHaveLength(16 - epoch);
      expect(read(resumed.checkpoints.at(-1)).tried[0]?.uses).toEqual(read(checkpoints.at(-1)).tried[0]?.uses);
      expect(resumed.week.run.digest).toBe(week.run.digest);
      expect(bytesOf(resumed.week)).toBe(bytesOf(week));
    }
  });

  it('goes on with the plan of a run whose planning the clock had cut', async () => {
    const school = twoHomeroomsEach();
    const stop = new AbortController();
    stop.abort();
    const cut = await saving(school, { epochs: 3, interrupt: stop.signal });
    const resume = read(cut.checkpoints.at(-1));
    expect(resume.skipped.length).toBeGreaterThan(0);
    const resumed = await solved(school, { epochs: 3, resume });
    expect(resumed.run.epochs).toBe(3);
    expect(resumed.run.skipped).toEqual(cut.week.run.skipped);
    expect((await replay(school, resumed, { threads: 2 })).run.digest).toBe(resumed.run.digest);
  });

  it('is stopped between epochs like any other, and says how long it took in all', async () => {
    const { week, checkpoints } = await saving(tiny(), { epochs: 2 });
    const resume = read(checkpoints[0]);
    const late = { ...resume, observed: { ...resume.observed, wallSeconds: 1000 } };
    const resumed = await solved(tiny(), { epochs: 2, resume: late });
    expect(resumed.run.observed.wallSeconds).toBeGreaterThan(1000);
    expect(resumed.run.digest).toBe(week.run.digest);
  });
});

describe('a checkpoint', () => {
  it('is refused when it is half, changed, or something else', async () => {
    const text = (await saving(tiny(), { epochs: 1 })).checkpoints[0] ?? '';
    expect(readCheckpoint(encoded(text))).not.toBeNull();
    expect(readCheckpoint(encoded(text.slice(0, text.length / 2)))).toBeNull();
    expect(readCheckpoint(encoded(text.replace('"lastGain":', '"lastGain":1')))).toBeNull();
    const formats = ['zouban/school@1', 'zouban/checkpoint@1', 'zouban/checkpoint@2'];
    for (const other of ['', '[]', 'null', ...formats.map((format) => JSON.stringify({ format }))])
      expect(readCheckpoint(encoded(other))).toBeNull();
  });

  it('knows the school and the options it is of', async () => {
    const checkpoint = read((await saving(tiny(), { epochs: 1 })).checkpoints[0]);
    const bytes = encoded(writeSchool(tiny()));
    const options: SolveOptions = { ...OPTIONS, epochs: 1 };
    const differ = (from: Checkpoint, school: Uint8Array, now: SolveOptions): string[] =>
      resumeDifferences(from, school, now).map(({ what }) => what);
    expect(differ(checkpoint, bytes, { ...options, threads: 7, timeSeconds: 5 })).toEqual([]);
    expect(differ(checkpoint, encoded(`${writeSchool(tiny())} `), options)).toEqual(['school']);
    const target = { kind: 'complete' } as const;
    expect(differ(checkpoint, bytes, { ...options, seed: 2, islands: 9, epochs: 4, target })).toEqual([
      'seed',
      'islands',
      'epochs',
      'target',
    ]);
    expect(differ({ ...checkpoint, version: '0.0.9', base: 'a' }, bytes, options)).toEqual(['version', 'base']);
  });
});

describe('a replay', () => {
  it('gives the week of a run that the clock ended, whatever it had cut', async () => {
    const school = twoHomeroomsEach();
    for (const timeSeconds of [0.001, 0.4, 2.5]) {
      const { epochs: _, ...unbounded } = OPTIONS;
      const bytes = encoded(writeSchool(school));
      const week = await solve(school, bytes, { ...unbounded, islands: 16, timeSeconds, threads: 2 });
      expect(week.run.observed.stopReason).toBe('deadline');
      const again = await replay(school, week, { threads: 1 });
      expect(again.run.digest).toBe(week.run.digest);
      expect(bytesOf(again)).toBe(bytesOf(week));
    }
  });

  it('needs the very school, the earlier week and the version', async () => {
    const week = await solved(tiny(), { epochs: 1 });
    const bytes = encoded(writeSchool(tiny()));
    const whats = (of: Timetable, school: Uint8Array, options: SolveOptions = OPTIONS): string[] =>
      replayDifferences(of, school, options).map(({ what }) => what);
    expect(whats(week, bytes)).toEqual([]);
    expect(whats(week, encoded('{}'))).toEqual(['school']);
    expect(whats(week, bytes, { ...OPTIONS, base: week })).toEqual(['base']);
    expect(whats({ ...week, run: { ...week.run, version: '0.0.9' } }, bytes)).toEqual(['version']);
  });

  it('gives the week of a change that had little time to look for the fewest', async () => {
    const school = twoHomeroomsEach();
    const base = await solved(school, { epochs: 2, threads: 2 });
    const shut = school.rooms.find(({ id }) => base.lessons.some(({ room }) => room === id));
    if (!shut) throw new Error('the week has lessons in rooms');
    const changed: School = {
      ...school,
      rooms: school.rooms.map((room) => (room === shut ? { ...room, unavailable: ['mon.1', 'tue.2'] } : room)),
    };
    const week = await solved(changed, { base, timeSeconds: 1.5, epochs: 100, threads: 2 });
    const again = await replay(changed, week, { base });
    expect(again.run.digest).toBe(week.run.digest);
  });
});
