import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPlan } from '../src/plan/domain/reader/index.ts';
import { extractText } from '../src/platform/extract/index.ts';
import { plan375Source } from '../tools/fixtures/plan-375.mjs';
import { convert } from './soffice.ts';

const written = readFileSync(new URL('../examples/plan-375.txt', import.meta.url), 'utf8');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'minhchung-plan-'));
  writeFileSync(path.join(folder, 'ke-hoach.fodt'), plan375Source(written));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(['docx', 'pdf', 'html'])(
  'Plan 375 as this word processor writes .%s has the tasks of its text',
  async (format) => {
    const [file = ''] = convert([path.join(folder, 'ke-hoach.fodt')], format, folder);
    const { text } = await extractText(new Uint8Array(readFileSync(file)), path.basename(file));
    const tasksOf = (plan: ReturnType<typeof readPlan>) =>
      plan.tasks.map(({ no, title, leadUnits, requirement, due }) => ({
        no,
        title,
        leadUnits,
        requirement,
        due,
      }));
    expect(tasksOf(readPlan(text))).toEqual(tasksOf(readPlan(written)));
  },
  60_000,
);
