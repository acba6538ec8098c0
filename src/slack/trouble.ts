import { errorFields, type Log, newReference } from '../log.ts';
import { ExpectedError } from '../records/expected-error.ts';
import type { Language } from '../words/labels.ts';
import { slackWords } from '../words/slack.ts';
import { instructionFor, slackProblem } from './errors.ts';

interface Person {
  who: { user: string };
  notice(words: string): Promise<unknown>;
}

/**
 * The one error handler: the person is told, where the person is, what happened and what to do; the log holds the rest
 * under the same reference, without what people wrote.
 */
export class Trouble {
  constructor(
    readonly log: Log,
    readonly languageOf: (user: string) => Promise<Language>,
  ) {}

  async tell(error: unknown, what: string, person: Person): Promise<void> {
    const reference = newReference();
    const expected = error instanceof ExpectedError;
    if (!expected) {
      this.log.error('slack.failed', { reference, what, ...errorFields(error), slack: slackProblem(error)?.code });
    }
    try {
      const language = await this.languageOf(person.who.user);
      const text = expected
        ? error.say[language]
        : (instructionFor(error, language, reference) ?? slackWords[language].failed(reference));
      await person.notice(text);
    } catch (second) {
      this.log.error('slack.untold', { reference, what, ...errorFields(second) }); // the first error stands above
    }
  }
}
