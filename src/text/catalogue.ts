/** Templates with named holes, in both languages. */
import type { Words } from './lang.ts';

export type { Lang, Words as Sentence } from './lang.ts';

export type TextParams = Readonly<Record<string, string | number>>;

/** Puts the parameters into the holes of a template: `{course}`. A hole without a parameter stays as it stands. */
export function fill(template: string, params: TextParams = {}): string {
  return template.replaceAll(/\{([\w-]+)\}/g, (hole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : hole,
  );
}

export const fillWords = ({ zh, en }: Words, params: TextParams = {}): Words => ({
  zh: fill(zh, params),
  en: fill(en, params),
});
