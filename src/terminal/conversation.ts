import { errorFields, type Log, newReference } from '../log.ts';
import type { Asked } from '../registry/live-lookup.ts';
import type { Language } from '../words/labels.ts';
import { terminalWords } from '../words/terminal.ts';
import type { Asker, AskReply } from './reply.ts';

/** How much of a conversation is asked along with the next question. */
const REMEMBERED = 12;

const END = /^(終了|終わり|おわり|やめる|exit|quit|bye|q)[。.!]?$/i;
const NUMBER = /^(\d{1,2})[.。番]?$/;
const DROP_JA =
  /^(\d{1,2}(?:\s*[,、とや]\s*\d{1,2})*)\s*番?\s*(?:を|は)?\s*(?:外す|外して|はずす|はずして|除く|除いて)(?:ください)?。?$/;
const DROP_EN = /^(?:drop|remove|without)\s+(\d{1,2}(?:\s*(?:,|and)?\s*\d{1,2})*)\.?$/i;

/** What a line of a conversation means, where it is no question. */
type Wish =
  | { type: 'end' }
  | { type: 'number'; number: number }
  | { type: 'drop'; numbers: number[]; language: Language };

function wishOf(line: string): Wish | null {
  const text = line.normalize('NFKC').trim();
  if (END.test(text)) return { type: 'end' };
  const number = NUMBER.exec(text)?.[1];
  if (number) return { type: 'number', number: Number(number) };
  const japanese = DROP_JA.exec(text)?.[1];
  const named = japanese ?? DROP_EN.exec(text)?.[1];
  if (!named) return null;
  return { type: 'drop', numbers: (named.match(/\d+/g) ?? []).map(Number), language: japanese ? 'ja' : 'en' };
}

/** A conversation: each question in the light of those before it, until the lines or the person end it. */
export class Conversation {
  #before: Asked[] = [];
  #last: { asked: Asked; reply: AskReply } | undefined;
  #hinted = new Set<string>();

  constructor(
    readonly asker: Asker,
    readonly write: (text: string) => void,
    readonly log: Log,
  ) {}

  /** Takes one line. False when the person ended the conversation. */
  async take(line: string): Promise<boolean> {
    if (line.trim() === '') return true;
    const wish = wishOf(line);
    if (wish?.type === 'end') return false;
    if (wish?.type === 'drop') await this.#drop(wish.numbers, wish.language);
    else if (wish?.type === 'number' && this.#last && this.#last.reply.offers.length > 0)
      await this.#choose(wish.number);
    else await this.#ask({ question: line.trim() });
    return true;
  }

  async #choose(number: number): Promise<void> {
    const { offers, language } = this.#last?.reply ?? { offers: [], language: 'ja' as const };
    const offer = offers[number - 1];
    if (offer) await this.#ask({ question: offer.question });
    else this.#say(terminalWords[language].noSuchOffer(number, offers.length));
  }

  /** The same question once more, without what these numbers stand for. */
  async #drop(numbers: readonly number[], language: Language): Promise<void> {
    const words = terminalWords[language];
    const slots = this.#last?.reply.understood ?? [];
    const unknown = numbers.find((number) => !slots[number - 1]);
    if (!this.#last || slots.length === 0) this.#say(words.nothingToDrop);
    else if (unknown !== undefined) this.#say(words.noSuchSlot(unknown, slots.length));
    else {
      const { asked } = this.#last;
      const keys = numbers.flatMap((number) => slots[number - 1]?.key ?? []);
      this.#last = undefined;
      await this.#ask({ ...asked, dropped: [...(asked.dropped ?? []), ...keys] });
    }
  }

  async #ask(asked: Asked): Promise<void> {
    const before = this.#last ? [...this.#before, this.#last.asked].slice(-REMEMBERED) : this.#before;
    try {
      const reply = await this.asker.ask({ conversation: [...before, asked] });
      this.#before = before;
      this.#last = { asked, reply };
      this.#show(reply);
    } catch (error) {
      const reference = newReference();
      this.log.error('ask.failed', { reference, ...errorFields(error) });
      this.#say(terminalWords.ja.failed(reference));
    }
  }

  #show(reply: AskReply): void {
    const words = terminalWords[reply.language];
    const parts = reply.understood.map((slot, index) => `${index + 1} ${slot.label}`);
    const text: string[] = [];
    if (parts.length > 0) text.push(`［${words.understoodAs}］${parts.join(' × ')}`, ...this.#once(words.dropHint));
    text.push(reply.body, ...reply.offers.map((offer, index) => `  ${index + 1}. ${offer.label}`));
    if (reply.offers.length > 0) text.push(...this.#once(words.chooseHint));
    this.#say(text.join('\n'));
  }

  /** A hint is given once a conversation. */
  #once(hint: string): string[] {
    if (this.#hinted.has(hint)) return [];
    this.#hinted.add(hint);
    return [hint];
  }

  #say(text: string): void {
    this.write(`${text}\n\n`);
  }
}
