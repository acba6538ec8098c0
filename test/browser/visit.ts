import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import type { WorkspaceOptions } from '../../src/workspace/start.ts';
import { type OpenWorkspace, openWorkspace } from '../workspace/open-workspace.ts';
import { startChromium } from './chromium.ts';
import { BOT_MANIFEST, smallBot } from './small-bot.ts';

export interface Visit {
  page: Page;
  /** Everything that the page asked for. */
  requests: Request[];
  /** What went wrong in the page: exceptions, refusals by the browser. */
  problems: string[];
}

/** A workspace with the small bot, and a browser to look at it. */
export class Office {
  #context: BrowserContext | undefined;

  private constructor(
    readonly workspace: OpenWorkspace,
    private readonly browser: Browser,
  ) {}

  static async open(options: Partial<WorkspaceOptions> = {}): Promise<Office> {
    const [workspace, browser] = await Promise.all([
      openWorkspace('socket', smallBot, { manifest: BOT_MANIFEST, ...options }),
      startChromium(),
    ]);
    return new Office(workspace, browser);
  }

  /** Opens the page in a browser that was never here, at a place; the visit before it ends. */
  async visit({ at = '', width = 1280, height = 800, dark = false } = {}): Promise<Visit> {
    await this.#context?.close();
    const context = await this.browser.newContext({
      viewport: { width, height },
      colorScheme: dark ? 'dark' : 'light',
      locale: 'ja-JP',
      reducedMotion: 'reduce',
    });
    this.#context = context;
    const page = await context.newPage();
    page.setDefaultTimeout(8_000);
    const requests: Request[] = [];
    const problems: string[] = [];
    page.on('request', (request) => requests.push(request));
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await page.goto(`${this.workspace.origin}/${at}`);
    await page.locator('nav').waitFor({ state: 'attached' });
    return { page, requests, problems };
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.workspace.close();
  }
}

export const BOT_DM = '#/D0MORINO';
export const TOWN = '#/C0INABE';
