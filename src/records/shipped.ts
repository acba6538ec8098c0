import { z } from 'zod';
import {
  AccessWay,
  Facet,
  FiscalYearLabel,
  HubMode,
  InitiativeStatus,
  MeetingKind,
  MeetingStatus,
  ProjectItem,
  SCENES,
  Scene,
  Stated,
  StatementStatus,
  SURVEY_COLUMNS,
  type SurveyColumn,
  ToolKind,
  ToolRole,
  ValueKind,
} from './vocabulary.ts';

// The shapes of the YAML files under prisma/data. Strict: an unknown key is an error, so that nothing is lost by a typo.

const text = z.string().trim().min(1);
/** May be left out; then null. */
const optional = <S extends z.ZodType>(shape: S) => shape.nullish().transform((value) => value ?? null);
const optionalText = optional(text);
const texts = z.array(text).default([]);
const localId = z.string().regex(/^[a-zA-Z]+(-[a-zA-Z0-9]+)*-\d+$/, 'write an id like acp-1');
const areaNames = z.array(text).min(1);

export const ShippedNumber = z.strictObject({
  of: text,
  value: z.number(),
  unit: z.string().trim().default(''),
  kind: ValueKind.default('actual'),
  note: optionalText,
});

export const ShippedStatement = z.strictObject({
  id: localId,
  facet: Facet.optional(),
  text,
  en: text,
  status: StatementStatus.default('doing'),
  areas: areaNames.optional(),
  also: z.array(Facet).default([]),
  scenes: z.array(Scene).default([]),
  topics: texts,
  numbers: z.array(ShippedNumber).default([]),
  when: optionalText,
  place: optionalText,
});
export type ShippedStatement = z.infer<typeof ShippedStatement>;

export const ShippedHub = z.strictObject({
  name: text,
  aliases: texts,
  areas: areaNames.optional(),
  mode: HubMode,
  operator: optionalText,
  place: optionalText,
  since: optionalText,
  tel: optionalText,
  note: optionalText,
  en: text,
});

export type ShippedHub = z.infer<typeof ShippedHub>;

export const ShippedToolUse = z.strictObject({
  name: text,
  kind: ToolKind,
  maker: optionalText,
  role: ToolRole,
  areas: areaNames.optional(),
  how: z.array(AccessWay).default(['unknown']),
  access: optionalText,
  contact: optionalText,
  terms: optionalText,
  since: optionalText,
  status: StatementStatus.default('doing'),
  purpose: optionalText,
  statements: z.array(localId).default([]),
});

export const ShippedMeeting = z.strictObject({
  title: text,
  areas: areaNames.optional(),
  kind: MeetingKind,
  perYear: optional(z.number().positive()),
  frequency: optionalText,
  dates: texts,
  time: optionalText,
  status: MeetingStatus.default('ongoing'),
  method: optionalText,
  host: optionalText,
  members: optionalText,
  theme: optionalText,
  place: optionalText,
  statements: z.array(localId).default([]),
});

export const ShippedSurvey = z.strictObject({
  title: text,
  areas: areaNames.optional(),
  target: optionalText,
  method: optionalText,
  answers: optionalText,
  questions: optionalText,
  when: optionalText,
  next: optionalText,
  status: MeetingStatus.default('held'),
  statements: z.array(localId).default([]),
});

const cell = z
  .strictObject({ stated: Stated, statements: z.array(ShippedStatement).default([]) })
  .superRefine((value, context) => {
    if (value.stated === 'yes' && value.statements.length === 0) {
      context.addIssue({ code: 'custom', message: 'stated: yes needs at least one statement' });
    }
    if (value.stated === 'blank' && value.statements.length > 0) {
      context.addIssue({ code: 'custom', message: 'stated: blank can hold no statement' });
    }
  });

const vision = z.strictObject({ stated: Stated.exclude(['blank']), text, en: text });

/** One sheet of a survey: its hub, its four visions and its twelve columns, all of them accounted for. */
export const ShippedSheet = z.strictObject({
  sheet: z.number().int().positive(),
  areas: areaNames,
  hub: z.strictObject({ stated: Stated, records: z.array(ShippedHub).default([]) }),
  visions: z.strictObject(
    Object.fromEntries(SCENES.map((scene) => [scene, vision])) as Record<(typeof SCENES)[number], typeof vision>,
  ),
  columns: z.strictObject(
    Object.fromEntries(SURVEY_COLUMNS.map((column) => [column, cell])) as Record<SurveyColumn, typeof cell>,
  ),
  tools: z.array(ShippedToolUse).default([]),
  meetings: z.array(ShippedMeeting).default([]),
  surveys: z.array(ShippedSurvey).default([]),
});
export type ShippedSheet = z.infer<typeof ShippedSheet>;

const bullet = z.strictObject({ text, en: text });

/** A document that is not a survey: a four-scene sheet, a plan, a centre's material, a PDCA table, or a survey's overview. */
export const ShippedDocument = z.strictObject({
  sheet: z.literal(0).optional(),
  areas: areaNames,
  plans: z
    .array(
      z.strictObject({
        id: localId,
        scene: Scene,
        sceneAsPrinted: optionalText,
        period: optionalText,
        vision: optionalText,
        goal: optionalText,
        en: text,
        place: optionalText,
      }),
    )
    .default([]),
  initiatives: z
    .array(
      z.strictObject({
        id: localId,
        scene: Scene,
        sceneAsPrinted: optionalText,
        title: text,
        projectItems: z.array(ProjectItem).default([]),
        content: optionalText,
        en: text,
        status: InitiativeStatus,
        sourceText: optionalText,
        fiscalYear: optional(FiscalYearLabel),
        date: optionalText,
        dateNote: optionalText,
        place: optionalText,
        participants: optional(z.number()),
        members: optionalText,
        host: optionalText,
        coHost: optionalText,
        method: optionalText,
        target: optionalText,
        memo: optionalText,
        items: z
          .array(z.strictObject({ title: text, status: InitiativeStatus, memo: optionalText, en: text }))
          .default([]),
        topics: texts,
        numbers: z.array(ShippedNumber).default([]),
        origin: optionalText,
      }),
    )
    .default([]),
  indicators: z
    .array(
      z.strictObject({
        id: localId,
        title: text,
        measure: text,
        unit: z.string().trim(),
        scene: optional(Scene),
        en: text,
        aliases: texts,
        origin: optionalText,
        values: z
          .array(
            z.strictObject({
              year: FiscalYearLabel,
              kind: ValueKind,
              value: z.number().nullable(),
              state: optionalText,
              note: optionalText,
              asOf: optionalText,
            }),
          )
          .min(1),
      }),
    )
    .default([]),
  evaluations: z
    .array(
      z.strictObject({
        id: localId,
        scene: Scene,
        fiscalYear: FiscalYearLabel,
        rating: z.number().min(1).max(5),
        draft: z.boolean(),
        done: z.array(bullet),
        checked: z.array(bullet),
        changed: z.array(bullet),
        nextPlan: z.array(bullet),
        origin: optionalText,
      }),
    )
    .default([]),
  statements: z.array(ShippedStatement.required({ facet: true })).default([]),
  hub: z.array(ShippedHub).default([]),
  tools: z.array(ShippedToolUse).default([]),
  meetings: z.array(ShippedMeeting).default([]),
  surveys: z.array(ShippedSurvey).default([]),
});
export type ShippedDocument = z.infer<typeof ShippedDocument>;

export const ShippedArea = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  name: text,
  kind: z.enum(['municipality', 'district', 'union', 'prefecture', 'unnamed']),
  code: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  reading: optionalText,
  romaji: optionalText,
  prefecture: optionalText,
  aliases: texts,
  covers: texts,
  mayWriteFor: texts,
  mustSubmitFor: texts,
});
export type ShippedArea = z.infer<typeof ShippedArea>;

export const ShippedSource = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: text,
  publisher: text,
  kind: z.enum(['survey', 'scenes', 'plan', 'material', 'pdca']),
  asOf: text,
  fiscalYear: FiscalYearLabel,
  state: z.enum(['confirmed', 'draft']),
  note: optionalText,
});
export type ShippedSource = z.infer<typeof ShippedSource>;

/** The canonical names of tools: sheets name tools as their towns do, this list says which names are one tool. */
export const ShippedTool = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: text,
  kind: ToolKind,
  maker: optionalText,
  reading: optionalText,
  english: optionalText,
  aliases: texts,
  note: optionalText,
});
export type ShippedTool = z.infer<typeof ShippedTool>;
