/**
 * A school small enough to solve by hand: one grade of 3+1+2, two homerooms (6 physics and 5 history students), 5 days of 4
 * periods. First choices stay at home, the four re-chosen subjects walk: 化 beside 政, 生 beside 地. Each student has 18 of the 20
 * slots taught.
 */
import type { Course, School, Student, Teacher } from '../../src/school/types.ts';

const student = (id: string, homeroom: string, choices: string): Student => ({ id, homeroom, choices });

const teacher = (subject: string, name: string, max: number): Teacher => ({
  id: `t-${subject}`,
  name,
  subjects: [subject],
  load: { max },
});

const compulsory = (subject: string, periods: number): Course => ({
  id: `g2-${subject}`,
  subject,
  grade: 'g2',
  periods,
});

const reChosen = (subject: string): Course => ({
  id: `g2-${subject}`,
  subject,
  grade: 'g2',
  for: 'chosen',
  grouping: 'walking',
  periods: 2,
});

/** A fresh copy on every call: tests change what they are given. */
export function smallSchool(): School {
  return {
    format: 'zouban/school@1',
    name: '小中学',
    term: '2025 秋',
    calendar: {
      days: [
        { id: 'mon', name: '周一' },
        { id: 'tue', name: '周二' },
        { id: 'wed', name: '周三' },
        { id: 'thu', name: '周四' },
        { id: 'fri', name: '周五' },
      ],
      periods: [
        { id: '1', name: '第一节', part: 'morning' },
        { id: '2', name: '第二节', part: 'morning', breakAfter: 'noon' },
        { id: '3', name: '第三节', part: 'afternoon' },
        { id: '4', name: '第四节', part: 'afternoon', breakAfter: 'end' },
      ],
    },
    rooms: [
      { id: 'r1', name: '101', seats: 10, kind: 'classroom' },
      { id: 'r2', name: '102', seats: 10, kind: 'classroom' },
      { id: 'r3', name: '103', seats: 10, kind: 'classroom' },
      { id: 'lab', name: '物理实验室', seats: 10, kind: 'lab:physics' },
      { id: 'field', name: '操场', seats: 40, kind: 'field', concurrent: 2 },
    ],
    subjects: [
      { id: 'chi', name: '语文', kind: 'main' },
      { id: 'mat', name: '数学', kind: 'main' },
      { id: 'eng', name: '英语', kind: 'main' },
      { id: 'phy', name: '物理', short: '物', kind: 'elective' },
      { id: 'his', name: '历史', short: '史', kind: 'elective' },
      { id: 'che', name: '化学', short: '化', kind: 'elective' },
      { id: 'bio', name: '生物', short: '生', kind: 'elective' },
      { id: 'pol', name: '政治', short: '政', kind: 'elective' },
      { id: 'geo', name: '地理', short: '地', kind: 'elective' },
      { id: 'pe', name: '体育', kind: 'pe' },
    ],
    teachers: [
      teacher('chi', '陈文', 8),
      teacher('mat', '马数', 8),
      teacher('eng', '英兰', 8),
      teacher('phy', '吴理', 6),
      teacher('his', '史进', 6),
      teacher('che', '华学', 4),
      teacher('bio', '盛武', 4),
      teacher('pol', '郑治', 4),
      teacher('geo', '狄礼', 4),
      teacher('pe', '田育', 4),
    ],
    grades: [{ id: 'g2', name: '高二', choice: '3+1+2', walking: 'fix-one', size: { min: 3, target: 6, max: 8 } }],
    homerooms: [
      { id: 'h1', name: '高二1班', grade: 'g2', room: 'r1', headTeacher: 't-chi' },
      { id: 'h2', name: '高二2班', grade: 'g2', room: 'r2', headTeacher: 't-mat' },
    ],
    courses: [
      compulsory('chi', 3),
      compulsory('mat', 3),
      compulsory('eng', 3),
      {
        id: 'g2-phy',
        subject: 'phy',
        grade: 'g2',
        for: 'chosen',
        lessons: [{ count: 1 }, { count: 1, length: 2, roomKind: 'lab:physics' }],
      },
      { id: 'g2-his', subject: 'his', grade: 'g2', for: 'chosen', periods: 3 },
      { id: 'g2-phy-q', name: '物理（合格考）', subject: 'phy', grade: 'g2', for: 'unchosen', periods: 1 },
      { id: 'g2-his-q', name: '历史（合格考）', subject: 'his', grade: 'g2', for: 'unchosen', periods: 1 },
      reChosen('che'),
      reChosen('bio'),
      reChosen('pol'),
      reChosen('geo'),
      { ...compulsory('pe', 1), roomKind: 'field' },
    ],
    students: [
      student('s01', 'h1', '物化生'),
      student('s02', 'h1', '物化生'),
      student('s03', 'h1', '物化生'),
      student('s04', 'h1', '物化地'),
      student('s05', 'h1', '物化地'),
      student('s06', 'h1', '物化地'),
      student('s07', 'h2', '史政地'),
      student('s08', 'h2', '史政地'),
      student('s09', 'h2', '史政地'),
      student('s10', 'h2', '史政生'),
      student('s11', 'h2', '史政生'),
    ],
  };
}
