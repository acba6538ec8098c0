import { describe, expect, it } from 'vitest';
import { askPlanned, deadline, ofPrefecture, submission, townsperson } from './planned-records.ts';

// Reports that hubs (委託先) owe their towns, beside those that towns owe the prefecture.

const ask = askPlanned({
  deadlines: [
    deadline('results', ['suzuka', 'tsu'], '地域支援事業交付金 前年度事業実績報告', 'R8.12.18'),
    deadline('hubs', ['suzuka', 'tsu'], '委託事業の実績報告・精算', 'R8.12.11', {
      submitters: 'hubs',
      recipient: '市町',
    }),
  ],
  submissions: [
    submission('results', 'suzuka'),
    submission('results', 'tsu'),
    submission('hubs', 'suzuka'),
    submission('hubs', 'tsu', { status: 'submitted', date: 'R8.11.19' }),
  ],
});

describe('a report of the hubs', () => {
  it.each([
    '委託先の実績報告はいつまで？',
    '連携拠点の報告の締切は？',
    'What is the deadline for the report of the hubs?',
  ])('%s is answered with the hubs’ own deadline', (question) => {
    expect(ask(question).rows.map(({ recordId }) => recordId)).toEqual(['hubs']);
  });

  it('says who submits it', () => {
    const { text } = ask('委託先の実績報告はいつまで？');
    expect(text).toContain('12月11日');
    expect(text).toContain('提出者: 委託先（連携拠点）');
  });

  it('leaves the towns’ own deadline where nobody says whose', () => {
    expect(ask('地域支援事業交付金の実績報告の締切はいつ？').rows.map(({ recordId }) => recordId)).toEqual(['results']);
  });

  it('who has not submitted is told to the prefecture', () => {
    const { answer } = ask('委託先の実績報告をまだ提出していないのは？', { asker: ofPrefecture });
    expect(answer.areas).toEqual(['suzuka']);
    expect(answer.headline).toContain('委託先の委託事業の実績報告・精算');
    expect(answer.headline).toContain('2市町のうち1市町');
  });

  it('and to its own town alone beside it (1.6)', () => {
    const question = '実績報告をまだ提出していない委託先は？';
    expect(ask(question, { asker: townsperson('suzuka') }).text).toContain('鈴鹿市 未提出');
    expect(ask(question, { asker: townsperson('iga') }).text).not.toContain('未提出');
  });
});
