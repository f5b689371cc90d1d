/** `diagnose`, `verify --certificate`, `generate --plant` and `plan --what-if` as they are typed. */
import { describe, expect, it } from 'vitest';
import type { School } from '../../src/school/types.ts';
import { smallSchool } from '../support/small-school.ts';
import { optionsOf, smallWeek, type } from './memory-world.ts';

/** The chemistry teacher may teach one period, and a section has two. */
function short(): School {
  const school = smallSchool();
  const teachers = school.teachers.map((it) => (it.id === 't-che' ? { ...it, load: { max: 1 } } : it));
  return { ...school, teachers };
}

/** One period more than the week has slots: `solve` refuses such a file. */
function full(): School {
  const school = smallSchool();
  return { ...school, courses: school.courses.map((it) => (it.id === 'g2-chi' ? { ...it, periods: 6 } : it)) };
}

const files = (school: School, more: Record<string, string> = {}) => ({
  files: { 'school.json': JSON.stringify(school), ...more },
});

describe('diagnose', () => {
  it('says why a school cannot be done, in the language asked for, and ends with 4', async () => {
    const told = await type('diagnose school.json', files(short()));
    expect(told.code).toBe(4);
    expect(told.out).toContain('[proved]');
    expect(told.out).toContain('华学 0');
    const zh = await type('diagnose school.json --lang zh', files(short()));
    expect(zh.out).toContain('【已证明】');
    expect(zh.out).toContain('缺 2 课时');
  });

  it('ends with 0 where nothing is found, and says that it proves nothing', async () => {
    const told = await type('diagnose school.json', files(smallSchool()));
    expect(told).toMatchObject({ code: 0 });
    expect(told.out).toContain('no proof');
  });

  it('writes the document to a file, to stdout, or as JSON', async () => {
    const toFile = await type('diagnose school.json -o d.json', files(short()));
    const document = JSON.parse(toFile.files.get('d.json') ?? '{}') as { status: string; certificates: unknown[] };
    expect(document).toMatchObject({ format: 'zouban/diagnosis@1', status: 'impossible' });
    expect(document.certificates).toMatchObject([{ kind: 'teachers.periods', proof: 'recounted' }]);
    for (const line of ['diagnose school.json -o -', 'diagnose school.json --json']) {
      expect(JSON.parse((await type(line, files(short()))).out)).toEqual(document);
    }
  });

  it('proves what makes a file unusable otherwise', async () => {
    const told = await type('diagnose school.json', files(full()));
    expect(told.code).toBe(4);
    expect(told.out).toContain('21 periods');
    expect((await type('diagnose school.json', { files: { 'school.json': '{}' } })).code).toBe(2);
  });

  it('needs a file for the repaired school', async () => {
    const told = await type('diagnose school.json --apply 1', files(short()));
    expect(told).toMatchObject({ code: 2, out: '' });
    expect(told.err).toContain('--repaired');
  });

  it('lists repairs, and writes the school with the one that is asked for', async () => {
    const text = { zh: '多一名教师', en: 'one more teacher' };
    const repair = { change: [{ kind: 'teacher.add' }], price: 7, verified: { seed: 1, epochs: 48 }, text };
    const api = { repairs: () => Promise.resolve({ repairs: [repair], schools: ['the school\n'], failed: 2 }) };
    const told = await type('diagnose school.json --apply 1 --repaired new.json', { ...files(short()), api });
    expect(told.code).toBe(4);
    expect(told.out).toContain('1. one more teacher (price 7)');
    expect(told.out).toContain('2 more changes');
    expect(told.files.get('new.json')).toBe('the school\n');
    const none = await type('diagnose school.json --apply 2 --repaired new.json', { ...files(short()), api });
    expect(none.code).toBe(2);
    expect(none.err).toContain('There is no repair 2');
  });
});

describe('solve', () => {
  it('ends with the proof where the only fault of a file is that it cannot be done, and with 2 where it is asked to search', async () => {
    const solved: string[] = [];
    const api = {
      solve: (school: School) => {
        solved.push(school.name);
        return Promise.resolve(smallWeek({ status: 'impossible' }));
      },
    };
    const told = await type('solve school.json -o week.json', { ...files(full()), api });
    expect(told.code).toBe(4);
    expect(told.files.has('week.json')).toBe(true);
    expect(solved).toEqual([full().name]);
    expect((await type('solve school.json --anyway', { ...files(full()), api })).code).toBe(2);
    expect((await type('solve school.json', { files: { 'school.json': '{}' }, api })).code).toBe(2);
    expect((await type('plan school.json', { ...files(full()), api })).code).toBe(2);
    expect(solved).toHaveLength(1);
  });
});

describe('diagnose --week', () => {
  const text = { zh: '体育没有排入', en: 'PE has no place' };
  const hot = {
    kind: 'teacher' as const,
    id: 't-pe',
    sections: [],
    needed: 1,
    clashes: 0,
    near: 1,
    alone: 1,
    blocks: 3,
  };
  const left = { lessons: [], unserved: [], hot: [{ ...hot, text }] };

  it('says what is in the way of what is left, also as data', async () => {
    const files = { 'school.json': JSON.stringify(smallSchool()), 'week.json': 'ok' };
    const api = { leftInWeek: () => left };
    const told = await type('diagnose school.json --week week.json', { files, api });
    expect(told.code).toBe(0);
    expect(told.out).toContain('PE has no place');
    const data = JSON.parse((await type('diagnose school.json --week week.json --json', { files, api })).out) as object;
    expect(data).toMatchObject({ status: 'open', left: { hot: [{ kind: 'teacher', id: 't-pe' }] } });
  });

  it('tries changes that aim at the week, where nothing is proved', async () => {
    const repair = { change: [{ kind: 'teacher.add' }], price: 7, verified: { seed: 1, epochs: 48 }, text };
    const weeks: unknown[] = [];
    const api = {
      weekRepairs: (_: School, week: unknown) => {
        weeks.push(week);
        return Promise.resolve({ repairs: [repair], schools: ['new\n'], failed: 0, complete: false, left });
      },
    };
    const files = { 'school.json': JSON.stringify(smallSchool()), 'week.json': 'ok' };
    const told = await type('diagnose school.json --week week.json --repairs', { files, api });
    expect(told.code).toBe(0);
    expect(told.out).toContain('1. PE has no place (price 7)');
    await type('diagnose school.json --apply 1 --repaired new.json', { files, api });
    expect(weeks.map((week) => week === undefined)).toEqual([false, true]);
  });

  it('has nothing to try where a complete week is found', async () => {
    const told = await type('diagnose school.json --repairs', {
      files: { 'school.json': JSON.stringify(smallSchool()) },
    });
    expect(told.err).toContain('A complete week was found');
    expect(told.out).not.toContain('No change was found');
  });
});

describe('verify --certificate', () => {
  const certificates = async (): Promise<string> => (await type('diagnose school.json --json', files(short()))).out;

  it('bears out what diagnose has written', async () => {
    const told = await type(
      'verify --certificate school.json d.json',
      files(short(), { 'd.json': await certificates() }),
    );
    expect(told).toMatchObject({ code: 0 });
    expect(told.out).toContain('[holds]');
  });

  it('refutes it for another school, and a number that is changed, with what it is', async () => {
    const document = await certificates();
    const other = await type('verify --certificate school.json d.json', files(smallSchool(), { 'd.json': document }));
    expect(other.code).toBe(3);
    expect(other.out).toContain('does not hold');
    const changed = document.replace('"needed": 2', '"needed": 3');
    expect(changed).not.toBe(document);
    const told = await type('verify --certificate school.json d.json', files(short(), { 'd.json': changed }));
    expect(told.code).toBe(3);
    expect(told.out).toContain('needed = 2');
  });

  it('refuses a file without certificates', async () => {
    expect((await type('verify --certificate school.json d.json', files(short(), { 'd.json': '{}' }))).code).toBe(2);
  });
});

describe('generate --plant', () => {
  it('knows what can be planted', async () => {
    const told = await type('generate tiny --plant odd-cicle');
    expect(told).toMatchObject({ code: 2, out: '' });
    expect(told.err).toContain('odd-cycle');
  });
});

describe('plan --what-if and --modes', () => {
  it('hand on what is to be compared', async () => {
    const asked = 'plan school.json --what-if --caps 50,40 --enrolment 100,110 --choices 物化生=40 --modes';
    expect((await optionsOf(asked)).compare).toEqual({
      modes: true,
      whatIf: { caps: [50, 40], enrolments: [100, 110], shares: { 物化生: 40 } },
    });
  });

  it.each(['--caps 50,x', '--choices 物化生', '--choices 物化生=60,物化地=50', '--choices 物史=10'])(
    'refuse %s',
    async (option) => {
      expect((await type(`plan school.json --what-if ${option}`)).code).toBe(2);
    },
  );
});
