/** The published files of schema/, and how they are written. */
import { schoolSchema } from '../../src/school/school-schema.ts';
import { timetableSchema } from '../../src/timetable/timetable-schema.ts';

const textOf = (schema: object): string => `${JSON.stringify(schema, null, 1)}\n`;

/** text by name */
export const schemaFiles = (): Record<string, string> => ({
  'school.schema.json': textOf(schoolSchema()),
  'timetable.schema.json': textOf(timetableSchema()),
});
