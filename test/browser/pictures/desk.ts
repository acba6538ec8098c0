import type { Browser, Locator, Page } from 'playwright-core';
import { directMessageId } from '../../../src/workspace/cast.ts';
import { closeForms, newPage } from './window.ts';

/** Somebody at a browser of their own, in the bot's direct messages, with forms to fill in. */
export class Desk {
  private constructor(
    readonly page: Page,
    private readonly direct: string,
  ) {}

  /** Sits down as a person of the workspace; the menu of people takes them there. */
  static async of(browser: Browser, origin: string, user: string, name: string): Promise<Desk> {
    const page = await newPage(browser);
    await page.goto(`${origin}/`);
    await page.getByRole('button', { name: /として見ています/ }).click();
    await page.getByRole('menuitemradio', { name }).click();
    await page.getByRole('button', { name: `${name}として見ています` }).waitFor();
    const desk = new Desk(page, `${origin}/#/${directMessageId(user)}`);
    await desk.messages();
    return desk;
  }

  /** Goes to the bot's direct messages. */
  async messages(): Promise<void> {
    await this.page.goto(this.direct);
  }

  /** Goes to Home, as it is now. */
  async home(): Promise<void> {
    await this.page.goto(this.direct.replace(/#.*/, '#/home'));
    await this.page.locator('.home > .blocks').waitFor();
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Opens a form by its command, and waits for what it is to show. */
  async command(text: string, shows: string): Promise<void> {
    await this.put();
    await this.page.locator('#composer').fill(text);
    await this.page.keyboard.press('Enter');
    await this.sees(shows);
  }

  async sees(text: string): Promise<void> {
    await this.dialog.getByText(text).first().waitFor();
  }

  /** A field by what it is called, whether it is required or not. */
  field(label: string): Locator {
    return this.dialog.getByLabel(new RegExp(`^${label.replace(/[()（）・]/g, '.')}( ※必須| （任意）)?$`));
  }

  async fill(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, text] of Object.entries(fields)) await this.field(label).fill(text);
  }

  /** Chooses in a list. */
  async choose(label: string, option: string): Promise<void> {
    await this.field(label).click();
    await this.field(label).fill(option);
    await this.dialog.getByRole('option', { name: option }).first().click();
  }

  /** Brings a file to the form. */
  async attach(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const chooser = this.dialog.getByRole('button', { name: /ファイルを選ぶ/ });
    const [opened] = await Promise.all([this.page.waitForEvent('filechooser'), chooser.click()]);
    await opened.setFiles(file);
    await this.sees(file.name);
  }

  async press(name: string): Promise<void> {
    await this.dialog.getByRole('button', { name, exact: true }).click();
  }

  /** Sends the form, and waits for what comes of it. */
  async send(shows: string): Promise<void> {
    await this.dialog.locator('.modal-foot .primary').click();
    await this.sees(shows);
  }

  /** Shows the form from its beginning. */
  async fromTop(): Promise<Locator> {
    await this.dialog.locator('.modal-body').evaluate((body) => body.scrollTo(0, 0));
    return this.dialog;
  }

  /** Closes all forms. */
  put(): Promise<void> {
    return closeForms(this.page);
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
