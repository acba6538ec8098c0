import { type Answer, emptyAnswer } from '../answer.ts';
import type { Fact } from '../facts.ts';
import type { Inquiry } from '../inquiry.ts';
import { townPicture } from './town-picture.ts';

const SAYS_NOTHING =
  /(書い|触れ|載(っ|せ)|挙げ|述べ|出)て(い)?(ない|ません|おらん|へん|ん(の|所|とこ|町|市))|出てこ(ない|ん|へん)|出てきません|(?<!市名)記載(が|の|は)?(ない|ありません|なし)|話(が|も)(ない|ありません)|\b(do|does|did)(n't| not) (mention|appear|say|list|state|name|write)|\b(never|no) mention|\bwithout (any |a )?mention|\bsays? nothing|\bsilent (on|about)\b|\bis not mentioned/;

/** 「…のことを書いていない市町は？」: the towns of whom no record speaks of it are asked for. */
export const asksSilent = (inquiry: Inquiry): boolean => SAYS_NOTHING.test(inquiry.u.text);

/**
 * The towns that no record of the matter names, beside those that `told` names (rules 1.3: not stated is not none).
 * `towns`: the ids that can be an answer, in order.
 */
export function silentAreas(inquiry: Inquiry, towns: readonly string[], told: readonly Fact[]): Answer {
  const { words, u } = inquiry;
  const named = new Set(told.flatMap((fact) => fact.areaIds));
  const silent = towns.filter((id) => !named.has(id));
  const names = silent.map((id) => inquiry.area(id).name).join('・');
  const answer = emptyAnswer(
    'which-areas',
    u.language,
    words.silentFound({ what: inquiry.subject, count: silent.length, total: towns.length, names }),
  );
  answer.areas = silent;
  if (inquiry.has('count-areas', 'how-many')) answer.number = silent.length;
  if (told.length > 0) answer.groups = [inquiry.group(words.toldGroup, told)];
  answer.picture = townPicture(inquiry, towns, answer.groups, [['told', towns.filter((id) => named.has(id))]], 'told');
  answer.notes = [words.nothingSaysSo];
  return answer;
}
