import type { AnyUnderstood, UnderstoodStatement } from '../../records/understood.ts';

/** What a plan says that belongs to no scene and no column: its policy (方針), statement by statement. */
export const policyOf = (
  statements: readonly (UnderstoodStatement & { at: string; place: string })[],
): AnyUnderstood[] => {
  const [first] = statements;
  if (!first) return [];
  const fields = {
    facet: 'policy',
    stated: 'yes',
    text: statements.map(({ text }) => text).join('\n'),
    statements: statements.map(({ text, status }) => ({ text, status })),
  } as const;
  return [
    {
      kind: 'answer',
      place: first.place,
      at: first.at,
      source: null,
      fields: { ...fields, statements: [...fields.statements] },
    },
  ];
};
