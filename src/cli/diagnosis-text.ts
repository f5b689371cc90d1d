/** A diagnosis for people: each cause with how it is known. */
import type { Diagnosis } from '../api/types.ts';
import { diagnosisWords, proofWords } from '../text/certificates.ts';
import type { Lang } from '../text/lang.ts';

export function diagnosisText(
  { certificates, status }: Pick<Diagnosis, 'certificates' | 'status'>,
  lang: Lang,
): string {
  if (certificates.length === 0) return `${diagnosisWords.open[lang]}\n`;
  const causes = certificates.map(({ proof, text }, index) => {
    const known = proofWords[proof]?.[lang] ?? proof;
    return lang === 'zh' ? `  ${index + 1}. 【${known}】${text.zh}` : `  ${index + 1}. [${known}] ${text.en}`;
  });
  const heading = status === 'impossible' ? diagnosisWords.impossible(certificates.length) : diagnosisWords.open;
  return `${[heading[lang], ...causes].join('\n')}\n`;
}
