/** The week that is to be found, as the parts of the file see it. */
import type { SchoolModel } from '../../school/model.ts';
import type { FixedLesson, FixedSection } from './fixed-sections.ts';
import type { FetNames } from './names.ts';
import type { StudentSets } from './student-sets.ts';

export interface WeekProblem {
  model: SchoolModel;
  names: FetNames;
  sections: FixedSection[];
  lessons: FixedLesson[];
  sets: StudentSets;
}
