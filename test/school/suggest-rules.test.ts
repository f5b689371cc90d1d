/** Rules suggested to a school fit it: the file with them has no fault, and every kind of suggestion is made somewhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeSchoolModel } from '../../src/school/model.ts';
import { readSchool } from '../../src/school/read.ts';
import { RULES_NOT_READ } from '../../src/school/rule-table.ts';
import { suggestRules } from '../../src/school/suggest-rules.ts';
import type { School } from '../../src/school/types.ts';
import { suggestionReasons, suggestionWords } from '../../src/text/rule-suggestions.ts';

const folder = new URL('../../datasets/', import.meta.url);
const samples = readdirSync(folder).filter((name) => name.endsWith('.school.json'));
const textOf = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

const suggestedTo = (school: School) => suggestRules(makeSchoolModel(school));
const readable = (text: string): School => {
  const { school } = readSchool(text);
  if (school === null) throw new Error('a sample is not read');
  return school;
};

describe('rules suggested to a school', () => {
  it.each(samples.filter((name) => textOf(name).length < 3_000_000))('%s is read with them', (name) => {
    const school = readable(textOf(name));
    const rules = suggestedTo(school).map(({ rule, reason, params }) => {
      const note = suggestionWords(reason, params);
      expect(`${note.zh}${note.en}`).not.toMatch(/\{|undefined/);
      return { ...rule, note: note.zh };
    });
    // a school that states most types itself is told little
    expect(rules.length > 3 || (school.rules?.length ?? 0) > 40).toBe(true);
    const { faults } = readSchool(JSON.stringify({ ...school, rules: [...(school.rules ?? []), ...rules] }));
    expect(faults.filter(({ severity }) => severity === 'fault')).toEqual([]);
  });

  it('what the school states already is not suggested again', () => {
    const school = readable(textOf('tiny.school.json'));
    const [first] = suggestedTo(school);
    if (first === undefined) throw new Error('nothing suggested');
    const types = suggestedTo({ ...school, rules: [first.rule] }).map(({ rule }) => rule.type);
    expect(types).not.toContain(first.rule.type);
  });

  it('has words for every reason, and no others', () => {
    const source = readFileSync(new URL('../../src/school/suggest-rules.ts', import.meta.url), 'utf8');
    const reasons = [...source.matchAll(/suggestion\(\s*'(\w+)',\s*'[a-z]+\.\w+'/gi)].map(([, reason = '']) => reason);
    expect(reasons.toSorted()).toEqual(suggestionReasons.toSorted());
  });

  it('follows what the school has: meetings of two teachers are none, two buildings ask for short ways', () => {
    const school = readable(textOf('tiny.school.json'));
    const reasonsOf = (of: School): string[] => suggestedTo(of).map(({ reason }) => reason);
    expect(reasonsOf(school)).not.toContain('meeting');
    const rooms = school.rooms.map((room, i) => ({ ...room, building: i % 2 === 0 ? 'A' : 'B' }));
    if (RULES_NOT_READ.includes('building.change')) return;
    expect(reasonsOf({ ...school, rooms })).toContain('buildings');
  });
});
