/** 班额: how large the sections are, for each grade in a picture and for each course in a table. */
import { fill } from '../../../text/catalogue.ts';
import { reportText } from '../../../text/report.ts';
import type { ReportContext } from '../../context.ts';
import { OVERSIZED_FROM, smallClassCap } from '../../utilization/sections.ts';
import { histogram, type Mark } from '../charts/histogram.ts';
import { escapeText } from '../escape.ts';
import { htmlTable } from '../table.ts';
import { both, decimal, say } from '../words.ts';

const HOME = '#3f78ad';
const WALKING = '#c98a1b';

function gradePicture(context: ReportContext, grade: number): string {
  const { school, week, home } = context;
  const { model } = context.naming;
  const members = week.students.flatMap((_, s) => (model.courses[week.course[s] ?? -1]?.grade === grade ? [s] : []));
  if (members.length === 0) return '';
  const countsOf = (walking: boolean): Map<number, number> => {
    const counts = new Map<number, number>();
    for (const section of members) {
      if ((home[section] ?? -1) < 0 !== walking) continue;
      const size = week.size[section] ?? 0;
      counts.set(size, (counts.get(size) ?? 0) + 1);
    }
    return counts;
  };
  const band = school.grades[grade]?.size;
  const caps = members.map((section) => smallClassCap(week, section)).filter(Number.isFinite);
  const marks: Mark[] = [];
  if (band?.target !== undefined) {
    marks.push({ at: band.target, side: 'on', label: reportText.target, colour: '#1c2733', dash: '4 3' });
  }
  if (caps.length > 0) {
    marks.push({
      at: Math.min(...caps),
      side: 'after',
      label: reportText.smallClassCap,
      colour: '#2f7d5b',
      dash: '6 2',
    });
  }
  marks.push({ at: band?.max ?? 50, side: 'after', label: reportText.maximum, colour: '#8a5a00' });
  marks.push({ at: OVERSIZED_FROM, side: 'before', label: reportText.oversizedLine, colour: '#b3261e' });
  const sizes = members.map((section) => week.size[section] ?? 0);
  const name = school.grades[grade]?.name ?? '';
  const picture = histogram({
    alt: fill(reportText.sizeHistogramAlt[context.lang], {
      grade: name,
      n: members.length,
      min: Math.min(...sizes),
      max: Math.max(...sizes),
    }),
    series: [
      { label: reportText.homeSections, colour: HOME, counts: countsOf(false) },
      { label: reportText.walkingSections, colour: WALKING, counts: countsOf(true) },
    ],
    marks,
    xLabel: reportText.studentsInSection,
    yLabel: reportText.numberOfSections,
    width: 560,
  });
  const key = `<small class="key"><i style="background:${HOME}"></i>${say('homeSections')} <i style="background:${WALKING}"></i>${say('walkingSections')}</small>`;
  return `<figure><figcaption>${escapeText(name)} · ${say('sizeHistogram')}${key}</figcaption>${picture}</figure>`;
}

function sizeTable({ naming, use }: ReportContext): string {
  const number = true;
  const columns = [
    { head: say('course') },
    { head: say('sections'), number },
    { head: say('numberOfStudents'), number },
    { head: say('smallest'), number },
    { head: say('mean'), number },
    { head: say('largest'), number },
    { head: `${say('minimum')} / ${say('target')} / ${say('maximum')}`, number },
    { head: say('overMax'), number },
    { head: say('oversized'), number },
    { head: say('overCap'), number },
    { head: say('distribution') },
  ];
  const rows = use.sections.map((course) => ({
    cells: [
      escapeText(naming.course(course.course)),
      String(course.sections),
      String(course.students),
      String(course.smallest),
      decimal(course.students / course.sections),
      String(course.largest),
      `${course.min ?? '–'} / ${course.target ?? '–'} / ${course.max ?? '–'}`,
      String(course.overMax),
      String(course.oversized),
      String(course.overSmallClassCap),
      `<span class="spread">${course.histogram.map(([size, count]) => `${size}×${count}`).join('　')}</span>`,
    ],
    ...(course.overMax + course.oversized + course.overSmallClassCap > 0 ? { mark: 'warn' } : {}),
  }));
  return htmlTable(columns, rows, both(reportText.sizeTable));
}

function planTable({ naming, timetable }: ReportContext): string {
  const { plan } = timetable;
  if (!plan) return '';
  const number = true;
  const columns = [
    { head: say('course') },
    { head: say('pool'), number },
    { head: say('numberOfStudents'), number },
    { head: say('cap'), number },
    { head: say('sections'), number },
    { head: say('provedMinimum'), number },
    { head: say('smallest'), number },
    { head: say('largest'), number },
  ];
  const rows = plan.courses.map((course) => ({
    cells: [
      escapeText(naming.course(course.course)),
      String(course.pool + 1),
      String(course.students),
      String(course.cap),
      String(course.sections),
      String(course.sectionsBound.value),
      String(course.smallest),
      String(course.largest),
    ],
  }));
  const total = {
    cells: [say('total'), '', '', '', String(plan.totalSections), String(plan.totalSectionsBound.value), '', ''],
    mark: 'sum',
  };
  return `${htmlTable(columns, [...rows, total], both(reportText.plan))}<p class="note">${say('planNote')}</p>`;
}

/** 批次: given by the school, or found by the solver. */
function lineTable({ naming, timetable }: ReportContext): string {
  const { plan } = timetable;
  if (!plan || plan.lines.length === 0) return '';
  const number = true;
  const columns = [
    { head: say('grade') },
    { head: say('lineHead') },
    { head: say('lessonPeriods'), number },
    { head: say('sections'), number },
    { head: say('source') },
  ];
  const courseGrade = new Map(naming.model.school.courses.map(({ id, grade }) => [id, grade]));
  const rows = plan.lines.map((line) => {
    const own = timetable.sections.filter(
      (section) => section.line === line.id && courseGrade.get(section.course) === line.grade,
    );
    return {
      cells: [
        escapeText(naming.grade(line.grade)),
        escapeText(line.id),
        String(line.periods),
        String(own.length),
        say(line.given ? 'lineGiven' : 'lineFound'),
      ],
    };
  });
  return htmlTable(columns, rows, both(reportText.lines));
}

export const sizesPanel = (context: ReportContext): string =>
  `<div class="pictures">${context.school.grades.map((_, grade) => gradePicture(context, grade)).join('')}</div>` +
  sizeTable(context) +
  planTable(context) +
  lineTable(context);
