import { describe, expect, it } from 'vitest';
import { RULE_TYPES, RULES_NOT_READ } from '../../src/school/rule-table.ts';
import { type } from './memory-world.ts';

describe('zouban rules', () => {
  it('lists every type in families, in both languages', async () => {
    for (const lang of ['zh', 'en']) {
      const { code, out } = await type(`rules --list --lang ${lang}`);
      expect(code).toBe(0);
      const listed = out.split('\n').flatMap((line) => /^ {2}([a-z]\w*\.\w+) /i.exec(line)?.[1] ?? []);
      expect(listed).toEqual(RULE_TYPES);
    }
    expect((await type('rules --lang zh')).out).toMatch(/slots\.forbid +禁排 +所选的课不排在这些课位/);
    expect((await type('rules --lang zh')).out.match(/暂不支持/g) ?? []).toHaveLength(RULES_NOT_READ.length);
  });

  it('lists them for programs with their parameters', async () => {
    const types = JSON.parse((await type('rules --json')).out) as { type: string; parameters: { name: string }[] }[];
    expect(types.map((one) => one.type)).toEqual(RULE_TYPES);
    const parallel = types.find((one) => one.type === 'sections.maxParallel');
    expect(parallel?.parameters).toMatchObject([
      { name: 'max', required: true, schema: { type: 'integer', minimum: 0 } },
      { name: 'slots', required: false },
    ]);
  });

  it('explains one type: meaning, deviation, parameters, defaults and an example', async () => {
    const zh = (await type('rules --explain course.spread --lang zh')).out;
    for (const words of ['课时分散', '偏差：', 'maxPerDay', '默认规则：default.spread', '"type":"course.spread"']) {
      expect(zh).toContain(words);
    }
    const en = (await type('rules --explain progress.equal --lang en')).out;
    expect(en).toContain('days  days from the first section to the last (required)');
    expect(en).not.toMatch(/\p{Script=Han}/u);
  });

  it.each(RULE_TYPES)('has words of its own for %s, and an example that its shape takes', async (rule) => {
    const told = { zh: '', en: '' };
    for (const lang of ['zh', 'en'] as const) {
      told[lang] = (await type(`rules --explain ${rule} --lang ${lang}`)).out;
      expect(told[lang]).not.toMatch(/undefined|NaN|\[object/);
    }
    expect(told.en).not.toMatch(/\p{Script=Han}/u);
    const { parameters, meaning } = JSON.parse((await type(`rules --explain ${rule} --json`)).out) as {
      meaning: { zh: string };
      parameters: { name: string; words: { zh: string; en: string } }[];
    };
    expect(meaning.zh).toMatch(/\p{Script=Han}/u);
    for (const { name, words } of parameters) {
      expect(words.zh, name).toMatch(/\p{Script=Han}/u);
      expect(words.en, name).not.toBe(name);
    }
  });

  it('says which type may be meant', async () => {
    const told = await type('rules --explain teacher.maxGaps --lang en');
    expect(told).toMatchObject({ code: 2, out: '' });
    expect(told.err).toContain('teacher.maxGap');
  });

  it('does one thing at a time', async () => {
    expect((await type('rules --list --explain course.spread')).code).toBe(2);
  });

  it('suggests rules for a file, with notes in the language', async () => {
    const told = await type('rules --suggest school.json --lang zh');
    const { rules } = JSON.parse(told.out) as { rules: { type: string; note: string; strength: string }[] };
    expect(rules.length).toBeGreaterThan(5);
    for (const { note, strength } of rules) {
      expect(note).toMatch(/\p{Script=Han}/u);
      expect(strength).not.toBe('must');
    }
    expect(told.err).toContain(`建议 ${rules.length} 条规则`);
  });
});
