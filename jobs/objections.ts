import type { Subject } from '../src/delivery/subject.ts';
import type { LiveLookup } from '../src/registry/live-lookup.ts';
import { OBJECTION, objectionTold, readObjection } from '../src/registry/objections.ts';
import { objectionMessage } from '../src/slack/objection-view.ts';
import type { Message } from '../src/slack/voice.ts';
import { slackWords } from '../src/words/slack.ts';

/** 「記載が違う」, told to those who can mend the record (rules 5.10). */
export const objections = (live: LiveLookup): Subject<Message> => ({
  name: OBJECTION,
  async read(tx, notice) {
    const told = await readObjection(tx, notice);
    if (!told) return { gone: 'gone' };
    return {
      to: told.to,
      inCharge: told.otherwise,
      title: (language) => slackWords[language].wrongTitle,
      message: (language) => objectionMessage({ ...told, ...shown(live, told.record) }, language),
    };
  },
  delivered: objectionTold,
});

/** What the record says, as far as this copy knows. */
function shown({ lookup }: LiveLookup, record: string): { areas: string[]; text: string; place: string } {
  const [fact] = lookup.index.ofRecord(record);
  const names = new Map(lookup.records.areas.map(({ id, name }) => [id, name]));
  return {
    areas: fact?.areaIds.map((id) => names.get(id) ?? id) ?? [],
    text: fact?.text ?? '',
    place: fact?.place ?? '',
  };
}
