/** What was probably meant; where several words are equally near, all of them are offered, and `…` says that there are more. */
import type { Words } from './lang.ts';

export function didYouMean(near: readonly string[], quote: (word: string) => string = (word) => `“${word}”`): Words {
  const more = near.at(-1) === '…';
  const words = (more ? near.slice(0, -1) : near).map(quote);
  const last = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  if (more)
    return { zh: `是不是${words.join('、')}等？`, en: `Did you mean ${words.join(', ')} or another like these?` };
  if (before.length === 0) return { zh: `是不是${last}？`, en: `Did you mean ${last}?` };
  return { zh: `是不是${before.join('、')}或${last}？`, en: `Did you mean ${before.join(', ')} or ${last}?` };
}
