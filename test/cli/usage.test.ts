import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { type } from './memory-world.ts';

describe('what is typed wrongly is told with what was probably meant, and exit code 2', () => {
  it.each([
    ['solv school.json', 'Did you mean solve?'],
    ['solve school.json --sed 3', 'Did you mean --seed?'],
    ['solve school.json --prog bar', 'Did you mean --progress?'],
    ['solve school.json --seed many', 'a whole number from 0 to 4294967295'],
    ['solve school.json --seed=-1', 'a whole number from 0'],
    ['solve school.json --seed', '--seed needs a value'],
    ['solve school.json --seed --json', '--seed needs a value'],
    ['solve school.json --seed 1 --seed 2', 'only once'],
    ['solve school.json --islands 0', 'from 1 to 64'],
    ['solve school.json --islands 1.5', 'a whole number'],
    ['solve school.json --time soon', 'a number of seconds'],
    ['solve school.json --time 0', 'a number of seconds'],
    ['solve school.json --target soft=', 'complete|bound|soft=N'],
    ['solve school.json --progress loud', 'bar or ndjson or none'],
    ['solve school.json --lang fr', 'zh or en'],
    ['solve school.json --quiet=yes', 'takes no value'],
    ['solve school.json other.json', 'no use for “other.json”'],
    ['solve', 'needs school.json'],
    ['verify school.json', 'needs week.json'],
    ['report', 'needs school.json'],
    ['help sovle', 'Did you mean solve?'],
    ['report school.json week.json --of students', 'homerooms or teachers or rooms'],
    ['report school.json week.json --of teachers -o page.html', 'go with no other --format'],
    ['report school.json week.json -o week.pdf', 'no report in the format .pdf. Use .html'],
    ['report school.json week.json -o week.xlsx --lang zh', '没有 .xlsx 格式的报告。可以写成 .html'],
  ])('zouban %s', async (line, expected) => {
    const told = await type(line);
    expect(told.err).toContain(expected);
    expect(told.err).not.toMatch(/\n {4}at /);
    expect(told).toMatchObject({ code: 2, out: '' });
  });

  it('offers no guess where nothing is near', async () => {
    expect((await type('solve school.json --zzz')).err).not.toContain('mean');
  });

  it('tells a mistake as JSON to programs', async () => {
    const told = await type('solve nowhere.json --json');
    expect(told.code).toBe(2);
    expect(JSON.parse(told.err)).toMatchObject({ error: { code: 'file.ENOENT' } });
  });
});

describe('help', () => {
  it('shows how a line is typed, in either language', async () => {
    expect((await type('help --lang en')).out).toContain('Usage: zouban COMMAND … [options]\n');
    expect((await type('help --lang zh')).out).toContain('用法：zouban 命令 … [选项]\n');
    expect((await type('help diff --lang en')).out).toContain('Usage: zouban diff old-week.json week.json [options]\n');
  });

  it.each(commands.map((command) => command.name))(
    '%s has a page in both languages, the same by either way',
    async (name) => {
      for (const lang of ['zh', 'en']) {
        const asked = await type(`help ${name} --lang ${lang}`);
        expect(await type(`${name} --help --lang ${lang}`)).toMatchObject({ code: 0, err: '', out: asked.out });
        const command = commands.find((candidate) => candidate.name === name);
        for (const option of command?.options ?? []) {
          expect(asked.out).toContain(`--${option.name}`);
          expect(asked.out.replaceAll(/\s/g, '')).toContain(option.help[lang as 'zh' | 'en'].replaceAll(/\s/g, ''));
        }
        for (const line of asked.out.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
      }
    },
  );

  it('lists every command, on stdout when asked for and on stderr when nothing was', async () => {
    const asked = await type('--help');
    const nothing = await type('');
    expect(asked).toMatchObject({ code: 0, err: '' });
    expect(nothing).toMatchObject({ code: 2, out: '', err: asked.out });
    for (const command of commands) expect(asked.out).toContain(`  ${command.name} `);
  });

  it('tells the version', async () => {
    expect(await type('--version')).toMatchObject({ code: 0, out: 'zouban 9.9.9\n' });
    expect(await type('solve --version')).toMatchObject({ code: 0, out: 'zouban 9.9.9\n' });
  });
});

describe('the language', () => {
  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, '没有“x”这个命令'],
    [{ LANG: 'en_GB.UTF-8' }, 'no command “x”'],
    [{ LANG: 'en_US', LC_ALL: 'zh_CN' }, '没有“x”这个命令'],
    [{ LANG: 'zh_CN', LC_MESSAGES: 'en_US' }, 'no command “x”'],
    [{ LANG: 'C' }, '没有“x”这个命令'],
    [{}, '没有“x”这个命令'],
  ])('follows the locale %j', async (env, expected) => {
    expect((await type('x', { env })).err).toContain(expected);
  });

  it('is what --lang says, before or after the command', async () => {
    expect((await type('--lang zh x')).err).toContain('没有');
    expect((await type('x --lang=zh')).err).toContain('没有');
    expect((await type('--lang zh report school.json week.json')).out).toBe('text in zh\n');
  });
});
