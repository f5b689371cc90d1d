/** FET's constraints by name, and the tags by which they reach many lessons at once. */
import type { FixedLesson } from './fixed-sections.ts';
import type { FetNames } from './names.ts';
import type { Content, XmlElement } from './xml.ts';

export interface Constraints {
  time: XmlElement[];
  space: XmlElement[];
  /** names of tags, in the order in which they came up */
  tags: string[];
  /** by FET's number of the lesson */
  tagsOf: Map<number, string[]>;
}

export const noConstraints = (): Constraints => ({ time: [], space: [], tags: [], tagsOf: new Map() });

/** A new tag on some lessons. */
export function tagged(constraints: Constraints, label: string, lessons: readonly FixedLesson[]): string {
  let name = label;
  for (let number = 2; constraints.tags.includes(name); number++) name = `${label} ${number}`;
  constraints.tags.push(name);
  for (const { id } of lessons) constraints.tagsOf.set(id, [...(constraints.tagsOf.get(id) ?? []), name]);
  return name;
}

/** Weights of FET are per cent; a wish of high, mid or low weight is one that it may give up more and more readily. */
export function percentOf(strength: 'must' | number): number {
  if (strength === 'must') return 100;
  return strength >= 9 ? 95 : strength >= 3 ? 80 : 50;
}

export const constraint = (name: string, percent: number, fields: readonly XmlElement[]): XmlElement => [
  name,
  [['Weight_Percentage', percent], ...fields, ['Active', true], ['Comments', '']],
];

/** `slots`: indexes within a week. */
export function slotFields(
  names: FetNames,
  periodsPerDay: number,
  slots: readonly number[],
  [list, day, hour]: readonly [list: string, day: string, hour: string],
): XmlElement[] {
  return slots.map((slot): XmlElement => {
    const period = slot % periodsPerDay;
    const inside: Content = [
      [day, names.days.of[Math.floor(slot / periodsPerDay)] ?? ''],
      [hour, names.hours.of[names.hourOfPeriod[period] ?? -1] ?? ''],
    ];
    return [list, inside];
  });
}

/** The fields that choose lessons by their tag alone. */
export const byTag = (tag: string): XmlElement[] => [
  ['Teacher_Name', ''],
  ['Students_Name', ''],
  ['Subject_Name', ''],
  ['Activity_Tag_Name', tag],
  ['Duration', ''],
];

export const byIds = (lessons: readonly FixedLesson[]): XmlElement[] => [
  ['Number_of_Activities', lessons.length],
  ...lessons.map(({ id }): XmlElement => ['Activity_Id', id]),
];

export const oneMask = (mask: Uint8Array): number[] => [...mask.keys()].filter((index) => mask[index] === 1);
