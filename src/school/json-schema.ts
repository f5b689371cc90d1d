/** A shape as JSON Schema (draft 2020-12), for editors and for other people's validators. What is not read yet is not in it. */
import type { Shape } from './shape.ts';

export type JsonSchema = { [keyword: string]: unknown };

const isNotRead = (shape: Shape): boolean => shape.notRead === true;

/** A key that may be left out may also be null. */
function orNull(schema: JsonSchema): JsonSchema {
  if (Array.isArray(schema['anyOf'])) return { anyOf: [...(schema['anyOf'] as JsonSchema[]), { type: 'null' }] };
  if (Array.isArray(schema['enum'])) return { enum: [...(schema['enum'] as unknown[]), null] };
  if (typeof schema['type'] === 'string') return { ...schema, type: [schema['type'], 'null'] };
  return schema;
}

const inObject = (shape: Shape): JsonSchema => (shape.optional ? orNull(jsonSchema(shape)) : jsonSchema(shape));

function objectSchema(props: Record<string, Shape>, isOpen: boolean): JsonSchema {
  const read = Object.entries(props).filter(([, shape]) => !isNotRead(shape));
  const required = read.flatMap(([key, shape]) => (shape.optional ? [] : [key]));
  return {
    type: 'object',
    ...(required.length > 0 ? { required } : {}),
    properties: Object.fromEntries(read.map(([key, shape]) => [key, inObject(shape)])),
    ...(isOpen ? {} : { patternProperties: { '^x-': {} }, additionalProperties: false }),
  };
}

export function jsonSchema(shape: Shape): JsonSchema {
  switch (shape.type) {
    case 'any':
      return {};
    case 'string':
      return shape.empty === false ? { type: 'string', minLength: 1 } : { type: 'string' };
    case 'number':
      return {
        type: shape.integer ? 'integer' : 'number',
        ...(shape.min === undefined ? {} : { minimum: shape.min }),
        ...(shape.max === undefined ? {} : { maximum: shape.max }),
      };
    case 'boolean':
      return { type: 'boolean' };
    case 'enum':
      return { enum: shape.values.filter((value) => !shape.later?.includes(value)) };
    case 'array':
      return { type: 'array', items: jsonSchema(shape.items), ...(shape.min ? { minItems: shape.min } : {}) };
    case 'record':
      return { type: 'object', additionalProperties: orNull(jsonSchema(shape.value)) };
    case 'multi':
      return { anyOf: shape.rules.map(jsonSchema) };
    case 'object':
      return objectSchema(shape.props, shape.open === true);
  }
}

/** A document of its own, with a name that other documents can refer to. */
export const schemaDocument = (id: string, title: string, schema: JsonSchema): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: id,
  title,
  ...schema,
});
