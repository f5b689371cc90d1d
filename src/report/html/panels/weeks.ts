/** The frame in which the page's script draws single weeks. */
import { say } from '../words.ts';

const KINDS = ['homeroom', 'teacher', 'room', 'section', 'student'] as const;

export function weeksPanel(): string {
  const buttons = KINDS.map(
    (kind) => `<button type="button" value="${kind}" aria-pressed="false">${say(kind)}</button>`,
  ).join('');
  return `<p class="noscript">${say('needScript')}</p>
<div class="finder">
<div class="picker">
<div id="kinds" role="group">${buttons}</div>
<label for="search">${say('search')}</label><input id="search" type="search" autocomplete="off">
<label for="group">${say('group')}</label><select id="group"></select>
<small id="count" aria-live="polite"></small>
<ul id="choices"></ul>
</div>
<div>
<div class="sheetbar"><button type="button" id="previous">${say('previous')}</button><button type="button" id="next">${say('next')}</button><button type="button" id="print">${say('print')}</button><button type="button" id="print-all">${say('printAll')}</button></div>
<div id="sheet"></div>
</div>
</div>`;
}
