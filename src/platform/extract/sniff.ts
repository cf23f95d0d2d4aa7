import { zipDirectory } from './zip.ts';

/** Kinds of file that content alone tells apart. `zip` is any other archive, `unknown` anything else. */
export type FileFormat =
  | 'pdf'
  | 'docx'
  | 'docm'
  | 'xlsx'
  | 'pptx'
  | 'odt'
  | 'zip'
  | 'encrypted-office'
  | 'legacy-office'
  | 'rtf'
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'webp'
  | 'tiff'
  | 'exe'
  | 'html'
  | 'txt'
  | 'empty'
  | 'unknown';

const HEAD = 4_096;

/** What a file is, judged by its bytes and never by its name. Reads little and does not throw. */
export function sniffFormat(bytes: Uint8Array): FileFormat {
  if (bytes.length === 0) return 'empty';
  return bySignature(bytes) ?? byText(bytes.subarray(0, HEAD));
}

const SIGNATURES: readonly (readonly [FileFormat, readonly number[]])[] = [
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['exe', [0x7f, 0x45, 0x4c, 0x46]],
  ['exe', [0xcf, 0xfa, 0xed, 0xfe]],
  ['exe', [0xce, 0xfa, 0xed, 0xfe]],
  ['exe', [0xca, 0xfe, 0xba, 0xbe]],
  ['exe', [0x23, 0x21]],
];

function bySignature(bytes: Uint8Array): FileFormat | null {
  const starts = (signature: readonly number[]) => signature.every((byte, i) => bytes[i] === byte);
  for (const [format, signature] of SIGNATURES) if (starts(signature)) return format;
  // A PDF may have up to a kilobyte of anything before its mark.
  if (latin1(bytes.subarray(0, 1_024)).includes('%PDF-')) return 'pdf';
  if (starts([0x50, 0x4b, 3, 4]) || starts([0x50, 0x4b, 5, 6])) return archive(bytes);
  if (starts([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return compound(bytes);
  if (starts([0x52, 0x49, 0x46, 0x46]) && latin1(bytes.subarray(8, 12)) === 'WEBP') return 'webp';
  // "MZ" may begin a text; a program also names where its new header stands.
  if (starts([0x4d, 0x5a]) && bytes.length > 64 && bytes.subarray(2, 64).includes(0)) return 'exe';
  return null;
}

function archive(bytes: Uint8Array): FileFormat {
  let names: Set<string>;
  try {
    names = new Set(zipDirectory(bytes).map((entry) => entry.name));
  } catch {
    return 'zip';
  }
  if (names.has('mimetype') && names.has('content.xml') && names.has('META-INF/manifest.xml')) return 'odt';
  if (!names.has('[Content_Types].xml')) return 'zip';
  if (names.has('word/vbaProject.bin')) return 'docm';
  const holds = (folder: string) => [...names].some((name) => name.startsWith(folder));
  if (holds('word/')) return 'docx';
  if (holds('xl/')) return 'xlsx';
  return holds('ppt/') ? 'pptx' : 'zip';
}

/** Files of Office 97–2003, and the encrypted shell of newer ones, share one container; its directory tells. */
function compound(bytes: Uint8Array): FileFormat {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return content.includes('EncryptedPackage', 0, 'utf16le') ? 'encrypted-office' : 'legacy-office';
}

function byText(head: Uint8Array): FileFormat {
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (!utf16 && head.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1a, 0x1b].includes(byte))) {
    return 'unknown';
  }
  return looksLikeHtml(latin1(utf16 ? head.filter((byte) => byte !== 0) : head)) ? 'html' : 'txt';
}

function looksLikeHtml(head: string): boolean {
  const start = head
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replace(/^(\s|<!--[\s\S]*?-->|<\?xml[^>]*>)+/, '');
  return /^<(!doctype html|html|head|body|meta|title|style|table|div|p|h[1-6])[\s>]/i.test(start);
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
