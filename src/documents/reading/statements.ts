import type { UnderstoodStatement } from '../../records/understood.ts';
import type { Stated, StatementStatus } from '../../records/vocabulary.ts';
import { mended } from './letters.ts';

// From the free text of a cell to its statements, an item or a sentence each, and how each stands.

/** A cell that says nothing, and one that says that there is nothing. */
export function statedIn(text: string): Stated {
  const plain = text.normalize('NFKC').replace(/[\s。、・【】]/g, '');
  if (plain === '') return 'blank';
  return isNone(plain) ? 'none' : 'yes';
}

const isNone = (plain: string): boolean =>
  /^[-ー―—–‐]+$/.test(plain) ||
  /^(現在|今|現時点)?(の?ところ)?(は|で)?(特に)?(取り?組み?|実施|該当|作成|設定|予定|検討)?(は|して)*(特に)?(なし|無し|ない|ありません|していない|していません|いない|いません)$/.test(
    plain,
  );

/** The statements of a cell in order. Headings in 【】 are left out: they say what follows, and nothing themselves. */
export function statementsIn(text: string): UnderstoodStatement[] {
  return itemsIn(text).flatMap((item) => {
    const marked = MARKED.exec(item);
    const body = marked ? item.slice(marked[0].length) : item;
    return sentencesIn(body).map((sentence) => ({
      text: sentence,
      status: marked ? (MARKS[marked[1] ?? ''] ?? null) : statusOf(sentence),
    }));
  });
}

/** As our own sheets mark what is not being done. */
const MARKED = /^【(実施|予定|検討中|なし)】\s*/;
const MARKS: Record<string, StatementStatus> = { 実施: 'doing', 予定: 'planned', 検討中: 'considering', なし: 'none' };

const BULLET = /^(?:[・●○◆◇■□▷▶►➢※]|[⇒→➡]|[-–]\s|[①-⑳]|\(?\d{1,2}[.)）．](?!\d))\s*/u;

/** The items of a list, or the paragraphs where there is none; a line without its own mark goes on with the item before. */
export function itemsIn(text: string): string[] {
  const lines = mended(text)
    .replace(/[ \u3000]+(?=[・▷◆◇■➢][^\s])/gu, '\n')
    .replace(/(^|\s)(【[^】\n]{1,20}】)\s*(?=\S)/g, (all, before: string, heading: string) =>
      MARKED.test(heading) ? all : `${before}\n${heading}\n`,
    )
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const items: string[] = [];
  let inList = false;
  for (const line of lines) {
    if (isHeading(line)) {
      inList = false;
      continue;
    }
    const body = line.replace(BULLET, '').trim();
    const begins = body.length < line.length;
    if (begins || !inList || items.length === 0) items.push(body);
    else items[items.length - 1] += ` ${body}`;
    inList = begins || inList;
  }
  return items.filter((item) => /[\p{L}\p{N}]/u.test(item));
}

const isHeading = (line: string): boolean => /^(【[^】]*】|＜[^＞]*＞|<[^>]*>)$/.test(line) && !MARKED.test(line);

/** At 。 outside of brackets and quotation marks. */
function sentencesIn(item: string): string[] {
  const sentences: string[] = [];
  let [depth, begin] = [0, 0];
  for (let at = 0; at < item.length; at += 1) {
    const character = item[at] ?? '';
    if ('「『（([【'.includes(character)) depth += 1;
    if ('」』）)]】'.includes(character)) depth = Math.max(0, depth - 1);
    if (character !== '。' || depth > 0) continue;
    sentences.push(item.slice(begin, at + 1));
    begin = at + 1;
  }
  sentences.push(item.slice(begin));
  return sentences.map((each) => each.trim()).filter((each) => /[\p{L}\p{N}]/u.test(each));
}

const CONSIDERING =
  /検討(?:中|して(?:いる|います|いく|いきたい|おり)|する(?:。|$|[(（])|する必要|が必要|の?予定|課題|を(?:進|要))|(?:今後|これから)の(?:検討)?課題|協議(?:中|して(?:いる|います|いく)|を重ねる)/;
const PLANNED =
  /予定(?!し?た)(?:である|です|して(?:いる|います)|。|$|\)|）|あり|、)|調整中|準備中|計画(?:中|して(?:いる|います))|(?:して|で)?[行い](?:く|きたい)(?:予定|。|$)|したい(?:。|$)/;
const NOT =
  /(?:実施|作成|設定|開催|取組|取り組み|整備|活用|連携)(?:は|も|に至っ|でき|して)*(?:して)?(?:いない|いません|できていない|行えていない|なし)(?:。|$)/;

/** How something stands, by its words; null where they speak for two states. Nothing said: it is being done. */
export function statusOf(sentence: string): StatementStatus | null {
  const plain = sentence.normalize('NFKC');
  const found = [
    CONSIDERING.test(plain) ? 'considering' : null,
    PLANNED.test(plain) ? 'planned' : null,
    NOT.test(plain) ? 'none' : null,
  ].filter((each) => each !== null) as StatementStatus[];
  return found.length > 1 ? null : (found[0] ?? 'doing');
}
