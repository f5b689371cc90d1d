import type { Draft } from './draft.ts';

/** Shorts are single characters that name one subject each: 物化生. */
export function checkSubjects(draft: Draft): void {
  const first = new Map<string, string>();
  for (const { item, path } of draft.subjects) {
    const { short } = item;
    if (short === undefined) continue;
    const earlier = first.get(short);
    if ([...short].length !== 1)
      draft.faults.report('subject.short-length', `${path}.short`, short, { subject: item.id });
    else if (earlier !== undefined) {
      draft.faults.report('subject.short-twice', `${path}.short`, short, { subject: item.id, other: earlier });
    } else first.set(short, item.id);
  }
}
