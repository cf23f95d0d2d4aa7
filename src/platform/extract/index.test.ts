import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ExtractError, type ExtractOptions, extractText, readXlsxRows } from './index.ts';
import { at, pdfOf, SCAN } from './testing.ts';

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));

async function errorOf(
  bytes: Uint8Array,
  options: ExtractOptions = {},
  name = 'x.docx',
): Promise<ExtractError> {
  const error = await extractText(bytes, name, options).catch((each: unknown) => each);
  if (error instanceof ExtractError) return error;
  throw new Error('The file was read', { cause: error });
}

const codeOf = async (bytes: Uint8Array, options: ExtractOptions = {}): Promise<string> =>
  (await errorOf(bytes, options)).code;

describe('reading in a child process', () => {
  test('a document is what its content says, whatever its name', async () => {
    expect((await extractText(fixture('changes.docx'), 'ke-hoach.pdf')).format).toBe('docx');
    const progress: number[][] = [];
    const pdf = await extractText(fixture('small-plan.pdf'), 'ke-hoach.txt', {
      onProgress: (...each) => progress.push(each),
    });
    expect([pdf.format, pdf.pages]).toEqual(['pdf', 2]);
    expect(progress).toEqual([
      [1, 2],
      [2, 2],
    ]);
    // As it comes from a disk.
    const asBuffer = await extractText(Buffer.from(fixture('small-plan.pdf')), 'ke-hoach.pdf');
    expect(asBuffer.text).toBe(pdf.text);
  });

  test('HTML, text, and Markdown that begins with a table', async () => {
    const table = strToU8('<table><tr><td>1<td>Việc</table>');
    expect(await extractText(table, 'a.html')).toMatchObject({ format: 'html', text: '1\tViệc\n' });
    expect(await extractText(table, 'a.md')).toMatchObject({
      format: 'md',
      text: '<table><tr><td>1<td>Việc</table>',
    });
    expect(await extractText(strToU8('Số: 1\r\n'), 'a')).toMatchObject({ format: 'txt', text: 'Số: 1\r\n' });
  });

  test('rows of a workbook', async () => {
    const sheet =
      '<worksheet><sheetData><row><c t="inlineStr"><is><t>Họ tên</t></is></c></row></sheetData></worksheet>';
    const rel = (type: string, target: string) =>
      strToU8(`<Relationships><Relationship Id="s" Type="x/${type}" Target="${target}"/></Relationships>`);
    const workbook = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      '_rels/.rels': rel('officeDocument', 'xl/workbook.xml'),
      'xl/workbook.xml': strToU8('<workbook xmlns:r="r"><sheets><sheet r:id="s"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': rel('worksheet', 'sheet1.xml'),
      'xl/sheet1.xml': strToU8(sheet),
    });
    expect(await readXlsxRows(workbook)).toEqual([['Họ tên']]);
    expect(await codeOf(workbook)).toBe('wrong-format');
    await expect(readXlsxRows(fixture('changes.docx'))).rejects.toThrow('wrong-format');
  });

  test('a file larger than a pipe holds', async () => {
    const noise = Uint8Array.from({ length: 3_000_000 }, (_, i) => (i * i * 31 + (i >> 3)) % 251);
    const document = `<w:document><w:body><w:p><w:r><w:t>${'Dài. '.repeat(300_000)}</w:t></w:r></w:p></w:body></w:document>`;
    const bytes = zipSync(
      {
        '[Content_Types].xml': strToU8('<Types/>'),
        'word/document.xml': strToU8(document),
        'word/media/a': noise,
      },
      { level: 0 },
    );
    expect((await extractText(bytes, 'a.docx')).text).toHaveLength(1_500_000);
  });

  test('more at once than there are children wait their turn', async () => {
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => extractText(fixture('changes.docx'), 'a.docx')));
    expect(new Set(all.map((each) => each.text)).size).toBe(1);
  });
});

describe('files that cannot be read', () => {
  const cut = (bytes: Uint8Array): Uint8Array => bytes.slice(0, bytes.length / 2);
  const ole = (inside: string): Uint8Array =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(inside, 'utf16le')]);
  const docx = (body: string): Uint8Array =>
    zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`),
    });

  test.each<[string, string, Uint8Array]>([
    ['nothing', 'empty', new Uint8Array()],
    ['blanks', 'empty', strToU8(' \n')],
    ['a document without a word', 'empty', docx('<w:p/>')],
    ['a PDF without a word', 'empty', pdfOf([{ content: '' }])],
    ['half a .docx', 'damaged', cut(fixture('small-plan.docx'))],
    ['broken markup', 'damaged', docx('<w:p>')],
    ['the head of a PDF', 'damaged', strToU8('%PDF-1.7\nrubbish')],
    ['a PDF with a password', 'encrypted', fixture('encrypted.pdf')],
    ['a .docx with a password', 'encrypted', ole('EncryptedPackage')],
    ['Word 97', 'legacy-doc', ole('WordDocument')],
    ['RTF', 'legacy-doc', strToU8('{\\rtf1 x}')],
    ['a picture', 'wrong-format', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['an archive of something else', 'wrong-format', zipSync({ 'a.txt': strToU8('a') })],
    ['random bytes', 'wrong-format', Uint8Array.from({ length: 500 }, (_, i) => (i * 37) % 256)],
    [
      'letters of the nineties in a document',
      'bad-encoding',
      docx(`<w:p><w:r><w:t>${'cña c¸c n¨m vµ '.repeat(3)}</w:t></w:r></w:p>`),
    ],
    ['a scan', 'no-text-layer', pdfOf([{ content: SCAN }, { content: SCAN }])],
    [
      'a scan with a printed page number',
      'no-text-layer',
      pdfOf([{ content: SCAN }, { content: SCAN + at(300, 800, '2') }]),
    ],
  ])('%s: %s', async (_, code, bytes) => {
    expect(await codeOf(bytes)).toBe(code);
  });

  test('larger than allowed', async () => {
    const error = await errorOf(new Uint8Array(26 * 1024 * 1024));
    expect([error.code, error.params.limit]).toEqual(['too-large', 25 * 1024 * 1024]);
    expect(await codeOf(fixture('changes.docx'), { maxBytes: 1_000 })).toBe('too-large');
  });

  test('a bomb', async () => {
    const bomb = zipSync(
      { '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': new Uint8Array(20_000_000) },
      { level: 1 },
    );
    const error = await errorOf(bomb);
    expect([error.code, error.params.part]).toEqual(['bomb', 'word/document.xml']);
  });
});

describe('limits of the child process', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'extract-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** A child that misbehaves as told, in place of the reader. */
  function workerOf(program: string): ExtractOptions {
    const file = join(folder, `${program.length}.mjs`);
    writeFileSync(file, program);
    return { worker: pathToFileURL(file) };
  }
  const docx = fixture('changes.docx');

  test('killed when its time is over', async () => {
    const error = await errorOf(docx, { ...workerOf('for (;;);'), timeoutMilliseconds: 300 });
    expect([error.code, error.params.seconds]).toEqual(['timeout', 0.3]);
  });

  test('killed when its caller gives up, before or after it began', async () => {
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 200);
    expect(await codeOf(docx, { ...workerOf('for (;;) ;'), signal: abort.signal })).toBe('aborted');
    expect(await codeOf(docx, { signal: abort.signal })).toBe('aborted');
  });

  test('ended when its heap is full', async () => {
    const grow = 'const a = []; for (;;) a.push({ a: [a.length] });';
    expect(await codeOf(docx, { ...workerOf(grow), memoryMegabytes: 64 })).toBe('out-of-memory');
  }, 30_000);

  test.runIf(process.platform === 'linux')(
    'killed when it holds too much outside its heap',
    async () => {
      const grow = 'const a = []; setInterval(() => a.push(Buffer.alloc(20_000_000, 1)), 20);';
      expect(await codeOf(docx, { ...workerOf(grow), memoryMegabytes: 64 })).toBe('out-of-memory');
    },
    30_000,
  );

  test('sees no environment, writes no file and starts no program', async () => {
    process.env.SECRET_OF_THE_SERVER = 'x';
    const spy = `
      import { writeFileSync } from 'node:fs';
      import { spawnSync } from 'node:child_process';
      const attempt = (act) => { try { act(); return 'done'; } catch (error) { return error.code; } };
      const text = [
        process.env.SECRET_OF_THE_SERVER ?? 'unknown',
        attempt(() => writeFileSync(${JSON.stringify(join(folder, 'written'))}, 'x')),
        attempt(() => spawnSync('ls')),
      ].join(' ');
      process.send({ type: 'done', value: { kind: 'text', value: { format: 'docx', text, pages: null, margins: '' } } });`;
    expect((await extractText(docx, 'a.docx', workerOf(spy))).text).toBe(
      'unknown ERR_ACCESS_DENIED ERR_ACCESS_DENIED',
    );
  });

  test('an end without an answer is an error of the program, not of the file', async () => {
    await expect(extractText(docx, 'a.docx', workerOf('process.exit(3)'))).rejects.toThrow(
      'without an answer (3)',
    );
  });
});
