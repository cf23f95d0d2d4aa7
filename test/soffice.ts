import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Converts files with LibreOffice, under a profile of its own.
 * @param format a LibreOffice filter, such as "pdf" or "docx"
 * @param fonts a folder of letters that it uses, alone, for Times New Roman
 * @returns the files that it made in the folder
 */
export function convert(files: readonly string[], format: string, folder: string, fonts?: string): string[] {
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
      {
        stdio: ['ignore', 'ignore', 'pipe'],
        timeout: 120_000,
        env:
          fonts === undefined ? process.env : { ...process.env, FONTCONFIG_FILE: fontList(fonts, profile) },
      },
    );
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
  const [extension] = format.split(':');
  return files.map((file) => path.join(folder, `${path.parse(file).name}.${extension}`));
}

/** Says which letters there are, so that lines break as they do where Times New Roman is installed. */
function fontList(fonts: string, folder: string): string {
  const file = path.join(folder, 'fonts.conf');
  const alias =
    '<alias binding="same"><family>Times New Roman</family><prefer><family>Tinos</family></prefer></alias>';
  writeFileSync(
    file,
    `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${folder}</cachedir>${alias}</fontconfig>`,
  );
  return file;
}
