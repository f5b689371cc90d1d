/** The document of a week that is proved not to exist: the proofs, and nothing planned. */
import { formHomerooms } from '../compile/form-homerooms.ts';
import { documentHomerooms } from '../compile/timetable.ts';
import { recount } from '../judge/judge.ts';
import { completeSchool } from '../school/complete.ts';
import { modelOf } from '../school/model.ts';
import type { School } from '../school/types.ts';
import type { Proof, Timetable } from '../timetable/types.ts';
import { documentRun, finishDocument } from './document.ts';
import type { SolveOptions } from './types.ts';

/** What is broken in an empty week is the judge's count; who is unserved is not listed one by one: everyone is. */
export function impossibleWeek(
  school: School,
  bytes: Uint8Array,
  options: SolveOptions,
  certificates: Proof[],
): Timetable {
  const empty = {
    scope: 'week' as const,
    status: 'impossible' as const,
    run: documentRun(options, 0, { epochs: 0, epochSize: 0, skipped: [], stopReason: 'impossible' }),
    homerooms: documentHomerooms(modelOf(completeSchool(school, formHomerooms(school)))),
    sections: [],
    lessons: [],
    meetings: [],
    unserved: [],
    unplaced: [],
    score: { hard: 0, soft: 0, rules: [] },
    certificates,
  };
  const { hard, soft, rules, unplaced } = recount(
    school,
    {
      format: 'zouban/timetable@1',
      school: { name: school.name, sha256: '' },
      ...empty,
      selfStudy: [],
      conflicts: [],
      utilization: { rooms: [], roomKinds: [], teachers: [], sections: [], slots: [], students: [] },
    },
    options.base,
  );
  return finishDocument(school, bytes, options.base, { ...empty, unplaced, score: { hard, soft, rules } });
}
