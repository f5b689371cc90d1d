/** Why `zouban rules --suggest` proposes a rule; written into its `note`, for the office to edit. */
import { fillWords, type TextParams } from './catalogue.ts';
import type { Words } from './lang.ts';

const REASONS: Readonly<Record<string, Words>> = {
  doubles: {
    zh: '{courses} 门课程有连堂：不跨大课间，隔天排',
    en: '{courses} courses have doubles: not across the long break, days apart',
  },
  oddEven: {
    zh: '{grade}：两门单双周课在同一课位轮换',
    en: '{grade}: the two courses of odd and even weeks take turns in one slot',
  },
  classMeeting: { zh: '{grade}：各班班会同时', en: '{grade}: the class meetings of all homerooms at the same time' },
  afterSport: { zh: '{grade}：体育课后不马上上{course}', en: '{grade}: no {course} right after physical education' },
  firstSlots: { zh: '各班每天首节课轮换', en: 'the first lesson of the day varies' },
  perDay: {
    zh: '每天最多 {max} 课时（最重的每周 {load} 课时，{days} 天）',
    en: 'at most {max} periods a day (the heaviest load is {load} a week over {days} days)',
  },
  meeting: {
    zh: '{subject}教研活动：{teachers} 名教师，下午连续 2 节',
    en: 'meeting of {subject}: {teachers} teachers, two periods of an afternoon',
  },
  edges: { zh: '边缘节次 {slots} 按课时分摊', en: 'the unpopular slots {slots} are shared out by load' },
  noon: { zh: '上午末节和下午首节不连上', en: 'not both right before and right after noon' },
  headTeachers: { zh: '{count} 名班主任任教本班', en: '{count} head teachers teach their own homerooms' },
  fewCourses: { zh: '每名教师最多 {max} 个头', en: 'at most {max} different courses per teacher' },
  levels: { zh: '有分层课程：每名教师一个层次', en: 'there are levels: one per teacher' },
  progress: { zh: '主科各班进度相差不超过 {days} 天', en: 'main subjects: sections of a teacher within {days} day' },
  turns: { zh: '主科各班先后轮换', en: 'main subjects: sections take turns in being first' },
  sizes: { zh: '班额与目标相差不超过 {tolerance} 人', en: 'class sizes within {tolerance} of the target' },
  gender: { zh: '男女均衡，允许相差 {tolerance} 人', en: 'gender balance, within {tolerance}' },
  score: { zh: '平均分相差不超过 {points} 分', en: 'mean scores within {points} points' },
  free: { zh: '每名学生每天自习不超过 {max} 节', en: 'at most {max} free periods a day for a student' },
  gaps: { zh: '每半天空堂不超过 {max} 节', en: 'at most {max} idle period in half a day' },
  moves: { zh: '每半天换教室不超过 {max} 次', en: 'at most {max} room changes in half a day' },
  buildings: {
    zh: '教室分布在 {count} 栋楼：小课间不换楼',
    en: 'rooms in {count} buildings: no change of building in a short break',
  },
  near: { zh: '行政班的课就近安排', en: 'lessons of homerooms near their own rooms' },
  spare: {
    zh: '空出一间教室备用（{rooms} 间普通教室，{homerooms} 个行政班）',
    en: 'one classroom kept free ({rooms} classrooms, {homerooms} homerooms)',
  },
};

export const suggestionReasons: readonly string[] = Object.keys(REASONS);

export const suggestionWords = (reason: string, params: TextParams): Words =>
  fillWords(REASONS[reason] ?? { zh: reason, en: reason }, params);
