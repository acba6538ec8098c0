import type { Locator, Page } from 'playwright-core';
import { changeWords } from '../../../src/words/changes.ts';
import { addInitiativeWords, updateWords } from '../../../src/words/form-fields.ts';
import { formWords } from '../../../src/words/forms.ts';
import { sceneWords } from '../../../src/words/labels.ts';
import { pageWords } from '../../../src/words/page.ts';
import { closeForms } from './window.ts';

export type Language = 'ja' | 'en';

/** One step of the journey: what was done, and the part of the page where its effect is seen. */
export interface Step {
  name: string;
  told: string;
  shown: Locator;
}

const TOLD = {
  ja: {
    welcome: 'ブラウザーで開くと、3つの質問から始められます。',
    question: '「ACPシートを共有している市町は？」とたずねると、件数・分母・出典つきの表で答えます。',
    thread: '「そのうちホームページで入手できるのは？」と続けると、前の質問を引き継いで答えます。',
    command: 'チャンネルでコマンドを使うと、答えは自分だけに見えます。',
    shared: '「チャンネルに共有」を押すと、全員に見えるようになります。',
    modal: '「記載が違う」から、誤りを知らせることができます。',
    form: '取組は、フォームで内容を確かめてから記録します。1行で書いたことは、記入済みになります。',
    added: '保存した内容を、その場で確かめられます。',
    saved: '変えたところは、前の内容と並べて示します。取り消すこともできます。',
    home: 'ホームには、自分の市町の取組と、自分の市町と、近くの市町との違いが出ます。',
    developers: '「開発者」には、ボットとの間のやり取りが並びます。',
  },
  en: {
    welcome: 'Opened in a browser, it begins with three questions to click.',
    question:
      '“Which towns share an ACP sheet?” is answered with a table: how many, of how many, and from which source.',
    thread: '“Which of them have it on their website?” takes up the question before it.',
    command: 'Asked by command in a channel, the answer is seen by the asker alone.',
    shared: 'A button shares it with everybody.',
    modal: 'What is wrong in a record can be reported.',
    form: 'Initiatives are recorded by a form, which one line fills in.',
    added: 'What is stored is shown at once.',
    saved: 'What was changed is shown beside what it was before, and can be undone.',
    home: 'Home shows one’s own initiatives, one’s own town and what differs around it.',
    developers: 'The developers’ panel lists what went between the workspace and the bot.',
  },
};

const ASKED = {
  ja: {
    followUp: 'そのうちホームページで入手できるのは？',
    command: '/tonari エンディングノートを配布している市町は？',
    town: 'いなべ',
  },
  en: {
    followUp: 'Which of them have it on their website?',
    command: '/tonari Which towns hand out an ending note?',
    town: 'Inabe',
  },
};

const BUTTONS = {
  ja: { share: 'チャンネルに共有', wrong: '記載が違う' },
  en: { share: /share/i, wrong: /wrong|incorrect|correct/i },
};

const CHANNEL = '#/C0INABE';

/** Walks through the workspace as a newcomer does; stops after each step, so that it can be pictured. */
export async function* journey(page: Page, origin: string, language: Language): AsyncGenerator<Step> {
  const w = pageWords[language];
  const told = TOLD[language];
  const step = (name: keyof typeof told, shown: Locator): Step => ({ name, told: told[name], shown });

  await page.goto(`${origin}/`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  if ((await page.evaluate(() => document.documentElement.lang)) !== language) {
    await page.locator('.top button[lang]').click();
    await page.getByRole('heading', { name: w.welcomeTitle }).waitFor();
  }
  yield step('welcome', page.locator('.welcome'));

  await page.locator('.try').first().click();
  const thread = page.getByRole('complementary', { name: w.thread });
  const reply = thread.locator('.message', { has: page.locator('.tag') });
  await reply.first().locator('table').waitFor();
  yield step('question', reply.first());

  await page.locator('#thread-composer').fill(ASKED[language].followUp);
  await page.keyboard.press('Enter');
  await reply.nth(1).waitFor();
  await page.waitForTimeout(500);
  yield step('thread', reply.nth(1));

  await page.goto(`${origin}/${CHANNEL}`);
  await page.locator('#composer').fill(ASKED[language].command);
  await page.keyboard.press('Enter');
  const own = page.locator('.message.ephemeral').last();
  await own.locator('table').waitFor();
  yield step('command', own);

  await own.getByRole('button', { name: BUTTONS[language].share }).click();
  const shared = page.locator('.message:not(.ephemeral)', { has: page.locator('table') }).last();
  await shared.waitFor();
  yield step('shared', shared);

  await shared.getByRole('button', { name: BUTTONS[language].wrong }).click();
  await page.getByRole('dialog').locator('.field').first().waitFor();
  yield step('modal', page.getByRole('dialog'));
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await page.goto(`${origin}/${CHANNEL}`);
  await page.locator('#composer').fill('/tonari-update 多職種事例検討会 R8.11.10に開催済み');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: changeWords[language].addInitiative }).last().click();
  const scene = dialog.getByLabel(formWords[language].label(addInitiativeWords.fields.scene.label[language], true));
  await scene.click();
  await scene.fill(sceneWords.看取り[language]);
  await dialog.getByRole('option', { name: sceneWords.看取り[language] }).click();
  yield step('form', dialog);
  await dialog.getByRole('button', { name: addInitiativeWords.submit[language], exact: true }).click();
  await dialog.getByRole('button', { name: changeWords[language].undo }).waitFor();
  yield step('added', dialog);
  await closeForms(page);

  await page.locator('#composer').fill('/tonari-update 多職種事例検討会 R8.11.17 35人');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: updateWords.submit[language], exact: true }).click();
  await dialog.getByRole('button', { name: changeWords[language].undo }).waitFor();
  yield step('saved', dialog);
  await closeForms(page);

  await page.goto(`${origin}/#/home`);
  const town = page.locator('.home').getByRole('combobox').last();
  await town.waitFor();
  await town.click();
  await town.fill(ASKED[language].town);
  await page.getByRole('option', { name: ASKED[language].town }).first().click();
  await page.waitForTimeout(1_500);
  yield step('home', page.locator('.home > .blocks'));

  await page.goto(`${origin}/${CHANNEL}`);
  await page.getByRole('button', { name: w.developers }).click();
  const entries = page.locator('.entries');
  await entries.locator('summary', { hasText: 'slash_commands' }).first().click();
  yield step('developers', entries);
}
