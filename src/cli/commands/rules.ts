import type { RuleType } from '../../api/index.ts';
import { mistakes, progressWords } from '../../text/cli.ts';
import { commandWords, optionHelp } from '../../text/help.ts';
import { defineCommand, type Context } from '../command.ts';
import { didYouMean } from '../did-you-mean.ts';
import { EXIT } from '../exit-codes.ts';
import { readSchoolFile } from '../inputs.ts';
import { ruleListText, ruleTypeText } from '../rules-text.ts';
import { UserError } from '../user-error.ts';

const asJson = (data: unknown): string => `${JSON.stringify(data, null, 2)}\n`;

async function explain(context: Context, type: string): Promise<void> {
  const types: RuleType[] = context.api.ruleTypes();
  const found = types.find((one) => one.type === type);
  const known = types.map((one) => one.type);
  if (found === undefined) throw new UserError('rule.type-unknown', mistakes.noRuleType(type, didYouMean(type, known)));
  await context.out(context.json ? asJson(found) : ruleTypeText(found, context.lang));
}

async function suggest(context: Context, path: string): Promise<void> {
  const { school } = await readSchoolFile(context, path);
  const rules = context.api.suggestedRules(school, context.lang) ?? [];
  await context.out(asJson({ rules }));
  await context.say(progressWords.suggested(rules.length));
}

export const rulesCommand = defineCommand({
  name: 'rules',
  words: commandWords.rules,
  arguments: [],
  options: [
    { name: 'list', kind: 'flag', help: optionHelp.rulesList },
    { name: 'explain', kind: 'text', placeholder: 'TYPE', help: optionHelp.rulesExplain },
    { name: 'suggest', kind: 'file', placeholder: 'school.json', help: optionHelp.rulesSuggest },
  ],
  run: async ({ list, explain: type, suggest: path }, _, context) => {
    if (Number(list) + Number(type !== undefined) + Number(path !== undefined) > 1) {
      throw new UserError('usage', mistakes.oneOfRules);
    }
    if (type !== undefined) await explain(context, type);
    else if (path !== undefined) await suggest(context, path);
    else {
      const types = context.api.ruleTypes();
      await context.out(context.json ? asJson(types) : ruleListText(types, context.lang));
    }
    return EXIT.complete;
  },
});
