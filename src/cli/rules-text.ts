/** Types of rules as people read them: the list, and one type in full. */
import type { RuleParameter, RuleType } from '../api/index.ts';
import { fill } from '../text/catalogue.ts';
import type { Lang } from '../text/lang.ts';
import { rulesText } from '../text/rules.ts';
import { fold, padded, textWidth } from '../text/width.ts';

const WIDTH = 96;

const page = (blocks: readonly (readonly string[])[]): string =>
  `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;

/** Columns of one width each, the last one folded. */
function rowLines(cells: readonly string[], widths: readonly number[]): string[] {
  const left = widths.reduce((sum, width) => sum + width + 2, 2);
  const last = fold(cells.at(-1) ?? '', Math.max(20, WIDTH - left));
  const head = cells.slice(0, -1).map((cell, i) => padded(cell, (widths[i] ?? 0) + 2));
  return last.map((line, i) => (i === 0 ? `  ${head.join('')}` : ' '.repeat(left)) + line);
}

const selectorText = (selectors: readonly string[], lang: Lang): string =>
  selectors.length === 0
    ? rulesText.noSelectors[lang]
    : fill(rulesText.selectors[lang], {
        list: selectors
          .map((selector) => (selector === 'grouping' ? 'grouping (homeroom | walking)' : selector))
          .join(lang === 'zh' ? '、' : ', '),
      });

export function ruleListText(types: readonly RuleType[], lang: Lang): string {
  const width = (of: (type: RuleType) => string): number => Math.max(...types.map((type) => textWidth(of(type))));
  // the English names say little beside the meaning
  const named = lang === 'zh';
  const widths = [width(({ type }) => type), ...(named ? [width(({ title }) => title[lang])] : [])];
  const families = [...new Set(types.map(({ family }) => family[lang]))];
  const blocks = families.map((family) => [
    family,
    ...types
      .filter((type) => type.family[lang] === family)
      .flatMap(({ type, title, meaning, isRead }) => {
        const note = isRead ? '' : rulesText.notRead[lang];
        return rowLines([type, ...(named ? [title[lang]] : []), meaning[lang] + note], widths);
      }),
  ]);
  const most = types.map(({ selectors }) => selectors).toSorted((a, b) => b.length - a.length)[0] ?? [];
  return page([...blocks, [selectorText(most, lang), rulesText.strengths[lang]], [rulesText.more[lang]]]);
}

/** A value that shows how the parameter is written. */
const EXAMPLES: Readonly<Record<string, unknown>> = {
  slots: '*.1|2',
  courses: ['g2-pe', 'g2-mat'],
  sections: ['g2-pe/h1', 'g2-pe/h2'],
  students: ['s01', 's02'],
  rooms: ['r1'],
  first: 'g2-che',
  // a key of the contract
  // oxlint-disable-next-line unicorn/no-thenable
  then: 'g2-bio',
  day: 'thu',
  kind: 'classroom',
  share: 70,
  ratio: 120,
};

function exampleOf({ type, parameters }: RuleType): string {
  const needed = parameters.filter(({ required }) => required);
  const shown = needed.length > 0 ? needed : parameters.slice(0, 1);
  const valueOf = ({ name, schema }: RuleParameter): unknown => {
    if (EXAMPLES[name] !== undefined) return EXAMPLES[name];
    return [schema['type']].flat().includes('boolean') ? true : Math.max(Number(schema['minimum'] ?? 0), 2);
  };
  const strength = type === 'sections.joint' ? 'must' : 'high';
  return JSON.stringify({
    type,
    ...Object.fromEntries(shown.map((parameter) => [parameter.name, valueOf(parameter)])),
    strength,
  });
}

export function ruleTypeText(rule: RuleType, lang: Lang): string {
  const { type, title, meaning, counts, unit, isSet, isRead, selectors, parameters, defaults } = rule;
  const colon = lang === 'zh' ? '：' : ': ';
  const width = Math.max(0, ...parameters.map(({ name }) => textWidth(name)));
  const rows = parameters.flatMap(({ name, words, required }) => {
    const note = required ? (lang === 'zh' ? `（${rulesText.required.zh}）` : ` (${rulesText.required.en})`) : '';
    return rowLines([name, words[lang] + note], [width]);
  });
  return page([
    [`${type}  ${title[lang]}${isRead ? '' : rulesText.notRead[lang]}`],
    [meaning[lang], rulesText[isSet ? 'isSet' : 'isEach'][lang]],
    [`${rulesText.counts[lang]}${colon}${counts[lang]} (${unit[lang]})`],
    rows.length > 0 ? [rulesText.parameters[lang], ...rows] : [rulesText.noParameters[lang]],
    defaults.length > 0 ? [`${rulesText.defaults[lang]}${colon}${defaults.join(', ')}`] : [],
    [`${rulesText.example[lang]}${colon}${exampleOf(rule)}`],
    [selectorText(selectors, lang), rulesText.strengths[lang], rulesText.fullText[lang]],
  ]);
}
