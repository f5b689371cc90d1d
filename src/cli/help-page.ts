/** Help pages, laid out from the commands' records. */
import { commandWords, exitCodeWords, headings } from '../text/help.ts';
import type { Lang } from '../text/lang.ts';
import type { Command } from './command.ts';
import { generalOptions } from './general-options.ts';
import type { OptionRecord, OptionTable } from './option-table.ts';
import { placeholderOf } from './parse-options.ts';
import { fold, padded } from '../text/width.ts';

const WIDTH = 96;

function optionLabel(option: OptionRecord): string {
  const short = option.short === undefined ? '' : `-${option.short}, `;
  const value = placeholderOf(option);
  return `${short}--${option.name}${value === '' ? '' : ` ${value}`}`;
}

function optionText(option: OptionRecord, lang: Lang): string {
  const constant = option.kind === 'flag' || option.default === undefined ? undefined : String(option.default);
  const shown = option.defaultText?.[lang] ?? constant;
  if (shown === undefined) return option.help[lang];
  return lang === 'zh'
    ? `${option.help.zh}（${headings.byDefault.zh} ${shown}）`
    : `${option.help.en} (${headings.byDefault.en}: ${shown})`;
}

/** Two columns: what is typed, what it does. */
function columns(rows: readonly (readonly [string, string])[]): string[] {
  const left = Math.max(...rows.map(([label]) => label.length)) + 4;
  return rows.flatMap(([label, text]) =>
    fold(text, WIDTH - left).map((line, index) => padded(index === 0 ? `  ${label}` : '', left) + line),
  );
}

const optionRows = (table: OptionTable, lang: Lang): string[] =>
  columns(table.map((option) => [optionLabel(option), optionText(option, lang)] as const));

const exitCodeRows = (lang: Lang): string[] =>
  columns(exitCodeWords.map(({ code, words }) => [String(code), words[lang]] as const));

const usageLine = (typed: string, lang: Lang): string =>
  `${titled('usage', lang)}${lang === 'zh' ? '' : ' '}zouban ${typed} [${headings.anyOptions[lang]}]`;

const titled = (heading: keyof typeof headings, lang: Lang): string => headings[heading][lang] + headings.colon[lang];

const page = (blocks: readonly (readonly string[])[]): string =>
  `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;

export function commandPage(command: Command, lang: Lang): string {
  const { words } = command;
  const typed = [command.name, ...command.arguments].join(' ');
  return page([
    [`zouban ${command.name} — ${words.summary[lang]}`],
    [usageLine(typed, lang)],
    ...words.about.map((paragraph) => fold(paragraph[lang], WIDTH)),
    command.options.length === 0 ? [] : [titled('options', lang), ...optionRows(command.options, lang)],
    [titled('general', lang), ...optionRows(generalOptions, lang)],
    fold(headings.files[lang], WIDTH),
    [titled('examples', lang), ...words.examples.map((example) => `  ${example}`)],
    [titled('exitCodes', lang), ...exitCodeRows(lang)],
  ]);
}

export function overviewPage(commands: readonly Command[], lang: Lang): string {
  return page([
    fold(headings.title[lang], WIDTH),
    [usageLine(`${headings.command[lang]} …`, lang)],
    [
      titled('commands', lang),
      ...columns(
        commands.map(
          (command) => [[command.name, ...command.arguments].join(' '), command.words.summary[lang]] as const,
        ),
      ),
    ],
    [titled('general', lang), ...optionRows(generalOptions, lang)],
    fold(headings.files[lang], WIDTH),
    [titled('examples', lang), ...commandWords.solve.examples.slice(0, 1).map((example) => `  ${example}`)],
    [titled('exitCodes', lang), ...exitCodeRows(lang)],
    [headings.more[lang]],
  ]);
}
