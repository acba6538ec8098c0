// npm run slack:schema: writes src/slack/schema.generated.json, the structure and the limits of what Slack takes, from
// the types of @slack/types and their comments. A test proves that the committed file is what this makes.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';

type Schema = Record<string, unknown>;
type Definitions = Record<string, Schema>;

const ROOTS = ['KnownBlock', 'ModalView', 'HomeView', 'MessageMetadata'];
const FILE = new URL('../src/slack/schema.generated.json', import.meta.url);

/** Where Slack takes more than its types say; each was seen or is documented. */
const LAXER: { reason: string; relax: (definitions: Definitions) => void }[] = [
  {
    reason: 'the reference gives 150 characters for the value of an option, the comment 75',
    relax: (definitions) => assign(definitions, 'Option', 'value', { maxLength: 150 }),
  },
  {
    reason: 'the same for the options of selects',
    relax: (definitions) => assign(definitions, 'PlainTextOption', 'value', { maxLength: 150 }),
  },
  {
    reason: 'Slack takes mrkdwn in the description of a checkbox or radio button, the type says plain_text',
    relax: (definitions) => {
      const plain = definitions.Option?.properties as Definitions | undefined;
      const text = JSON.stringify(plain?.description).replace('PlainTextElement', 'TextObject');
      assign(definitions, 'Option', 'description', JSON.parse(text) as Schema);
    },
  },
];

/** The committed file, as it must read. */
export function slackSchema(): string {
  const generator = createGenerator({
    path: fileURLToPath(import.meta.resolve('@slack/types')).replace(/\.js$/, '.d.ts'),
    tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)),
    skipTypeCheck: true,
    jsDoc: 'extended',
  });
  const definitions: Definitions = {};
  for (const root of ROOTS) Object.assign(definitions, generator.createSchema(root).definitions);
  // A view's blocks are typed as "any block", which would let every unknown one pass.
  definitions.AnyBlock = { $ref: '#/definitions/KnownBlock' };
  definitions.Block = {};

  const tidy = mapValues(definitions, (schema) => schemaOf(schema, definitions));
  for (const { relax } of LAXER) relax(tidy);
  const lines = Object.entries(used(tidy)).map(
    ([name, schema]) => `${JSON.stringify(name)}: ${JSON.stringify(schema)}`,
  );
  return `{ "definitions": {\n${lines.join(',\n')}\n} }\n`;
}

/** One schema with the limits of its comment as keywords, unions told apart by `type`, and no comments. */
function schemaOf(node: unknown, definitions: Definitions): Schema {
  const schema = node as Schema;
  const { description, anyOf, properties, items, ...rest } = schema;
  const plain: Schema = { ...rest };
  if (properties) plain.properties = mapValues(properties as Definitions, (each) => schemaOf(each, definitions));
  if (items) plain.items = schemaOf(items, definitions);
  const whole = anyOf ? union(anyOf as Schema[], definitions) : plain;
  return typeof description === 'string' ? limited(whole, description.replace(/\s+/g, ' ')) : whole;
}

/** `anyOf` says only "none of them fits"; with a discriminator the one that was meant is checked. */
function union(members: Schema[], definitions: Definitions): Schema {
  const flat = members.flatMap((member) => flatten(member, definitions));
  const types = flat.map((member) => typeOf(member, definitions));
  if (types.every((type) => type !== undefined) && new Set(types).size === types.length) {
    return {
      type: 'object',
      discriminator: { propertyName: 'type' },
      required: ['type'],
      oneOf: flat.map((member) => schemaOf(member, definitions)),
    };
  }
  const objects = flat.map((member) => resolve(member, definitions));
  if (objects.every((member) => member.additionalProperties === false)) return merged(objects, definitions);
  return { anyOf: flat.map((member) => schemaOf(member, definitions)) };
}

/** Objects that differ in a property or two become one, which needs those that all need, and one of the other sets. */
function merged(objects: Schema[], definitions: Definitions): Schema {
  const propertiesOf = (each: Schema) => (each.properties ?? {}) as Definitions;
  const requiredOf = (each: Schema) => (each.required ?? []) as string[];
  const names = [...new Set(objects.flatMap((each) => Object.keys(propertiesOf(each))))];
  const properties = Object.fromEntries(
    names.map((name) => {
      const forms = objects.map((each) => propertiesOf(each)[name]).filter((form) => form !== undefined);
      const different = forms.filter((form, at) => forms.findIndex((other) => same(form, other)) === at);
      const description = different.map((form) => form.description).join(' ');
      const bare = different.map((form) => ({ ...form, description: undefined }));
      return [name, different.length === 1 ? different[0] : { anyOf: bare, description }];
    }),
  );
  const always = names.filter((name) => objects.every((each) => requiredOf(each).includes(name)));
  const sets = objects.map((each) => requiredOf(each).filter((name) => !always.includes(name)));
  return {
    ...schemaOf({ type: 'object', properties, required: always, additionalProperties: false }, definitions),
    ...(sets.some((set) => set.length > 0) ? { oneOf: sets.map((required) => ({ required })) } : {}),
  };
}

const same = (one: Schema, other: Schema) =>
  JSON.stringify({ ...one, description: '' }) === JSON.stringify({ ...other, description: '' });

function flatten(member: Schema, definitions: Definitions): Schema[] {
  const inner = resolve(member, definitions).anyOf as Schema[] | undefined;
  const isUnion = inner && typeOf(member, definitions) === undefined;
  return isUnion ? inner.flatMap((each) => flatten(each, definitions)) : [member];
}

/** The constant in `type`, also where two forms (an image by URL or as a file) share it. */
function typeOf(member: Schema, definitions: Definitions): string | undefined {
  const schema = resolve(member, definitions);
  const forms = (schema.anyOf as Schema[] | undefined)?.map((form) => typeOf(form, definitions));
  if (forms) return new Set(forms).size === 1 ? forms[0] : undefined;
  return (schema.properties as Definitions | undefined)?.type?.const as string | undefined;
}

function resolve(schema: Schema, definitions: Definitions): Schema {
  const name = refOf(schema);
  return name === undefined ? schema : resolve(definitions[name] ?? {}, definitions);
}

const refOf = (schema: Schema) =>
  typeof schema.$ref === 'string' ? schema.$ref.replace('#/definitions/', '') : undefined;

const number = (found: RegExpMatchArray | null) => {
  const digits = found?.slice(1).find((group) => group !== undefined);
  return digits === undefined ? undefined : Number(digits.replaceAll(',', ''));
};

/** Adds the limits that the comment names, each where it belongs: to a string, a text object, a list or a number. */
function limited(schema: Schema, comment: string): Schema {
  const isText = /PlainTextElement|MrkdwnElement|TextObject/.test(JSON.stringify(schema)) && schema.type !== 'array';
  if (schema.type === 'string' && schema.const === undefined) return { ...schema, ...lengths(comment) };
  if (schema.type === 'array') return { ...schema, ...counts(comment), ...inItems(schema, comment) };
  if (schema.type === 'number' && schema.enum === undefined) return { ...schema, ...bounds(comment) };
  if (isText && Object.keys(lengths(comment)).length > 0 && schema.properties === undefined) {
    return { allOf: [schema, { type: 'object', properties: { text: { type: 'string', ...lengths(comment) } } }] };
  }
  return schema;
}

function lengths(comment: string): Schema {
  const most = number(comment.match(/max(?:imum)? length[^.\d]*?([\d,]+)|limit ([\d,]+) characters/i));
  const below = number(comment.match(/must be less than (\d+) characters/i));
  const least = number(comment.match(/minimum length[^.\d]*?(\d+)/i));
  const maxLength = most ?? (below === undefined ? undefined : below - 1);
  return { ...(least === undefined ? {} : { minLength: least }), ...(maxLength === undefined ? {} : { maxLength }) };
}

function counts(comment: string): Schema {
  const most = number(
    comment.match(/max(?:imum)?(?: number of (?:items|options|option groups) is| of)? (\d+)|up to (\d+)/i),
  );
  const least = number(comment.match(/minimum (\d+), maximum/i));
  return {
    ...(least === undefined ? {} : { minItems: least }),
    ...(most === undefined ? {} : { maxItems: most }),
  };
}

function inItems(schema: Schema, comment: string): Schema {
  const cells = number(comment.match(/each row object is an array with a max of (\d+)/i));
  if (cells !== undefined) return { items: { ...(schema.items as Schema), maxItems: cells } };
  const text = number(comment.match(/maximum length for the text in each item is (\d+)/i));
  if (text === undefined) return {};
  const short = { type: 'object', properties: { text: { type: 'string', maxLength: text } } };
  return { items: { allOf: [schema.items, short] } };
}

function bounds(comment: string): Schema {
  const range = comment.match(
    /(?:between|min(?:imum)?(?: of)?|from) `?(\d+)`?(?: \(default\))?(?:,? (?:and|to|max(?:imum)?(?: of)?)) `?(\d+)`?/i,
  );
  if (range) return { type: 'integer', minimum: Number(range[1]), maximum: Number(range[2]) };
  const most = number(comment.match(/maximum value is (\d+)/i));
  if (most !== undefined) return { type: 'integer', minimum: 0, maximum: most };
  const least = number(comment.match(/minimum number is (\d+)/i));
  return least === undefined ? {} : { type: 'integer', minimum: least };
}

function assign(definitions: Definitions, name: string, property: string, change: Schema): void {
  const properties = definitions[name]?.properties as Definitions | undefined;
  const before = properties?.[property];
  if (!properties || !before) throw new Error(`${name}.${property} is no more: mend the allow-list`);
  properties[property] = { ...before, ...change };
}

/** Only what the roots reach. */
function used(definitions: Definitions): Definitions {
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const text = JSON.stringify(definitions[name] ?? {});
    for (const [, next] of text.matchAll(/#\/definitions\/(\w+)/g)) visit(next as string);
  };
  ROOTS.forEach(visit);
  return Object.fromEntries([...seen].sort().map((name) => [name, definitions[name] ?? {}]));
}

function mapValues<From, To>(record: Record<string, From>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

if (path.resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) writeFileSync(FILE, slackSchema());
