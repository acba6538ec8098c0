// What `npm start` says in the terminal, in both languages: nobody has chosen one yet.

const both = (ja: string, en: string) => `${ja}\n${en}`;

export const startWords = {
  noBotToken: both(
    'SLACK_BOT_TOKEN がありません。https://api.slack.com/apps のアプリの「OAuth & Permissions」にある Bot User OAuth Token（xoxb-…）を設定してください。',
    'SLACK_BOT_TOKEN is missing: set the Bot User OAuth Token (xoxb-…) from "OAuth & Permissions" of your app at https://api.slack.com/apps.',
  ),
  noSecondToken: both(
    'SLACK_APP_TOKEN か SLACK_SIGNING_SECRET が必要です。Socket Mode なら「Basic Information」→「App-Level Tokens」で connections:write のトークン（xapp-…）を作り、SLACK_APP_TOKEN に設定してください。HTTP なら「Basic Information」の Signing Secret を SLACK_SIGNING_SECRET に設定してください。',
    'SLACK_APP_TOKEN or SLACK_SIGNING_SECRET is missing: for Socket Mode make a token with connections:write (xapp-…) under "Basic Information", "App-Level Tokens"; for HTTP set the Signing Secret from "Basic Information".',
  ),
  clockAtSlack: both(
    'TONARI_NOW は練習のためのものです。Slack につなぐときは外してください。',
    'TONARI_NOW is for rehearsals: leave it out where the bot talks to Slack.',
  ),
  connected: both('Slack に接続しました。Ctrl-C で終わります。', 'Connected to Slack. Ctrl-C ends.'),
  local: (address: string) =>
    `となりまち: ${address} をブラウザーで開いてください。 / Open ${address} in a browser. (Ctrl-C: 終了 / ends)`,
  folderInUse: (folder: string, pid: number, host: string, since: string) =>
    both(
      `データのフォルダー ${folder} は、${host} のプロセス ${pid} が ${since} から使用中です。そのプロセスを終えるか、DATA_DIR に別のフォルダーを設定してください。`,
      `${folder} is in use by process ${pid} on ${host} since ${since}. Stop that process, or set DATA_DIR to another folder.`,
    ),
  portTaken: (port: number) =>
    both(
      `ポート ${port} は使用中です。PORT に別の番号を設定してください。`,
      `Port ${port} is taken: set PORT to another number.`,
    ),
};
