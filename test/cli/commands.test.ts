import { describe, expect, it } from 'vitest';
import { JudgeDisagreement } from '../../src/api/faults.ts';
import type { Timetable } from '../../src/api/index.ts';
import { run } from '../../src/cli/run.ts';
import { makeStage, optionsOf, smallWeek, type } from './memory-world.ts';

const answer = (change: Partial<Timetable>) => ({ api: { solve: () => Promise.resolve(smallWeek(change)) } });

describe('solve', () => {
  it('writes week, page and graph, and sums up for people on stderr', async () => {
    const told = await type('solve school.json -o week.json --report page.html --gexf graph.gexf');
    expect(told).toMatchObject({ code: 0, out: '' });
    expect(told.files.get('week.json')).toBe('week complete\n');
    expect(told.files.get('page.html')).toBe('html in en');
    expect(told.files.get('graph.gexf')).toBe('gexf in en');
    expect(told.err).toContain('outline in en');
  });

  it('puts the week on stdout where no file is named, and reads stdin', async () => {
    expect(await type('solve -', { stdin: 'ok' })).toMatchObject({ code: 0, out: 'week complete\n' });
  });

  it('says nothing under --quiet, and one JSON line under --json', async () => {
    expect((await type('solve school.json -o w --quiet')).err).toBe('');
    const lines = (await type('solve school.json -o w --json')).err.trimEnd().split('\n');
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ status: 'complete', hard: 0, soft: 12, bound: 4 });
  });

  it.each([
    ['complete', 'stagnation', 0],
    ['partial', 'deadline', 3],
    ['impossible', 'impossible', 4],
    ['partial', 'interrupted', 130],
    ['complete', 'interrupted', 130],
  ] as const)('a %s week that ended by %s is exit code %i, and is written', async (status, stopReason, code) => {
    const { run: plain } = smallWeek();
    const told = await type(
      'solve school.json -o w',
      answer({ status, run: { ...plain, observed: { ...plain.observed, stopReason } } }),
    );
    expect(told.code).toBe(code);
    expect(told.files.get('w')).toBe(`week ${status}\n`);
  });

  it('hands every option to the engine', async () => {
    expect(await optionsOf('solve school.json')).toMatchObject({ seed: 1, islands: 4, threads: 2 });
    const options = await optionsOf(
      'solve school.json --seed 7 --islands 2 --epochs 9 --time 1.5 --threads 3 --target soft=20',
    );
    expect(options).toMatchObject({ seed: 7, islands: 2, epochs: 9, timeSeconds: 1.5, threads: 3 });
    expect(options.target).toEqual({ kind: 'soft', value: 20 });
    expect((await optionsOf('solve school.json --target bound')).target).toEqual({ kind: 'bound' });
  });

  it('names the command that repeats the run, whatever the file is called and however many threads ran', async () => {
    const { reproduce } = await optionsOf('solve ./school.json --seed 7 --epochs 9 --threads 3 -o w');
    expect(reproduce).toBe('zouban solve school.json --seed 7 --islands 4 --epochs 9');
  });

  it('starts from an earlier week, and shows what changed since', async () => {
    const files = { 'school.json': 'ok', 'old.json': 'week' };
    const seen: unknown[] = [];
    const told = await type('solve school.json --base old.json -o w --report p', {
      files,
      api: {
        solve: (_school, _bytes, { base, reproduce }) => {
          seen.push(base?.sections.length, reproduce);
          return Promise.resolve(smallWeek());
        },
      },
    });
    expect(seen).toEqual([2, 'zouban solve school.json --seed 1 --islands 4 --base base.json']);
    expect(told.files.get('p')).toBe('html in en since');
    expect(told.err).toContain('outline in en since');
    expect(await type('solve school.json --base old.json -o old.json', { files })).toMatchObject({ code: 2 });
    expect(await type('solve - --base -', { stdin: 'ok' })).toMatchObject({ code: 2 });
  });

  it('stops at the first signal with the best so far and at once at the second', async () => {
    const stage = makeStage({
      api: {
        solve: (_school, _bytes, { interrupt }) =>
          new Promise((done) => {
            interrupt?.addEventListener('abort', () => {
              const { run: plain } = smallWeek();
              done(smallWeek({ run: { ...plain, observed: { ...plain.observed, stopReason: 'interrupted' } } }));
            });
            stage.signal('SIGTERM');
          }),
      },
    });
    expect(await run(['solve', 'school.json', '-o', 'w'], stage.world)).toBe(130);
    expect(stage.told.files.get('w')).toBe('week complete\n');
    expect(stage.told.err).toContain('Stopping');
    expect(stage.told.exits).toEqual([]);

    const impatient = makeStage({
      api: {
        solve: () => {
          impatient.signal('SIGINT');
          impatient.signal('SIGINT');
          return Promise.resolve(smallWeek());
        },
      },
    });
    await run(['solve', 'school.json', '-o', 'w'], impatient.world);
    expect(impatient.told.exits).toEqual([130]);
  });

  it('shows progress as a bar on a terminal only, as JSON lines when asked', async () => {
    const event = {
      stage: 'search',
      epoch: 1,
      epochs: 4,
      hard: 2,
      soft: 30,
      bound: 5,
      gap: null,
      movesPerSecond: 1.5e6,
      elapsedSeconds: 3,
      expectedEndSeconds: 12,
    } as const;
    const api = {
      solve: (_school: unknown, _bytes: unknown, options: { onProgress?: (e: typeof event) => void }) => {
        options.onProgress?.(event);
        return Promise.resolve(smallWeek());
      },
    };
    expect((await type('solve school.json -o w', { api })).err).not.toContain('1/4');
    expect((await type('solve school.json -o w --progress bar', { api })).err).not.toContain('1/4');
    const terminal = await type('solve school.json -o w', { api, stderrIsTTY: true });
    expect(terminal.err).toContain('[###.......]  timetable  1/4  3/12s  must 2  soft 30');
    const lines = (await type('solve school.json -o w --progress ndjson', { api })).err.split('\n');
    expect(lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line))).toEqual([event]);
  });

  it('refuses outputs that cannot be written before it solves', async () => {
    const api = { solve: () => Promise.reject(new Error('must not be asked')) };
    const refused = async (line: string, unwritable = {}) => {
      const told = await type(line, { api, unwritable });
      expect(told).toMatchObject({ code: 2, out: '' });
      return told.err;
    };
    expect(await refused('solve school.json -o no/w.json', { 'no/w.json': 'ENOENT' })).toContain(
      'folder does not exist',
    );
    expect(await refused('solve school.json -o dir', { dir: 'EISDIR' })).toContain('a folder');
    expect(await refused('solve school.json -o w --report locked', { locked: 'EACCES' })).toContain('permission');
    expect(await refused('solve school.json -o ./school.json')).toContain('must not replace it');
    expect(await refused('solve school.json -o w --report w')).toContain('same file');
    expect(await refused('solve school.json --report -')).toContain('Standard output');
  });

  it('keeps the week elsewhere when its disk is full at the end', async () => {
    const told = await type('solve school.json -o w', { fullAtTheEnd: { w: 'ENOSPC' } });
    expect(told.code).toBe(2);
    expect(told.err).toContain('the disk is full');
    expect(told.err).toContain('kept at tmp/w');
    expect(told.files.get('tmp/w')).toBe('week complete\n');
  });

  it('tells a disagreement of engine and judge loudly, even under --quiet, and writes nothing', async () => {
    const api = { solve: () => Promise.reject(new JudgeDisagreement(['default.run: 3, judge 4'])) };
    const told = await type('solve school.json -o w --quiet', { api });
    expect(told.code).toBe(1);
    expect(told.err).toContain('a fault of zouban');
    expect(told.err).toContain('default.run: 3, judge 4');
    expect(told.files.has('w')).toBe(false);
  });

  it('apologises in one line for a fault of ours, with the stack only under --debug', async () => {
    const api = { solve: () => Promise.reject(new TypeError('x is undefined')) };
    const told = await type('solve school.json -o w', { api });
    expect(told.code).toBe(1);
    expect(told.err.split('\n').filter((line) => line.includes('Sorry'))).toHaveLength(1);
    expect(told.err).not.toMatch(/\n {4}at /);
    expect((await type('solve school.json -o w --debug', { api })).err).toMatch(/\n {4}at /);
  });
});

describe('files that cannot be used', () => {
  it.each([
    ['validate nowhere.json', 'Cannot read nowhere.json: there is no such file'],
    ['solve folder/', 'this is a folder'],
    ['generate nowhere.json', 'no settings file or sample school “nowhere.json”. Sample schools: tiny.'],
    ['generate tin', 'Did you mean tiny? Sample schools: tiny.'],
    ['verify school.json nowhere.json', 'nowhere.json'],
    ['report - -', 'Standard input'],
  ])('zouban %s', async (line, expected) => {
    const told = await type(line);
    expect(told).toMatchObject({ code: 2, out: '' });
    expect(told.err).toContain(expected);
  });

  it('a school with faults is refused by every command, each fault told', async () => {
    for (const line of ['validate bad', 'plan bad', 'solve bad', 'verify bad week.json', 'report bad week.json']) {
      const told = await type(line, { files: { bad: '{', 'week.json': '' } });
      expect(told).toMatchObject({ code: 2, out: '' });
      expect(told.err).toContain(
        'fault  file: The file is empty. Check that it is the right file.\nbad cannot be used: 1 fault.',
      );
    }
  });
});

describe('validate', () => {
  it('sums up on stdout and warns on stderr', async () => {
    const told = await type('validate school.json');
    expect(told.code).toBe(0);
    expect(told.out).toMatch(/^小中学.*\b11\b/);
    expect(told.err).toContain('warning  rooms[0]: ');
  });

  it('gives programs everything as one JSON document on stdout', async () => {
    const told = await type('validate school.json --json');
    expect(JSON.parse(told.out)).toMatchObject({
      usable: true,
      faults: [{ code: 'nameless' }],
      summary: { totals: { students: 11 } },
    });
    const bad = await type('validate bad --json', { files: { bad: '{' } });
    expect(bad.code).toBe(2);
    expect(JSON.parse(bad.out)).toMatchObject({
      usable: false,
      faults: [{ code: 'file.empty' }],
      summary: null,
    });
  });

  it('prints the filled document with --explain', async () => {
    expect((await type('validate school.json --explain')).out).toBe('{}\n');
  });
});

describe('generate', () => {
  it('takes a sample by name or settings from a file, and a seed', async () => {
    expect((await type('generate tiny')).out).toBe('tiny undefined\n');
    const told = await type('generate school.json --seed 5 -o out.json');
    expect(told.files.get('out.json')).toContain(' 5\n');
  });
});

describe('verify', () => {
  it('hands an earlier week to the judge', async () => {
    const seen: unknown[] = [];
    const api = {
      verify: (...given: unknown[]) => {
        seen.push((given[3] as Timetable | undefined)?.format);
        return counted;
      },
    };
    await type('verify school.json week.json', { api });
    await type('verify school.json week.json --base week.json', { api });
    expect(seen).toEqual([undefined, 'zouban/timetable@1']);
  });

  it('asks for the earlier week that a changed week was made from', async () => {
    const kept = { rule: 'keep.slot', type: 'keep.slot', strength: 3, deviation: 0, cost: 0 };
    const changed = smallWeek({ score: { hard: 0, soft: 0, rules: [kept] } });
    const api = { readTimetable: () => ({ document: changed, faults: [] }) };
    expect((await type('verify school.json week.json', { api })).err).toContain('give that week with --base');
    expect((await type('verify school.json week.json --base week.json', { api })).err).not.toContain('--base');
  });

  const counted = {
    hard: 0,
    soft: 12,
    rules: [{ rule: 'default.run', type: 'teacher.maxConsecutive', strength: 3, deviation: 4, cost: 12 }],
    conflicts: [],
    unserved: [],
    unplaced: [],
    disagreements: [],
    sameSchool: true,
    sameBase: true,
    sameDigest: true,
  };

  it('prints a table and holds', async () => {
    const told = await type('verify school.json week.json', { api: { verify: () => counted } });
    expect(told.code).toBe(0);
    expect(told.out).toMatch(/default\.run +3 +4 +12/);
    expect(told.err).toContain('The week holds.');
  });

  it('is exit code 3 where a must rule is broken or a claim is not borne out', async () => {
    const broken = await type('verify school.json week.json', { api: { verify: () => ({ ...counted, hard: 2 }) } });
    expect(broken.code).toBe(3);
    const disagreements = [{ zh: '硬约束：写 0，计 2', en: 'hard: claimed 0, counted 2' }];
    const lying = await type('verify school.json week.json', {
      api: { verify: () => ({ ...counted, disagreements }) },
    });
    expect(lying.code).toBe(3);
    expect(lying.out).toContain('hard: claimed 0, counted 2');
  });

  it('says when the week was made for another school', async () => {
    const told = await type('verify school.json week.json', {
      api: { verify: () => ({ ...counted, sameSchool: false }) },
    });
    expect(told.err).toContain('another sha256');
  });

  it('says when the week was made from another earlier week', async () => {
    const told = await type('verify school.json week.json --base week.json', {
      api: { verify: () => ({ ...counted, sameBase: false }) },
    });
    expect(told.err).toContain('another run.base');
    expect(told.code).toBe(0);
  });
});

describe('report', () => {
  it('says that a week was changed since it was written, for its conflicts are those of then', async () => {
    const told = await type('report school.json week.json', { api: { isUnedited: () => false } });
    expect(told.code).toBe(0);
    expect(told.err).toContain('recount it with zouban verify');
    expect((await type('report school.json week.json')).err).not.toContain('zouban verify');
  });

  it('chooses the format by --format, else by the file name, else text', async () => {
    expect((await type('report school.json week.json')).out).toBe('text in en\n');
    expect((await type('report school.json week.json --format gexf -o -')).out).toBe('gexf in en\n');
    expect((await type('report school.json week.json -o a.HTML')).files.get('a.HTML')).toBe('html in en\n');
    expect((await type('report school.json week.json -o a.html --format text')).files.get('a.html')).toBe(
      'text in en\n',
    );
  });
});

describe('diff', () => {
  const moved = {
    readTimetable: (bytes: Uint8Array) => {
      const slot = new TextDecoder().decode(bytes);
      const week = smallWeek();
      week.lessons = week.lessons.map((lesson) => ({ ...lesson, slot }));
      return { document: week, faults: [] };
    },
  };
  const files = { 'a.json': 'mon.1', 'b.json': 'tue.2', 'school.json': 'ok' };

  it('says what changed, with names where the school is given', async () => {
    const told = await type('diff a.json b.json --school school.json --lang zh', { api: moved, files });
    expect(told).toMatchObject({ code: 0 });
    expect(told.out).toContain('高二1班语文  周一第一节 → 周二第二节');
    expect((await type('diff a.json b.json', { api: moved, files })).out).toContain('g2-chi/h1  mon.1 → tue.2');
  });

  it('gives ids and names to programs', async () => {
    const { out } = await type('diff a.json b.json --school school.json --format json', { api: moved, files });
    expect(JSON.parse(out)).toMatchObject({
      matchedBy: 'section id',
      lessons: { moved: [{ section: 'g2-chi/h1', from: { slot: 'mon.1' }, to: { slot: 'tue.2' } }] },
      touched: { teachers: [{ id: 't-chi', lessons: 1 }], students: [{ id: 's1' }] },
      names: { sections: { 'g2-chi/h1': { zh: '高二1班语文' } }, teachers: { 't-chi': '陈文' } },
    });
    expect((await type('diff a.json b.json --json', { api: moved, files })).out).toBe(
      (await type('diff a.json b.json --format json', { api: moved, files })).out,
    );
  });

  it('says so where nothing changed', async () => {
    const told = await type('diff a.json a.json', { api: moved, files });
    expect(told).toMatchObject({ code: 0, out: 'The two timetables do not differ.\n' });
  });
});

describe('convert', () => {
  it('writes the school, and the week where one is given', async () => {
    expect(await type('convert --anonymise school.json')).toMatchObject({ code: 0, out: 'nobody\n' });
    const told = await type('convert --anonymise school.json week.json -o a -O b');
    expect([told.code, told.files.get('a'), told.files.get('b')]).toEqual([0, 'nobody\n', 'no week\n']);
  });

  it('writes for FET, with the sections of a week where one is given, and reads what FET found', async () => {
    expect(await type('convert --to fet school.json')).toMatchObject({ code: 0, out: 'fet\n' });
    expect((await type('convert --to fet school.json week.json -o a')).files.get('a')).toBe('fet with a week\n');
    const told = await type('convert --from fet found.fet --school school.json -o w', {
      files: { 'school.json': 'ok', 'found.fet': 'found' },
    });
    expect([told.code, told.files.get('w')]).toEqual([3, 'week partial\n']);
    expect(told.err).toContain('outline in en');
  });

  it.each([
    ['convert school.json', '--anonymise'],
    ['convert --anonymise', 'needs FILE'],
    ['convert --anonymise --to fet school.json', 'one of three'],
    ['convert --to xls school.json', 'must be fet'],
    ['convert --to fet school.json -O b', '-O goes with'],
    ['convert --to fet school.json --school school.json', '--school goes with'],
    ['convert --from fet found.fet', '--school'],
    ['convert --from fet week.json week.json --school school.json', 'no use for “week.json”'],
    ['convert --from fet week.json --school school.json', 'week.json cannot be used'],
    ['convert --anonymise school.json week.json -o a', '-O'],
    ['convert --anonymise school.json -O b', 'no week file'],
    ['convert --anonymise school.json week.json -o a -O a', 'same file'],
    ['convert --anonymise school.json week.json more.json -o a -O b', 'no use for “more.json”'],
  ])('%s: says what is wrong', async (line, words) => {
    const told = await type(line);
    expect(told).toMatchObject({ code: 2, out: '' });
    expect(told.err).toContain(words);
  });
});
