/** Of a week that is not complete: what is in the way of what is left, and where it is tight. */
import type { Words } from '../../../text/lang.ts';
import { leftWords } from '../../../text/left.ts';
import type { ReportContext } from '../../context.ts';
import { describeLeft } from '../../left/describe.ts';
import { both } from '../words.ts';

/** A page stays readable whatever is left. */
const AT_MOST = 200;
const HOT_SHOWN = 20;

function list(heading: Words, entries: readonly { text: Words }[], atMost = AT_MOST): string {
  if (entries.length === 0) return '';
  const items = entries.slice(0, atMost).map(({ text }) => `<li>${both(text)}</li>`);
  const left = entries.length - items.length;
  const more = left > 0 ? `<p>${both(leftWords.more(left))}</p>` : '';
  return `<h3>${both(heading)}</h3><ol class="conflicts">${items.join('\n')}</ol>${more}`;
}

export function leftPanel(context: ReportContext): string {
  const left = describeLeft(context);
  if (!left) return '';
  return [
    list(leftWords.hot, left.hot, HOT_SHOWN),
    list(leftWords.lessons(left.lessons.length), left.lessons),
    list(leftWords.unserved, left.unserved),
    `<p class="note">${both(leftWords.repairs)}</p>`,
  ].join('');
}
