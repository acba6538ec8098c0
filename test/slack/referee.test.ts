import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { structureFaults } from '../../src/slack/referee/structure.ts';
import { faultsOf } from '../../src/slack/referee.ts';
import { BAD, GOOD } from './payloads.ts';

describe('the referee', () => {
  it.each(GOOD)('lets pass: $name', ({ kind, payload }) => {
    expect(faultsOf(kind, payload)).toEqual([]);
  });

  it.each(BAD)('refuses, in a $kind: $name', ({ kind, payload, code, pointer }) => {
    expect(faultsOf(kind, payload).map((fault) => `${fault.code} ${fault.pointer}`)).toEqual([`${code} ${pointer}`]);
  });

  it('has enough to judge it by', () => {
    expect(BAD.length).toBeGreaterThan(60);
    expect(GOOD.length).toBeGreaterThan(9);
    expect(new Set(BAD.map(({ kind, name }) => `${kind} ${name}`)).size).toBe(BAD.length);
  });

  it('quotes nothing that people wrote', () => {
    const payload = {
      text: '<!channel> 秘密',
      blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '*秘密*です' } }],
    };
    const faults = faultsOf('message', payload);
    expect(faults).not.toEqual([]);
    expect(JSON.stringify(faults)).not.toContain('秘密');
  });

  it.each([null, undefined, 3, [], { blocks: [null, 3, []] }, { type: 'constructor', blocks: [{ type: 'toString' }] }])(
    'takes any nonsense without falling over: %j',
    (nonsense) => {
      for (const kind of ['message', 'modal', 'home'] as const) expect(faultsOf(kind, nonsense)).not.toEqual([]);
    },
  );
});

describe('the reader of the schema says what a general validator says', () => {
  const schema = JSON.parse(
    readFileSync(new URL('../../src/slack/schema.generated.json', import.meta.url), 'utf8'),
  ) as object;
  const ajv = new Ajv({ allErrors: true, discriminator: true, strict: false }).addSchema(schema, 'slack');
  const validate = {
    block: ajv.compile({ $ref: 'slack#/definitions/KnownBlock' }),
    modal: ajv.compile({ $ref: 'slack#/definitions/ModalView' }),
    metadata: ajv.compile({ $ref: 'slack#/definitions/MessageMetadata' }),
    home: ajv.compile({ $ref: 'slack#/definitions/HomeView' }),
  };
  const agrees = (name: keyof typeof validate, type: string, value: unknown) =>
    expect(structureFaults(type, value, '').length === 0, JSON.stringify(value)).toBe(validate[name](value));

  it.each([...GOOD, ...BAD])('$kind: $name', ({ kind, payload }) => {
    if (kind === 'modal') agrees('modal', 'ModalView', payload);
    else if (kind === 'home') agrees('home', 'HomeView', payload);
    else {
      const { blocks, metadata } = partsOf(payload);
      for (const block of blocks) agrees('block', 'KnownBlock', block);
      if (metadata !== undefined) agrees('metadata', 'MessageMetadata', metadata);
    }
  });
});

function partsOf(payload: unknown): { blocks: unknown[]; metadata?: unknown } {
  const { blocks, metadata } = payload as { blocks?: unknown; metadata?: unknown };
  return { blocks: Array.isArray(blocks) ? blocks : [], metadata };
}
