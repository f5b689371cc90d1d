/** The two languages of every word an office reads. */
export type Lang = 'zh' | 'en';

/** One text in both languages. */
export type Words = Record<Lang, string>;
