import { GROUP_KINDS } from '../groups.ts';
import type { Group, Rule } from '../types.ts';
import type { FaultList } from '../fault-list.ts';

type Maybe<T> = Partial<Record<keyof T, unknown>>;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A group lists members of one kind; a rule's `groups` are of one kind, in the place of that selector. On the file as it stands. */
export function checkGroups(document: Record<string, unknown>, faults: FaultList): void {
  const list = Array.isArray(document['groups']) ? document['groups'] : [];
  const kindOf = new Map<string, string>();
  list.forEach((group: unknown, index) => {
    if (!isObject(group)) return;
    const { id } = group as Maybe<Group>;
    const kinds = GROUP_KINDS.filter((kind) => group[kind] !== undefined);
    if (kinds.length !== 1) {
      const params = { group: String(id), count: kinds.length, kinds: GROUP_KINDS.join(' · ') };
      faults.report('group.one-kind', `groups[${index}]`, undefined, params);
    } else if (typeof id === 'string') kindOf.set(id, kinds[0] ?? '');
  });
  const rules = Array.isArray(document['rules']) ? document['rules'] : [];
  rules.forEach((rule: unknown, index) => {
    if (!isObject(rule)) return;
    const { groups: named } = rule as Maybe<Rule>;
    if (!Array.isArray(named)) return;
    const path = `rules[${index}].groups`;
    const kinds = new Set(named.flatMap((id: unknown) => kindOf.get(String(id)) ?? []));
    const [kind = ''] = kinds;
    if (kinds.size > 1) faults.report('rule.groups-of-kinds', path, named, { kinds: [...kinds].join(' · ') });
    else if (rule[kind] !== undefined) faults.report('rule.groups-and-members', path, named, { key: kind });
  });
}
