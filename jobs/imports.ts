import type { ClockTime } from '../src/calendar/office-time.ts';
import type { Subject } from '../src/delivery/subject.ts';
import { IMPORTED_NOTICE, readImportNotice } from '../src/registry/documents/import-notices.ts';
import type { DocumentSittings } from '../src/registry/documents/sittings.ts';
import { importHeadline, importNoticeMessage } from '../src/slack/import-notice-view.ts';
import type { Message } from '../src/slack/voice.ts';
import type { Daily } from './daily.ts';

/** A document that the prefecture entered in a town's stead: told to the town once. */
export const imports: Subject<Message> = {
  name: IMPORTED_NOTICE,
  async read(tx, notice, now) {
    const told = await readImportNotice(tx, notice, now);
    if ('gone' in told) return told;
    return {
      to: told.to,
      inCharge: told.inCharge,
      title: importHeadline,
      message: (language) => importNoticeMessage(told, language),
    };
  },
};

/** Documents that nobody saved within a day go. */
export const tidyImports = (documents: DocumentSittings): Daily => ({
  name: 'imports',
  at: '03:20' as ClockTime,
  run: () => documents.tidy(),
});
