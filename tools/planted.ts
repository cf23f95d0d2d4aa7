import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A throw-away house with the given files, in which a test plants a breach. */
export function plantedHouse(files: Record<string, string>): {
  folder: string;
  write(file: string, text: string): void;
} {
  const folder = mkdtempSync(path.join(tmpdir(), 'house-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  for (const [file, text] of Object.entries(files)) write(file, text);
  return { folder, write };
}
