import type { Lang } from '../lang.ts';

/** What is wrong, and the likely cure: two sentences in each language, with holes for the fault's parameters. */
export type FaultText = Readonly<Record<Lang, readonly [what: string, cure: string]>>;
export type FaultTexts = Readonly<Record<string, FaultText>>;
