/** The help pages' words: commands, options, headings. Layout is cli/help.ts. */
import type { Words } from './lang.ts';

export const headings = {
  title: {
    zh: 'zouban：高中选课走班的分班与排课。输入学生选科、教室和教师，输出教学班和完整课表（JSON）。',
    en: 'zouban: sections and timetables for schools where students choose. Choices, rooms and teachers in; sections and a complete week out (JSON).',
  },
  usage: { zh: '用法', en: 'Usage' },
  commands: { zh: '命令', en: 'Commands' },
  /** in a line as it is typed */
  command: { zh: '命令', en: 'COMMAND' },
  anyOptions: { zh: '选项', en: 'options' },
  options: { zh: '选项', en: 'Options' },
  general: { zh: '通用选项', en: 'General options' },
  examples: { zh: '示例', en: 'Examples' },
  exitCodes: { zh: '退出码', en: 'Exit codes' },
  colon: { zh: '：', en: ':' },
  byDefault: { zh: '默认', en: 'default' },
  more: { zh: '每个命令的说明：zouban help 命令', en: 'One page for each command: zouban help COMMAND' },
  files: {
    zh: '文件名写 - 表示标准输入或标准输出。数据写到标准输出，给人看的文字写到标准错误。结果文件先写临时文件再改名，中途中断不会留下半个文件。',
    en: 'A file named - is standard input or output. Data goes to standard output, words for people to standard error. Results are written to a temporary name and renamed, so a run that is killed leaves no half file.',
  },
} satisfies Record<string, Words>;

export const exitCodeWords: readonly { code: number; words: Words }[] = [
  { code: 0, words: { zh: '完成', en: 'complete' } },
  { code: 2, words: { zh: '输入不能用（文件或选项有误）', en: 'unusable input (a file or an option)' } },
  { code: 3, words: { zh: '部分完成，缺什么已列出', en: 'partial; what is missing is listed' } },
  { code: 4, words: { zh: '已证明无解', en: 'proved impossible' } },
  {
    code: 130,
    words: {
      zh: '被中断（Ctrl-C 或 SIGTERM），目前最好的结果已写出',
      en: 'interrupted (Ctrl-C or SIGTERM); the best so far is written',
    },
  },
  { code: 1, words: { zh: 'zouban 自身出错', en: 'a fault of zouban itself' } },
];

export const generalOptionHelp = {
  lang: {
    zh: '界面语言，默认按系统语言（LC_ALL、LC_MESSAGES、LANG），不是英文时用中文',
    en: 'language; by the locale (LC_ALL, LC_MESSAGES, LANG), Chinese unless that is English',
  },
  json: { zh: '诊断信息用 JSON 输出，供程序读取', en: 'diagnostics as JSON, for programs' },
  quiet: { zh: '不输出进度和小结，只报错误', en: 'no progress and no summary, errors only' },
  debug: { zh: '程序自身出错时显示调用栈', en: 'show the stack where zouban itself fails' },
  help: { zh: '显示本页', en: 'show this page' },
  version: { zh: '显示版本号', en: 'show the version' },
} satisfies Record<string, Words>;

export const commandWords = {
  validate: {
    summary: {
      zh: '检查学校文件，列出全部错误和规模、松紧',
      en: 'check a school file: all faults, size and tightness',
    },
    about: [
      {
        zh: '分遍列出文件的错误（先写法，再引用，再含义），每遍一次列全，每条给出位置、取值和可能的改法；没有错误时给出规模和松紧（行政班用掉的课位、教师课时与可承担课时之比、最忙课位与教室数之比）。',
        en: 'Lists the faults of the file in passes (form, then references, then meaning), all of a pass at once, each with its place, its value and a likely cure. A file without faults is summed up: its size, and how tight it is (slots used per homeroom, teacher periods over supply, busiest slot over rooms).',
      },
    ],
    examples: [
      'zouban validate school.json',
      'zouban validate --json school.json',
      'zouban validate --explain school.json > filled.json',
    ],
  },
  diagnose: {
    summary: {
      zh: '排不出的原因：先证明，再排课',
      en: 'why it cannot be done: proofs, before any search',
    },
    about: [
      {
        zh: '不做搜索，几秒之内用算术、网络流和排除法检查：学生、教师、教室、班额、批次、规则和锁定之间有没有不可能同时满足的地方。每条原因都是最小的一组事实（去掉任何一条就不再矛盾），写明数字，并由独立的程序只根据学校文件重新计数。有已证明的原因时退出码为 4。没有发现原因并不等于证明能排出。',
        en: 'In seconds, without a search, by arithmetic, flows and cliques: whether students, teachers, rooms, class sizes, lines, rules and locks can hold together at all. Each cause is a smallest set of facts (without any of them it would be possible) with its numbers, and is recounted from the school’s file alone by a part of the program that shares nothing with the one that found it. Exit code 4 where a cause is proved. That nothing is found is no proof that it can be done.',
      },
      {
        zh: '只因“排不出”而不能用的文件（如一周 46 课时却只有 45 个课位）也能诊断。-o 写出的 JSON 可用 zouban verify --certificate 核对。',
        en: 'A file that is unusable only because it cannot be done (46 periods in 45 slots) is diagnosed too. The JSON that -o writes can be checked with zouban verify --certificate.',
      },
    ],
    examples: [
      'zouban diagnose school.json',
      'zouban diagnose school.json --repairs',
      'zouban diagnose school.json --week week.json --repairs',
      'zouban diagnose school.json --apply 1 --repaired new-school.json',
      'zouban diagnose school.json -o diagnosis.json',
      'zouban verify --certificate school.json diagnosis.json',
    ],
  },
  rules: {
    summary: {
      zh: '规则：有哪些、怎么写、适合本校的',
      en: 'rules: which there are, how to state them, which would fit',
    },
    about: [
      {
        zh: '不带选项时列出所有规则类型。--explain 说明一种规则：含义、参数、偏差如何计算。',
        en: 'Without options, lists the types of rules. --explain says of one what it asks for, its parameters, and how its deviation is counted.',
      },
      {
        zh: '--suggest 按学校文件的内容写出一段适合的规则（JSON，每条附说明），请教务处修改后放进学校文件的 rules。都是软约束；学校已写的类型不再建议，默认规则照常有效。',
        en: 'With --suggest, writes a block of rules that fit the school (JSON, each with a note) for the office to edit and put into the file’s rules. All are soft; types that the school states are left out, and the defaults stay in force.',
      },
    ],
    examples: [
      'zouban rules',
      'zouban rules --explain progress.equal',
      'zouban rules --suggest school.json > rules.json',
    ],
  },
  generate: {
    summary: { zh: '按设置和种子生成示例学校', en: 'make a sample school from settings and a seed' },
    about: [
      {
        zh: '参数是设置文件，或随程序提供的示例名。同样的设置和种子总是得到同样的文件；生成的学校一定排得出课表。',
        en: 'The argument is a settings file, or the name of a sample that comes with the program. The same settings and seed give the same file, and a week is known to exist for it.',
      },
    ],
    examples: ['zouban generate tiny -o tiny.school.json', 'zouban generate settings.json --seed 7 -o school.json'],
  },
  plan: {
    summary: {
      zh: '只做分班：各课程开几个教学班，谁在哪个班',
      en: 'sections only: how many of each course, and who is in which',
    },
    about: [
      {
        zh: '--what-if 用来提前规划小班化和招聘：各种班额、规模、选科比例下至少要多少教学班、各科缺（余）几名教师、各类教室缺几间。--modes 在同样的选科下比较四种走班模式。两者也写入结果文件，zouban report 有表有图。',
        en: '--what-if is for planning small classes and recruitment ahead: least sections, teachers missing or to spare by subject and rooms missing by kind, for class sizes, enrolments and shares of combinations. --modes compares the four walking modes on the same choices. Both are written to the result too, and zouban report shows them.',
      },
      {
        zh: '按选科、班额、小班上限、教师课时和批次，求各课程最少的教学班数并给出证明，再把学生分到教学班。结果的 scope 为 sections，没有课位。',
        en: 'From choices, class sizes, small-class caps, teacher periods and lines: the least number of sections of each course, proved, and the students in them. The result has scope “sections” and no slots.',
      },
    ],
    examples: [
      'zouban plan school.json -o plan.json',
      'zouban plan school.json -o plan.json --what-if --caps 50,45,40 --enrolment 100,110',
      'zouban plan school.json -o plan.json --modes',
    ],
  },
  solve: {
    summary: { zh: '分班并排课：完整的一周课表', en: 'sections and timetable: a complete week' },
    about: [
      {
        zh: '分班、定教师、排课位、排教室，最后由独立的核对程序从两份文件重新计数。不给 --time 时只按轮数停止，同样的输入和种子得到同样的结果，与线程数无关。',
        en: 'Forms sections, assigns teachers, slots and rooms; an independent judge then recounts everything from the two files. Without --time it stops by counts only, so that the same input and seed give the same week on any number of threads.',
      },
      {
        zh: '先做诊断（见 zouban diagnose）：已证明排不出时不搜索，写出证明，退出码 4；加 --anyway 仍然搜索。',
        en: 'It begins with a diagnosis (see zouban diagnose): where it is proved that no complete week exists, it does not search, writes the proof and ends with exit code 4; --anyway searches all the same.',
      },
      {
        zh: '给出 --base 时从原来的课表出发，按 keep 规则计算与它的不同，尽量少改。',
        en: 'With --base it starts from an earlier week and counts what differs from it by the keep rules, so that as little as possible changes.',
      },
      {
        zh: '按 Ctrl-C 会停下来并写出目前最好的结果；再按一次立即退出。',
        en: 'Ctrl-C stops the run and writes the best week so far; a second one ends at once.',
      },
      {
        zh: '--checkpoint 一边计算一边把进度存盘；运行被杀或断电后，用同一条命令加 --resume 接着排，结果与没有中断过的完全相同（线程数和 --time 可以另给）。--replay 按课表中的 run 重现那次运行，被 --time 截断的也能重现。',
        en: 'With --checkpoint the run is saved again and again; where it is killed, the same command with --resume goes on, to the same bytes as if it had not been (--threads and --time may be others). --replay repeats the run of a week from its run, also of one that --time has ended.',
      },
    ],
    examples: [
      'zouban solve school.json -o week.json --report report.html',
      'zouban solve school.json -o week.json --time 60 --seed 3',
      'zouban solve school.json --base old-week.json -o week.json',
      'zouban solve school.json -o week.json --checkpoint run.zbk',
      'zouban solve school.json -o week.json --checkpoint run.zbk --resume run.zbk',
      'zouban solve school.json --replay week.json -o again.json',
      'zouban solve - < school.json > week.json',
    ],
  },
  diff: {
    summary: { zh: '比较两份课表：谁的什么变了', en: 'compare two weeks: what changed, and for whom' },
    about: [
      {
        zh: '列出改时间、换教室、换教师的课，换教学班的学生，新增和取消的教学班，行政班名单的变动，以及涉及的教师、行政班和学生。教学班按编号对应：编号不同的，一份算取消，一份算新增；一门课在同一教学班内的几节按时间对应。',
        en: 'Lists lessons at another time or in another room, sections with another teacher, students in another section, sections new and gone, changes of homerooms, and the teachers, homerooms and students who are touched. Sections are matched by their ids: another id is one section gone and one new. Lessons of a section are matched by time.',
      },
    ],
    examples: [
      'zouban diff old-week.json week.json --school school.json',
      'zouban diff old-week.json week.json --format json > changes.json',
    ],
  },
  verify: {
    summary: { zh: '独立核对课表：逐条重新计数', en: 'check a week independently: every rule recounted' },
    about: [
      {
        zh: '只根据学校文件和课表文件，重新计算每条规则，列出冲突，并与课表自己写明的分数对照。硬约束有违反，或课表所写与重新计数不一致，退出码为 3。',
        en: 'From the school and the timetable alone, recounts every rule, names the conflicts, and compares the count with what the timetable says of itself. Exit code 3 where a must rule is broken, or where the timetable claims what the recount does not bear out.',
      },
    ],
    examples: ['zouban verify school.json week.json', 'zouban verify --json school.json week.json'],
  },
  report: {
    summary: { zh: '由课表生成报告：网页、文本或冲突图', en: 'report on a week: web page, text or conflict graph' },
    about: [
      {
        zh: 'html 是一个自成一体的网页：冲突、利用率、行政班、教师、教室、教学班和学生个人的课表；text 是终端表格；gexf 是教学班冲突图，可用 Gephi 等打开。',
        en: 'html is one self-contained page: conflicts, utilization, and the weeks of homerooms, teachers, rooms, sections and single students; text is for the terminal; gexf is the conflict graph of sections, for viewers such as Gephi.',
      },
    ],
    examples: [
      'zouban report school.json week.json -o report.html',
      'zouban report school.json week.json --format text',
      'zouban report school.json week.json --of homerooms',
    ],
  },
  convert: {
    summary: {
      zh: '去掉姓名以便交给别人；与 FET 交换文件',
      en: 'take names away, to share a case; files to and from FET',
    },
    about: [
      {
        zh: '--anonymise 去掉学校、学生、教师、行政班、年级、教室、楼、课程和分组的名称、学期、备注和 x- 开头的键，按文件中的顺序重新编号（p1、t1、h1……），两份文件一致。保留：日历，科目的编号和名称，选科、层次、方向（track）、性别、成绩，人数、容量、课时、课位，以及所有顺序——同样的顺序才能重现同样的结果。科目名称如会透露学校，请自行修改。',
        en: '--anonymise removes the names of the school, students, teachers, homerooms, grades, rooms, buildings, courses and groups, the term, notes and x- keys, and renumbers all ids in file order (p1, t1, h1 …), alike in both files. What stays: the calendar, ids and names of subjects, choices, levels, tracks, gender and scores, sizes, capacities, periods, slots, and the order of everything, for only the same order gives the same week. Change the names of subjects yourself if they tell which school it is.',
      },
      {
        zh: '课表中的冲突重新计数、重新成句；含名称的证明（certificates）不带出。',
        en: 'Conflicts of the week are counted and worded anew; its certificates, whose sentences hold names, are left out.',
      },
      {
        zh: '--to fet 写成 FET 6.8 的文件，由 FET 排这一周。教学班、学生和教师必须已定：取自 week.json（zouban plan 或 solve 的结果），没有时取自学校文件的 sections。FET 表达不了的规则逐条提醒；单双周不能写成 FET 文件。',
        en: '--to fet writes a file for FET 6.8, to have FET find the week. Sections, their students and teachers must stand: they are those of week.json (from zouban plan or solve), or else the school’s own sections. Each rule that FET cannot be told is named; odd and even weeks are refused.',
      },
      {
        zh: '--from fet 读回 FET 的结果（…_data_and_timetable.fet），须是由 --to fet 的文件排出的。像其他课表一样重新计数、写明冲突；硬约束有违反时退出码为 3。',
        en: '--from fet reads what FET found (…_data_and_timetable.fet) for a file that --to fet wrote. The week is judged like any other, with its conflicts in words; exit code 3 where a must rule is broken.',
      },
    ],
    examples: [
      'zouban convert --anonymise school.json -o case.json',
      'zouban convert --anonymise school.json week.json -o case.json -O case-week.json',
      'zouban convert --to fet school.json plan.json -o school.fet',
      'zouban convert --from fet school_data_and_timetable.fet --school school.json -o week.json',
    ],
  },
} satisfies Record<string, { summary: Words; about: Words[]; examples: string[] }>;

export const optionHelp = {
  rulesList: { zh: '列出所有规则类型（不带选项时也是）', en: 'list the types of rules, as without options' },
  rulesExplain: { zh: '说明一种规则', en: 'explain one type' },
  rulesSuggest: { zh: '写出适合这所学校的规则，供修改', en: 'write rules that fit this school, to be edited' },
  explain: { zh: '输出补全所有默认值的学校文件', en: 'print the file with every default filled in' },
  seed: { zh: '随机种子；同一种子得到同样的结果', en: 'seed; the same seed gives the same result' },
  generateStudents: {
    zh: '学生人数约为此数，行政班、教室、教师按比例增减',
    en: 'about so many students; homerooms, rooms and teachers in proportion',
  },
  plant: {
    zh: '在学校中埋入一处已知的“排不出”，用来试 zouban diagnose',
    en: 'plant a known impossibility in the school, to try zouban diagnose on',
  },
  studentsOfSettings: { zh: '按设置', en: 'as in the settings' },
  generateSeed: { zh: '随机种子，代替设置中的种子', en: 'seed, in place of the one in the settings' },
  seedOfSettings: { zh: '设置中的种子', en: 'that of the settings' },
  diagnosis: { zh: '把诊断（含证明）写成 JSON 文件', en: 'write the diagnosis with its proofs as JSON' },
  anyway: {
    zh: '已证明排不出时仍然搜索，给出尽可能好的课表',
    en: 'search even where it is proved that no complete week exists, for the best there is',
  },
  repairs: {
    zh: '列出可以怎样改（带代价），每项都先实际排出完整课表；没有已证明的原因时，针对未排完的课表（--week，或先试排一次）的紧张之处；用时相当于若干次 solve',
    en: 'list what could be changed, with a price; for each a complete week is found first, which takes as long as some solves. Where nothing is proved, changes aim at what is in the way of the week (--week, or one that is solved first)',
  },
  diagnoseWeek: {
    zh: '未排完的课表：逐项说明没排好的课碍于什么、哪些资源最紧；加 --repairs 则针对它们试改',
    en: 'a week that is not complete: say what is in the way of what is left, and where it is tight; with --repairs, try changes that aim at it',
  },
  diagnoseSearch: {
    zh: '没有已证明的原因时试排，再逐项去掉规则、锁定、批次等重排，指出可能的原因（不是证明）',
    en: 'where nothing is proved: solve, and solve again without one rule, the locks, lines and so on, to name what may be the cause (no proof)',
  },
  repairsMost: { zh: '最多列出几项改动', en: 'most repairs to list' },
  repairsEpochs: { zh: '每项改动试排的最多轮数', en: 'most epochs of the solve that tries a change' },
  apply: {
    zh: '把第 N 项改动写成新的学校文件（见 --repaired）',
    en: 'write the school with repair N (see --repaired)',
  },
  repaired: { zh: '改好的学校文件', en: 'file for the repaired school' },
  whatIf: {
    zh: '按不同班额和规模计算至少需要的教学班、教师和教室（写入 scenarios）',
    en: 'least sections, teachers and rooms for class sizes and enrolments (written as scenarios)',
  },
  caps: { zh: '--what-if 的班额', en: 'class sizes of --what-if' },
  enrolment: {
    zh: '--what-if 的规模，现有学生的百分数',
    en: 'enrolments of --what-if, per cent of the present students',
  },
  choices: {
    zh: '--what-if 的选科比例（百分数），未列出的组合按现有比例分其余',
    en: 'shares of combinations in --what-if, per cent; the others share the rest as now',
  },
  modes: {
    zh: '同样的选科下比较 3+0、定二走一、定一走二、大走班（写入 modes）',
    en: 'compare the walking modes on the same choices: 3+0, two fixed, one fixed, all walk (written as modes)',
  },
  certificate: {
    zh: '只核对文件中的证明（certificates），根据学校文件重新计数',
    en: 'check the certificates of the file only, recounted from the school’s file',
  },
  base: {
    zh: '原来的课表；与它的不同按 keep 规则计算',
    en: 'an earlier week; what differs from it counts by the keep rules',
  },
  checkpoint: { zh: '进度存到这个文件，边算边存', en: 'save the run to this file, again and again' },
  resume: {
    zh: '从存下的进度接着排；其余选项须与当时相同',
    en: 'go on from a saved run; the other options must be those of that run',
  },
  replay: {
    zh: '重现这份课表的那次运行：同样的种子、岛数、轮数',
    en: 'repeat the run of this week: its seed, islands, epochs, and what it skipped',
  },
  reportBase: { zh: '原来的课表；报告中列出与它的不同', en: 'an earlier week; the report shows what differs from it' },
  anonymise: { zh: '去掉姓名和备注，重新编号', en: 'take names and notes away, renumber ids' },
  convertTo: { zh: '写成 FET 文件', en: 'write a file for FET' },
  convertFrom: { zh: '读回 FET 的结果', en: 'read what FET found' },
  convertSchool: { zh: '学校文件，与 --from 同用', en: 'the school’s file, with --from' },
  outputWeek: { zh: '去掉姓名的课表文件', en: 'file for the week without names' },
  diffSchool: { zh: '学校文件，用来显示姓名和名称', en: 'the school’s file, for names' },
  diffFormat: { zh: '输出格式；text 给人看，json 给程序读', en: 'text for people, json for programs' },
  output: { zh: '结果文件；- 为标准输出', en: 'file for the result; - is standard output' },
  reportOutput: { zh: '报告文件；- 为标准输出', en: 'file for the report; - is standard output' },
  report: { zh: '同时写出网页报告', en: 'also write the report as a web page' },
  gexf: { zh: '同时写出教学班冲突图', en: 'also write the conflict graph of sections' },
  islands: {
    zh: '并行搜索的岛数，影响结果，与机器无关',
    en: 'islands of the search; part of the result, never taken from the machine',
  },
  epochs: { zh: '最多搜索多少轮', en: 'most epochs to search' },
  time: { zh: '最多用多少秒，到时写出目前最好的结果', en: 'most seconds; then the best so far is written' },
  target: {
    zh: '达到即停：complete 硬约束全部满足，bound 已达下界，soft=N 软约束代价不超过 N',
    en: 'stop when reached: complete (no must rule broken), bound (proved best), soft=N (soft cost at most N)',
  },
  threads: { zh: '线程数，不影响结果', en: 'threads; they do not change the result' },
  threadsDefault: { zh: '处理器数', en: 'number of processors' },
  progress: {
    zh: '进度显示：bar 只在终端显示，ndjson 每行一个 JSON（标准错误）',
    en: 'progress: bar (on a terminal only) or ndjson (one JSON object a line), on standard error',
  },
  progressDefault: { zh: '终端为 bar，否则 none', en: 'bar on a terminal, else none' },
  format: { zh: '报告格式', en: 'format of the report' },
  weeksOf: {
    zh: '只输出这些的课表（文本）：行政班、教师或教室',
    en: 'only the weeks of these, as text',
  },
  formatDefault: {
    zh: '按文件扩展名（.html、.gexf、.txt）；标准输出为 text',
    en: 'by the file name (.html, .gexf, .txt); text on standard output',
  },
} satisfies Record<string, Words>;
