import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { slackSchema } from '../../scripts/slack-schema.ts';

it('the committed schema is what the types of @slack/types make', () => {
  const committed = readFileSync(new URL('../../src/slack/schema.generated.json', import.meta.url), 'utf8');
  expect(committed === slackSchema(), 'run: npm run slack:schema').toBe(true);
});
