/** Odd and even weeks (单双周). */
import type { Words } from './lang.ts';

/** After the slot's name, where the weeks differ. */
export const weekText: Record<'every' | 'odd' | 'even', Words> = {
  every: { zh: '', en: '' },
  odd: { zh: '（单周）', en: ' (odd weeks)' },
  even: { zh: '（双周）', en: ' (even weeks)' },
};

/** Standing alone: the mark of a lesson, the heading of a picture. */
export const weekMark: Record<'odd' | 'even', { short: Words; long: Words }> = {
  odd: { short: { zh: '单', en: 'odd' }, long: { zh: '单周', en: 'odd weeks' } },
  even: { short: { zh: '双', en: 'even' }, long: { zh: '双周', en: 'even weeks' } },
};
