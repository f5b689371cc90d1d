/** The words of a difference between two timetables. */
import type { Words } from './lang.ts';

export const diffText = {
  title: { zh: '课表变动', en: 'What changed' },
  matched: {
    zh: '教学班按编号对应：编号不同的，一份算取消，一份算新增。课时按时间对应，与序号无关。',
    en: 'Sections are matched by their ids: another id is one section gone and one new. Lessons are matched by time, not by number.',
  },
  nothing: { zh: '两份课表没有差别。', en: 'The two timetables do not differ.' },

  movedCount: { zh: '改时间 {n} 节', en: 'lessons at another time: {n}' },
  lessonsMoreCount: { zh: '增课 {n} 节', en: 'lessons added: {n}' },
  lessonsLessCount: { zh: '减课 {n} 节', en: 'lessons gone: {n}' },
  roomCount: { zh: '换教室 {n} 节', en: 'lessons in another room: {n}' },
  teacherCount: { zh: '换教师 {n} 个教学班', en: 'sections with another teacher: {n}' },
  studentCount: { zh: '换教学班 {n} 人次', en: 'changes of section: {n}' },
  newCount: { zh: '新增教学班 {n} 个', en: 'new sections: {n}' },
  goneCount: { zh: '取消教学班 {n} 个', en: 'sections gone: {n}' },
  homeroomCount: { zh: '行政班名单变动 {n} 个', en: 'homerooms with other students: {n}' },
  meetingCount: { zh: '会议改时间 {n} 个', en: 'meetings at another time: {n}' },
  touchedCount: {
    zh: '涉及教师 {teachers} 人、行政班 {homerooms} 个、学生 {students} 人',
    en: 'Touched: {teachers} teachers, {homerooms} homerooms, {students} students',
  },

  moved: { zh: '改时间', en: 'At another time' },
  lessonsMore: { zh: '增加的课', en: 'Lessons added' },
  lessonsLess: { zh: '减少的课', en: 'Lessons gone' },
  rooms: { zh: '换教室（时间不变）', en: 'In another room, at the same time' },
  teachers: { zh: '换教师', en: 'Another teacher' },
  students: { zh: '学生换教学班', en: 'Students in another section' },
  appeared: { zh: '新增教学班', en: 'New sections' },
  vanished: { zh: '取消教学班', en: 'Sections gone' },
  homerooms: { zh: '行政班名单变动', en: 'Homerooms with other students' },
  newHomerooms: { zh: '新增行政班', en: 'New homerooms' },
  goneHomerooms: { zh: '取消行政班', en: 'Homerooms gone' },
  meetings: { zh: '会议改时间', en: 'Meetings at another time' },
  touchedTeachers: { zh: '涉及的教师', en: 'Teachers touched' },
  touchedHomerooms: { zh: '涉及的行政班', en: 'Homerooms touched' },
  touchedStudents: { zh: '涉及的学生', en: 'Students touched' },

  section: { zh: '教学班', en: 'Section' },
  course: { zh: '课程', en: 'Course' },
  student: { zh: '学生', en: 'Student' },
  teacher: { zh: '教师', en: 'Teacher' },
  homeroom: { zh: '行政班', en: 'Homeroom' },
  rule: { zh: '规则', en: 'Rule' },
  from: { zh: '原来', en: 'From' },
  to: { zh: '现在', en: 'To' },
  at: { zh: '课位', en: 'Slots' },
  members: { zh: '学生数', en: 'Students' },
  joined: { zh: '转入', en: 'Come' },
  left: { zh: '转出', en: 'Left' },
  lessonsColumn: { zh: '改时间', en: 'Time' },
  roomsColumn: { zh: '换教室', en: 'Room' },
  teachersColumn: { zh: '换教师', en: 'Teacher' },
  sectionsColumn: { zh: '换教学班', en: 'Section' },
  sectionsOfTeacher: { zh: '接、交教学班', en: 'Sections taken or given up' },
  studentsTouched: { zh: '涉及学生', en: 'Students touched' },
  everybody: { zh: '全班', en: 'all' },
  withoutHomeroom: { zh: '无行政班', en: 'no homeroom' },
  none: { zh: '无', en: 'none' },
  andMore: { zh: '另有 {n} 项，用 zouban diff 可全部列出。', en: '{n} more; zouban diff lists all of them.' },
} satisfies Record<string, Words>;

export type DiffKey = keyof typeof diffText;

/** After the slot's name, where the weeks differ. */
export const weekText: Record<'every' | 'odd' | 'even', Words> = {
  every: { zh: '', en: '' },
  odd: { zh: '（单周）', en: ' (odd weeks)' },
  even: { zh: '（双周）', en: ' (even weeks)' },
};
