import { z } from 'zod';
import type { DocumentSitting } from '../../generated/prisma/client.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { PressOutcome } from '../../records/changes.ts';
import { DOCUMENT_KINDS, type Understood } from '../../records/understood.ts';
import { FiscalYearLabel, StatementStatus } from '../../records/vocabulary.ts';
import type { Tx } from '../editing/editor.ts';
import type { Administration } from '../members/administering.ts';
import type { PersonKey } from '../members/people.ts';
import { type Rights, rightsOf } from '../members/permissions.ts';
import { type Press, undoTogether } from '../press.ts';
import { readers } from '../read-records.ts';
import { atomically, Nothing, noteRefusal } from '../save-change.ts';
import { importDocuments } from './import-document.ts';
import { IMPORTED_NOTICE, planImported, voidImported } from './import-notices.ts';
import type { DocumentImport, DocumentReport } from './report.ts';

// Documents that somebody imports by chat: between their reading and their saving only Slack's ids of the files, their
// fingerprints and what the person answered are kept. What the documents say is read again, so that nothing of it stands
// here that nobody saved.

/** A file as Slack keeps it. */
const SittingFile = z.object({
  id: z.string(),
  name: z.string(),
  size: z.number(),
  filetype: z.string(),
  address: z.string(),
  digest: z.string(),
});
export type SittingFile = z.infer<typeof SittingFile>;

/** What the form said of the documents. */
const About = z.object({
  areaId: z.string().nullable(),
  fiscalYear: FiscalYearLabel.nullable(),
  asOf: z.string().nullable(),
  reason: z.string().nullable(),
  official: z.boolean(),
});

/** What a person said of a statement: how it stands, and which of its topics and tools do not belong to it. */
const SaidOf = z.object({ status: StatementStatus.optional(), removed: z.array(z.string()).optional() });
export type SaidOf = z.infer<typeof SaidOf>;

const Said = z.record(z.string(), SaidOf);
const Seen = z.record(z.string(), z.number());

export interface Sitting {
  id: string;
  kind: DocumentImport['understood']['kind'];
  files: SittingFile[];
  about: z.infer<typeof About>;
  /** By `saidKey`. */
  said: Readonly<Record<string, SaidOf>>;
  saved: boolean;
}

/** A statement of one of the documents. */
export const saidKey = (document: number, statement: string): string => `${document}:${statement}`;

/** The tools of one of the documents: those that are not meant are taken away by the ids of their proposals. */
export const toolsKey = (document: number): string => saidKey(document, 'tools');

/** A document as it was read again. */
export type ReadAgain = Understood;

/** What came of saving. */
export interface Imported {
  reports: DocumentReport[];
  /** It was saved before, by this very sitting. */
  again: boolean;
}

/** So long documents wait to be saved. */
const WAITS_DAYS = 1;
/** So long what was saved can be told from what was not, for undoing it. */
const KEPT_DAYS = 30;

export class DocumentSittings {
  constructor(readonly administration: Administration) {}

  /** Keeps that somebody brought documents; the same submission once. */
  async begin(
    { person, key }: Press,
    { kind, files, about }: Pick<Sitting, 'kind' | 'files' | 'about'>,
  ): Promise<Sitting> {
    const { prisma, clock } = this.administration;
    const data = { at: clock.now(), key, ...person, kind, files, about };
    await prisma.documentSitting.createMany({ data, skipDuplicates: true });
    return sittingOf(await prisma.documentSitting.findUniqueOrThrow({ where: { key } }));
  }

  /** One's own; null: it is gone, or somebody else's. */
  async of(person: PersonKey, id: string): Promise<Sitting | null> {
    const row = await this.administration.prisma.documentSitting.findFirst({ where: { id, ...person } });
    return row && sittingOf(row);
  }

  /** Keeps what the person said of some statements. */
  async say(person: PersonKey, id: string, said: Sitting['said']): Promise<void> {
    await atomically(this.administration.prisma, async (tx) => {
      const row = await locked(tx, person, id);
      if (!row || row.savedAt) return;
      const all = { ...Said.parse(row.said), ...said };
      await tx.documentSitting.update({ where: { id }, data: { said: all } });
    });
  }

  /** What saving would change. What is shown first is what the person saw: what others save after it is a conflict. */
  async preview(person: PersonKey, sitting: Sitting, documents: readonly ReadAgain[]): Promise<DocumentReport[]> {
    const { prisma, clock, administrators } = this.administration;
    const requests = await this.#requests(person, sitting, documents, {});
    const reports = await importDocuments(
      prisma,
      clock,
      administrators,
      requests.map((request) => ({ ...request, dryRun: true })),
    );
    await this.#refused(person, sitting.id, reports);
    const seen = Object.fromEntries(
      reports.flatMap(({ records }) =>
        records.flatMap(({ kind, record, version }) => (version === null ? [] : [[`${kind}:${record}`, version]])),
      ),
    );
    const data = { seen: seen as object };
    await prisma.documentSitting.updateMany({ where: { id: sitting.id, seen: { equals: Prisma.DbNull } }, data });
    return reports;
  }

  /** Saves all of it or nothing; a second time tells what was saved. After a conflict what stands now counts as seen. */
  async save(person: PersonKey, sitting: Sitting, documents: readonly ReadAgain[]): Promise<Imported> {
    const { prisma, clock, administrators } = this.administration;
    const { id } = sitting;
    const row = await prisma.documentSitting.findFirst({ where: { id, ...person } });
    const requests = await this.#requests(person, sitting, documents, Seen.parse(row?.seen ?? {}));
    let again = false;
    const reports = await importDocuments(prisma, clock, administrators, requests, {
      begin: async (tx) => {
        again = (await locked(tx, person, id))?.savedAt !== null;
        if (again) throw new Nothing([]);
      },
      saved: async (tx, done) => {
        const entries = done.flatMap(({ records }) => records.flatMap(({ entry }) => entry ?? []));
        const data = { savedAt: clock.now(), entries: entries.map(BigInt), files: [], about: {}, said: {} };
        await tx.documentSitting.update({ where: { id }, data });
        await planImported(tx, { id, person, requests, reports: done }, clock.now());
      },
    });
    await this.#refused(person, id, reports);
    if (reports.some(({ problems }) => problems.some(({ code }) => code === 'conflict')))
      await prisma.documentSitting.updateMany({ where: { id }, data: { seen: Prisma.DbNull } });
    return { reports, again };
  }

  /** Takes back all that was saved together (rules 5.7), and what was to be told of it. */
  async undo({ person, key }: Press, id: string): Promise<PressOutcome> {
    const { prisma } = this.administration;
    const row = await prisma.documentSitting.findFirst({ where: { id, ...person, savedAt: { not: null } } });
    if (!row) return { outcome: 'not-undone', because: 'too-late', by: null };
    const entries = row.entries.map(String);
    return undoTogether(prisma, this.administration, { person, key, entries }, (tx) => voidImported(tx, id));
  }

  /** What nobody saved within a day goes, and what was saved once it cannot be undone any more. */
  async tidy(): Promise<void> {
    const { prisma, clock } = this.administration;
    const before = (days: number) => new Date(clock.now().getTime() - days * 86_400_000);
    await prisma.documentSitting.deleteMany({
      where: {
        OR: [{ savedAt: null, at: { lt: before(WAITS_DAYS) } }, { savedAt: { lt: before(KEPT_DAYS) } }],
      },
    });
  }

  async #requests(
    person: PersonKey,
    { id, kind, files, about, said }: Sitting,
    documents: readonly ReadAgain[],
    seen: Readonly<Record<string, number>>,
  ): Promise<DocumentImport[]> {
    const { prisma, clock, administrators } = this.administration;
    const rights = await rightsOf(prisma, person, clock.today(), administrators);
    const areas = await readers.area(prisma);
    const { areaId, ...given } = about;
    const area = areas.find((each) => each.id === areaId)?.name ?? null;
    const isInStead = (areaIds: readonly string[]) =>
      isForPrefecture(
        rights,
        areas.filter((each) => areaIds.includes(each.id)),
      );
    return documents.map((understood, at) => ({
      ...{ person, understood, area, ...given, isInStead, run: `${id}:${at}`, dryRun: false },
      ...{ digest: files[at]?.digest ?? '', title: titleOf(files[at]?.name ?? kind) },
      ...(Object.keys(seen).length > 0 ? { seen } : {}),
      answers: saidIn(said, at, ({ status }) => status),
      removed: saidIn(said, at, ({ removed }) => removed),
      without: said[toolsKey(at)]?.removed ?? [],
    }));
  }

  async #refused(person: PersonKey, id: string, reports: readonly DocumentReport[]): Promise<void> {
    const { prisma, clock } = this.administration;
    const refused = reports.find((report) => report.refused)?.refused;
    const noted = { person, key: null, kind: IMPORTED_NOTICE, id };
    if (refused) await noteRefusal(prisma, clock.now(), noted, refused.because);
  }
}

/** Entered by the prefecture for a town that somebody of it does not work for. */
const isForPrefecture = (
  rights: Rights,
  areas: readonly { id: string; name: string; prefecture: string | null }[],
): boolean => rights.isPrefectureOver(areas) && !rights.belongsTo(areas.map(({ id }) => id));

function saidIn<V>(said: Sitting['said'], document: number, of: (said: SaidOf) => V | undefined): Record<string, V> {
  const own = saidKey(document, '');
  return Object.fromEntries(
    Object.entries(said).flatMap(([key, each]) => {
      const value = key.startsWith(own) ? of(each) : undefined;
      return value === undefined ? [] : [[key.slice(own.length), value]];
    }),
  );
}

const titleOf = (name: string): string => name.replace(/\.[^.]*$/, '') || name;

async function locked(tx: Tx, person: PersonKey, id: string): Promise<DocumentSitting | null> {
  await tx.$executeRaw`SELECT 1 FROM "DocumentSitting" WHERE "id" = ${id} FOR UPDATE`;
  return tx.documentSitting.findFirst({ where: { id, ...person } });
}

const NOTHING_SAID = { areaId: null, fiscalYear: null, asOf: null, reason: null, official: false };

const sittingOf = ({ id, kind, files, about, said, savedAt }: DocumentSitting): Sitting => ({
  id,
  kind: z.enum(DOCUMENT_KINDS).parse(kind),
  files: SittingFile.array().parse(files),
  about: savedAt ? NOTHING_SAID : About.parse(about),
  said: Said.parse(said),
  saved: savedAt !== null,
});
