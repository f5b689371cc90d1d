/** The parts of a timetable document that plan and solve share: run facts, the judge's recount, conflicts in words, the digest. */
import { disagreementsOf, recount } from '../judge/judge.ts';
import { conflictOf, groupConflicts, utilization } from '../report/index.ts';
import { completeSchool } from '../school/complete.ts';
import type { School } from '../school/types.ts';
import type { Conflict, StopReason, Timetable } from '../timetable/types.ts';
import { digestOf, sha256Of } from '../timetable/write.ts';
import { claimText } from '../text/verify.ts';
import { JudgeDisagreement } from './faults.ts';
import type { SolveOptions } from './types.ts';
import { baseSha256 } from './verify.ts';
import { version } from './version.ts';

export interface RunFacts {
  epochs: number;
  epochSize: number;
  skipped: string[];
  stopReason: StopReason;
}

export function documentRun(options: SolveOptions, elapsedSeconds: number, facts: RunFacts): Timetable['run'] {
  const cut = facts.stopReason === 'deadline' || facts.stopReason === 'interrupted';
  return {
    version: version(),
    seed: options.seed,
    islands: options.islands,
    epochs: facts.epochs,
    epochSize: facts.epochSize,
    skipped: facts.skipped,
    ...(options.base ? { base: { sha256: baseSha256(options.base, options.baseBytes) } } : {}),
    // A clock cannot be repeated; the number of epochs it left can.
    reproduce: cut ? `${options.reproduce.replace(/ --epochs \d+/, '')} --epochs ${facts.epochs}` : options.reproduce,
    digest: '',
    observed: {
      threads: options.threads,
      wallSeconds: Math.round(elapsedSeconds * 1000) / 1000,
      peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
      stopReason: facts.stopReason,
    },
  };
}

export type Unjudged = Omit<Timetable, 'format' | 'school' | 'status' | 'conflicts' | 'utilization' | 'selfStudy'> &
  Partial<Pick<Timetable, 'selfStudy'>>;

/** Where nothing is planned, everyone is without everything: how many are, by course, says it. */
const withoutStudents = (conflict: Conflict): Conflict => ({
  ...conflict,
  who: conflict.who.filter(({ kind }) => kind !== 'student'),
});

/**
 * Ends a document: the judge recounts it from the two documents alone, its findings become conflicts in words, and the digest is
 * taken. Throws JudgeDisagreement where the engine's score is not the judge's: a fault of ours.
 */
export function finishDocument(
  school: School,
  bytes: Uint8Array,
  base: Timetable | undefined,
  parts: Unjudged & { status?: 'impossible' },
): Timetable {
  const timetable: Timetable = {
    format: 'zouban/timetable@1',
    school: { name: school.name, ...(school.term === undefined ? {} : { term: school.term }), sha256: sha256Of(bytes) },
    status: parts.score.hard === 0 ? 'complete' : 'partial',
    ...parts,
    selfStudy: parts.selfStudy ?? [],
    conflicts: [],
    utilization: { rooms: [], roomKinds: [], teachers: [], sections: [], slots: [], students: [] },
  };
  const counted = recount(school, timetable, base);
  const named = completeSchool(school, timetable.homerooms);
  const conflicts = groupConflicts(
    counted.findings.map((finding) => conflictOf(finding, named)),
    named,
  );
  const proved = timetable.status === 'impossible';
  timetable.conflicts = proved ? conflicts.map(withoutStudents) : conflicts;
  const disagreements = disagreementsOf(timetable, counted);
  if (disagreements.length > 0) {
    throw new JudgeDisagreement(
      disagreements.map(({ what, about, claimed, counted }) => claimText(what, about, claimed, counted).en),
    );
  }
  const used = utilization(school, timetable);
  timetable.utilization = proved ? { ...used, students: [] } : used;
  timetable.run.digest = digestOf(timetable);
  return timetable;
}
