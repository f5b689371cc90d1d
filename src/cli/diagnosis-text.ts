/** A diagnosis for people: each cause with how it is known. */
import type { Diagnosis, Left, Repair } from '../api/types.ts';
import { repairWords } from '../text/repairs.ts';
import { diagnosisWords, proofWords } from '../text/certificates.ts';
import type { Lang } from '../text/lang.ts';
import { leftBlocks } from '../text/left.ts';

export function diagnosisText(
  { certificates, status }: Pick<Diagnosis, 'certificates' | 'status'>,
  lang: Lang,
): string {
  if (certificates.length === 0) return `${diagnosisWords.open[lang]}\n`;
  const causes = certificates.map(({ proof, text }, index) => {
    const known = proofWords[proof]?.[lang] ?? proof;
    return lang === 'zh' ? `  ${index + 1}. 【${known}】${text.zh}` : `  ${index + 1}. [${known}] ${text.en}`;
  });
  const heading = status === 'impossible' ? diagnosisWords.impossible(certificates.length) : diagnosisWords.suspected;
  return `${[heading[lang], ...causes].join('\n')}\n`;
}

/** Repairs for people, numbered as `--apply` takes them. */
export function repairsText(repairs: readonly Repair[], failed: number, lang: Lang): string {
  const lines = repairs.map(({ price, text }, index) => {
    const cost = repairWords.price(price)[lang];
    return lang === 'zh' ? `  ${index + 1}. ${text.zh}（${cost}）` : `  ${index + 1}. ${text.en} (${cost})`;
  });
  const heading = repairs.length === 0 ? repairWords.none : repairWords.heading;
  const rest = failed === 0 ? [] : [repairWords.unconfirmed(failed)[lang]];
  return `${[heading[lang], ...lines, ...rest].join('\n')}\n`;
}

/** Entries of each list of what is left. */
const LEFT_SHOWN = 20;

/** What is left of a week, and what is in its way. */
export const leftText = (left: Left, lang: Lang): string =>
  leftBlocks(left, lang, LEFT_SHOWN)
    .filter((block) => block.length > 0)
    .map((block) => `${block.join('\n')}\n`)
    .join('\n');
