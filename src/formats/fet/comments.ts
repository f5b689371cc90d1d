/** What stands in FET's comment fields so that its result can be read back: which lesson an activity is, who is in a subgroup. */

/** Of an activity. What the section is stands with its first lesson only. */
export interface Address {
  section: string;
  index: number;
  course?: string;
  homerooms?: string[];
  line?: string;
  size?: number;
}

/** Of a subgroup. `formed`: the homeroom they live in, where it is one that the school's file does not have. */
export interface Roster {
  students: string[];
  formed?: { id: string; name: string; grade: string };
}

function parse(text: string): Record<string, unknown> {
  if (!text.startsWith('{')) return {};
  try {
    return { ...(JSON.parse(text) as Record<string, unknown>) };
  } catch {
    return {};
  }
}

const text = (value: unknown): value is string => typeof value === 'string';
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter(text) : []);
const count = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;

export const writeAddress = (address: Address): string => JSON.stringify(address);

/** Undefined where the comment is none of ours. */
export function readAddress(comment: string): Address | undefined {
  const { section, index, course, homerooms, line, size } = parse(comment);
  if (!text(section) || !count(index)) return undefined;
  return {
    section,
    index,
    ...(text(course) ? { course, homerooms: texts(homerooms) } : {}),
    ...(text(line) ? { line } : {}),
    ...(count(size) ? { size } : {}),
  };
}

export const writeRoster = (roster: Roster): string => JSON.stringify(roster);

/** Empty where the comment is none of ours: what is missing then is the judge's to find. */
export function readRoster(comment: string): Roster {
  const { students, formed } = parse(comment);
  const known = texts(students);
  if (typeof formed !== 'object' || formed === null) return { students: known };
  const { id, name, grade } = formed as Record<string, unknown>;
  return { students: known, ...(text(id) && text(name) && text(grade) ? { formed: { id, name, grade } } : {}) };
}
