// What Slack calls a file by the end of its name: `filetype` and `mimetype`.

const KNOWN: Readonly<Record<string, readonly [filetype: string, mimetype: string]>> = {
  csv: ['csv', 'text/csv'],
  doc: ['doc', 'application/msword'],
  docx: ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  htm: ['html', 'text/html'],
  html: ['html', 'text/html'],
  ics: ['ics', 'text/calendar'],
  jpeg: ['jpg', 'image/jpeg'],
  jpg: ['jpg', 'image/jpeg'],
  md: ['markdown', 'text/markdown'],
  pdf: ['pdf', 'application/pdf'],
  png: ['png', 'image/png'],
  pptx: ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  txt: ['text', 'text/plain'],
  xls: ['xls', 'application/vnd.ms-excel'],
  xlsx: ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  zip: ['zip', 'application/zip'],
};

/** The end of a name behind its last dot, in small letters; empty where there is none. */
export const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

export function typeOf(name: string): { filetype: string; mimetype: string } {
  const extension = extensionOf(name);
  const known = Object.hasOwn(KNOWN, extension) ? KNOWN[extension] : undefined;
  const [filetype, mimetype] = known ?? ['binary', 'application/octet-stream'];
  return { filetype, mimetype };
}
