/** Changes a plain document by JSON paths, as a table of cases says: `{'rooms[0].seats': '12', 'term': undefined}`. */
export type Edits = Readonly<Record<string, unknown>>;

type Node = Record<string, unknown>;

/** A copy of the document with each path set (made where it is missing), or deleted where the value is undefined. */
export function editDocument(document: unknown, edits: Edits): unknown {
  const copy: unknown = structuredClone(document);
  for (const [path, value] of Object.entries(edits)) {
    const keys = path.match(/[^.[\]]+/g) ?? [];
    const last = keys.pop() ?? '';
    let node = copy as Node;
    for (const key of keys) node = (node[key] ??= {}) as Node;
    if (value === undefined) delete node[last];
    else node[last] = value;
  }
  return copy;
}
