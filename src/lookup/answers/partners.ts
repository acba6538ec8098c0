import type { AreaRow } from '../../records/rows.ts';
import { type Answer, emptyAnswer } from '../answer.ts';
import type { Fact } from '../facts.ts';
import { distinct, type Inquiry } from '../inquiry.ts';
import { normalize } from '../normalize.ts';
import { type PlaceMention, placesAsked } from '../understand.ts';
import { notRecorded } from './not-recorded.ts';
import { ordered } from './towns.ts';

const TOGETHER_JA =
  /^(?:市|町)?(?:さん)?と(?:は|も)?、?(?:共同|合同|一緒|いっしょ|協働|協力して|共催|連名|連携して|組んで|タッグ)/;
const TOGETHER_EN =
  /\b(?:jointly|together|joint\w*|in partnership|partner\w*|cooperat\w*|collaborat\w*|team\w* up)(?: \w+){0,4} with (?:the )?(?:town|city)?(?: of )?$/;
const ASKS_WHO = /市町|自治体|[るい](?:の?は|町|市|所|ところ|とこ)|どこ|\b(?:which|who|what|any) ?/;
const JOINT = '共同|合同|一緒|協働|協力して|共催|連名';
const LISTED = /共同|合同|協働|共催|設置|委託|運営/;

/** A list of names at a hub of which it is not said who runs it with whom. */
const UNSTATED = /の別は/;

/** 「桑名市と共同でやっている町は？」: the place that is named as a partner and is not the place to look in. */
function partnerAsked({ u }: Inquiry): PlaceMention | null {
  const [place, ...others] = placesAsked(u);
  if (!place || others.length > 0 || place.begin < 0 || !ASKS_WHO.test(u.text)) return null;
  const isPartner =
    TOGETHER_JA.test(u.text.slice(place.end)) || TOGETHER_EN.test(u.text.slice(0, place.begin).replace(/ +/g, ' '));
  return isPartner ? place : null;
}

/** The other towns whose records, or whose partner's records, say that they do something together. */
export function partners(inquiry: Inquiry): Answer | null {
  const place = partnerAsked(inquiry);
  if (!place) return null;
  const { index, u, words } = inquiry;
  const own = inquiry.coveredBy(place.area);
  const towns = inquiry.denominator.filter((id) => !own.includes(id));
  const name = normalize(place.area.name);
  const joint = inquiry
    .facts(index.ofText(name))
    .concat(inquiry.facts(inquiry.factsIn(own)))
    .flatMap((fact) => {
      const areas = jointTowns(inquiry, fact, place.area).filter((id) => towns.includes(id));
      return areas.length > 0 && fact.status === 'doing' ? [{ fact, areas }] : [];
    });
  const matters = inquiry.demands.filter(({ weight }) => weight !== 'weak');
  const told = joint.filter(({ fact }) =>
    matters.every(({ facts }) => facts.some((number) => index.fact(number) === fact)),
  );
  const rows = (some: typeof joint) => ordered(inquiry, distinct(some.map(({ fact }) => fact)));
  if (told.length === 0) {
    const answer = notRecorded(inquiry);
    const what = matters.map(({ label }) => label).join('・');
    answer.headline = words.notRecordedAnywhere(words.jointWork(place.area.name, what));
    answer.groups = joint.length > 0 ? [inquiry.group(words.nearest, rows(joint))] : [];
    return answer;
  }
  const areas = towns.filter((id) => told.some((some) => some.areas.includes(id)));
  const counts = { count: areas.length, total: towns.length };
  const answer = emptyAnswer('which-areas', u.language, words.partners(place.area.name, counts));
  answer.areas = areas;
  if (inquiry.has('count-areas', 'how-many')) answer.number = areas.length;
  answer.groups = [inquiry.group(null, rows(told))];
  answer.notes.push(words.nothingSaysSo);
  return answer;
}

/** Who does something with `partner` by this record: a hub of several towns, 「…と共同で」, or towns in a list. */
function jointTowns(inquiry: Inquiry, fact: Fact, partner: AreaRow): string[] {
  if (fact.kind === 'hub' && fact.areaIds.length > 1 && fact.areaIds.includes(partner.id)) return fact.areaIds;
  return normalize(fact.text)
    .split('。')
    .flatMap((sentence) => {
      const named = inquiry.denominator.filter((id) => sentence.includes(normalize(inquiry.area(id).name)));
      const isOwn = fact.areaIds.includes(partner.id);
      const isWith = (id: string) =>
        new RegExp(`${normalize(inquiry.area(id).name)}と(?:の)?[^。、]{0,4}(?:${JOINT})`).test(sentence);
      if (isOwn && named.some(isWith)) return named.filter(isWith);
      if (!isOwn && named.includes(partner.id) && isWith(partner.id)) return fact.areaIds;
      const listed = listedIn(sentence, named, inquiry);
      return listed.includes(partner.id) && LISTED.test(sentence) && !UNSTATED.test(sentence) ? listed : [];
    });
}

/** Of the towns that a sentence names, those that stand beside another: 「伊勢市、玉城町、度会町」. */
const listedIn = (sentence: string, named: readonly string[], inquiry: Inquiry): string[] => {
  const name = (id: string) => normalize(inquiry.area(id).name);
  const beside = (a: string, b: string) => new RegExp(`${name(a)}[、・/ ]?${name(b)}`).test(sentence);
  return named.filter((id) => named.some((other) => other !== id && (beside(id, other) || beside(other, id))));
};
