/** XML text → elements. A file of unfriendly size or depth, or with entities of its own, is refused before it can do harm. */
import { SaxesParser } from 'saxes';
import type { FaultList } from '../../school/fault-list.ts';

export interface ReadElement {
  tag: string;
  text: string;
  children: ReadElement[];
}

/** A school of 4,500 students has some 100,000 elements, never more than seven deep. */
const MOST_ELEMENTS = 1_000_000;
const DEEPEST = 16;

/** Ends the parse: the reason is reported already. */
const ENDED = Symbol('ended');

/** The root, or null where a fault is reported. */
export function readXml(text: string, faults: FaultList): ReadElement | null {
  const parser = new SaxesParser({ xmlns: false });
  const document: ReadElement = { tag: '', text: '', children: [] };
  const open = [document];
  let elements = 0;
  const report = (code: string, params: Record<string, number> = {}): never => {
    faults.report(code, '', undefined, { line: parser.line, column: parser.column, ...params });
    throw ENDED;
  };
  parser.on('error', () => report('fet.xml'));
  parser.on('doctype', () => report('fet.xml-doctype'));
  parser.on('opentag', ({ name }) => {
    elements += 1;
    if (elements > MOST_ELEMENTS) report('fet.xml-size', { most: MOST_ELEMENTS });
    if (open.length > DEEPEST) report('fet.xml-depth', { most: DEEPEST });
    const element: ReadElement = { tag: name, text: '', children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const take = (piece: string): void => {
    const element = open.at(-1);
    if (element) element.text += piece;
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.on('closetag', () => void open.pop());
  try {
    parser.write(text).close();
  } catch (error) {
    if (error !== ENDED) throw error;
    return null;
  }
  return document.children[0] ?? null;
}

export const childrenOf = (element: ReadElement | undefined, tag: string): ReadElement[] =>
  (element?.children ?? []).filter((child) => child.tag === tag);

export const childOf = (element: ReadElement | undefined, tag: string): ReadElement | undefined =>
  element?.children.find((child) => child.tag === tag);

/** The text of an element inside, without blanks at its ends; empty where there is none. */
export const textOf = (element: ReadElement, tag: string): string => childOf(element, tag)?.text.trim() ?? '';
