import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { generalOptions } from '../../src/cli/general-options.ts';
import { textOf } from './imports.ts';

const readmes = ['README.md', 'README.zh-CN.md'];
const setUp = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('npm ci'));

describe.each(readmes)('%s', (file) => {
  const text = textOf(file);

  it('has exactly two set-up commands, those of the other language', () => {
    expect(setUp(text)).toHaveLength(2);
    expect(setUp(text)).toEqual(setUp(textOf('README.md')));
    for (const line of setUp(text)) expect(line).toMatch(/^npm ci && npm run build && /);
  });

  it('uses scripts that exist, and needs none that run by themselves', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    for (const [, script] of text.matchAll(/npm run ([\w:-]+)/g)) expect(Object.keys(scripts)).toContain(script);
    expect(Object.keys(scripts).filter((name) => /^(pre|post|prepare)/.test(name))).toEqual([]);
  });

  it('lists every command, with options that the command has', () => {
    for (const command of commands) {
      const line = text.split('\n').find((row) => row.startsWith(`| \`zouban ${command.name} `));
      expect(line, command.name).toBeDefined();
      const known = [...command.options, ...generalOptions].map((option) => option.name);
      for (const [, option] of line?.matchAll(/--([a-z]+(?:-[a-z]+)*)/g) ?? []) expect(known).toContain(option);
    }
  });
});
