/**
 * Makes the .docx and .pdf files that the extraction tests read: each is written here as a flat OpenDocument text and
 * converted by LibreOffice, so that they are a word processor's files and not our own.
 *
 *   node tools/make-fixtures.mjs        (needs `soffice` with Writer, and the Liberation fonts)
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plan375Source } from './fixtures/plan-375.mjs';
import { changesSource, smallPlanSource } from './fixtures/small-plan.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = join(root, 'src/platform/extract/fixtures');

const option = (type, value) => ({ type, value });
const ENCRYPTED = `pdf:writer_pdf_Export:${JSON.stringify({
  EncryptFile: option('boolean', 'true'),
  DocumentOpenPassword: option('string', 'password'),
})}`;

const plan375 = readFileSync(join(root, 'examples/plan-375.txt'), 'utf8');
const sources = [
  { name: 'plan-375', source: plan375Source(plan375), formats: ['docx', 'pdf'] },
  { name: 'small-plan', source: smallPlanSource(), formats: ['docx', 'pdf'] },
  { name: 'changes', source: changesSource(), formats: ['docx'] },
  { name: 'encrypted', source: changesSource(), formats: [ENCRYPTED] },
];

const scratch = mkdtempSync(join(tmpdir(), 'fixtures-'));
try {
  for (const { name, source, formats } of sources) {
    const file = join(scratch, `${name}.fodt`);
    writeFileSync(file, source);
    for (const format of formats) {
      execFileSync(
        'soffice',
        [
          `-env:UserInstallation=file://${scratch}/profile`,
          '--headless',
          '--convert-to',
          format,
          '--outdir',
          target,
          file,
        ],
        { stdio: 'inherit' },
      );
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
