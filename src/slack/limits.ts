// What Slack takes at most. Lengths are UTF-16 units (how Slack counts emoji is unverified). The basis of each figure:
// "typed" = the comments of @slack/types, from which schema.generated.json carries it too; "documented" = Slack's own
// documentation; "reported" = seen by others; "ours" = our own choice. Those not needed by name stand in the schema.

export const LIMITS = {
  /** Blocks (documented). */
  messageBlocks: 50,
  viewBlocks: 100,
  /** All text of a message's blocks together, then `msg_blocks_too_long` (reported: slackapi/bolt-js #2509). */
  messageCharacters: 13_200,
  /** Top-level `text`: 40,000 are cut by Slack (documented); a notification needs a fraction (ours). */
  messageText: 4_000,
  /** What a picture shows (documented). */
  altText: 1_000,
  /** One text object, a `section` (typed). */
  text: 3_000,
  /** One field of a section, and how many (typed). */
  fieldText: 2_000,
  fields: 10,
  /** Typed. */
  header: 150,
  contextElements: 10,
  actionsElements: 25,
  contextActionsElements: 5,
  id: 255,
  /** Over all `markdown` blocks of a message (typed, documented). */
  markdown: 12_000,
  /** Typed. */
  buttonText: 75,
  buttonValue: 2_000,
  url: 3_000,
  optionText: 75,
  optionDescription: 75,
  options: 100,
  optionGroups: 100,
  choices: 10,
  overflowOptions: 5,
  placeholder: 150,
  label: 2_000,
  inputLength: 3_000,
  /** What a `file_input` takes: how many files (typed), and the size of each in bytes (documented). */
  files: 10,
  fileBytes: 10 * 1024 * 1024,
  /** Documented; the comment says 75, so keep values short ids. */
  optionValue: 150,
  /** A modal's title, submit and close (typed): short Japanese. */
  modalTitle: 24,
  /** Typed. */
  privateMetadata: 3_000,
  /** The whole view as JSON, in bytes (documented). */
  viewBytes: 250_000,
  /** Root and two pushes (documented). */
  viewStack: 3,
  /** How long an acknowledgement may take and a `trigger_id` lives (documented). */
  acknowledgeMs: 3_000,
  triggerMs: 3_000,
  /** `response_url` (reported). */
  responseUses: 5,
  responseMs: 30 * 60_000,
  /** `table` (typed; the characters documented). */
  tableRows: 100,
  tableColumns: 20,
  tableCharacters: 10_000,
  tablesPerMessage: 1,
  /** `data_table`: the reference page says 100 rows below the header, design notes 200: stay below both. */
  dataTableRows: 100,
  dataTableColumns: 20,
  dataTableCharacters: 20_000,
  dataTablePageSize: 100,
  /** Documented. */
  alertText: 200,
  cardActions: 3,
  planTasks: 50,
  suggestedPrompts: 4,
  loadingMessages: 10,
} as const;
