/** Students' time: self-study and walking, as distributions and for those who walk most. */
import { fill } from '../../../text/catalogue.ts';
import { reportText, type ReportKey } from '../../../text/report.ts';
import type { StudentUse } from '../../../timetable/types.ts';
import type { ReportContext } from '../../context.ts';
import { histogram } from '../charts/histogram.ts';
import { escapeText } from '../escape.ts';
import { htmlTable } from '../table.ts';
import { both, cycleNote, decimal, say } from '../words.ts';

const GRADE_COLOURS = ['#3f78ad', '#c98a1b', '#2f7d5b', '#8a5a9e', '#5c6670'];
const WORST = 15;

interface Measure {
  key: ReportKey;
  of: (use: StudentUse) => number;
}

const MEASURES: Measure[] = [
  { key: 'freePeriods', of: (use) => use.free },
  { key: 'roomChanges', of: (use) => use.roomChanges },
  { key: 'buildingChanges', of: (use) => use.buildingChanges },
];

function picture(context: ReportContext, { key, of }: Measure): string {
  const { school, use } = context;
  const { studentGrade } = context.naming.model;
  const series = school.grades.map((grade, g) => {
    const counts = new Map<number, number>();
    use.students.forEach((student, s) => {
      if (studentGrade[s] === g) counts.set(of(student), (counts.get(of(student)) ?? 0) + 1);
    });
    const colour = GRADE_COLOURS[g % GRADE_COLOURS.length] ?? '#3f78ad';
    return { label: { zh: grade.name, en: grade.name }, colour, counts };
  });
  if (use.students.length === 0) return '';
  const key_ = series
    .map(({ label, colour }) => `<i style="background:${colour}"></i>${escapeText(label.zh)} `)
    .join('');
  const chart = histogram({
    alt: fill(reportText.perStudentAlt[context.lang], { what: reportText[key][context.lang] }),
    series,
    marks: [],
    xLabel: reportText[key],
    yLabel: reportText.numberOfStudents,
    width: 560,
    height: 220,
  });
  return `<figure><figcaption>${say(key)}<small class="key">${key_}</small></figcaption>${chart}</figure>`;
}

function gradeTable(context: ReportContext): string {
  const { school, use } = context;
  const { studentGrade } = context.naming.model;
  const number = true;
  const columns = [
    { head: say('grade') },
    { head: say('numberOfStudents'), number },
    ...MEASURES.map(({ key }) => ({
      head: `${say(key)} <small>${say('smallest')} / ${say('mean')} / ${say('largest')}</small>`,
      number,
    })),
  ];
  const rows = school.grades.flatMap((grade, g) => {
    const members = use.students.filter((_, s) => studentGrade[s] === g);
    if (members.length === 0) return [];
    const cells = MEASURES.map(({ of }) => {
      const values = members.map(of);
      const mean = values.reduce((sum, n) => sum + n, 0) / values.length;
      return `${Math.min(...values)} / ${decimal(mean)} / ${Math.max(...values)}`;
    });
    return [{ cells: [escapeText(grade.name), String(members.length), ...cells] }];
  });
  return htmlTable(columns, rows, both(reportText.byGrade));
}

function worstTable({ use, naming }: ReportContext): string {
  const number = true;
  const worst = use.students
    .map((student, index) => ({ student, index }))
    .sort(
      (a, b) =>
        b.student.buildingChanges - a.student.buildingChanges ||
        b.student.roomChanges - a.student.roomChanges ||
        a.index - b.index,
    )
    .slice(0, WORST);
  const columns = [
    { head: say('student') },
    { head: say('buildings'), number },
    { head: say('changes'), number },
    { head: say('freeShort'), number },
  ];
  const rows = worst.map(({ student, index }) => ({
    cells: [
      `<a href="#week/student/${index}">${both(naming.student(student.student))}</a>`,
      String(student.buildingChanges),
      String(student.roomChanges),
      String(student.free),
    ],
  }));
  return htmlTable(columns, rows, both(reportText.worstOff));
}

export const studentsPanel = (context: ReportContext): string =>
  `${cycleNote(context)}${gradeTable(context)}<div class="pictures">${MEASURES.map((measure) => picture(context, measure)).join('')}</div>${worstTable(context)}`;
