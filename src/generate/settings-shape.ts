/** The shape of a settings file; what it shares with the school file is as there. */
import { SCHOOL_SHAPE } from '../school/school-shape.ts';
import {
  amount,
  any,
  count,
  id,
  list,
  maybe,
  object,
  oneOf,
  openObject,
  record,
  slotSet,
  text,
  yesNo,
  type Shape,
} from '../school/shape.ts';

export const SETTINGS_FORMAT = 'zouban/settings@1';

/** A part of the school's shape: `calendar`, or `courses` for its items with some keys left out. */
function schoolPart(key: string): Shape {
  const found = SCHOOL_SHAPE.type === 'object' ? SCHOOL_SHAPE.props[key] : undefined;
  if (!found) throw new Error(`The school has no ${key}.`);
  return structuredClone(found);
}

function itemProps(key: string): Record<string, Shape> {
  const shape = schoolPart(key);
  return shape.type === 'array' && shape.items.type === 'object' ? shape.items.props : {};
}

const without = (props: Record<string, Shape>, ...keys: string[]): Record<string, Shape> =>
  Object.fromEntries(Object.entries(props).filter(([key]) => !keys.includes(key)));

const share = (): Shape => ({ type: 'number', min: 0, max: 1 });

const load = (): Shape => object({ min: maybe(count(0)), target: maybe(count(0)), max: count(1) });

const gradeSettings = (): Shape =>
  object({
    ...without(itemProps('grades'), 'combinations', 'lines', 'closed', 'breakAfter', 'formHomerooms'),
    homerooms: count(1),
    students: count(1),
    shares: maybe(record(amount())),
    mixed: maybe(yesNo()),
    keeps: maybe(count(1)),
    sorted: maybe(yesNo()),
    statesAtHome: maybe(count(1)),
    tracks: maybe(
      list(object({ track: id(), homerooms: count(1), each: maybe(count(1)), shares: maybe(record(amount())) })),
    ),
    languages: maybe(list(object({ short: id(), homerooms: count(1), each: count(1) }))),
    forms: maybe(object({ min: maybe(count(0)), target: maybe(count(1)), max: maybe(count(1)) })),
    poolSize: maybe(count(1)),
    levels: maybe(record(record(amount()))),
    size: object({ min: maybe(count(0)), target: maybe(count(1)), max: maybe(count(1)) }),
    statesLines: maybe(yesNo()),
    building: maybe(id()),
    courses: list(object({ ...without(itemProps('courses'), 'grade'), pooled: maybe(yesNo()) }), 1),
  });

const roomSettings = (): Shape =>
  object({ ...without(itemProps('rooms'), 'unavailable', 'homerooms'), count: count(1) });

const teamSettings = (): Shape =>
  object({
    subjects: list(id(), 1),
    load: load(),
    use: share(),
    half: share(),
    gradeBound: yesNo(),
    meeting: maybe(slotSet()),
  });

export const SETTINGS_SHAPE: Shape = object({
  $schema: maybe(any()),
  format: oneOf(SETTINGS_FORMAT),
  seed: count(0),
  name: text(),
  term: maybe(text()),
  calendar: schoolPart('calendar'),
  buildings: schoolPart('buildings'),
  subjects: schoolPart('subjects'),
  grades: list(gradeSettings(), 1),
  homeroomRooms: object({ seats: list(count(1), 2), perFloor: count(1) }),
  rooms: list(roomSettings()),
  staff: object({
    teams: list(teamSettings(), 1),
    twoGrades: share(),
    headExtra: count(0),
    dutyExtra: maybe(count(0)),
    partTime: object({ share: share(), halfDays: count(0) }),
  }),
  rules: maybe(list(openObject({ type: id() }))),
  givesSections: maybe(yesNo()),
});
