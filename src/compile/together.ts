/** Sections that a rule wants to be taught at the same time (同时开课): the search moves them as one, and no teacher has two of them. */
import type { SchoolModel } from '../school/model.ts';
import { isPlaceSelected } from './context.ts';
import { poolKey } from './rules/sections-parallel.ts';
import type { CompiledSection } from './sections.ts';
import { FIRST_TIME } from './times.ts';

/** Per section a key that it shares with those it must run with, −1: none. `isMust`: by must rules, or by any. */
export function togetherKeys(model: SchoolModel, sections: CompiledSection[], isMust: boolean): Int32Array {
  const keys = new Int32Array(sections.length).fill(-1);
  let next: number = FIRST_TIME.together;
  for (const filled of model.rules) {
    const { rule, type, strength } = filled;
    if (type !== 'sections.sameSlot' || (isMust && strength !== 'must')) continue;
    if (rule.teachers !== undefined || rule.rooms !== undefined) continue;
    const pools = new Map<string, number[]>();
    sections.forEach((section, index) => {
      if (!isPlaceSelected(filled, section, model)) return;
      const pool = poolKey({ model, sections }, index);
      pools.set(pool, [...(pools.get(pool) ?? []), index]);
    });
    for (const members of pools.values()) {
      if (members.length < 2) continue;
      const key = next++;
      // Who is in a group already brings it along.
      const joined = new Set(members.map((section) => keys[section] ?? -1).filter((known) => known >= 0));
      for (const section of members) keys[section] = key;
      keys.forEach((known, section) => {
        if (joined.has(known)) keys[section] = key;
      });
    }
  }
  return keys;
}

/**
 * The lines that sections run in, with those that rules bring together. A group in one line stays in it, one of no line is a line of its own,
 * and one that lies in several lines of the school stays apart: the rule counts.
 */
export function withTogether(lineOf: Int32Array, keys: Int32Array, isOwnLine: boolean): Int32Array {
  const groups = new Map<number, number[]>();
  keys.forEach((key, section) => {
    if (key >= 0) groups.set(key, [...(groups.get(key) ?? []), section]);
  });
  const lines = lineOf.slice();
  for (const [key, members] of groups) {
    const known = new Set(members.map((section) => lineOf[section] ?? -1));
    const [only = -1] = [...known].filter((line) => line >= 0);
    known.delete(-1);
    if (known.size > 1 && !isOwnLine) continue;
    for (const section of members) lines[section] = known.size === 1 ? only : key;
  }
  return lines;
}
