/** The JSON Schema of the timetable document. */
import { jsonSchema, schemaDocument, type JsonSchema } from '../school/json-schema.ts';
import { TIMETABLE_SHAPE } from './timetable-shape.ts';

export const timetableSchema = (): JsonSchema =>
  schemaDocument('urn:zouban:timetable:1', 'zouban/timetable@1', jsonSchema(TIMETABLE_SHAPE));
