import type { Locator } from 'playwright-core';
import { pageAsset } from '../../../src/workspace/page/assets.ts';
import type { Language } from './journey.ts';

export interface Told {
  language: Language;
  name: string;
  told: string;
  html: string;
}

/** A part of the page as it looks, without anything that refers elsewhere or could be pressed. */
export function stillOf(part: Locator): Promise<string> {
  return part.evaluate((element) => {
    const fields = [...element.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value);
    const copy = element.cloneNode(true) as Element;
    copy.querySelectorAll('input, textarea').forEach((field, at) => {
      if (field instanceof HTMLTextAreaElement) field.textContent = fields[at] ?? '';
      else field.setAttribute('value', fields[at] ?? '');
    });
    for (const tool of copy.querySelectorAll('.tools')) tool.remove();
    const refers = [
      'id',
      'for',
      'tabindex',
      'data-ts',
      'data-menu',
      'aria-labelledby',
      'aria-describedby',
      'aria-controls',
    ];
    for (const each of [copy, ...copy.querySelectorAll('*')]) for (const name of refers) each.removeAttribute(name);
    for (const link of copy.querySelectorAll('a')) link.removeAttribute('href');
    const still = document.createElement('div');
    if (copy.tagName !== 'DIALOG') {
      still.append(copy);
      return still.innerHTML;
    }
    still.className = 'modal still-form';
    still.append(...copy.childNodes);
    return still.outerHTML;
  });
}

const TITLES: Record<Language, string> = { ja: 'となりまちの使い方（画面の記録）', en: 'Tonarimachi, a transcript' };

/** The journey as one static page: each step opens at a click. Its parts are copies of the page itself. */
export async function transcriptOf(steps: readonly Told[]): Promise<string> {
  const css = (await pageAsset('/page.css'))?.body.toString() ?? '';
  const languages = [...new Set(steps.map(({ language }) => language))];
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${TITLES.ja}</title>
<style>${css}
body{overflow:auto;height:auto}main{display:block;max-width:980px;margin:0 auto;padding:24px 16px}
details{border:1px solid var(--line);border-radius:var(--round);margin:10px 0;overflow:hidden}
main>section>details>summary{padding:10px 16px;cursor:pointer;font-weight:600;background:var(--side)}
.still{padding:14px 16px;overflow-x:auto}.still .home,.still .welcome{padding:0}.still-form{width:100%;max-width:560px;display:block;position:static}
nav{display:flex;gap:16px}</style>
</head>
<body>
<main>
<nav>${languages.map((language) => `<a href="#${language}">${TITLES[language]}</a>`).join('')}</nav>
${languages.map((language) => sectionOf(language, steps)).join('\n')}
</main>
</body>
</html>
`;
}

function sectionOf(language: Language, steps: readonly Told[]): string {
  const parts = steps
    .filter((step) => step.language === language)
    .map(
      ({ told, html }, at) =>
        `<details${at === 1 ? ' open' : ''}><summary>${at + 1}. ${told}</summary><div class="still" inert>${html}</div></details>`,
    );
  return `<section id="${language}" lang="${language}"><h1>${TITLES[language]}</h1>\n${parts.join('\n')}\n</section>`;
}
