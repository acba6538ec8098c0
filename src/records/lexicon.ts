import { z } from 'zod';

const words = z.array(z.string().trim().min(1)).default([]);

/** One entry of the lexicon as the shipped files write it; see prisma/data/lexicon. */
export const LexiconItem = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  kind: z
    .enum(['concept', 'facet', 'scene', 'status', 'mode', 'operator', 'attribute', 'toolKind', 'filler', 'scope'])
    .default('concept'),
  label: z.string().trim().min(1),
  /** Found in questions and in records. */
  members: words,
  /** Found in questions only: everyday words that are too loose to be looked for in records. */
  asked: words,
  /** English forms, lower case, found in English questions (and in the English glosses of records). */
  english: words,
  /** Longer strings inside which a member does not count: 医師会 in 歯科医師会. */
  except: words,
  /** For a need (参加者がいつも同じ): the concepts by which others met it. */
  remedies: z.array(z.string()).default([]),
  /**
   * strong: a record must speak of it; medium: narrows where something remains; weak: only ranks.
   */
  weight: z.enum(['strong', 'medium', 'weak']).default('strong'),
});
export type LexiconItem = z.infer<typeof LexiconItem>;

export const LexiconFile = z.array(LexiconItem);
export type LexiconFile = z.infer<typeof LexiconFile>;
