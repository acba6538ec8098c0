import type { Language } from './labels.ts';

// Slack's error codes as instructions: what happened, and what to do. `needed`, `seconds` and `reference` come from the
// case at hand.

/** What an instruction may name. */
export interface ErrorCase {
  /** The missing scopes, as Slack names them. */
  needed?: string | undefined;
  /** Until when to wait. */
  seconds?: number | undefined;
  /** By which the log has the case. */
  reference?: string | undefined;
}

type Instruction = (about: ErrorCase) => string;

const asKnown =
  (text: string): Instruction =>
  () =>
    text;
const ours: Record<Language, Instruction> = {
  ja: ({ reference }) =>
    `表示の組み立てに誤りがあり、Slackに届けられませんでした。プログラムの不具合です。${reference ? `受付番号 ${reference} を添えて` : ''}管理者にお知らせください。`,
  en: ({ reference }) =>
    `Slack did not take what the bot made. This is a fault of the program: please tell your administrator${reference ? `, with the reference ${reference}` : ''}.`,
};

const ja = {
  invalid_auth: asKnown(
    'Slackのトークンが正しくありません。SLACK_BOT_TOKEN（xoxb- で始まる。api.slack.com/apps のアプリの「OAuth & Permissions」）と SLACK_APP_TOKEN（xapp- で始まる。「Basic Information」の「App-Level Tokens」）を確かめて、起動し直してください。',
  ),
  not_authed: asKnown('Slackのトークンがありません。SLACK_BOT_TOKEN を設定して、起動し直してください。'),
  not_allowed_token_type: asKnown(
    'トークンの種類が違います。SLACK_BOT_TOKEN には xoxb- で始まるもの、SLACK_APP_TOKEN には xapp- で始まるものを入れてください。',
  ),
  account_inactive: asKnown(
    'このトークンの持ち主（ボットまたはワークスペース）が無効になっています。アプリをワークスペースにインストールし直し、新しいトークンを設定してください。',
  ),
  token_revoked: asKnown(
    'トークンが取り消されています。アプリをワークスペースにインストールし直し、新しい SLACK_BOT_TOKEN を設定してください。',
  ),
  token_expired: asKnown(
    'トークンの期限が切れています。アプリ設定の「OAuth & Permissions」で Token Rotation を使わない設定にし、トークンを取り直してください。',
  ),
  missing_scope: ({ needed }) =>
    `アプリの権限（スコープ）が足りません${needed ? `: ${needed}` : ''}。api.slack.com/apps のアプリに manifest.yml を入れ直し、ワークスペースにインストールし直してください。`,
  not_in_channel: asKnown('ボットがこのチャンネルにいません。チャンネルで「/invite @となりまち」と入力してください。'),
  channel_not_found: asKnown(
    'チャンネルが見つからないか、ボットには見えません。非公開チャンネルなら「/invite @となりまち」で招待し、設定したチャンネルIDを確かめてください。',
  ),
  is_archived: asKnown('このチャンネルはアーカイブされています。別のチャンネルを使ってください。'),
  restricted_action: asKnown(
    'ワークスペースの設定で、このチャンネルへの投稿が制限されています。ワークスペースの管理者に確かめてください。',
  ),
  user_not_found: asKnown('この人がSlackに見つかりません。メンバーIDを確かめてください。'),
  user_not_in_channel: asKnown('この人はこのチャンネルにいません。'),
  cannot_dm_bot: asKnown('ボットにはダイレクトメッセージを送れません。'),
  messages_tab_disabled: asKnown(
    'アプリのメッセージタブが閉じています。アプリ設定の「App Home」で Messages Tab を有効にしてください。',
  ),
  expired_trigger_id: asKnown('画面を開くのに時間がかかりすぎました。もう一度お試しください。'),
  exchanged_trigger_id: asKnown('この操作はもう使われています。もう一度お試しください。'),
  hash_conflict: asKnown('画面がほかの操作で更新されました。新しい画面で、もう一度お試しください。'),
  message_not_found: asKnown('元のメッセージが見つかりません。もう削除されたようです。'),
  cant_update_message: asKnown('このメッセージは書き換えられません。'),
  expired_url: asKnown('この返信の有効期限（30分、5回まで）が過ぎました。もう一度コマンドを入力してください。'),
  ratelimited: ({ seconds }) =>
    `Slackが混み合っています。${seconds ? `${seconds}秒ほど` : '少し'}待ってから、もう一度お試しください。`,
  service_unavailable: asKnown('Slackにつながらないか、返事がありません。しばらくしてから、もう一度お試しください。'),
  msg_too_long: ours.ja,
  msg_blocks_too_long: ours.ja,
  invalid_blocks: ours.ja,
  invalid_blocks_format: ours.ja,
  invalid_arguments: ours.ja,
  no_text: ours.ja,
  view_too_large: ours.ja,
  push_limit_reached: ours.ja,
  unknown_method: ours.ja,
} satisfies Record<string, Instruction>;

export type KnownSlackError = keyof typeof ja;

const en: Record<KnownSlackError, Instruction> = {
  invalid_auth: asKnown(
    'A Slack token is wrong. Check SLACK_BOT_TOKEN (begins with xoxb-; "OAuth & Permissions" of the app at api.slack.com/apps) and SLACK_APP_TOKEN (begins with xapp-; "Basic Information", "App-Level Tokens"), then start again.',
  ),
  not_authed: asKnown('There is no Slack token. Set SLACK_BOT_TOKEN and start again.'),
  not_allowed_token_type: asKnown(
    'That is the wrong kind of token. SLACK_BOT_TOKEN begins with xoxb-, SLACK_APP_TOKEN with xapp-.',
  ),
  account_inactive: asKnown(
    'The owner of this token (the bot or the workspace) is deactivated. Install the app again and set its new token.',
  ),
  token_revoked: asKnown(
    'The token was revoked. Install the app in the workspace again and set the new SLACK_BOT_TOKEN.',
  ),
  token_expired: asKnown(
    'The token has expired. Switch token rotation off under "OAuth & Permissions" and take a new token.',
  ),
  missing_scope: ({ needed }) =>
    `The app lacks a scope${needed ? `: ${needed}` : ''}. Put manifest.yml into the app at api.slack.com/apps again and reinstall it.`,
  not_in_channel: asKnown('The bot is not in this channel. Type "/invite @となりまち" there.'),
  channel_not_found: asKnown(
    'The channel does not exist, or the bot cannot see it. Invite it to a private channel with "/invite @となりまち", and check the channel id in the settings.',
  ),
  is_archived: asKnown('This channel is archived. Please use another one.'),
  restricted_action: asKnown(
    'The workspace restricts who may post in this channel. Please ask the workspace administrator.',
  ),
  user_not_found: asKnown('Slack does not know this person. Check the member id.'),
  user_not_in_channel: asKnown('This person is not in the channel.'),
  cannot_dm_bot: asKnown('A bot cannot be sent a direct message.'),
  messages_tab_disabled: asKnown(
    'The messages tab of the app is closed. Switch it on under "App Home" in the app settings.',
  ),
  expired_trigger_id: asKnown('It took too long to open the form. Please try again.'),
  exchanged_trigger_id: asKnown('This was used already. Please try again.'),
  hash_conflict: asKnown('The form was changed in the meantime. Please try again in the new one.'),
  message_not_found: asKnown('The message cannot be found; it seems to have been deleted.'),
  cant_update_message: asKnown('This message cannot be changed.'),
  expired_url: asKnown('The time to answer here (30 minutes, five times) is over. Please type the command again.'),
  ratelimited: ({ seconds }) =>
    `Slack is busy. Please wait ${seconds ? `about ${seconds} seconds` : 'a little'} and try again.`,
  service_unavailable: asKnown('Slack cannot be reached or does not answer. Please try again later.'),
  msg_too_long: ours.en,
  msg_blocks_too_long: ours.en,
  invalid_blocks: ours.en,
  invalid_blocks_format: ours.en,
  invalid_arguments: ours.en,
  no_text: ours.en,
  view_too_large: ours.en,
  push_limit_reached: ours.en,
  unknown_method: ours.en,
};

/** By language and Slack's code. */
export const slackErrorWords: Record<Language, Record<KnownSlackError, Instruction>> = { ja, en };
