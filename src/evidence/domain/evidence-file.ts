/** Formats, as told by the bytes, in which evidence can be looked at. */
const ACCEPTED = new Set(
  'pdf docx docm xlsx pptx odt rtf legacy-office png jpeg gif webp tiff txt zip'.split(' '),
);

/** What an ending promises of the bytes. */
const PROMISED: Readonly<Record<string, readonly string[]>> = {
  pdf: ['pdf'],
  docx: ['docx', 'docm'],
  xlsx: ['xlsx'],
  pptx: ['pptx'],
  odt: ['odt'],
  doc: ['legacy-office', 'rtf'],
  xls: ['legacy-office'],
  ppt: ['legacy-office'],
  png: ['png'],
  jpg: ['jpeg'],
  jpeg: ['jpeg'],
};

/**
 * Why a file cannot be evidence: it is empty, nobody could open it, or it is not what its name says.
 * @param format as told by its bytes
 * @returns the code of the refusal, or null
 */
export function fileRefusal(
  format: string,
  name: string,
): 'invalid:file-empty' | 'invalid:file-kind' | 'invalid:file-mismatch' | null {
  if (format === 'empty') return 'invalid:file-empty';
  if (!ACCEPTED.has(format)) return 'invalid:file-kind';
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return PROMISED[ending]?.includes(format) === false ? 'invalid:file-mismatch' : null;
}
