/** argv in, exit code out; everything else goes through the world that is handed in. */
import { ourFault, usage } from '../text/cli.ts';
import type { Lang, Words } from '../text/lang.ts';
import type { Command, Context } from './command.ts';
import { commands } from './commands/index.ts';
import { didYouMean } from './did-you-mean.ts';
import { EXIT } from './exit-codes.ts';
import { generalOptions } from './general-options.ts';
import { commandPage, overviewPage } from './help-page.ts';
import { localeLanguage } from './language.ts';
import type { Values } from './option-table.ts';
import { parseOptions, type ParsedLine } from './parse-options.ts';
import { harmless } from '../text/width.ts';
import { UserError } from './user-error.ts';
import type { World } from './world.ts';

interface Line {
  /** the first word that is no option */
  command: string | undefined;
  rest: string[];
}

/** General options may stand before the command: `zouban --lang en solve …`. */
function splitCommand(argv: readonly string[]): Line {
  const takesValue = new Set(
    generalOptions.filter((option) => option.kind !== 'flag').map((option) => `--${option.name}`),
  );
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index] ?? '';
    if (takesValue.has(word)) index++;
    else if (!word.startsWith('-')) return { command: word, rest: argv.filter((_, other) => other !== index) };
  }
  return { command: undefined, rest: [...argv] };
}

/** Before anything is checked, so that even a mistake in another option is told in the language asked for. */
function languageOf(argv: readonly string[], world: World): Lang {
  const index = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const asked = argv[index]?.startsWith('--lang=') ? argv[index]?.slice('--lang='.length) : argv[index + 1];
  return index >= 0 && (asked === 'zh' || asked === 'en') ? asked : localeLanguage(world.env);
}

function findCommand(name: string): Command {
  const command = commands.find((candidate) => candidate.name === name);
  if (command) return command;
  const guess = didYouMean(name, [...commands.map((candidate) => candidate.name), 'help']);
  throw new UserError('command.unknown', usage.unknownCommand(name, guess));
}

/** `[week.json]` may be left out. */
const isOptional = (argument: string): boolean => argument.startsWith('[');

function checkArguments(command: Command, given: readonly string[]): void {
  const missing = command.arguments[given.length];
  if (missing !== undefined && !isOptional(missing))
    throw new UserError('argument.missing', usage.missingArgument(command.name, missing));
  const extra = given[command.arguments.length];
  if (extra !== undefined) throw new UserError('argument.extra', usage.extraArgument(command.name, extra));
}

async function runHelp(rest: readonly string[], lang: Lang, world: World): Promise<number> {
  const { positionals } = parseOptions('help', rest, generalOptions);
  const [topic] = positionals;
  await world.stdout.write(topic === undefined ? overviewPage(commands, lang) : commandPage(findCommand(topic), lang));
  return EXIT.complete;
}

async function runWithoutCommand(rest: readonly string[], lang: Lang, world: World): Promise<number> {
  const { values } = parseOptions('', rest, generalOptions);
  if (values['version']) {
    await world.stdout.write(`zouban ${world.version}\n`);
    return EXIT.complete;
  }
  const page = overviewPage(commands, lang);
  if (values['help']) {
    await world.stdout.write(page);
    return EXIT.complete;
  }
  await world.stderr.write(page);
  return EXIT.unusableInput;
}

async function makeContext({ values, stated }: ParsedLine, lang: Lang, world: World): Promise<Context> {
  const { json, quiet } = values as Values<typeof generalOptions>;
  return {
    world,
    api: await world.loadApi(),
    lang,
    json,
    quiet,
    stated,
    out: (text) => world.stdout.write(text),
    say: (words) => (quiet || json ? Promise.resolve() : world.stderr.write(`${harmless(words[lang])}\n`)),
    tell: (text) => world.stderr.write(`${harmless(text)}\n`),
  };
}

async function dispatch(argv: readonly string[], lang: Lang, world: World): Promise<number> {
  const { command: name, rest } = splitCommand(argv);
  if (name === undefined) return runWithoutCommand(rest, lang, world);
  if (name === 'help') return runHelp(rest, lang, world);
  const command = findCommand(name);
  const parsed = parseOptions(command.name, rest, [...command.options, ...generalOptions]);
  const general = parsed.values as Values<typeof generalOptions>;
  if (general.help) {
    await world.stdout.write(commandPage(command, lang));
    return EXIT.complete;
  }
  if (general.version) return runWithoutCommand(['--version'], lang, world);
  checkArguments(command, parsed.positionals);
  return command.run(parsed.values, parsed.positionals, await makeContext(parsed, lang, world));
}

const isUsage = (error: UserError): boolean => /^(option|argument|command)\./.test(error.code);

async function tellMistake(error: UserError, argv: readonly string[], lang: Lang, world: World): Promise<void> {
  if (argv.includes('--json')) {
    await world.stderr.write(`${JSON.stringify({ error: { code: error.code, text: error.words[lang] } })}\n`);
    return;
  }
  const name = splitCommand(argv).command ?? '';
  const known = commands.some((command) => command.name === name) ? name : '';
  const hint = isUsage(error) ? `\n${usage.seeHelp(known)[lang]}` : '';
  await world.stderr.write(harmless(`${error.words[lang]}${hint}\n`));
}

/** Faults of ours are loud whatever --quiet says: which, how to report it, and with --debug where. */
async function tellOurFault(error: unknown, argv: readonly string[], lang: Lang, world: World): Promise<void> {
  const what = error instanceof Error ? error.message : String(error);
  const differences =
    error instanceof Error && 'differences' in error && Array.isArray(error.differences)
      ? error.differences
      : undefined;
  const words: Words = differences === undefined ? ourFault.internal(what.split('\n')[0] ?? '') : ourFault.disagreement;
  if (argv.includes('--json')) {
    const code = differences === undefined ? 'internal' : 'judge.disagreement';
    await world.stderr.write(`${JSON.stringify({ error: { code, text: words[lang], differences } })}\n`);
  } else {
    await world.stderr.write(`${[words[lang], ...(differences ?? []).map((line) => `  ${line}`)].join('\n')}\n`);
  }
  if (argv.includes('--debug') && error instanceof Error) await world.stderr.write(`${error.stack ?? what}\n`);
}

/** Resolves to the exit code; never rejects. */
export async function run(argv: readonly string[], world: World): Promise<number> {
  const lang = languageOf(argv, world);
  try {
    return await dispatch(argv, lang, world);
  } catch (error) {
    if (error instanceof UserError) {
      await tellMistake(error, argv, lang, world);
      return EXIT.unusableInput;
    }
    await tellOurFault(error, argv, lang, world);
    return EXIT.ourFault;
  }
}
