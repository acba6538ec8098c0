import { Dictionary, isException } from '../../lookup/dictionary.ts';
import { normalize } from '../../lookup/normalize.ts';
import { longestLeftmost } from '../../lookup/phrase-matcher.ts';
import type { RegistryRecords } from '../../records/rows.ts';
import { ToolNames } from './tool-names.ts';

const TOOL = 'tool:';

/** What a statement speaks of, by the words that questions are understood by: topics, and tools by id. */
export class Proposals {
  readonly #dictionary: Dictionary;
  readonly #tools: ToolNames;

  constructor(records: RegistryRecords) {
    this.#dictionary = new Dictionary(records);
    this.#tools = new ToolNames(records);
  }

  /** `areaIds`: whose text it is. */
  of(text: string, areaIds: readonly string[] = []): { topics: string[]; tools: string[] } {
    const plain = normalize(text);
    const hits = this.#dictionary.contents.all(plain);
    const conceptsOf = (found: typeof hits) =>
      found.flatMap(({ payloads, begin, phrase }) =>
        payloads.filter((concept) => !isException(concept, plain, begin, phrase)),
      );
    // A tool's name may well stand inside a longer word of the lexicon; of topics the longest word says it.
    const tools = conceptsOf(hits).filter(({ kind }) => kind === 'tool');
    const topics = conceptsOf(longestLeftmost(hits)).filter(
      ({ kind, weight }) => kind === 'concept' && weight !== 'weak',
    );
    const named = this.#tools.in(plain, areaIds);
    return {
      topics: [...new Set(topics.map(({ label }) => label))],
      tools: [...new Set([...tools.map(({ id }) => id.slice(TOOL.length)), ...named])],
    };
  }
}
