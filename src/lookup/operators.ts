// Operators of the lexicon (its entries of that kind), by what the question that has one asks for.

/** Something of one thing: when, who, how many, how to get it. */
export const OF_ONE_THING = [
  'what',
  'who',
  'when',
  'since',
  'where-place',
  'why',
  'how',
  'how-many',
  'how-often',
  'percentage',
  'get',
  'contact',
  'maker',
  'name-of',
  'theme-of',
  'lecturer-of',
  'members-of',
  'as-of',
  'source-of',
];

/** Which of several, or all of them. */
export const OF_SEVERAL = ['which', 'list', 'count-areas', 'compare', 'more-of-two', 'table', 'ranking'];

/** What is due, who owes it, what somebody has to do, what was a year ago. */
export const OF_TIME = ['deadlines', 'unsubmitted', 'overdue', 'own-work', 'year-ago'];
