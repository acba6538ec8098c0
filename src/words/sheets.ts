import type { SurveyColumn } from '../records/vocabulary.ts';

// What is printed on the sheets that offices fill in and send each other. They are Japanese, as the records are.

/** The survey's columns as the prefecture's sheet prints them: six of part (1), six of part (2). */
export const surveyColumnWords: Record<SurveyColumn, string> = {
  situation: '①在宅医療および在宅医療・介護連携の状況',
  initiative: '②取組',
  practice: '③取組について工夫していること',
  difficulty: '④困難に感じていること',
  crossDepartment: '⑤部局間連携の取組、事業間連携の取組',
  withoutRelatives: '⑥身寄りのない方への支援についての取組状況',
  discharge: '①入退院支援関係',
  acp: '②ACP関係',
  emergency: '③救急との連携関係',
  ict: '④ICT関係',
  outreach: '⑤住民普及啓発や支援者向け研修資料関係',
  bcp: '⑥地域BCPの取り組み',
};

export const surveySheetWords = {
  title: (year: string) => `在宅医療・介護連携に関する市町取組状況調査　調査票（${year}）`,
  areas: '市町名',
  year: '年度',
  asOf: '時点',
  hub: '●連携拠点名称',
  mode: '直営・委託の別',
  vision: (scene: string) => `●目指すべき姿\n（${scene}）`,
  parts: [
    '(1) 在宅医療等の状況や取組等について',
    '(2) 在宅医療・介護連携事業において、他市町と共有できる情報や資料について',
  ],
  howTo: [
    '【記入のしかた】前回の回答を写してあります。変わったところを直し、なくなったことは消してください。',
    '・1つの事柄を1行に、「・」で始めて書いてください。まだ実施していないことは、行の初めに【予定】または【検討中】と書いてください。',
    '・取組がない欄には【なし】と書いてください。空欄は「記載なし」として扱います。',
    '・個人情報（氏名と住所・生年月日、被保険者番号、個別の事例など）は書かないでください。',
  ].join('\n'),
  returnTo: ({ day, to }: { day: string; to: string }) => `・${day}までに、このファイルのまま${to}へお送りください。`,
  item: (text: string) => `・${text}`,
  /** A statement of a joint answer that is about some of the towns. */
  only: (areas: string, text: string) => `${areas}：${text}`,
};
