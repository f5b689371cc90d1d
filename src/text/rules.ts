/** What `zouban rules` says of each type of rule: what it asks for, what is counted, what its parameters are. */
import type { Words } from './lang.ts';

export interface RuleWords {
  meaning: Words;
  /** what the deviation counts */
  counts: Words;
  /** by name; of those that mean something else here than elsewhere */
  parameters?: Readonly<Record<string, Words>>;
}

const words = (zh: string, en: string): Words => ({ zh, en });
const of = (meaning: Words, counts: Words, parameters?: Readonly<Record<string, Words>>): RuleWords => ({
  meaning,
  counts,
  ...(parameters === undefined ? {} : { parameters }),
});

export const FAMILY_WORDS: Readonly<Record<string, Words>> = {
  time: words('课的时间', 'Time of lessons'),
  teachers: words('教师', 'Teachers'),
  people: words('教学班与学生', 'Sections and students'),
  rooms: words('教室', 'Rooms'),
  change: words('与原课表相比的变动（--base）', 'Change against an earlier week (--base)'),
};

/** Parameters that mean the same in every type that has them. */
export const PARAMETER_WORDS: Readonly<Record<string, Words>> = {
  slots: words('课位，如 "mon.1|2"、["*.8", "fri.*"]', 'slots, e.g. "mon.1|2", ["*.8", "fri.*"]'),
  courses: words('课程编号的列表，至少两门', 'list of course ids, at least two'),
  max: words('最多', 'at most'),
  min: words('至少', 'at least'),
  tolerance: words('允许的差', 'allowed difference'),
  maxEach: words('硬上限：每个教学班、教师或学生', 'a cap that must hold, for each section, teacher or student'),
  students: words('学生编号的列表，至少两人', 'list of student ids, at least two'),
  days: words('最早与最晚的班相差的天数', 'days from the first section to the last'),
};

export const RULE_WORDS: Readonly<Record<string, RuleWords>> = {
  'slots.forbid': of(
    words('所选的课不排在这些课位', 'Lessons are not in these slots'),
    words('排在其中的课时', 'periods inside'),
  ),
  'slots.require': of(
    words('教学班要有课排在这些课位', 'Periods of a section must be in these slots'),
    words('每个教学班少的课时', 'periods missing, per section'),
    { count: words('每周课时数；不写为全部课时', 'periods a week; all of them if absent') },
  ),
  'slots.prefer': of(
    words('教学班至少有这么大比例的课时在这些课位', 'At least a share of a section’s periods is in these slots'),
    words('每个教学班少的课时', 'periods missing, per section'),
    { share: words('百分比', 'percent') },
  ),
  'course.spread': of(
    words('一门课分散在一周各天', 'The lessons of a section are spread over the week'),
    words(
      '间隔少的天数，加每天多的节数（连堂算一节）',
      'days missing between lessons, plus lessons over a day’s limit (a double is one)',
    ),
    {
      maxPerDay: words('每天最多节数', 'lessons a day at most'),
      minGapDays: words('相邻两次至少间隔天数', 'days from one lesson to the next'),
    },
  ),
  'course.halfday': of(
    words('教学班上午、下午的课时数', 'So many periods of a section in the morning, so many in the afternoon'),
    words('超出和不足的课时', 'periods over and short, per section'),
    {
      amMax: words('每周上午最多课时', 'periods a week in the morning at most'),
      pmMax: words('每周下午最多课时', 'periods a week in the afternoon at most'),
      amMin: words('每周上午至少课时', 'periods a week in the morning at least'),
    },
  ),
  'course.doubles': of(
    words('连堂排在哪里', 'Where the doubles of a section may be'),
    words(
      '不在 slots 内的、跨大课间的连堂，加没有隔天的对数',
      'doubles outside the slots or across a long break, plus pairs too close',
    ),
    {
      alternateDays: words('true：连堂要隔天', 'true: no two on the same or adjacent days'),
      acrossLong: words('true：可以跨大课间', 'true: may go across a long break'),
    },
  ),
  'course.notSameDay': of(
    words('同一批学生的两门课不排同一天', 'Two courses are not on one day for the same students'),
    words('有共同学生的两个教学班同在一天的天数', 'days with both, per pair of sections that share a student'),
  ),
  'course.notAdjacent': of(
    words('同一批学生的两门课不前后相连', 'Lessons of two courses do not follow each other for the same students'),
    words('前后相连的次数', 'times that one follows the other directly'),
    {
      ordered: words(
        'true：只限列表中在前的课排在后者之前',
        'true: only an earlier one in the list directly before a later one',
      ),
    },
  ),
  'course.order': of(
    words('每周一门课先于另一门', 'In each week one course begins before another'),
    words('排在第一节 first 之前的 then 节数', 'lessons of “then” before the first one of “first”'),
    // a key of the contract
    // oxlint-disable-next-line unicorn/no-thenable
    { first: words('先上的课程', 'the course that comes first'), then: words('后上的课程', 'the course after it') },
  ),
  'sections.sameSlot': of(
    words(
      '同一分段（或同年级行政班）的教学班同时上课',
      'Sections of one pool, or those at home of one grade, are at the same time',
    ),
    words('不在共同课位的课时', 'periods outside the common slots'),
  ),
  'sections.notSameSlot': of(
    words('所选教学班不同时上课', 'The selected sections are not at the same time'),
    words('每个课位多出的教学班', 'sections beyond one, per slot'),
  ),
  'sections.maxParallel': of(
    words(
      '同时上课的教学班不超过若干个（如场地容量）',
      'At most so many of the selected sections are at the same time',
    ),
    words('每个课位多出的教学班', 'sections over the limit, per slot'),
    { max: words('教学班数', 'sections at most') },
  ),
  'sections.joint': of(
    words('合班：同一节课、同一教室、同一教师', 'Sections are taught together: one lesson, one room, one teacher'),
    words(
      '时间不同、教室不同的节数，教师不同加 1',
      'lessons at other times or in other rooms, plus 1 for another teacher',
    ),
    {
      sections: words(
        '教学班（编号或 {course, homeroom}），至少两个；只能是 must',
        'sections (ids or {course, homeroom}), at least two; must only',
      ),
    },
  ),
  'weeks.pair': of(
    words('两门课在同一课位单双周轮换', 'Lessons of two courses take turns in one slot, in odd and in even weeks'),
    words('没有轮换对象的单双周课节数', 'lessons of odd or even weeks without the other course in their slot'),
    { courses: words('正好两门课程', 'exactly two course ids') },
  ),
  'lessons.finishBy': of(
    words('课在一周的某天之前上完', 'Lessons are over by this day of the week'),
    words('排在其后的课时', 'periods on later days'),
    { day: words('最后一天的编号', 'id of the last day') },
  ),
  'firstSlot.vary': of(
    words('各班每天的首节课不重复', 'A homeroom does not begin its days with the same course'),
    words('每门课一周内首节次数超过 1 的部分', 'days beyond one that a course is first, per week'),
  ),
  'teacher.maxPerDay': of(
    words('教师每天课时不超过', 'A teacher has at most so many periods a day'),
    words('超出的课时', 'periods over'),
    {
      max: words('课时', 'periods'),
    },
  ),
  'teacher.minPerDay': of(
    words('教师来上课的日子至少有这么多课时', 'A teacher who comes on a day has at least so many periods'),
    words('不足的课时', 'periods short'),
    { min: words('课时', 'periods') },
  ),
  'teacher.maxConsecutive': of(
    words(
      '教师连上不超过（大课间不算断开）',
      'A teacher has at most so many periods in a row (a long break does not end a row)',
    ),
    words('每段连上超出的课时', 'periods over, per row'),
    { max: words('课时', 'periods') },
  ),
  'teacher.maxDays': of(
    words('教师每周上课天数不超过', 'A teacher teaches on at most so many days a week'),
    words('超出的天数', 'days over'),
    {
      max: words('天数', 'days a week'),
    },
  ),
  'teacher.maxGap': of(
    words('教师每天空堂不超过', 'A teacher has at most so many idle periods a day'),
    words(
      '超出的空堂（半天内首末节之间，有教研不算）',
      'idle periods over (between the first and last lesson of a half day; meetings are none)',
    ),
    { max: words('每天空堂', 'idle periods a day') },
  ),
  'teacher.halfDay': of(
    words('教师每天只在半天上课', 'A teacher teaches in one half of a day only'),
    words('上下午都有课的天数', 'days with both'),
  ),
  'teacher.noonSplit': of(
    words('教师不连上上午末节和下午首节', 'A teacher does not teach both right before and right after noon'),
    words('连上的天数', 'days with both'),
  ),
  'teacher.meeting': of(
    words('所选教师在活动时间不上课（教研、备课组）', 'The selected teachers do not teach during their meeting'),
    words('成员在活动时间的课时', 'periods that members teach then'),
    {
      length: words('写出时由程序在 slots 内选连续的若干节', 'the solver chooses so many slots in a row inside slots'),
    },
  ),
  'teacher.apart': of(
    words('所选教师两两不同时上课（互斥、师徒）', 'Any two of the selected teachers do not teach at the same time'),
    words('同时上课的课位超出的部分', 'slots in which both teach, over the limit'),
    { maxShared: words('每周允许同时上课的课位数', 'slots a week in which both may teach') },
  ),
  'teacher.edgeFair': of(
    words('边缘节次按课时分摊', 'Unpopular slots are shared out by load'),
    words('超出公平份额的课时', 'periods beyond the fair share'),
    {
      slots: words('边缘节次', 'the unpopular slots'),
      ratio: words('公平份额的百分比，100 为正好', 'percent of the fair share; 100 is the share itself'),
    },
  ),
  'teacher.loadFair': of(
    words('教师课时接近目标或平均', 'Loads are near their targets, or near each other'),
    words('超出允许差的课时', 'periods beyond the tolerance'),
    { tolerance: words('每周课时', 'periods a week') },
  ),
  'teacher.keepsHomeroom': of(
    words('班主任任教本班', 'Head teachers teach their own homerooms'),
    words('没有任教本班的行政班数', 'homerooms without'),
  ),
  'teacher.sections': of(
    words(
      '教师在所选教学班中任几个班（max 0 为排除，min 1 为指定）',
      'A teacher has so many of the selected sections (max 0: none; min 1: named)',
    ),
    words('多出和不足的教学班', 'sections over and short, per teacher'),
    { min: words('至少几个班', 'sections at least'), max: words('最多几个班', 'sections at most') },
  ),
  'teacher.fewCourses': of(
    words('教师少跨头', 'A teacher has few different courses'),
    words('超出的课程数', 'courses over'),
    {
      max: words('课程数', 'courses'),
    },
  ),
  'teacher.oneLevel': of(
    words('教师同一学科只教一个层次', 'A teacher has one level of a subject'),
    words('多出的层次', 'levels beyond one'),
  ),
  'teacher.same': of(
    words(
      '一个行政班的这些课程由同一教师任教',
      'The sections that a homeroom has in these courses have the same teacher',
    ),
    words('不是同一教师的行政班数', 'homerooms where they differ'),
  ),
  'progress.equal': of(
    words(
      '教师在各班的进度一致（教案齐头）',
      'A teacher gives the same lesson of a course in all sections within a few days',
    ),
    words('相差超过天数的课次', 'lessons further apart, per teacher and course'),
  ),
  'progress.alternate': of(
    words('教师各班先后轮换（教案平头）', 'No section of a teacher is always the first to get a lesson'),
    words('先上次数偏离平均的部分', 'times first beyond or below the even share'),
  ),
  'progress.doubles': of(
    words('各班连堂进度一致（连排齐头）', 'As progress.equal, for doubles only'),
    words('相差超过天数的连堂次数', 'doubles further apart, per teacher and course'),
  ),
  'size.band': of(
    words('走班教学班人数接近目标', 'Walking sections are as large as asked for'),
    words(
      '低于 size.min 的人数，加偏离目标超出允许差的人数',
      'students below size.min, plus those away from the target beyond the tolerance',
    ),
    { tolerance: words('人数', 'students') },
  ),
  'size.balance': of(
    words('同一课程各教学班人数均衡', 'Sections of one course are equally large'),
    words('最大与最小之差超过 1 的人数', 'students between the largest and the smallest, beyond one'),
  ),
  'gender.balance': of(
    words('男女均衡', 'Girls are shared out evenly'),
    words('各班女生偏离应有人数超出允许差的部分', 'girls over or short of the even share, beyond the tolerance'),
    {
      tolerance: words('人数', 'students'),
    },
  ),
  'score.balance': of(
    words('成绩均衡', 'Mean scores are even'),
    words(
      '各班平均分偏离全体平均超出允许差的部分',
      'distance of a section’s mean from that of all, beyond the tolerance',
    ),
    { tolerance: words('以 0.1 分计', 'tenths of a point') },
  ),
  'students.together': of(
    words('学生同班', 'Students sit in the same sections'),
    words('不在同一教学班的人对数 × 课程', 'pairs × courses in different sections'),
  ),
  'students.apart': of(
    words('学生不同班', 'Students do not sit in the same sections'),
    words('在同一教学班的人对数 × 课程', 'pairs × courses in the same section'),
  ),
  'student.free': of(
    words('学生的自习（没有课的开放课位）', 'Free periods of a student are self-study where they may be'),
    words(
      '不在 slots 内的、每天超出的、没有教室或看班教师的自习',
      'free periods outside the slots, over a day’s limit, or without a room or supervisor',
    ),
    {
      slots: words('自习可在的课位', 'where free periods may be'),
      maxPerDay: words('每天最多自习节数', 'free periods a day at most'),
      supervised: words('true：要有教室和看班教师；false：只要教室', 'true: a room and a teacher; false: a room'),
    },
  ),
  'student.gaps': of(
    words('学生空堂少', 'A student has few idle periods between lessons'),
    words('每半天超出的空堂', 'idle periods over, per half day'),
    {
      max: words('每半天空堂', 'idle periods a half day'),
    },
  ),
  'walking.moves': of(
    words('学生少换教室', 'A student changes rooms seldom'),
    words('每半天超出的换教室次数', 'changes over, per half day'),
    {
      max: words('每半天次数', 'changes a half day'),
    },
  ),
  'walking.keepTogether': of(
    words('走班少拆行政班', 'Few homerooms are mixed in a walking section'),
    words('教学班学生来自的行政班数减 1', 'homerooms beyond one, per section'),
  ),
  'building.change': of(
    words('课间不换楼', 'A student does not change buildings in a short break'),
    words('换楼（或楼层差超过 floors）的次数', 'changes of building, or of more floors'),
    { floors: words('同一楼内允许的楼层差', 'floors that may lie between, within a building') },
  ),
  'room.prefer': of(
    words('课优先排在这些教室', 'Lessons are in these rooms'),
    words('在其他教室的课', 'lessons in another room'),
    {
      rooms: words('教室编号的列表', 'list of room ids'),
    },
  ),
  'room.own': of(
    words('行政班的课在本班教室', 'A homeroom’s own sections are in its own room'),
    words('在其他同类教室的课', 'lessons elsewhere'),
  ),
  'room.stable': of(
    words('一个教学班用一间教室', 'A section stays in one room of a kind'),
    words('同类教室数减 1', 'rooms beyond one, per section and kind'),
  ),
  'room.near': of(
    words('课离行政班教室近', 'Lessons are in the building of the homeroom’s own room'),
    words('在别的楼或楼层太远的课', 'lessons elsewhere'),
    {
      floors: words('允许的楼层差', 'floors that may lie between'),
    },
  ),
  'room.reserve': of(
    words('每个课位留出空教室', 'So many rooms of a kind stay free'),
    words('每个课位缺的间数', 'rooms missing, per slot'),
    {
      kind: words('教室类型，不写为 classroom', 'kind of room; classroom if absent'),
      count: words('间数', 'rooms'),
      slots: words('不写为全部开放课位', 'all open slots if absent'),
    },
  ),
  'keep.slot': of(
    words('课位不变', 'Lessons stay where they were'),
    words('新课位的课时', 'periods in slots the section did not have'),
    {
      max: words('硬上限：合计课时', 'a cap that must hold: periods in all'),
    },
  ),
  'keep.room': of(
    words('教室不变', 'Lessons stay in the rooms of their section'),
    words('在新教室的课', 'lessons in rooms the section did not use'),
    {
      max: words('硬上限：合计课次', 'a cap that must hold: lessons in all'),
    },
  ),
  'keep.teacher': of(
    words('教师不变', 'Sections keep their teachers'),
    words('失去教师的教学班', 'sections that have lost a teacher'),
    {
      max: words('硬上限：合计教学班', 'a cap that must hold: sections in all'),
    },
  ),
  'keep.student': of(
    words('学生不换教学班', 'Students stay in their sections'),
    words('换教学班的人次', 'students in another section, once per course'),
    {
      max: words('硬上限：合计人次', 'a cap that must hold: changes in all'),
    },
  ),
};

export const parameterWords = (type: string, name: string): Words =>
  RULE_WORDS[type]?.parameters?.[name] ?? PARAMETER_WORDS[name] ?? words(name, name);

export const rulesText = {
  notRead: words('（本版本暂不支持）', ' (not read yet)'),
  isSet: words('所选的作为一个整体计算。', 'All that it selects is judged as one set.'),
  isEach: words('所选的逐个计算。', 'Each that it selects is judged by itself.'),
  counts: words('偏差', 'Deviation'),
  parameters: words('参数', 'Parameters'),
  required: words('必填', 'required'),
  noParameters: words('没有参数。', 'No parameters.'),
  defaults: words('默认规则', 'Default rules'),
  selectors: words(
    '选择：{list}；一项之内任一即可，各项须同时满足。',
    'Selectors: {list}; any of within one, all of between them.',
  ),
  noSelectors: words('没有别的选择项。', 'No other selectors.'),
  strengths: words(
    '强度 strength（必填）：must（必须）、high（9）、mid（3）、low（1）、正整数或 off；代价 = 权重 × 偏差。',
    'strength (required): must, high (9), mid (3), low (1), a whole number ≥ 1, or off; cost = weight × deviation.',
  ),
  example: words('例', 'Example'),
  fullText: words('详见 docs/rules.md。', 'In full: docs/rules.md.'),
  more: words('一种规则的说明：zouban rules --explain 类型', 'About one type: zouban rules --explain TYPE'),
} satisfies Record<string, Words>;
