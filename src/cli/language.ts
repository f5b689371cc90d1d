import type { Lang } from '../text/lang.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** By the locale, in the order POSIX gives; Chinese unless the locale is English. */
export function localeLanguage(env: Environment): Lang {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^en([_.@-]|$)/i.test(locale) ? 'en' : 'zh';
}
