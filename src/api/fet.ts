/** FET's files: a school whose sections stand goes out, the week that FET found comes in and is judged like any other. */
import { documentHomerooms, documentMeetings } from '../compile/timetable.ts';
import { readFet, writeFet, type FetWeek, type Wishes } from '../formats/index.ts';
import { recount } from '../judge/judge.ts';
import { completeSchool } from '../school/complete.ts';
import { makeSchoolModel } from '../school/model.ts';
import type { School } from '../school/types.ts';
import type { Timetable } from '../timetable/types.ts';
import { finishDocument, type Unjudged } from './document.ts';
import type { Reading } from './types.ts';
import { version } from './version.ts';

/** The text of a `.fet` file; sections are those of `week` (a week or a plan), else the school's own. */
export function exportFet(school: School, week?: Timetable, wishes: Wishes = 'all'): Reading<string> {
  const { text, faults } = writeFet(school, week, wishes);
  return { document: text, faults };
}

function unjudged(school: School, found: FetWeek): Unjudged {
  const model = makeSchoolModel(completeSchool(school, found.homerooms));
  return {
    scope: 'week',
    run: {
      version: version(),
      seed: 0,
      islands: 0,
      epochs: 0,
      epochSize: 0,
      skipped: [],
      reproduce: 'zouban convert --from fet result.fet --school school.json',
      digest: '',
      observed: { threads: 0, wallSeconds: 0, peakMemoryBytes: 0, stopReason: 'epochs' },
    },
    homerooms: documentHomerooms(model),
    sections: found.sections,
    lessons: found.lessons,
    meetings: documentMeetings(model, found.sections, found.lessons),
    unserved: [],
    unplaced: [],
    score: { hard: 0, soft: 0, rules: [] },
  };
}

/** The week of FET's result `bytes`, for the school whose bytes are `schoolBytes`. */
export function importFet(school: School, schoolBytes: Uint8Array, bytes: Uint8Array): Reading<Timetable> {
  const { week, faults } = readFet(school, bytes);
  if (!week) return { document: null, faults };
  const parts = unjudged(school, week);
  // FET's score is the judge's: nobody else has counted.
  const { hard, soft, rules, unserved, unplaced } = recount(school, asDocument(school, parts));
  const counted = { ...parts, unserved, unplaced, score: { hard, soft, rules } };
  return { document: finishDocument(school, schoolBytes, undefined, counted), faults };
}

const asDocument = (school: School, parts: Unjudged): Timetable => ({
  format: 'zouban/timetable@1',
  school: { name: school.name, sha256: '' },
  status: 'partial',
  ...parts,
  selfStudy: [],
  conflicts: [],
  utilization: { rooms: [], roomKinds: [], teachers: [], sections: [], slots: [], students: [] },
});
