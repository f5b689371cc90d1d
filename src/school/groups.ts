/** Groups: `"@id"` stands for the members of a group wherever ids are listed, and `groups` of a rule for a selector of their kind. */
import type { Group, Rule, School } from './types.ts';

export const GROUP_KINDS = ['teachers', 'students', 'courses', 'homerooms', 'rooms'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** Every list of ids that groups may stand in; `[]` goes through a list, and a place may hold one id instead of a list. */
const PLACES: readonly [place: string, kind: GroupKind][] = [
  ['rooms[].homerooms', 'homerooms'],
  ['grades[].lines[].courses', 'courses'],
  ['courses[].homerooms', 'homerooms'],
  ['courses[].grouping[]', 'homerooms'],
  ['courses[].teachers', 'teachers'],
  ['courses[].with[]', 'teachers'],
  ['courses[].lessons[].with[]', 'teachers'],
  ['students[].extra', 'courses'],
  ['students[].exempt', 'courses'],
  ['sections[].homerooms', 'homerooms'],
  ['sections[].students', 'students'],
  ['sections[].teachers', 'teachers'],
  ['locks[].teachers', 'teachers'],
  ['rules[].teachers', 'teachers'],
  ['rules[].courses', 'courses'],
  ['rules[].homerooms', 'homerooms'],
  ['rules[].rooms', 'rooms'],
  ['rules[].students', 'students'],
];

/** The kind whose members a group lists; undefined where it lists none. */
export const kindOfGroup = (group: Group): GroupKind | undefined => GROUP_KINDS.find((kind) => group[kind]);

export const isGroupName = (id: unknown): id is string => typeof id === 'string' && id.startsWith('@');

export interface Expansion {
  school: School;
  /** for a path in the expanded school, the path in the school as it was given */
  originalPath: (path: string) => string;
}

type Origins = WeakMap<unknown[], number[]>;

interface Expander {
  members: (id: string, kind: GroupKind) => readonly string[];
  origins: Origins;
}

/** The list without doubles that come from groups; ids that the list itself repeats stay, they are a fault. */
function expandList(list: unknown[], kind: GroupKind, { members, origins }: Expander): unknown[] {
  if (!list.some(isGroupName)) return list;
  const taken = new Set<unknown>(list);
  const expanded: unknown[] = [];
  const from: number[] = [];
  list.forEach((id, index) => {
    const added = isGroupName(id) ? members(id.slice(1), kind).filter((member) => !taken.has(member)) : [id];
    for (const member of added) {
      taken.add(member);
      expanded.push(member);
      from.push(index);
    }
  });
  origins.set(expanded, from);
  return expanded;
}

/** A copy of the value with the lists at the place expanded; the value itself where nothing changes. */
function expandAt(value: unknown, place: string, kind: GroupKind, expander: Expander): unknown {
  if (place === '') {
    if (Array.isArray(value)) return expandList(value, kind, expander);
    return isGroupName(value) ? [...expander.members(value.slice(1), kind)] : value;
  }
  if (place.startsWith('[]')) {
    if (!Array.isArray(value)) return value;
    const items = value.map((item) => expandAt(item, place.slice(2), kind, expander));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const [, key = '', rest = ''] = /^\.?([^.[]+)(.*)$/.exec(place) ?? [];
  if (!Object.hasOwn(value, key)) return value;
  const child = (value as Record<string, unknown>)[key];
  const expanded = expandAt(child, rest, kind, expander);
  return expanded === child ? value : { ...value, [key]: expanded };
}

/** `groups` of a rule becomes the selector of their kind. */
function expandSelector(rule: Rule, groups: ReadonlyMap<string, Group>, members: Expander['members']): Rule {
  if (typeof rule !== 'object' || !Array.isArray(rule?.groups)) return rule;
  const { groups: named, ...kept } = rule;
  const kind = kindOfGroup(groups.get(named[0] ?? '') ?? { id: '', name: '' });
  if (kind === undefined) return rule;
  return { ...kept, [kind]: [...new Set(named.flatMap((id) => members(id, kind)))] } as Rule;
}

/** Without groups the school itself comes back; groups are sound, and what is not of the expected shape stays as it is. An unknown group, or one of another kind, stands for nobody. */
export function expandWithPaths(school: School): Expansion {
  if (!Array.isArray(school.groups) || school.groups.length === 0) return { school, originalPath: (path) => path };
  const groups = new Map(school.groups.map((group) => [group.id, group]));
  const members: Expander['members'] = (id, kind) => groups.get(id)?.[kind] ?? [];
  const expander: Expander = { members, origins: new WeakMap() };
  let expanded: unknown = school;
  for (const [place, kind] of PLACES) expanded = expandAt(expanded, place, kind, expander);
  const result = expanded as School;
  const rules = (Array.isArray(result.rules) ? result.rules : undefined)?.map((rule) =>
    expandSelector(rule, groups, members),
  );
  return {
    school: rules ? { ...result, rules } : result,
    originalPath: (path) => originalPath(result, path, expander.origins),
  };
}

/** The school with every group's members in the place of `"@id"`. */
export const expandGroups = (school: School): School => expandWithPaths(school).school;

/** `courses[3].homerooms[5]` becomes `courses[3].homerooms[0]` where the sixth homeroom came from the group that stands first. */
function originalPath(document: unknown, path: string, origins: Origins): string {
  let here: unknown = document;
  return path.replaceAll(/(\.?)([^.[\]]+)|\[(\d+)\]/g, (step, _dot: string, key?: string, index?: string) => {
    const at = here;
    here = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key ?? index ?? ''] : undefined;
    const from = index !== undefined && Array.isArray(at) ? origins.get(at)?.[Number(index)] : undefined;
    return from === undefined ? step : `[${from}]`;
  });
}
