/** What is done once per epoch, plan or week: rooms, scores, sections. */
import { assignRooms, planSectionsGreedily, studentSchedules, trueScore } from '../../solver/index.ts';
import { greedyLinePlan } from '../../solver/plan/greedy-plan.ts';
import { lineLayouts } from '../../solver/plan/line-layouts.ts';
import { courseCounts } from '../../solver/plan/section-counts.ts';
import { studentSets } from '../../solver/plan/student-sets.ts';
import { fillSections, sectionList } from '../../solver/sectioning/fill-sections.ts';
import { judge } from '../../src/judge/judge.ts';
import type { Kernel } from './kernel.ts';
import type { SettledWeek } from './settled-week.ts';

/** On the first grade that walks. */
function sectionKernels({ stage }: SettledWeek): Kernel[] {
  const [grade] = stage.grades;
  const [planned] = stage.plans;
  if (!grade || !planned) return [];
  const { problem } = grade;
  const kernels: Kernel[] = [
    { name: 'section plan of a grade, greedy', batch: 1, run: () => void planSectionsGreedily(problem) },
    { name: 'students’ schedules by matching', batch: 1, run: () => void studentSchedules(problem, planned) },
  ];
  const [layout] = lineLayouts(problem);
  if (!layout) return kernels;
  const context = { problem, layout, sets: studentSets(problem, () => false), counts: courseCounts(problem) };
  const plan = greedyLinePlan(context, problem.lines === null);
  const sections = sectionList(context, plan);
  kernels.push({
    name: 'students to sections, homerooms kept together',
    batch: 1,
    run: () => void fillSections(context, plan, sections, 1),
  });
  return kernels;
}

export function wholeKernels(settled: SettledWeek): Kernel[] {
  const { school, timetable, week, solution } = settled;
  return [
    { name: 'rooms by matching', batch: 1, run: () => void assignRooms(week.problem, solution.lessonSlot) },
    { name: 'true score', batch: 1, run: () => void trueScore(week.problem, solution) },
    { name: 'judge', batch: 1, run: () => void judge(school, timetable) },
    ...sectionKernels(settled),
  ];
}
