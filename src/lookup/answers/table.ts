import { toolKindWords } from '../../words/labels.ts';
import { type Answer, emptyAnswer } from '../answer.ts';
import type { Fact } from '../facts.ts';
import { distinct, type Inquiry } from '../inquiry.ts';
import { union } from '../postings.ts';
import { notRecorded } from './not-recorded.ts';

type ToolFact = Fact & { kind: 'tool' };

/** Kinds of tools that a concept of a question stands for. */
const KINDS_OF_CONCEPT: Record<string, readonly string[]> = {
  ict: ['ict'],
};

/** The tool entries that the question is about: by kind, or by the words it names. */
export function toolsAsked(inquiry: Inquiry): ToolFact[] {
  const { index } = inquiry;
  const areas = inquiry.scopeAreas;
  const scope = inquiry.scopeIn(areas.length > 0 ? areas : inquiry.denominator).in(index.ofKind('tool'));
  const isTool = (fact: Fact): fact is ToolFact => fact.kind === 'tool';
  const wanted = inquiry.demands.filter((demand) => demand.weight !== 'weak');
  if (wanted.length === 0) return inquiry.facts(scope.all()).filter(isTool);
  const kinds = wanted.flatMap((demand) =>
    demand.terms.flatMap((term) => KINDS_OF_CONCEPT[term.concept?.id ?? ''] ?? []),
  );
  const byKind = inquiry
    .facts(scope.all())
    .filter((fact): fact is ToolFact => isTool(fact) && kinds.includes(fact.tool.kind));
  if (byKind.length > 0) return byKind;
  return inquiry.facts(scope.of(union(wanted.map((demand) => demand.facts)))).filter(isTool);
}

/** Which town has which tools: one line a town. */
export function toolTable(inquiry: Inquiry): Answer {
  const tools = toolsAsked(inquiry);
  if (tools.length === 0) return notRecorded(inquiry);
  const answer = emptyAnswer('table', inquiry.u.language, inquiry.words.wholeTable);
  const towns = inquiry.denominator.filter((id) => tools.some((fact) => fact.areaIds.includes(id)));
  const ja = inquiry.u.language === 'ja';
  answer.table = {
    columns: ja ? ['市町', '名称', '種類', '入手先・問合せ先'] : ['municipality', 'name', 'kind', 'access'],
    rows: towns.flatMap((id) => {
      const own = tools.filter((fact) => fact.areaIds.includes(id));
      return [
        [
          inquiry.area(id).name,
          own.map((fact) => fact.row.name).join('、'),
          [...new Set(own.map((fact) => toolKindWords[fact.tool.kind][inquiry.u.language]))].join('、'),
          own.flatMap((fact) => fact.row.access ?? fact.row.contact ?? []).join('、'),
        ],
      ];
    }),
  };
  answer.areas = towns;
  answer.groups = [inquiry.group(null, distinct(tools).slice(0, 40))];
  return answer;
}

/** What most towns have: tools in order of the number of towns. */
export function toolRanking(inquiry: Inquiry): Answer {
  const tools = toolsAsked(inquiry);
  if (tools.length === 0) return notRecorded(inquiry);
  const towns = new Map<string, Set<string>>();
  for (const fact of tools) {
    const set = towns.get(fact.tool.id) ?? new Set();
    for (const id of fact.areaIds) if (inquiry.isHome(id)) set.add(id);
    towns.set(fact.tool.id, set);
  }
  const names = new Map(tools.map((fact) => [fact.tool.id, fact.tool.name]));
  const sorted = [...towns].sort((a, b) => b[1].size - a[1].size).slice(0, 10);
  const [first] = sorted;
  const answer = emptyAnswer('ranking', inquiry.u.language, inquiry.words.ranking);
  answer.table = {
    columns: inquiry.u.language === 'ja' ? ['名称', '市町数', '市町'] : ['name', 'count', 'municipalities'],
    rows: sorted.map(([id, set]) => [
      names.get(id) ?? id,
      inquiry.words.timesUsed(set.size),
      inquiry.names(inquiry.denominator.filter((area) => set.has(area))),
    ]),
  };
  if (first) {
    answer.number = first[1].size;
    answer.areas = inquiry.denominator.filter((area) => first[1].has(area));
    answer.groups = [inquiry.group(null, distinct(tools.filter((fact) => fact.tool.id === first[0])))];
  }
  return answer;
}
