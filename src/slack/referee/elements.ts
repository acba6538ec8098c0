import { isDeepStrictEqual } from 'node:util';
import { LIMITS } from '../limits.ts';
import type { Fault } from './fault.ts';
import { fault, isNode, type Node, nodesIn, type Parts, type Place, repeated } from './walk.ts';

// What the types cannot say: how the fields of one block or element go together.

type Rule = (place: Place) => Fault[];

export function elementFaults({ blocks }: Parts): Fault[] {
  const faults: Fault[] = [];
  for (const { nodes } of blocks) {
    for (const place of nodes) {
      const found = RULES.get(place.node.type)?.(place);
      if (found && found.length > 0) faults.push(...found);
    }
  }
  return faults;
}

const RULES = new Map<unknown, Rule>(
  Object.entries({
    section: ({ node, pointer }) =>
      node.text === undefined && !(Array.isArray(node.fields) && node.fields.length > 0)
        ? [fault(pointer, 'missing', 'needs "text" or "fields"')]
        : [],
    actions: atLeastOne('elements'),
    context: atLeastOne('elements'),
    context_actions: atLeastOne('elements'),
    rich_text: atLeastOne('elements'),
    rich_text_list: atLeastOne('elements'),
    rich_text_preformatted: atLeastOne('elements'),
    rich_text_quote: atLeastOne('elements'),
    text: notEmpty('text'),
    emoji: notEmpty('name'),
    link: ({ node, pointer }) => address(node, 'url', pointer),
    button: ({ node, pointer }) => address(node, 'url', pointer),
    image: ({ node, pointer }) => [...address(node, 'image_url', pointer), ...notEmpty('alt_text')({ node, pointer })],
    container: ({ node, pointer }) =>
      node.title === undefined && node.rich_text_title === undefined
        ? [fault(pointer, 'missing', 'needs "title" or "rich_text_title"')]
        : [],
    card: ({ node, pointer }) => [
      ...(['hero_image', 'title', 'actions', 'body'].every((name) => node[name] === undefined)
        ? [fault(pointer, 'missing', 'needs "hero_image", "title", "actions" or "body"')]
        : []),
      ...atMost('actions', LIMITS.cardActions)({ node, pointer }),
    ],
    plan: atMost('tasks', LIMITS.planTasks),
    alert: ({ node, pointer }) =>
      isNode(node.text) && String(node.text.text).length > LIMITS.alertText
        ? [fault(`${pointer}/text/text`, 'too_long', `at most ${LIMITS.alertText} characters`)]
        : [],
    static_select: choice,
    multi_static_select: choice,
    checkboxes: choice,
    radio_buttons: choice,
    overflow: choice,
    external_select: ({ node, pointer }) => values(chosen(node, pointer)),
    multi_external_select: ({ node, pointer }) => values(chosen(node, pointer)),
    datepicker: form('initial_date', isDay, 'a day written YYYY-MM-DD'),
    timepicker: form('initial_time', (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), 'a time written HH:mm'),
    datetimepicker: form('initial_date_time', (text) => /^\d{10}$/.test(text), 'seconds since 1970, ten digits'),
    number_input: numbers,
    plain_text_input: lengths,
    rich_text_input: ordered('min_lines', 'max_lines'),
    email_text_input: notEmpty('initial_value'),
    url_text_input: notEmpty('initial_value'),
    file_input: files,
  } satisfies Record<string, Rule>),
);

function atLeastOne(name: string): Rule {
  return ({ node, pointer }) =>
    Array.isArray(node[name]) && node[name].length === 0
      ? [fault(`${pointer}/${name}`, 'too_few', 'must have at least 1 item')]
      : [];
}

function atMost(name: string, most: number): Rule {
  return ({ node, pointer }) =>
    Array.isArray(node[name]) && node[name].length > most
      ? [fault(`${pointer}/${name}`, 'too_many', `must have at most ${most} items`)]
      : [];
}

function notEmpty(name: string): Rule {
  return ({ node, pointer }) =>
    node[name] === '' ? [fault(`${pointer}/${name}`, 'too_short', 'must have at least 1 character')] : [];
}

function address(node: Node, name: string, pointer: string): Fault[] {
  const url = node[name];
  if (typeof url !== 'string') return [];
  if (url.length > LIMITS.url) return [fault(`${pointer}/${name}`, 'too_long', `at most ${LIMITS.url} characters`)];
  return /^(https?:\/\/[^\s<>|]+|mailto:[^\s<>|]+)$/.test(url) && URL.canParse(url)
    ? []
    : [fault(`${pointer}/${name}`, 'wrong_value', 'must be a web or mail address')];
}

/** The options of an element, those of its groups included. */
function options(node: Node, pointer: string): Place[] {
  const groups = nodesIn(node.option_groups, `${pointer}/option_groups`);
  return [
    ...nodesIn(node.options, `${pointer}/options`),
    ...groups.flatMap((group) => nodesIn(group.node.options, `${group.pointer}/options`)),
  ];
}

function chosen(node: Node, pointer: string): Place[] {
  const one = isNode(node.initial_option) ? [{ node: node.initial_option, pointer: `${pointer}/initial_option` }] : [];
  return [...one, ...nodesIn(node.initial_options, `${pointer}/initial_options`)];
}

/** Slack lets an option of an overflow menu be a bare link; all others need their value. */
function values(places: readonly Place[]): Fault[] {
  return places
    .filter(({ node }) => typeof node.value !== 'string' || node.value === '')
    .filter(({ node }) => node.url === undefined)
    .map(({ pointer }) => fault(pointer, 'missing', 'needs "value"'));
}

function choice({ node, pointer }: Place): Fault[] {
  const offered = options(node, pointer);
  const initial = chosen(node, pointer);
  const both = node.options !== undefined && node.option_groups !== undefined;
  const groups = nodesIn(node.option_groups, `${pointer}/option_groups`);
  return [
    ...(both ? [fault(pointer, 'not_allowed_here', 'has "options" and "option_groups": one of them only')] : []),
    ...(offered.length === 0 ? [fault(pointer, 'too_few', 'needs at least one option')] : []),
    ...groups.flatMap(groupFaults),
    ...values(offered),
    ...repeated(offered, (place) => place.node.value).map((place) =>
      fault(`${place.pointer}/value`, 'duplicate', 'another option has this value'),
    ),
    ...initial
      .filter((place) => !offered.some((option) => isDeepStrictEqual(option.node, place.node)))
      .map((place) => fault(place.pointer, 'not_an_option', 'must equal one of the options')),
    ...('initial_options' in node ? atLeastOne('initial_options')({ node, pointer }) : []),
  ];
}

function groupFaults({ node, pointer }: Place): Fault[] {
  const long = isNode(node.label) && String(node.label.text).length > LIMITS.optionText;
  return [
    ...atLeastOne('options')({ node, pointer }),
    ...atMost('options', LIMITS.options)({ node, pointer }),
    ...(long ? [fault(`${pointer}/label/text`, 'too_long', `at most ${LIMITS.optionText} characters`)] : []),
  ];
}

function form(name: string, fits: (text: string) => boolean, what: string): Rule {
  return ({ node, pointer }) =>
    node[name] !== undefined && !fits(String(node[name]))
      ? [fault(`${pointer}/${name}`, 'wrong_value', `must be ${what}`)]
      : [];
}

function isDay(text: string): boolean {
  const instant = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

function ordered(least: string, most: string): Rule {
  return ({ node, pointer }) =>
    node[least] !== undefined && node[most] !== undefined && Number(node[least]) > Number(node[most])
      ? [fault(`${pointer}/${least}`, 'out_of_range', `must not be greater than "${most}"`)]
      : [];
}

function numbers({ node, pointer }: Place): Fault[] {
  const given = ['initial_value', 'min_value', 'max_value'].filter((name) => node[name] !== undefined);
  const pattern = node.is_decimal_allowed === true ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  const bad = given.filter((name) => !pattern.test(String(node[name])));
  if (bad.length > 0) return bad.map((name) => fault(`${pointer}/${name}`, 'wrong_value', 'must be such a number'));
  return [
    ...ordered('min_value', 'max_value')({ node, pointer }),
    ...ordered('min_value', 'initial_value')({ node, pointer }),
    ...ordered('initial_value', 'max_value')({ node, pointer }),
  ];
}

function files({ node, pointer }: Place): Fault[] {
  const types: unknown[] = Array.isArray(node.filetypes) ? node.filetypes : [];
  return types.flatMap((type, at) =>
    type === '' ? [fault(`${pointer}/filetypes/${at}`, 'too_short', 'must have at least 1 character')] : [],
  );
}

function lengths({ node, pointer }: Place): Fault[] {
  const { max_length: most, initial_value: initial } = node;
  const wrong = typeof most === 'number' && !(Number.isInteger(most) && most >= 1 && most <= LIMITS.inputLength);
  const longest = Math.min(typeof most === 'number' ? most : LIMITS.inputLength, LIMITS.inputLength);
  return [
    ...(wrong ? [fault(`${pointer}/max_length`, 'out_of_range', `must be from 1 to ${LIMITS.inputLength}`)] : []),
    ...ordered('min_length', 'max_length')({ node, pointer }),
    ...(typeof initial === 'string' && initial.length > longest
      ? [fault(`${pointer}/initial_value`, 'too_long', `at most ${longest} characters, has ${initial.length}`)]
      : []),
  ];
}
