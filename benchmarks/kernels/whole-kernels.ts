/** What is done once per epoch, plan or week: rooms, scores, sections. */
import {
  assignRooms,
  planSectionsGreedily,
  studentSchedules,
  trueScore,
  type PlanProblem,
} from '../../solver/index.ts';
import { greedyLinePlan } from '../../solver/plan/greedy-plan.ts';
import { lineLayouts } from '../../solver/plan/line-layouts.ts';
import { courseCounts } from '../../solver/plan/section-counts.ts';
import { studentSets } from '../../solver/plan/student-sets.ts';
import { fillSections, sectionList } from '../../solver/sectioning/fill-sections.ts';
import { judge } from '../../src/judge/judge.ts';
import type { Kernel, Sample } from './kernel.ts';
import type { SettledWeek } from './settled-week.ts';

function studentsToSections(problem: PlanProblem): Sample | null {
  const [layout] = lineLayouts(problem);
  if (!layout) return null;
  const context = { problem, layout, sets: studentSets(problem, () => false), counts: courseCounts(problem) };
  const plan = greedyLinePlan(context, problem.lines === null);
  const sections = sectionList(context, plan);
  return once(() => fillSections(context, plan, sections, 1));
}

const once = (run: () => unknown): Sample => ({ batch: 1, run: () => void run() });

/** On the first grade that walks. */
function sectionKernels({ stage }: SettledWeek): Kernel[] {
  const [grade] = stage.grades;
  const [planned] = stage.plans;
  if (!grade || !planned) return [];
  const { problem } = grade;
  return [
    {
      name: 'section plan of a grade, greedy, as first seated',
      ready: () => once(() => planSectionsGreedily(problem)),
    },
    { name: 'students’ schedules by matching', ready: () => once(() => studentSchedules(problem, planned)) },
    { name: 'students to sections, homerooms kept together', ready: () => studentsToSections(problem) },
  ];
}

export function wholeKernels(settled: SettledWeek): Kernel[] {
  const { school, timetable, week, solution } = settled;
  return [
    { name: 'rooms by matching', ready: () => once(() => assignRooms(week.problem, solution.lessonSlot)) },
    { name: 'true score', ready: () => once(() => trueScore(week.problem, solution)) },
    { name: 'judge', ready: () => once(() => judge(school, timetable)) },
    ...sectionKernels(settled),
  ];
}
