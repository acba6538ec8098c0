import type { Asker, AskReply, AskRequest } from '../../src/terminal/reply.ts';

/** An asker that notes what it is asked and answers with the question. */
export function scriptedAsker(
  replies: (request: AskRequest) => Partial<AskReply> | Promise<Partial<AskReply>> = () => ({}),
) {
  const requests: AskRequest[] = [];
  const asker: Asker = {
    async ask(request) {
      requests.push(request);
      const question = request.conversation.at(-1)?.question ?? '';
      const reply: AskReply = {
        intent: 'detail',
        language: 'ja',
        areas: ['津市'],
        number: null,
        text: `答: ${question}`,
        body: `答: ${question}`,
        records: ['r1'],
        understood: [],
        offers: [],
      };
      return { ...reply, ...(await replies(request)) };
    },
    carryOut: async () => ({ file: '' }),
    close: async () => {},
  };
  return { asker, requests };
}
