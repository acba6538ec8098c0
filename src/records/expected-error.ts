/** Something that may well happen: the person is told what happened and what to do, in so many words. */
export class ExpectedError extends Error {
  override name = 'ExpectedError';

  constructor(readonly say: { ja: string; en: string }) {
    super(say.ja);
  }
}
