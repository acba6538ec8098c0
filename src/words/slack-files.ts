import { type Both, both } from './form-parts.ts';

// Why a file that somebody brought was not fetched, and what to do.

export type FileTrouble = 'too-large' | 'gone' | 'sign-in' | 'elsewhere' | 'unreachable';

export const fileTroubleWords: Record<FileTrouble, Both> = {
  'too-large': both(
    'ファイルが大きすぎて読めません。10MBまでにしてください。',
    'The file is too large to be read: at most 10 MB, please.',
  ),
  gone: both(
    'ファイルが見つかりません。削除されたようです。もう一度お送りください。',
    'The file is not there any more. Please send it again.',
  ),
  'sign-in': both(
    'ファイルを受け取る権限がありません。管理者に、アプリに manifest.yml（files:read）を入れ直してインストールし直すよう、お伝えください。',
    'The bot may not fetch files. Please ask your administrator to paste manifest.yml (files:read) again and to reinstall the app.',
  ),
  elsewhere: both(
    'このファイルはSlackの外にあるため、受け取れません。ファイルそのものをお送りください。',
    'This file lies outside of Slack and cannot be fetched. Please send the file itself.',
  ),
  unreachable: both(
    'ファイルを受け取れませんでした。少し待ってから、もう一度お送りください。',
    'The file could not be fetched. Please wait a moment and send it again.',
  ),
};
