/** What is left, as data with ids and as sentences with names. */
import { blockerText, hotText, lessonText, unservedText, type LessonFacts, type PlaceCounts } from '../../text/left.ts';
import type { Words } from '../../text/lang.ts';
import { roomKindText } from '../../text/report.ts';
import type { School } from '../../school/types.ts';
import type { Timetable } from '../../timetable/types.ts';
import { makeContext, type ReportContext } from '../context.ts';
import { listed, STUDENTS_NAMED } from '../naming.ts';
import type { Blocker } from './blockers.ts';
import type { HotSpot } from './hot.ts';
import { leftOver } from './left-over.ts';
import type { BlockedLesson, BlockedPlace } from './lessons.ts';
import type { UnservedCourse } from './unserved.ts';

export interface LeftBlocker {
  kind: Blocker['kind'];
  id: string;
  sections: string[];
  /** a teacher who is not there then; absent otherwise */
  away?: true;
}

export interface LeftPlace {
  slot: string;
  weeks: 'every' | 'odd' | 'even';
  /** all slots of the week that it would cover, `slot` first */
  covers: string[];
  blockers: LeftBlocker[];
}

export interface LeftLesson {
  section: string;
  index: number;
  periods: number;
  /** where it stands; absent: nowhere */
  at?: LeftPlace;
  places: PlaceCounts;
  nearest: LeftPlace[];
  /** must rules on its section that no place was asked about */
  musts: string[];
  text: Words;
}

/** Of a week that is not complete. */
export interface Left {
  lessons: LeftLesson[];
  unserved: (UnservedCourse & { text: Words })[];
  hot: (HotSpot & { text: Words })[];
}

const BOTH = ['zh', 'en'] as const;

const words = (make: (lang: (typeof BOTH)[number]) => string): Words => ({ zh: make('zh'), en: make('en') });

const same = (text: string): Words => ({ zh: text, en: text });

function nameOf({ naming, school }: ReportContext, kind: HotSpot['kind'] | Blocker['kind'], id: string): Words {
  switch (kind) {
    case 'teacher':
      return same(naming.teacher(id));
    case 'homeroom':
      return same(naming.homeroom(id));
    case 'section':
      return naming.section(id);
    case 'room':
      return same(naming.room(id));
    case 'roomKind':
      return roomKindText(id);
    case 'rule':
      return same(naming.model.rules.find((rule) => rule.id === id)?.rule.note ?? id);
    case 'line': {
      const grade = school.grades.find((it) => id.startsWith(`${it.id}/`));
      return same(grade ? `${grade.name} ${id.slice(grade.id.length + 1)}` : id);
    }
    case 'slot':
      return naming.slot(id);
    default:
      return same(id);
  }
}

const sectionIds = ({ timetable }: ReportContext, sections: readonly number[]): string[] =>
  sections.flatMap((section) => timetable.sections[section]?.id ?? []);

function blockersText(context: ReportContext, blockers: readonly Blocker[]): Words {
  const texts = blockers.map(({ kind, id, sections, students, away }) => {
    const names = sectionIds(context, sections).map((section) => context.naming.section(section));
    const list = words((lang) =>
      listed(
        names.map((name) => name[lang]),
        lang,
      ),
    );
    return blockerText({ kind, name: nameOf(context, kind, id), sections: list, students, away });
  });
  return { zh: texts.map(({ zh }) => zh).join('，'), en: texts.map(({ en }) => en).join(', and ') };
}

const slotNamed = ({ naming }: ReportContext, { start, weeks }: BlockedPlace): Words => {
  const id = naming.model.grid.slotIds[start] ?? '';
  return naming.slot(weeks === 'every' ? id : `${id}/${weeks}`);
};

const placeOf = (context: ReportContext, place: BlockedPlace): LeftPlace => ({
  slot: context.naming.model.grid.slotIds[place.start] ?? '',
  weeks: place.weeks,
  covers: [...new Set(place.slots.flatMap((slot) => context.naming.model.grid.slotIds[slot] ?? []))],
  blockers: place.blockers.map(({ kind, id, sections, away }) => ({
    kind,
    id,
    sections: sectionIds(context, sections),
    ...(away ? { away } : {}),
  })),
});

const placeText = (context: ReportContext, place: BlockedPlace): { slot: Words; blockers: Words } => ({
  slot: slotNamed(context, place),
  blockers: blockersText(context, place.blockers),
});

function countPlaces(places: readonly BlockedPlace[]): PlaceCounts {
  const kept = (...kinds: Blocker['kind'][]): number =>
    places.filter(({ blockers }) => blockers.some(({ kind }) => kinds.includes(kind))).length;
  return {
    all: places.length,
    teacher: kept('teacher'),
    students: kept('students'),
    room: kept('room', 'roomKind'),
    rule: kept('rule'),
    lock: kept('lock'),
    line: kept('line'),
    free: places.filter(({ blockers }) => blockers.length === 0).length,
  };
}

function describeLesson(context: ReportContext, lesson: BlockedLesson): LeftLesson {
  const { section, index, periods, at, nearest, musts } = lesson;
  const id = context.timetable.sections[section]?.id ?? '';
  const places = countPlaces(lesson.places);
  const facts: LessonFacts = {
    section: context.naming.section(id),
    index,
    ...(at ? { at: placeText(context, at) } : {}),
    places,
    nearest: nearest.map((place) => placeText(context, place)),
    musts: words((lang) =>
      listed(
        musts.map((id) => nameOf(context, 'rule', id)[lang]),
        lang,
      ),
    ),
  };
  return {
    section: id,
    index,
    periods,
    ...(at ? { at: placeOf(context, at) } : {}),
    places,
    nearest: nearest.map((place) => placeOf(context, place)),
    musts,
    text: lessonText(facts),
  };
}

function describeUnserved({ naming }: ReportContext, entry: UnservedCourse): UnservedCourse & { text: Words } {
  const students = words((lang) =>
    listed(
      entry.students.map((id) => naming.student(id)[lang]),
      lang,
      '人',
      STUDENTS_NAMED,
    ),
  );
  const { course, sections, full, clashing } = entry;
  const count = entry.students.length;
  return { ...entry, text: unservedText({ course: naming.course(course), students, count, sections, full, clashing }) };
}

/** null: a week that is complete, or sections alone. */
export function describeLeft(context: ReportContext): Left | null {
  const left = leftOver(context);
  return (
    left && {
      lessons: left.lessons.map((lesson) => describeLesson(context, lesson)),
      unserved: left.unserved.map((entry) => describeUnserved(context, entry)),
      hot: left.hot.map((spot) => ({ ...spot, text: hotText({ ...spot, name: nameOf(context, spot.kind, spot.id) }) })),
    }
  );
}

export const leftInWeek = (school: School, timetable: Timetable): Left | null =>
  describeLeft(makeContext(school, timetable, 'zh'));
