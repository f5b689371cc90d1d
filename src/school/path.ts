/** JSON paths as people read them: `courses[3].periods`, `students[0].levels["the key"]`. */

const PLAIN_KEY = /^[\p{L}\p{M}\p{Nd}_$-]+$/u;

export function keyPath(path: string, key: string): string {
  if (!PLAIN_KEY.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}
