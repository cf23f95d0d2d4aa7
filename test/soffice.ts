import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Converts files with LibreOffice, under a profile of its own.
 * @param format a LibreOffice filter, such as "pdf" or "docx"
 * @returns the files that it made in the folder
 */
export function convert(files: readonly string[], format: string, folder: string): string[] {
  const profile = mkdtempSync(path.join(tmpdir(), 'minhchung-soffice-'));
  try {
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${profile}`,
        '--headless',
        '--convert-to',
        format,
        '--outdir',
        folder,
        ...files,
      ],
      { stdio: ['ignore', 'ignore', 'pipe'], timeout: 120_000 },
    );
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
  const [extension] = format.split(':');
  return files.map((file) => path.join(folder, `${path.parse(file).name}.${extension}`));
}
