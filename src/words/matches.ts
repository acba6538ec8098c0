import type { Language } from './labels.ts';

// A neighbour's practice for a difficulty of one's own, on Home and in the digest.

interface MatchWords {
  title: string;
  own: string;
  look(area: string): string;
  question(area: string): string;
  useless: string;
  uselessSpoken(areas: string): string;
  /** In a message, which stays as it is. */
  hidden: string;
}

export const matchWords: Record<Language, MatchWords> = {
  ja: {
    title: '困っていることに、ほかの市町の工夫があります',
    own: '困難に感じていること',
    look: (area) => `${area}の工夫を見る`,
    question: (area) => `${area}の工夫は？`,
    useless: '役に立たない',
    uselessSpoken: (areas) => `${areas}の工夫は役に立たない（もう表示しない）`,
    hidden: 'この工夫は、ホームにもまとめにも、もう表示しません。',
  },
  en: {
    title: 'Practices of others for your difficulties',
    own: 'Your difficulty',
    look: (area) => `Practices of ${area}`,
    question: (area) => `${area}の工夫は？`,
    useless: 'Of no use',
    uselessSpoken: (areas) => `The practice of ${areas} is of no use (do not show it again)`,
    hidden: 'It is not shown again, on Home or in a digest.',
  },
};
