/** Every place of the document where an id of something else stands: unknown ids, duplicate ids, an id twice in one list. */
import type { FaultList } from './fault-list.ts';
import { GROUP_KINDS, isGroupName } from './groups.ts';
import { nearestAll, suggestion, suggestionOf } from './nearest.ts';
import { keyPath } from './path.ts';

export type Kind =
  | 'building'
  | 'room'
  | 'subject'
  | 'teacher'
  | 'grade'
  | 'homeroom'
  | 'course'
  | 'student'
  | 'section'
  | 'group'
  | 'day'
  | 'period';

type Raw = Record<string, unknown>;

const LISTS: readonly [kind: Kind, place: string][] = [
  ['day', 'calendar.days'],
  ['period', 'calendar.periods'],
  ['building', 'buildings'],
  ['room', 'rooms'],
  ['subject', 'subjects'],
  ['teacher', 'teachers'],
  ['grade', 'grades'],
  ['homeroom', 'homerooms'],
  ['course', 'courses'],
  ['student', 'students'],
  ['section', 'sections'],
  ['group', 'groups'],
];

/** `key[]` goes through a list, `key{}` through the keys of an object; a place may hold one id or a list of them. */
const REFERENCES: readonly [place: string, kind: Kind][] = [
  ['buildings[].walk{}', 'building'],
  ['rooms[].building', 'building'],
  ['rooms[].homerooms', 'homeroom'],
  ['teachers[].subjects', 'subject'],
  ['teachers[].grades', 'grade'],
  ['teachers[].mentor', 'teacher'],
  ['groups[].teachers', 'teacher'],
  ['groups[].students', 'student'],
  ['groups[].courses', 'course'],
  ['groups[].homerooms', 'homeroom'],
  ['groups[].rooms', 'room'],
  ['grades[].choice[].from', 'subject'],
  ['grades[].choice[].default', 'subject'],
  ['grades[].lines[].courses', 'course'],
  ['grades[].breakAfter{}', 'period'],
  ['homerooms[].grade', 'grade'],
  ['homerooms[].room', 'room'],
  ['homerooms[].headTeacher', 'teacher'],
  ['homerooms[].atHome', 'subject'],
  ['courses[].subject', 'subject'],
  ['courses[].grade', 'grade'],
  ['courses[].homerooms', 'homeroom'],
  ['courses[].grouping[]', 'homeroom'],
  ['courses[].lessons[].room', 'room'],
  ['courses[].with[]', 'teacher'],
  ['courses[].lessons[].with[]', 'teacher'],
  ['students[].homeroom', 'homeroom'],
  ['students[].grade', 'grade'],
  ['students[].levels{}', 'subject'],
  ['students[].scores{}', 'subject'],
  ['students[].extra', 'course'],
  ['students[].exempt', 'course'],
  ['sections[].course', 'course'],
  ['sections[].homerooms', 'homeroom'],
  ['sections[].students', 'student'],
  ['sections[].teachers', 'teacher'],
  ['sections[].room', 'room'],
  ['locks[].section.course', 'course'],
  ['locks[].section.homeroom', 'homeroom'],
  ['locks[].course', 'course'],
  ['locks[].homeroom', 'homeroom'],
  ['locks[].student', 'student'],
  ['locks[].room', 'room'],
  ['locks[].teachers', 'teacher'],
  ['rules[].teachers', 'teacher'],
  ['rules[].courses', 'course'],
  ['rules[].subjects', 'subject'],
  ['rules[].grades', 'grade'],
  ['rules[].homerooms', 'homeroom'],
  ['rules[].sections[].course', 'course'],
  ['rules[].sections[].homeroom', 'homeroom'],
  ['rules[].rooms', 'room'],
  ['rules[].students', 'student'],
  ['rules[].groups', 'group'],
  ['rules[].first', 'course'],
  ['rules[].then', 'course'],
  ['rules[].day', 'day'],
];

/** Places where a text is a word or a string of shorts, and only a list holds ids. */
const LIST_REFERENCES: readonly [place: string, kind: Kind][] = [
  ['grades[].combinations[]', 'subject'],
  ['courses[].teachers', 'teacher'],
  ['students[].choices', 'subject'],
];

const isObject = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Visits the values at a place; whatever has another shape than expected is passed over. */
function follow(value: unknown, place: string, path: string, visit: (value: unknown, path: string) => void): void {
  if (value === undefined) return;
  if (place === '') return visit(value, path);
  const [, key = '', step = '', rest = ''] = /^\.?([^.[{]*)(\[\]|\{\})?(.*)$/.exec(place) ?? [];
  if (!isObject(value) || !Object.hasOwn(value, key)) return;
  const child = value[key];
  const here = keyPath(path, key);
  if (step === '[]') {
    if (Array.isArray(child)) child.forEach((item, index) => follow(item, rest, `${here}[${index}]`, visit));
  } else if (step === '{}') {
    if (isObject(child)) for (const name of Object.keys(child)) visit(name, keyPath(here, name));
  } else follow(child, rest, here, visit);
}

export type KnownIds = ReadonlyMap<Kind, ReadonlySet<string>>;

/** A missing list of these is an empty list; of the others, a fault of shape that must not make every reference a fault too. */
const OPTIONAL_LISTS: ReadonlySet<Kind> = new Set(['building', 'section', 'group']);

function listAt(document: unknown, place: string): unknown {
  let found: unknown = document;
  for (const key of place.split('.')) found = isObject(found) ? found[key] : undefined;
  return found;
}

/** Ids that would be taken for something else: a group's members, or what every object of the language has. */
const isReserved = (id: string): boolean => id.startsWith('@') || Object.hasOwn(Object.prototype, id);

/** Ids by kind, of every item that has one, whatever else may be wrong with it; duplicates are reported. */
export function collectIds(document: unknown, faults: FaultList): KnownIds {
  const known = new Map<Kind, ReadonlySet<string>>();
  for (const [kind, place] of LISTS) {
    const items = listAt(document, place) ?? (OPTIONAL_LISTS.has(kind) ? [] : undefined);
    if (!Array.isArray(items)) continue;
    const first = new Map<string, string>();
    items.forEach((item, index) => {
      const id = isObject(item) ? item['id'] : undefined;
      if (typeof id !== 'string') return;
      const path = `${place}[${index}]`;
      const earlier = first.get(id);
      if (isReserved(id)) faults.report('id.reserved', `${path}.id`, id, { id });
      if (earlier === undefined) first.set(id, path);
      else faults.report('id.duplicate', `${path}.id`, id, { kind, id, first: earlier });
    });
    known.set(kind, new Set(first.keys()));
  }
  return known;
}

/** What references may name: ids by kind, and groups with the kind of their members. */
interface Names {
  ids: KnownIds;
  groups: ReadonlyMap<string, string>;
}

function namesOf(document: unknown, ids: KnownIds): Names {
  const list = listAt(document, 'groups');
  const groups = (Array.isArray(list) ? list : []).flatMap((group: unknown): [string, string][] => {
    const id = isObject(group) ? group['id'] : undefined;
    const kind = isObject(group) ? GROUP_KINDS.find((key) => Array.isArray(group[key])) : undefined;
    return typeof id === 'string' ? [[id, kind ?? '']] : [];
  });
  return { ids, groups: new Map(groups) };
}

function checkId(names: Names, kind: Kind, id: unknown, path: string, faults: FaultList): void {
  const known = names.ids.get(kind);
  if (typeof id !== 'string' || known === undefined || known.has(id)) return;
  if (isGroupName(id)) faults.report('group.not-here', path, id, { id });
  else faults.report('ref.unknown', path, id, () => ({ kind, id, known: known.size, ...suggestion(id, known) }));
}

/** `"@id"` in a list: a group that exists and whose members are of the list's kind. */
function checkGroup({ groups }: Names, kind: Kind, name: string, path: string, faults: FaultList): void {
  const id = name.slice(1);
  const members = groups.get(id);
  if (path.startsWith('groups[') || !GROUP_KINDS.some((each) => each === `${kind}s`)) {
    faults.report('group.not-here', path, name, { id: name });
  } else if (members === undefined) {
    faults.report('ref.unknown', path, name, () => ({
      kind: 'group',
      id,
      known: groups.size,
      ...suggestionOf(nearestAll(id, groups.keys()).map(atName)),
    }));
  } else if (members !== '' && members !== `${kind}s`) {
    faults.report('group.other-kind', path, name, { id, kind, members: members.slice(0, -1) });
  }
}

const atName = (id: string): string => `@${id}`;

function checkIds(names: Names, kind: Kind, list: readonly unknown[], path: string, faults: FaultList): void {
  const seen = new Set<unknown>();
  list.forEach((id, index) => {
    const here = `${path}[${index}]`;
    if (typeof id === 'string' && seen.has(id)) faults.report('ref.twice', here, id, { kind, id });
    else if (isGroupName(id)) checkGroup(names, kind, id, here, faults);
    else checkId(names, kind, id, here, faults);
    seen.add(id);
  });
}

/** A single id may be a group only where a list could stand instead. */
const LIST_OR_ID: readonly string[] = ['courses[].homerooms'];

export function checkReferences(document: unknown, ids: KnownIds, faults: FaultList): void {
  const names = namesOf(document, ids);
  for (const [place, kind] of REFERENCES) {
    follow(document, place, '', (value, path) => {
      if (Array.isArray(value)) checkIds(names, kind, value, path, faults);
      else if (isGroupName(value) && LIST_OR_ID.includes(place)) checkGroup(names, kind, value, path, faults);
      else checkId(names, kind, value, path, faults);
    });
  }
  for (const [place, kind] of LIST_REFERENCES) {
    follow(document, place, '', (value, path) => {
      if (Array.isArray(value)) checkIds(names, kind, value, path, faults);
    });
  }
}
