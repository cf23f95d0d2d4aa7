/**
 * Reads a decision that approves internal processes, and counts what can be counted without labels: processes, steps,
 * and those whose limits add up to the sum that the decision itself states.
 * Run: node bench/processes.ts DECISION.txt
 */
import { readFileSync } from 'node:fs';
import { longestWay } from '../src/procedures/domain/process/limits.ts';
import { readProcessText } from '../src/procedures/domain/process/read.ts';
import { processRulesOn } from '../src/procedures/process-rules.ts';
import { readBudget } from '../src/pure/calendar/index.ts';

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Usage: node bench/processes.ts DECISION.txt');
const text = readFileSync(file, 'utf8');
const start = performance.now();
const { decision, approver, processes } = readProcessText(text);
const milliseconds = performance.now() - start;
const rules = processRulesOn(decision?.date ?? '2025-01-01');

console.log(
  `${decision?.number ?? 'number not found'} of ${decision?.date ?? 'an unknown day'}, approved by ${approver ?? 'nobody found'}`,
);
let equal = 0;
let steps = 0;
for (const one of processes) {
  const stated = one.total?.budgets.map(readBudget).find((budget) => budget !== null) ?? null;
  const sum = stated === null ? null : longestWay(one, stated.unit, rules);
  const agrees = sum !== null && sum.sum === stated?.amount && sum.incomparable.length === 0;
  if (agrees) equal += 1;
  steps += one.steps.length;
  const known = one.steps.filter(({ assignee }) => assignee !== null).length;
  console.log(
    `${agrees ? 'equal' : 'DIFFERS'}  ${one.steps.length} steps, ${known} with a role, ${sum?.sum ?? '?'} of ${stated?.amount ?? '?'} ${stated?.unit ?? ''}  ${one.name.slice(0, 70)}`,
  );
}
console.log(
  `${processes.length} processes, ${steps} steps, ${equal} with the stated sum; ${milliseconds.toFixed(1)} ms for ${text.length} characters`,
);
