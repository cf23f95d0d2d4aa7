/**
 * Benchmark of printing: a report with an annex of 69 tasks, and of 2,000, as PDF and as Word file; the first and later
 * ones, with what the child process needs to begin.
 * Run: node bench/papers.ts
 */
import { readFileSync } from 'node:fs';
import type { OfficialDocument } from '../src/platform/paper/document.ts';
import { examineTemplate, printPdf, printWord } from '../src/platform/paper/press.ts';
import { rulesOf } from '../src/platform/paper/rules.ts';
import { sampleReport } from '../src/platform/paper/sample.ts';

const report = sampleReport();
const template = new Uint8Array(
  readFileSync(new URL(`../templates/document-${rulesOf(report).code}.docx`, import.meta.url)),
);

/** The report with so many rows in its annex. */
function longer(rows: number, number: number): OfficialDocument {
  return sampleReport({
    number,
    annexes: report.annexes.map((annex) => ({
      ...annex,
      body: annex.body.map((block) => {
        if (block.kind !== 'table') return block;
        const all = Array.from({ length: rows }, (_, at) => block.table.rows[1 + (at % 69)]).flatMap(
          (row) => row ?? [],
        );
        return { ...block, table: { ...block.table, rows: all } };
      }),
    })),
  });
}

async function measured(
  what: string,
  print: (round: number) => Promise<unknown>,
  rounds: number,
): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await print(round);
    times.push(performance.now() - start);
  }
  const [first = 0, ...later] = times;
  later.sort((a, b) => a - b);
  const median = later[Math.floor(later.length / 2)] ?? first;
  console.log(`${what}: first ${first.toFixed(0)} ms, then median ${median.toFixed(1)} ms`);
}

// Each with another number: the typesetter knows again what it has just set.
await measured('PDF, 69 tasks', (round) => printPdf(longer(69, round)), 30);
await measured('Word, 69 tasks', (round) => printWord(longer(69, round), template), 30);
await measured('examining a template', () => examineTemplate(template, report), 30);
await measured('PDF, 2,000 tasks', (round) => printPdf(longer(2_000, round)), 5);
await measured('Word, 2,000 tasks', (round) => printWord(longer(2_000, round), template), 5);
await printPdf(report);
console.log(`resident memory ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`);
