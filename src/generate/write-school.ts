import type { School } from '../school/types.ts';

/** The school as JSON with one entity per line: compact, and a changed teacher is one changed line. Ends with a newline. */
export function writeSchool(school: School): string {
  const lines = Object.entries(school).map(([key, value]: [string, unknown]) => {
    const name = JSON.stringify(key);
    if (!Array.isArray(value) || value.length === 0) return `${name}: ${JSON.stringify(value)}`;
    return `${name}: [\n${value.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}
