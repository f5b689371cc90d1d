/** zouban as a library: documents in, documents out. The command line uses nothing else. */
export type * from './types.ts';
export { JudgeDisagreement } from './faults.ts';
