import { readFileSync } from 'node:fs';
import type { Fault } from './fault.ts';
import { below, NOWHERE } from './walk.ts';

// Checks a payload against schema.generated.json. The generator writes only the keywords below, so this small reader of
// them replaces a general validator, whose compilation would cost the first answer half a second. A test holds it
// against such a validator.

type Type = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';

interface Schema {
  $ref?: string;
  type?: Type | Type[];
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  discriminator?: { propertyName: 'type' };
}

const PREFIX = '#/definitions/';
let definitions: Record<string, Schema> | undefined;

function definition(name: string): Schema {
  definitions ??= (
    JSON.parse(readFileSync(new URL('../schema.generated.json', import.meta.url), 'utf8')) as {
      definitions: Record<string, Schema>;
    }
  ).definitions;
  const found = definitions[name];
  if (!found) throw new Error(`no definition ${name} in schema.generated.json`);
  return found;
}

/** Where `value` is not what the type `name` of `@slack/types` says, with the limits of its comments. */
export function structureFaults(name: string, value: unknown, pointer: string): Fault[] {
  const faults: Fault[] = [];
  check(definition(name), value, pointer, faults);
  return faults;
}

// Every message goes through here before it is sent, every cell of a table: nothing is made that is not needed.
function check(given: Schema, value: unknown, pointer: string, faults: Fault[]): void {
  const schema = resolved(given);
  if (schema.allOf) for (const part of schema.allOf) check(part, value, pointer, faults);
  if (schema.type && !isOfTypes(schema.type, value)) {
    const types = [schema.type].flat().join(' or ');
    faults.push({ pointer, code: 'wrong_type', message: `must be of type ${types}` });
    return;
  }
  checkChoice(schema, value, pointer, faults);
  if (typeof value === 'string') checkLength(schema, value.length, 'characters', pointer, faults);
  else if (typeof value === 'number') checkRange(schema, value, pointer, faults);
  else if (Array.isArray(value)) checkItems(schema, value, pointer, faults);
  else if (typeof value === 'object' && value !== null) {
    checkObject(schema, value as Record<string, unknown>, pointer, faults);
  }
}

function resolved(schema: Schema): Schema {
  if (!schema.$ref) return schema;
  let meant = references.get(schema.$ref);
  if (!meant) {
    meant = resolved(definition(schema.$ref.slice(PREFIX.length)));
    references.set(schema.$ref, meant);
  }
  return meant;
}

const references = new Map<string, Schema>();

function checkChoice(schema: Schema, value: unknown, pointer: string, faults: Fault[]): void {
  if (schema.const !== undefined && value !== schema.const) {
    faults.push({ pointer, code: 'wrong_value', message: `must be ${JSON.stringify(schema.const)}` });
  }
  if (schema.enum && !schema.enum.includes(value)) {
    faults.push({ pointer, code: 'wrong_value', message: `must be one of ${schema.enum.join(', ')}` });
  }
  if (schema.anyOf && !schema.anyOf.some((each) => fits(each, value))) {
    faults.push({ pointer, code: 'wrong_type', message: 'fits none of the forms that may stand here' });
  }
}

function fits(schema: Schema, value: unknown): boolean {
  const faults: Fault[] = [];
  check(schema, value, NOWHERE, faults);
  return faults.length === 0;
}

const isOfTypes = (types: Type | Type[], value: unknown): boolean =>
  Array.isArray(types) ? types.some((type) => isOfType(type, value)) : isOfType(types, value);

function isOfType(type: Type, value: unknown): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value);
  return typeof value === type;
}

function checkLength(
  schema: Schema,
  length: number,
  unit: 'characters' | 'items',
  pointer: string,
  faults: Fault[],
): void {
  const least = schema.minLength ?? schema.minItems ?? 0;
  const most = schema.maxLength ?? schema.maxItems ?? Number.POSITIVE_INFINITY;
  const isText = unit === 'characters';
  if (length < least) {
    const message = `must have at least ${least} ${unit}, has ${length}`;
    faults.push({ pointer, code: isText ? 'too_short' : 'too_few', message });
  }
  if (length > most) {
    const message = `must have at most ${most} ${unit}, has ${length}`;
    faults.push({ pointer, code: isText ? 'too_long' : 'too_many', message });
  }
}

function checkRange(schema: Schema, value: number, pointer: string, faults: Fault[]): void {
  const { minimum = -Infinity, maximum = Infinity } = schema;
  if (value < minimum) faults.push({ pointer, code: 'out_of_range', message: `must be at least ${minimum}` });
  if (value > maximum) faults.push({ pointer, code: 'out_of_range', message: `must be at most ${maximum}` });
}

function checkItems(schema: Schema, value: unknown[], pointer: string, faults: Fault[]): void {
  checkLength(schema, value.length, 'items', pointer, faults);
  if (!schema.items) return;
  for (let at = 0; at < value.length; at += 1) check(schema.items, value[at], below(pointer, at), faults);
}

function checkObject(schema: Schema, value: Record<string, unknown>, pointer: string, faults: Fault[]): void {
  if (schema.discriminator && schema.oneOf) {
    checkMeant(schema.oneOf, value, pointer, faults);
    return;
  }
  for (const name of schema.required ?? []) {
    if (value[name] === undefined) faults.push({ pointer, code: 'missing', message: `needs "${name}"` });
  }
  if (schema.oneOf && schema.oneOf.filter((form) => fits(form, value)).length !== 1) {
    const forms = schema.oneOf.map((form) => (form.required ?? []).join(' and '));
    faults.push({ pointer, code: 'missing', message: `needs exactly one of ${forms.join(', ')}` });
  }
  for (const key in value) {
    const inner = value[key];
    if (inner === undefined) continue;
    const known = schema.properties && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
    const rest = known ?? schema.additionalProperties;
    if (rest === false) faults.push({ pointer, code: 'unknown_field', message: `knows no "${key}"` });
    else if (typeof rest === 'object')
      check(rest, inner, pointer === NOWHERE ? NOWHERE : below(pointer, escapeKey(key)), faults);
  }
}

/** Of a union only the member that `type` names is checked: "none fits" would help nobody. */
function checkMeant(members: Schema[], value: Record<string, unknown>, pointer: string, faults: Fault[]): void {
  const byType = membersByType(members);
  const meant = byType.get(value.type);
  if (meant) check(meant, value, pointer, faults);
  else if (value.type === undefined) faults.push({ pointer, code: 'missing', message: 'needs "type"' });
  else faults.push({ pointer, code: 'unknown_type', message: `may be ${[...byType.keys()].join(', ')} here` });
}

const unions = new WeakMap<Schema[], Map<unknown, Schema>>();

/** The members of a union by what they have as `type`. */
function membersByType(members: Schema[]): Map<unknown, Schema> {
  const known = unions.get(members);
  if (known) return known;
  const byType = new Map(
    members.map(resolved).map((member) => [resolved(member.properties?.type ?? {}).const, member] as const),
  );
  unions.set(members, byType);
  return byType;
}

const escapeKey = (key: string) => (/[~/]/.test(key) ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key);
