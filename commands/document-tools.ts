import { documentToolsForm } from '../src/forms/document.ts';
import type { Part } from '../src/forms/sheet.ts';
import { idsOf } from '../src/forms/typed.ts';
import type { DocumentReport } from '../src/registry/documents/report.ts';
import { toolsKey } from '../src/registry/documents/sittings.ts';
import { changeWords } from '../src/words/changes.ts';
import { documentTalk } from '../src/words/document-talk.ts';
import { pageAsked } from './admin-acting.ts';
import { isOfRecords } from './document-lines.ts';
import { inputOf, noted, opens, PAGE, pageStep } from './document-pages.ts';
import { type AtDocuments, atDocuments, isStep } from './document-preview.ts';
import { paged } from './paged.ts';
import { type AnyRecordForm, recordForm, type Sitting, type Step } from './record-form.ts';

// What else the words of documents that are no replies seem to name: tools, meetings and enquiries, one by one.

interface ProposedTool {
  index: number;
  document: number;
  proposal: DocumentReport['proposals'][number];
}

async function toolsIn({ bot, who }: Sitting, found: AtDocuments): Promise<ProposedTool[]> {
  const reports = await bot.documents.preview(who, found.kept, found.documents);
  const all = reports.flatMap((report, document) =>
    isOfRecords(report) ? report.proposals.map((proposal) => ({ document, proposal })) : [],
  );
  return all.map((each, index) => ({ index, ...each }));
}

async function toolsStep(sitting: Sitting, found: AtDocuments, page: number): Promise<Step> {
  const { language } = sitting.state;
  const words = documentTalk[language];
  const { named } = changeWords[language];
  const { at, pages, shown } = paged(await toolsIn(sitting, found), page, PAGE);
  const parts = shown.flatMap(({ index, proposal: { kind, name, areas, at: where, text, taken } }): Part[] => [
    { kind: 'pairs', pairs: [[`${areas.join('・')}（${where}）`, text]] },
    inputOf(
      `t${index}`,
      words.proposed,
      { kind: 'checks', choices: [{ value: String(index), label: named(changeWords[language].kind[kind], name) }] },
      taken ? [String(index)] : [],
      language,
    ),
  ]);
  const head: Part[] = [
    { kind: 'said', text: words.toolsKept },
    { kind: 'said', text: words.page(at + 1, pages) },
  ];
  return pageStep(sitting, documentToolsForm.id, found, { page: String(at) }, [...head, ...parts]);
}

export const documentTools: AnyRecordForm = recordForm({
  form: documentToolsForm,
  open: opens(toolsStep),
  async send(sent) {
    const found = await atDocuments(sent);
    if (isStep(found)) return found;
    const all = await toolsIn(sent, found);
    const { at, pages, shown } = paged(all, pageAsked(sent), PAGE);
    const onPage = new Set(shown.map(({ index }) => index));
    const isRemoved = ({ index, proposal }: ProposedTool) =>
      onPage.has(index) ? idsOf(sent.typed[`t${index}`]).length === 0 : !proposal.taken;
    const changed = new Set(shown.flatMap((each) => (isRemoved(each) === each.proposal.taken ? each.document : [])));
    const said = Object.fromEntries(
      [...changed].map((document) => {
        const own = all.filter((each) => each.document === document && isRemoved(each));
        return [toolsKey(document), { removed: own.map(({ proposal }) => proposal.id) }];
      }),
    );
    return noted(sent, found, said, (fresh) => (at < pages - 1 ? toolsStep(sent, fresh, at + 1) : null));
  },
});
