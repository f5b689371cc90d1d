/** XML as FET writes it: elements with text or elements inside, no attributes but one at the root. */

export type Content = string | number | boolean | readonly XmlElement[];
export type XmlElement = readonly [tag: string, content: Content];

/** Characters that XML 1.0 does not have, escaped or not. */
const NO_XML = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A name or comment as it comes back from FET: no control characters, no line breaks, no blanks at the ends. */
export const plainText = (text: string): string => text.replace(NO_XML, '').replaceAll(/\s+/g, ' ').trim();

const escaped = (text: string): string => text.replace(NO_XML, '').replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? '');

function writeInto(lines: string[], [tag, content]: XmlElement): void {
  if (typeof content !== 'object') {
    lines.push(`<${tag}>${escaped(String(content))}</${tag}>`);
    return;
  }
  lines.push(`<${tag}>`);
  for (const child of content) writeInto(lines, child);
  lines.push(`</${tag}>`);
}

/** A whole document; `root` is the root's tag with its attributes, already escaped. */
export function writeXml(root: string, children: readonly XmlElement[]): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', '', `<${root}>`];
  for (const child of children) writeInto(lines, child);
  lines.push(`</${root.split(' ')[0] ?? root}>`);
  return `${lines.join('\n')}\n`;
}
