/** The JSON Schema of the school document: its shape, and that of each rule by its type. */
import { jsonSchema, schemaDocument, type JsonSchema } from './json-schema.ts';
import { RULE_SHAPES, RULE_TYPES } from './rule-table.ts';
import { SCHOOL_SHAPE } from './school-shape.ts';

// A keyword of JSON Schema; nobody awaits a schema.
// oxlint-disable-next-line unicorn/no-thenable
const THEN = 'then';

const ofType = (type: string): JsonSchema => {
  const shape = RULE_SHAPES.get(type);
  const schema = shape ? jsonSchema(shape) : {};
  return {
    if: { properties: { type: { const: type } }, required: ['type'] },
    [THEN]: schema,
  };
};

export function schoolSchema(): JsonSchema {
  const school = jsonSchema(SCHOOL_SHAPE);
  const rule: JsonSchema = {
    type: 'object',
    required: ['type', 'strength'],
    properties: { type: { enum: [...RULE_TYPES] } },
    allOf: RULE_TYPES.map(ofType),
  };
  const properties = { ...(school['properties'] as JsonSchema), rules: { type: ['array', 'null'], items: rule } };
  return schemaDocument('urn:zouban:school:1', 'zouban/school@1', { ...school, properties });
}
