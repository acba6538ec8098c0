import type { RegistryRecords } from '../../records/rows.ts';
import type { AnyUnderstood, UnderstoodPart } from '../../records/understood.ts';
import type { AccessWay, Facet, StatementStatus } from '../../records/vocabulary.ts';
import type { Taking } from './to-changes.ts';

// Which tools a document says that its areas make or use. What names them is the lexicon, so each is a proposal.

/** A tool that a document names, for the areas for which it does. */
export interface ProposedUse {
  toolId: string;
  name: string;
  areaIds: string[];
  /** What says so, first and foremost. */
  at: string;
  place: string;
  text: string;
  asOf: string;
  status: StatementStatus;
  role: 'maker' | 'user';
  ways: AccessWay[];
  /** The statements that name it. */
  cites: { facet: Facet; text: string }[];
}

/** A text of a document that may name a tool. */
export interface SaidText {
  /** As a statement of a cell is known: its place and number. */
  id: string;
  at: string;
  place: string;
  text: string;
  status: StatementStatus;
  areaIds: string[];
  facet: Facet | null;
}

/** By tool and areas, in the document's order. A tool that there is not is none. */
export function usesIn(
  part: UnderstoodPart,
  taking: Taking,
  tools: RegistryRecords['tools'],
  namesIn: (said: SaidText) => readonly string[],
): ProposedUse[] {
  const uses = new Map<string, ProposedUse>();
  for (const said of part.records.flatMap((record) => textsIn(record, taking))) {
    if (said.status === 'none') continue;
    for (const toolId of namesIn(said)) {
      const tool = tools.find(({ id }) => id === toolId);
      const key = `${toolId}@${said.areaIds.join('+')}`;
      const use = uses.get(key) ?? (tool && newUse(tool, said, taking.asOf));
      if (!use) continue;
      uses.set(key, use);
      if (said.facet) use.cites.push({ facet: said.facet, text: said.text });
      if (said.status === 'doing') use.status = 'doing';
      use.ways = [...new Set([...use.ways, ...waysIn(said.text)])];
      if (MAKES.test(said.text)) use.role = 'maker';
    }
  }
  return [...uses.values()].map((use) => ({ ...use, ways: use.ways.length > 0 ? use.ways : ['unknown'] }));
}

function newUse({ id, name }: { id: string; name: string }, said: SaidText, asOf: string): ProposedUse {
  const { at, place, text, areaIds, status } = said;
  return { toolId: id, name, areaIds, at, place, text, asOf, status, role: 'user', ways: [], cites: [] };
}

function textsIn({ kind, fields, place, at }: AnyUnderstood, { areaIds, areasIn, statusOf }: Taking): SaidText[] {
  if (kind === 'answer') {
    return fields.statements.map((statement, index) => ({
      ...{ at, place, text: statement.text, facet: fields.facet },
      id: `${at}#${index + 1}`,
      status: statusOf(statement, `${at}#${index + 1}`),
      areaIds: areasIn(statement.text) ?? areaIds,
    }));
  }
  if (kind !== 'initiative') return [];
  const texts = [fields.title, fields.content, ...fields.items.map(({ title }) => title)];
  const status = fields.status === '予定' ? 'planned' : fields.status === '検討中' ? 'considering' : 'doing';
  return texts.flatMap((text) => (text === null ? [] : [{ id: at, at, place, text, status, areaIds, facet: null }]));
}

const MAKES = /作成|策定|制作|発行|開発|改訂/;

const WAYS: readonly (readonly [RegExp, AccessWay])[] = [
  [/ホームページ|ＨＰ|HP|ウェブサイト|Webサイト|ダウンロード/i, 'website'],
  [/窓口/, 'counter'],
  [/図書館/, 'library'],
  [/配[布付]|同封/, 'distributed'],
  [/市販/, 'shop'],
  [/アプリ/, 'app'],
];

/** How it can be had, where the same words say so. */
const waysIn = (text: string): AccessWay[] => WAYS.flatMap(([words, way]) => (words.test(text) ? [way] : []));
