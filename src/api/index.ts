/** zouban as a library: documents in, documents out. The command line uses nothing else. */
export type * from './types.ts';
export { JudgeDisagreement, SettingsContradiction } from './faults.ts';
export { explain, readSchool, readTimetable, summarise } from './school.ts';
export { diagnose, readCertificates, readSchoolToDiagnose, verifyCertificates, writeDiagnosis } from './diagnose.ts';
export { ruleTypes, suggestedRules } from './rules.ts';
export { combinations } from '../diagnose/index.ts';
export { repairs } from './repairs.ts';
export { generate } from './generate.ts';
export { sampleNames } from './samples.ts';
export { isUnedited, isWeekOf, verify } from './verify.ts';
export { readCheckpoint, replayDifferences, resumeDifferences } from './checkpoint.ts';
export { solve } from './solve.ts';
export { plan } from './plan.ts';
export { anonymise } from './convert.ts';
export { exportFet, importFet } from './fet.ts';
export { changesText, diff } from './diff.ts';
export { outline, report } from './report.ts';
export { writeTimetable } from '../timetable/write.ts';
