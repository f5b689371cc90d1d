/** argv to typed values, by an option table; every mistake is a UserError with "did you mean". */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { usage, wanted } from '../text/cli.ts';
import type { Words } from '../text/lang.ts';
import { didYouMean } from './did-you-mean.ts';
import type { NumberOption, OptionRecord, OptionTable } from './option-table.ts';
import { UserError } from './user-error.ts';

export type OptionValue = boolean | number | string | undefined;

export interface ParsedLine {
  values: Record<string, OptionValue>;
  positionals: string[];
  /** names of the options that the line states; the others have their defaults */
  stated: ReadonlySet<string>;
}

const written = (option: OptionRecord): string => `--${option.name}`;

/** What a value looks like in help and in messages, e.g. `N`, `zh|en`, `FILE`. */
export function placeholderOf(option: OptionRecord): string {
  if (option.kind === 'integer') return 'N';
  if (option.kind === 'seconds') return 'SECONDS';
  if (option.kind === 'choice') return option.values.join('|');
  return option.kind === 'flag' ? '' : option.placeholder;
}

function wantedOf(option: OptionRecord): Words {
  if (option.kind === 'integer') return wanted.integer(option.min, option.max);
  if (option.kind === 'seconds') return wanted.seconds(option.min, option.max);
  if (option.kind === 'choice') return wanted.choice(option.values);
  return wanted.text(placeholderOf(option));
}

function readNumber(option: NumberOption, text: string): number | undefined {
  const shape = option.kind === 'integer' ? /^-?\d+$/ : /^\d+(\.\d+)?$/;
  const value = shape.test(text) ? Number(text) : Number.NaN;
  const most = option.max ?? Number.MAX_SAFE_INTEGER;
  return value >= option.min && value <= most ? value : undefined;
}

function readValue(option: OptionRecord, text: string): OptionValue {
  if (option.kind === 'integer' || option.kind === 'seconds') return readNumber(option, text);
  if (option.kind === 'choice') return option.values.includes(text) ? text : undefined;
  if (option.kind === 'flag') return true;
  return text !== '' && (option.pattern?.test(text) ?? true) ? text : undefined;
}

function configOf(table: OptionTable): NonNullable<ParseArgsConfig['options']> {
  return Object.fromEntries(
    table.map((option) => [
      option.name,
      {
        type: option.kind === 'flag' ? ('boolean' as const) : ('string' as const),
        ...(option.short === undefined ? {} : { short: option.short }),
      },
    ]),
  );
}

/** The next word was taken as the value although it is an option itself; negative numbers and `-` are values. */
const looksLikeOption = (value: string): boolean => /^-[^\d]/.test(value);

export function parseOptions(command: string, argv: readonly string[], table: OptionTable): ParsedLine {
  const { tokens } = parseArgs({
    args: [...argv],
    options: configOf(table),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values: Record<string, OptionValue> = {};
  for (const option of table) {
    values[option.name] = option.kind === 'flag' ? false : option.default;
  }
  const positionals: string[] = [];
  const stated = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option = table.find((candidate) => candidate.name === token.name);
    if (!option) {
      const names = table.map((candidate) => candidate.name);
      const guess = didYouMean(token.name, names);
      throw new UserError(
        'option.unknown',
        usage.unknownOption(
          command,
          token.rawName,
          guess.map((name) => `--${name}`),
        ),
      );
    }
    if (option.kind === 'flag') {
      if (token.value !== undefined)
        throw new UserError('option.value-not-taken', usage.valueNotTaken(written(option), token.value));
      values[option.name] = true;
      stated.add(option.name);
      continue;
    }
    if (stated.has(option.name)) throw new UserError('option.twice', usage.twice(written(option)));
    stated.add(option.name);
    const text = token.value;
    if (text === undefined || (!token.inlineValue && looksLikeOption(text))) {
      throw new UserError('option.value-missing', usage.valueMissing(written(option), placeholderOf(option)));
    }
    const value = readValue(option, text);
    if (value === undefined) {
      throw new UserError('option.bad-value', usage.badValue(written(option), text, wantedOf(option)));
    }
    values[option.name] = value;
  }
  return { values, positionals, stated };
}
