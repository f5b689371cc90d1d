/** The small machinery of the text catalogue: two languages, sentences in both, and templates with named holes. */
import type { Lang } from './lang.ts';

export type { Lang } from './lang.ts';

/** One sentence for the office, in both languages. */
export interface Sentence {
  zh: string;
  en: string;
}

export type TextParams = Readonly<Record<string, string | number>>;

/** Puts the parameters into the holes of a template: `{course}`. A hole without a parameter stays as it stands. */
export function fill(template: string, params: TextParams = {}): string {
  return template.replaceAll(/\{([\w-]+)\}/g, (hole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : hole,
  );
}

export function fillSentence(sentence: Sentence, params: TextParams = {}): Sentence {
  return { zh: fill(sentence.zh, params), en: fill(sentence.en, params) };
}

export const inLanguage = (sentence: Sentence, lang: Lang): string => sentence[lang];
