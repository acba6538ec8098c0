import type { Language } from './labels.ts';

// What a hub (連携拠点) writes waits for its town: what both are told.

export interface DraftWords {
  /** Before a hub writes. */
  first: string;
  /** What became of what a hub sent. `told`: how many of the town heard of it. */
  kept(towns: string, told: number): string;
  /** To the town: after the writer's name. */
  arrived(what: string): string;
  decide: string;
  from(who: string, at: string): string;
  reason(text: string): string;
  proposed: string;
  changedSince: string;
  recordGone: string;
  approved(what: string): string;
  sentBack(what: string): string;
  alreadyApproved(who: string, at: string): string;
  alreadySentBack(who: string, at: string): string;
  /** To the hub: after the name of who decided. */
  toldApproved(what: string): string;
  toldSentBack(what: string, why: string): string;
  written: string;
  gone: string;
  /** On Home. */
  waiting: string;
  line(what: string, areas: string, at: string): string;
  ownWaiting: string;
  check: string;
  checkSpoken(what: string): string;
  more(count: number): string;
}

const ja: DraftWords = {
  first: '保存した内容は案として預かり、市町の担当者が承認すると記録に反映されます。',
  kept: (towns, told) =>
    told > 0
      ? `案として預かりました。${towns}の担当者に知らせます。承認されると記録に反映され、結果をDMでお知らせします。`
      : `案として預かりました。${towns}の担当者に今は知らせられませんでした。担当者がホームを開くと案が見えます。急ぐときは直接お伝えください。`,
  arrived: (what) => `さんから、${what}の案が届いています。確かめて、承認するか差し戻してください。`,
  decide: '確かめて決める',
  from: (who, at) => `${who}（${at}）の案です。`,
  reason: (text) => `変更の理由: ${text}`,
  proposed: '今の記録 → 案',
  changedSince: 'この案が書かれた後に、記録が次のように変わっています。よければ承認し、古いときは差し戻してください。',
  recordGone: 'この記録はもうありません。差し戻してください。',
  approved: (what) => `${what}の案を承認しました。記録に反映し、案を出した人に知らせます。`,
  sentBack: (what) => `${what}の案を差し戻しました。理由を添えて、案を出した人に知らせます。`,
  alreadyApproved: (who, at) => `この案は、${who}が${at}に承認しています。記録に反映済みです。`,
  alreadySentBack: (who, at) => `この案は、${who}が${at}に差し戻しています。`,
  toldApproved: (what) => `さんが、${what}の案を承認しました。記録に反映されています。`,
  toldSentBack: (what, why) => `さんが、${what}の案を差し戻しました。理由: ${why}`,
  written: '案の内容は次のとおりでした。直して、もう一度出せます。',
  gone: 'この案はもうありません。',
  waiting: '承認を待っている案',
  line: (what, areas, at) => `${what}（${areas}）\n${at}`,
  ownWaiting: '市町の承認を待っています',
  check: '確かめる',
  checkSpoken: (what) => `${what}の案を確かめる`,
  more: (count) => `ほかに${count}件あります。`,
};

const en: DraftWords = {
  first: 'What you save is kept as a draft. It goes into the records once the municipality approves it.',
  kept: (towns, told) =>
    told > 0
      ? `Kept as a draft; the staff of ${towns} are told. It goes into the records once they approve it, and you will hear of it.`
      : `Kept as a draft. The staff of ${towns} could not be told now; they see it on their Home. If it is urgent, please tell them.`,
  arrived: (what) => ` wrote a draft: ${what}. Please approve it or send it back.`,
  decide: 'Check and decide',
  from: (who, at) => `A draft by ${who} (${at}).`,
  reason: (text) => `Reason for the change: ${text}`,
  proposed: 'As it stands → draft',
  changedSince:
    'After this draft was written, the record changed as follows. Approve it if it is right, else send it back.',
  recordGone: 'This record is gone. Please send the draft back.',
  approved: (what) => `${what}: the draft is approved and in the records. Its writer is told.`,
  sentBack: (what) => `${what}: the draft was sent back; its writer is told why.`,
  alreadyApproved: (who, at) => `${who} approved this draft at ${at}. It is in the records.`,
  alreadySentBack: (who, at) => `${who} sent this draft back at ${at}.`,
  toldApproved: (what) => ` approved your draft of ${what}. It is in the records.`,
  toldSentBack: (what, why) => ` sent your draft of ${what} back. Reason: ${why}`,
  written: 'This is what it said. You can correct it and send it again.',
  gone: 'This draft is gone.',
  waiting: 'Drafts that wait for approval',
  line: (what, areas, at) => `${what} (${areas})\n${at}`,
  ownWaiting: 'Waits for the municipality',
  check: 'Check',
  checkSpoken: (what) => `Check the draft of ${what}`,
  more: (count) => `And ${count} more.`,
};

export const draftWords: Record<Language, DraftWords> = { ja, en };
