/** What a finder hands back: facts of the school file by kind and id, and the sums that make them impossible together. */

/** `course:g2-bio`, `teacher:t012`, `rule:meeting.bio`, `slots:mon.1|2` … */
export type Fact = string;

export interface Finding {
  kind: string;
  /** each needed: without any of them the rest is possible */
  facts: Fact[];
  /** `needed` and `available`, and the number each fact brings under its own name */
  sums: Record<string, number>;
}

export const fact = (kind: string, id: string | number): Fact => `${kind}:${id}`;
