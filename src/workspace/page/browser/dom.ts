// A small keyed update of the DOM: what is wanted is compared with what was drawn, and only differences touch the
// page. So a field keeps its focus, its caret and a composition under way while the workspace changes around it.

type Value = string | number | boolean | null | undefined;
type Handler = (event: never) => void;
export type Props = Record<string, Value | Handler>;
export type Child = Wanted | string | number | false | null | undefined | readonly Child[];

/** An element as it should be. */
export interface Wanted {
  tag: string;
  key: string | null;
  props: Props;
  children: (Wanted | string)[];
  /** Drawn again only when one of these changed. */
  once?: { on: readonly unknown[]; draw: () => Wanted };
}

/**
 * An element. `key` keeps it itself among its siblings; `on…` are handlers; `value` and `checked` are written only where
 * the page differs; `mounted` runs once it is in the page, `drawn` after every update. There is no way to hand in markup.
 */
export function h(tag: string, props: Props | null, ...children: Child[]): Wanted {
  const { key, ...rest } = props ?? {};
  return { tag, key: key == null ? null : String(key), props: rest, children: flat(children) };
}

/** A part that is drawn again only when something in `on` is another thing than before. */
export function once(key: string, on: readonly unknown[], draw: () => Wanted): Wanted {
  return { tag: '', key, props: {}, children: [], once: { on, draw } };
}

function flat(children: readonly Child[]): (Wanted | string)[] {
  const found: (Wanted | string)[] = [];
  for (const child of children) {
    if (Array.isArray(child)) found.push(...flat(child as readonly Child[]));
    else if (typeof child === 'number') found.push(String(child));
    else if (typeof child === 'string') child !== '' && found.push(child);
    else if (child) found.push(child as Wanted);
  }
  return found;
}

const former = new WeakMap<Node, Wanted>();
let afterwards: (() => void)[] = [];

/** Makes the children of `root` what is wanted. */
export function render(root: Element, ...wanted: Child[]): void {
  updateChildren(root, flat(wanted));
  const hooks = afterwards;
  afterwards = [];
  for (const hook of hooks) hook();
}

function updateChildren(parent: Element, wanted: (Wanted | string)[]): void {
  const keyed = new Map<string, ChildNode>();
  const loose: ChildNode[] = [];
  for (const node of parent.childNodes) {
    const key = former.get(node)?.key ?? null;
    if (key === null) loose.push(node);
    else keyed.set(key, node);
  }
  const next = wanted.map((want) => update(takeOld(keyed, loose, want), want, parent));
  const kept = new Set<ChildNode>(next);
  for (const node of [...parent.childNodes]) if (!kept.has(node)) node.remove();
  let at = parent.firstChild;
  for (const node of next) {
    if (node === at) at = at.nextSibling;
    else parent.insertBefore(node, at);
  }
}

function takeOld(keyed: Map<string, ChildNode>, loose: ChildNode[], want: Wanted | string): ChildNode | undefined {
  if (typeof want !== 'string' && want.key !== null) {
    const node = keyed.get(want.key);
    keyed.delete(want.key);
    return node;
  }
  const at = loose.findIndex((node) =>
    typeof want === 'string' ? node.nodeType === Node.TEXT_NODE : former.get(node)?.tag === want.tag,
  );
  return at < 0 ? undefined : loose.splice(at, 1)[0];
}

function update(old: ChildNode | undefined, want: Wanted | string, parent: Element): ChildNode {
  if (typeof want === 'string') return updateText(old, want);
  const element = old instanceof Element ? old : undefined;
  const before = element && former.get(element);
  if (!want.once) return updateElement(element, before, want, parent);
  if (element && before?.once && same(before.once.on, want.once.on)) return element;
  const drawn = { ...want.once.draw(), key: want.key };
  const node = updateElement(element, before, drawn, parent);
  former.set(node, { ...drawn, once: want.once });
  return node;
}

const same = (a: readonly unknown[], b: readonly unknown[]) => a.every((value, at) => Object.is(value, b[at]));

function updateText(old: ChildNode | undefined, text: string): ChildNode {
  if (!(old instanceof Text)) return document.createTextNode(text);
  if (old.data !== text) old.data = text;
  return old;
}

const SVG = 'http://www.w3.org/2000/svg';

function updateElement(old: Element | undefined, before: Wanted | undefined, want: Wanted, parent: Element): Element {
  const isNew = !old || before?.tag !== want.tag;
  const element = isNew ? create(want.tag, parent) : old;
  updateChildren(element, want.children);
  setProps(element, isNew ? {} : (before?.props ?? {}), want.props);
  former.set(element, want);
  const { mounted, drawn } = want.props;
  if (isNew && typeof mounted === 'function') afterwards.push(() => mounted(element as never));
  if (typeof drawn === 'function') afterwards.push(() => drawn(element as never));
  return element;
}

function create(tag: string, parent: Element): Element {
  const isSvg = tag === 'svg' || parent.namespaceURI === SVG;
  return isSvg ? document.createElementNS(SVG, tag) : document.createElement(tag);
}

const LIVE = new Set(['value', 'checked', 'indeterminate']);

function setProps(element: Element, before: Props, wanted: Props): void {
  for (const name of Object.keys(before)) if (!(name in wanted)) setProp(element, name, undefined, before[name]);
  for (const [name, value] of Object.entries(wanted)) setProp(element, name, value, before[name]);
}

function setProp(element: Element, name: string, value: Value | Handler, before: Value | Handler): void {
  if (name === 'mounted' || name === 'drawn') return;
  if (name.startsWith('on')) Reflect.set(element, name, typeof value === 'function' ? quietly(value) : null);
  else if (LIVE.has(name)) {
    if (Reflect.get(element, name) !== value) Reflect.set(element, name, value ?? '');
  } else if (value !== before) setAttribute(element, name, value as Value);
}

/** A handler whose result counts for nothing: `false` would stop what the key or click does by itself. */
const quietly = (handler: Handler) => (event: never) => void handler(event);

function setAttribute(element: Element, name: string, value: Value): void {
  const isAria = name.startsWith('aria-');
  if (value == null || (value === false && !isAria)) element.removeAttribute(name);
  else element.setAttribute(name, value === true && !isAria ? '' : String(value));
}
