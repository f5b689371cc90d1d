import { describe, expect, it } from 'vitest';
import type { Timetable } from '../../src/timetable/types.ts';
import { digestOf, sha256Of, writeTimetable } from '../../src/timetable/write.ts';
import { smallWeek } from '../cli/memory-world.ts';

/** The same document with the keys of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}

describe('a timetable as text', () => {
  it('reads back as it was, one section or lesson a line', () => {
    const text = writeTimetable(smallWeek());
    expect(JSON.parse(text)).toEqual(smallWeek());
    const lines = text.split('\n');
    expect(lines.filter((line) => line.includes('"id":"g2-'))).toHaveLength(2);
    expect(lines.filter((line) => line.includes('"slot":"mon.1"'))).toHaveLength(1);
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('is the same text whatever order the keys came in', () => {
    const { score, ...rest } = smallWeek();
    expect(writeTimetable({ score, ...rest })).toBe(writeTimetable(smallWeek()));
  });

  it('keeps the keys of others', () => {
    const week = { ...smallWeek(), 'x-platform': { id: 7 } };
    expect(JSON.parse(writeTimetable(week))).toEqual(week);
  });
});

describe('the digest', () => {
  const { run } = smallWeek();

  it('leaves out what was observed, and itself', () => {
    const observed = { ...run.observed, threads: 64, wallSeconds: 99 };
    expect(digestOf(smallWeek({ run: { ...run, observed, digest: 'x' } }))).toBe(digestOf(smallWeek()));
  });

  it('covers everything else', () => {
    const plain = digestOf(smallWeek());
    expect(digestOf(smallWeek({ run: { ...run, seed: 2 } }))).not.toBe(plain);
    expect(digestOf(smallWeek({ lessons: [] }))).not.toBe(plain);
    expect(digestOf(smallWeek({ status: 'partial' }))).not.toBe(plain);
  });

  it('is that of the document, not of how it is written', () => {
    expect(digestOf(reversed(smallWeek()) as Timetable)).toBe(digestOf(smallWeek()));
    expect(digestOf(JSON.parse(writeTimetable(smallWeek())) as Timetable)).toBe(digestOf(smallWeek()));
  });

  it('uses sha256 of UTF-8', () => {
    expect(sha256Of('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256Of('课')).toBe(sha256Of(new TextEncoder().encode('课')));
  });
});
