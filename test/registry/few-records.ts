import { emptyRecords, type RegistryRecords, type StatementRow } from '../../src/records/rows.ts';

/** A small registry with records of every kind; a fresh copy at each call. */
export function fewRecords(): RegistryRecords {
  const placed = (id: string) => ({ id: `survey.${id}`, sourceId: 'survey', place: `${id}の欄`, asOf: '令和7年11月' });
  return {
    ...emptyRecords(),
    areas: [
      area('suzuka', '鈴鹿市', 'すずか'),
      area('owase', '尾鷲市', 'おわせ'),
      area('kihoku', '紀北町', 'きほく'),
      { ...area('kihoku-union', '紀北広域連合', 'きほくこういきれんごう'), kind: 'union', covers: ['owase', 'kihoku'] },
    ],
    sources: [
      {
        id: 'survey',
        title: '市町調査',
        publisher: '三重県',
        kind: 'survey',
        asOf: '令和7年11月',
        fiscalYear: 'R7',
        state: 'confirmed',
        note: null,
      },
    ],
    answers: [
      {
        id: 'survey.answer-ict',
        sourceId: 'survey',
        sheet: 9,
        areaIds: ['suzuka'],
        facet: 'ict',
        stated: 'yes',
        asOf: null,
      },
    ],
    statements: [
      statement('ict-1', ['suzuka'], '情報共有システム「すずらんネット」を運用している。', {
        numbers: [{ of: '登録者', value: 200, unit: '人', kind: 'actual', note: null }],
      }),
      statement('ict-2', ['owase', 'kihoku'], '情報共有の方法を検討している。', { status: 'considering' }),
      statement('acp-1', ['owase', 'kihoku'], '「紀北ノート」を窓口で配布している。', { facet: 'acp' }),
    ],
    hubs: [
      {
        ...placed('hub-1'),
        name: 'すずらん支援センター',
        aliases: ['すずらん'],
        mode: 'in-house',
        operator: null,
        location: null,
        since: 'H30',
        tel: '059-382-0001',
        note: null,
        english: 'support centre',
        areaIds: ['suzuka'],
      },
    ],
    plans: [
      {
        ...placed('vision-1'),
        areaIds: ['suzuka'],
        scene: '看取り',
        printed: null,
        period: null,
        stated: 'yes',
        vision: '望む場所で最期を迎えられる。',
        goal: null,
        english: 'die where one wishes',
      },
    ],
    tools: [
      { id: 'kihoku-note', name: '紀北ノート', kind: 'note', maker: null, english: null, aliases: [], note: null },
      { id: 'suzu-net', name: 'すずらんネット', kind: 'ict', maker: null, english: null, aliases: [], note: null },
    ],
    toolUses: [
      {
        ...placed('tool-1'),
        toolId: 'kihoku-note',
        areaIds: ['owase', 'kihoku'],
        name: '紀北ノート',
        maker: null,
        role: 'maker',
        ways: ['counter'],
        access: null,
        link: null,
        contact: null,
        terms: null,
        since: null,
        status: 'doing',
        purpose: null,
        statementIds: ['survey.ict-2', 'survey.acp-1'],
      },
    ],
    initiatives: [
      {
        ...placed('i-1'),
        areaId: 'suzuka',
        scene: '看取り',
        alsoScenes: [],
        printedScene: null,
        title: '看取り研修',
        projectItems: ['カ'],
        content: null,
        english: 'training',
        status: '予定',
        sourceText: null,
        fiscalYear: 'R8',
        date: null,
        dateNote: null,
        location: null,
        participants: 0,
        members: null,
        host: null,
        coHost: null,
        method: null,
        target: null,
        memo: null,
        topics: ['研修'],
        numbers: [],
        sectionId: null,
        leads: null,
        items: [
          { id: 'survey.i-1.1', title: '講師の依頼', status: '実施済み', memo: null, english: 'lecturer' },
          { id: 'survey.i-1.2', title: '会場の予約', status: '未着手', memo: null, english: 'venue' },
        ],
      },
    ],
    indicators: [
      {
        ...placed('n-1'),
        areaId: 'suzuka',
        title: '訪問診療',
        measure: '利用者数',
        unit: '人',
        scene: null,
        english: 'home visits',
        aliases: [],
        values: [value('R6', 'planned', 120), value('R6', 'actual', 98.5), value('R7', 'planned', null)],
      },
    ],
    evaluations: [
      {
        ...placed('e-1'),
        areaId: 'suzuka',
        scene: '看取り',
        fiscalYear: 'R7',
        rating: 2.5,
        draft: true,
        done: [{ text: '研修を行った。', en: 'training' }],
        checked: [],
        changed: [],
        nextPlan: [{ text: '続ける。', en: 'continue' }],
      },
    ],
    meetings: [
      {
        ...placed('meeting-1'),
        areaIds: ['suzuka'],
        title: '運営委員会',
        kind: 'conference',
        status: 'ongoing',
        perYear: 4,
        frequency: '年4回',
        dates: ['R7.5', 'R7.8'],
        time: null,
        method: null,
        host: null,
        members: null,
        theme: null,
        location: null,
      },
    ],
    surveys: [
      {
        ...placed('survey-1'),
        areaIds: ['suzuka'],
        title: '在宅療養の意識調査',
        target: '市民',
        method: null,
        answers: null,
        questions: null,
        when: 'R6',
        next: null,
        link: null,
        status: 'held',
      },
    ],
    lexicon: [
      {
        id: 'ict',
        kind: 'concept',
        label: 'ICT',
        members: ['情報共有'],
        asked: ['ICT'],
        english: ['ict'],
        except: [],
        remedies: [],
        weight: 'strong',
      },
      {
        id: 'particles',
        kind: 'filler',
        label: '助詞',
        members: ['の', 'は', 'について'],
        asked: [],
        english: [],
        except: [],
        remedies: [],
        weight: 'weak',
      },
    ],
  };
}

function area(id: string, name: string, reading: string): RegistryRecords['areas'][number] {
  return {
    id,
    name,
    kind: 'municipality',
    code: null,
    reading,
    romaji: id,
    prefecture: '三重県',
    aliases: [],
    covers: [],
    mayWriteFor: [],
    mustSubmitFor: [],
  };
}

/** A statement of the small registry. */
export function statement(id: string, areaIds: string[], text: string, more: Partial<StatementRow> = {}): StatementRow {
  return {
    id: `survey.${id}`,
    sourceId: 'survey',
    place: `${id}の欄`,
    asOf: '令和7年11月',
    areaIds,
    facet: 'ict',
    status: 'doing',
    text,
    english: 'statement',
    also: [],
    scenes: [],
    topics: [],
    numbers: [],
    when: null,
    ...more,
  };
}

function value(fiscalYear: string, kind: 'planned' | 'actual', figure: number | null) {
  const state = figure === null ? '中止' : null;
  return { id: `survey.n-1.${fiscalYear}-${kind}`, fiscalYear, kind, value: figure, state, note: null, asOf: null };
}
