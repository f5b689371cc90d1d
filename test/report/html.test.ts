import { describe, expect, it } from 'vitest';
import vm from 'node:vm';
import { conflictOf, renderHtml } from '../../src/report/index.ts';
import { escapeText, scriptJson } from '../../src/report/html/escape.ts';
import type { School } from '../../src/school/types.ts';
import type { Timetable } from '../../src/timetable/types.ts';
import { smallSchool } from '../support/small-school.ts';
import { smallWeek } from './small-week.ts';

const NASTY = `</script><img src=x onerror=alert(1)>"'&\u2028<!--`;

/** The data block as a browser would hand it to the page's script. */
function dataOf(page: string): { students: unknown[][]; sections: unknown[][]; homerooms: unknown[][] } {
  const block = /<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(page);
  return JSON.parse(block?.[1] ?? 'null');
}

/** Every name in the files is nasty. */
function nastyCase(): { school: School; week: Timetable } {
  const school = smallSchool();
  const week = smallWeek();
  school.name = NASTY;
  school.term = NASTY;
  for (const list of [
    school.rooms,
    school.teachers,
    school.homerooms,
    school.subjects,
    school.grades,
    school.calendar.days,
  ]) {
    for (const item of list) item.name = NASTY;
  }
  for (const student of school.students) student.name = NASTY;
  school.courses.forEach((course) => (course.name = NASTY));
  school.calendar.periods.forEach((period) => (period.name = NASTY));
  school.rules = [{ id: NASTY, type: 'teacher.maxGap', max: 1, strength: 'low', note: NASTY }];
  week.run.reproduce = NASTY;
  week.run.digest = NASTY;
  week.score.rules.push({
    rule: NASTY,
    type: NASTY,
    strength: 2,
    deviation: 1,
    cost: 2,
    bound: { value: 1, method: NASTY },
  });
  week.certificates = [{ kind: 'x', proof: 'recounted', facts: [NASTY], sums: {}, text: { zh: NASTY, en: NASTY } }];
  week.conflicts = [
    conflictOf(
      {
        rule: 'structural.room',
        type: 'structural.room',
        strength: 'must',
        who: [
          { kind: 'room', id: 'r1', name: NASTY },
          { kind: 'section', id: NASTY, name: NASTY },
        ],
        slots: ['mon.1'],
        deviation: 1,
        params: {},
      },
      school,
    ),
  ];
  return { school, week };
}

describe('escaping', () => {
  it('keeps text from being markup', () => {
    expect(escapeText(`<a href="x">&'`)).toBe('&lt;a href=&quot;x&quot;&gt;&amp;&#39;');
  });

  it('keeps JSON from ending its script, and gives it back unchanged', () => {
    const json = scriptJson({ name: NASTY });
    expect(json).not.toMatch(/[<>&\u2028]/);
    expect(JSON.parse(json)).toEqual({ name: NASTY });
  });

  it.each(['zh', 'en'] as const)('holds for every name of a file (%s)', (lang) => {
    const { school, week } = nastyCase();
    const page = renderHtml(school, week, lang);
    expect(page).not.toContain('<img');
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page.match(/<\/script>/g)).toHaveLength(2);
    // no attribute is broken open either: outside of tags no quote of the name survives unescaped
    expect(page).not.toContain(`"'&`);
    expect(dataOf(page).students[0]?.[1]).toBe(NASTY);
  });
});

describe('the page', () => {
  const page = renderHtml(smallSchool(), smallWeek(), 'zh');

  it('stands alone', () => {
    expect(page).not.toMatch(/(?:src|href)\s*=\s*["']?(?:https?:)?\/\//);
    expect(page).not.toMatch(/@import|url\((?!#)/);
    expect(page).toContain("default-src 'none'");
  });

  it('is in the language asked for, and knows the other', () => {
    expect(page).toContain('<html lang="zh-CN" data-lang="zh"');
    expect(page).toContain('<title>小中学 2025 秋 走班排课报告</title>');
    const english = renderHtml(smallSchool(), smallWeek(), 'en');
    expect(english).toContain('<html lang="en" data-lang="en"');
    expect(english).toContain('<title>小中学 2025 秋 Timetable report</title>');
    for (const text of [page, english]) {
      expect(text).toContain('<span lang="zh">班额</span><span lang="en">Class sizes</span>');
    }
  });

  it('says every picture in words', () => {
    const pictures = page.match(/<svg [^>]*>/g) ?? [];
    expect(pictures.length).toBeGreaterThan(5);
    for (const picture of pictures) expect(picture).toMatch(/role="img" aria-label="[^"]+"/);
    expect(page).toContain('aria-label="高二班额分布：16 个教学班，最少 5 人，最多 6 人"');
  });

  it('refers to no panel or element that is missing', () => {
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
    for (const [, target] of page.matchAll(/href="#(?!week\/)([^"]+)"/g)) expect(ids.has(target ?? '')).toBe(true);
    for (const [, target] of page.matchAll(/\$\('([^']+)'\)/g)) expect(ids.has(target ?? ''), target).toBe(true);
  });

  it('shows a walking slot of the master timetable as 走, and a home lesson as its subject', () => {
    const row = /高二1班<\/a><\/th>([\s\S]*?)<\/tr>/.exec(page)?.[1] ?? '';
    const cells = [...row.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map((match) => match[1]);
    expect(cells.slice(0, 4)).toEqual(['语文', '数学', '英语', '走']);
    expect(cells.slice(16)).toEqual(['历史', '体育', '', '']);
  });

  it('has a script that parses', () => {
    const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
    expect(() => new vm.Script(script)).not.toThrow();
  });

  it('embeds what a week needs, once', () => {
    const { students, sections, homerooms } = dataOf(page);
    expect(students).toHaveLength(11);
    expect(homerooms).toEqual([
      ['高二1班', 0, 0, 0, 0],
      ['高二2班', 0, 1, 1, 0],
    ]);
    const biology = sections[13];
    expect(biology).toEqual([
      ['生物1班', '生物 section 1'],
      ['高二生物1班', '高二生物 section 1'],
      8,
      [6],
      -1,
      '',
      [
        [7, 1, 2, 0],
        [15, 1, 2, 0],
      ],
      5,
    ]);
  });

  it('leaves the week out of a sectioning', () => {
    const week = { ...smallWeek(), scope: 'sections' as const, lessons: [] };
    const text = renderHtml(smallSchool(), week, 'zh');
    expect(text).toContain('<strong><span lang="zh">分班完整</span>');
    expect(text).not.toContain('id="master"');
  });

  it('shows a proof of impossibility', () => {
    const week = smallWeek();
    week.status = 'impossible';
    week.certificates = [
      {
        kind: 'hall',
        proof: 'recounted',
        facts: ['a'],
        sums: {},
        text: { zh: '生物教师不足', en: 'too few biologists' },
      },
    ];
    const text = renderHtml(smallSchool(), week, 'zh');
    expect(text).toContain('class="status impossible"');
    expect(text).toContain('生物教师不足');
  });
});
