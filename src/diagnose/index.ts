/** What cannot be done, with proofs that anyone can recount. */
export { findImpossible } from './find.ts';
export type { Finding } from './finding.ts';
export { nameFacts, type NamedFact } from './name-facts.ts';
