// What is said when a question or a press cannot be served.

export const deskWords = {
  answerGone: {
    ja: 'この回答のもとの質問は、もう残っていません（90日で消えます）。お手数ですが、もう一度お尋ねください。',
    en: 'The question behind this answer is no longer kept (they are removed after 90 days). Please ask again.',
  },
};
