/** A command: its words, arguments and options in one record, and what it does. */
import type { Api } from '../api/index.ts';
import type { Lang, Words } from '../text/lang.ts';
import type { OptionTable, Values } from './option-table.ts';
import type { OptionValue } from './parse-options.ts';
import type { World } from './world.ts';

/** What every command may use. */
export interface Context {
  world: World;
  api: Api;
  lang: Lang;
  json: boolean;
  quiet: boolean;
  /** names of the options that the line states */
  stated: ReadonlySet<string>;
  /** data, to standard output */
  out(text: string): Promise<void>;
  /** words for people, to standard error; silent under --quiet */
  say(words: Words): Promise<void>;
  /** a line for people or programs that --quiet does not silence, to standard error */
  tell(text: string): Promise<void>;
}

export interface CommandWords {
  /** one line for the list of commands */
  summary: Words;
  /** the page's text; one paragraph each */
  about: readonly Words[];
  /** commands as they are typed */
  examples: readonly string[];
}

export interface Command {
  name: string;
  words: CommandWords;
  /** in order, as they are shown: `school.json`; `[week.json]` may be left out, and all after it */
  arguments: readonly string[];
  options: OptionTable;
  run(values: Record<string, OptionValue>, args: readonly string[], context: Context): Promise<number>;
}

interface CommandSpec<T extends OptionTable> extends Omit<Command, 'options' | 'run'> {
  options: T;
  run(values: Values<T>, args: readonly string[], context: Context): Promise<number>;
}

/** Ties the values a command is given to its option table; parseOptions has checked each of them against its record. */
export function defineCommand<const T extends OptionTable>(spec: CommandSpec<T>): Command {
  return { ...spec, run: (values, args, context) => spec.run(values as Values<T>, args, context) };
}
