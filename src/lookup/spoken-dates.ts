/** A date, month, year or range that a question names. */
export interface SpokenDate {
  begin: number;
  end: number;
  text: string;
  /** The fiscal years it covers, as R8; a day or month gives the one it lies in. */
  fiscalYears: string[];
}

export function findSpokenDates(text: string, _today: string): SpokenDate[] {
  const found: SpokenDate[] = [];
  for (const match of text.matchAll(/(?:令和|r)(\d{1,2})(年度|年)?(?![0-9.])|fy ?(20\d\d)|(20\d\d)年度/g)) {
    const year = match[1] ? Number(match[1]) : Number(match[3] ?? match[4]) - 2018;
    found.push({ begin: match.index, end: match.index + match[0].length, text: match[0], fiscalYears: [`R${year}`] });
  }
  return found;
}
