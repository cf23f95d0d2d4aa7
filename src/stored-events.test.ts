import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { LeadershipEvent } from './below/domain/leadership.ts';
import type { SubplanEvent } from './below/domain/subplan.ts';
import type { HandlingReportEvent } from './dossiers/domain/closing.ts';
import type { DossierEvent } from './dossiers/domain/dossier.ts';
import type { EvidenceEvent } from './evidence/domain/evidence.ts';
import { slices } from './house.ts';
import type { PlanEvent } from './plan/domain/plan.ts';
import type { TaskEvent } from './plan/domain/task.ts';
import { foldAll, type NewEvent, type Recorded } from './platform/ledger/ledger.ts';
import type { ReportEvent } from './reports/domain/report.ts';

/**
 * Each type of event that has ever been written, with the versions of its shape. A version is added, never taken away:
 * what stands in an office's ledger must fold for ever, so its example in test/stored-events is never edited.
 */
const WRITTEN: Record<string, Record<string, readonly number[]>> = {
  task: {
    opened: [1],
    amended: [1],
    withdrawn: [1],
    placed: [1],
    assigned: [1],
    started: [1],
    progressed: [1],
    expected: [1],
    submitted: [1],
    'sent-back': [1],
    confirmed: [1],
    reopened: [1],
    chased: [1],
    'chase-answered': [1],
  } satisfies Record<TaskEvent['type'], readonly number[]>,
  plan: {
    uploaded: [1],
    unreadable: [1],
    'reading-asked': [1],
    read: [1],
    'document-corrected': [1],
    'item-corrected': [1],
    'item-added': [1],
    'item-dropped': [1],
    'item-restored': [1],
    'remark-answered': [1],
    circulated: [1],
    commented: [1],
    'comment-answered': [1],
    'circulation-closed': [1],
    abandoned: [1],
    restored: [1],
    issued: [1],
    acknowledged: [1],
    'area-owned': [1],
    'tasks-placed': [1],
    'recurrences-settled': [1],
    'target-measured': [1],
    'amendment-opened': [1],
    'amendment-read': [1],
    'amendment-unreadable': [1],
    'amendment-reading-asked': [1],
    'change-answered': [1],
    'amendment-abandoned': [1],
    amended: [1],
    adopted: [1],
    'parent-linked': [1],
    'item-given': [1],
    'item-mapped': [1],
    'item-unmapped': [1],
  } satisfies Record<PlanEvent['type'], readonly number[]>,
  subplan: {
    saved: [1],
    submitted: [1],
    withdrawn: [1],
    'sent-back': [1],
    confirmed: [1],
    commented: [1],
    chased: [1],
    'chase-answered': [1],
  } satisfies Record<SubplanEvent['type'], readonly number[]>,
  leadership: { recorded: [1] } satisfies Record<LeadershipEvent['type'], readonly number[]>,
  report: {
    opened: [1],
    written: [1],
    compiled: [1],
    'concern-raised': [1],
    'concern-dropped': [1],
    'concern-directed': [1],
    'concern-answered': [1],
    submitted: [1],
    'submitted-for-signature': [1],
    'sent-back': [1],
    confirmed: [1],
    reviewed: [1],
    agreed: [1],
    signed: [1],
    registered: [1],
    sent: [1],
    received: [1],
    chased: [1],
    'chase-answered': [1],
  } satisfies Record<ReportEvent['type'], readonly number[]>,
  'handling-report': { closed: [1] } satisfies Record<HandlingReportEvent['type'], readonly number[]>,
  dossier: {
    submitted: [1],
    accepted: [1],
    refused: [1],
    'completion-requested': [1],
    'completion-received': [1],
    'handed-over': [1],
    'hand-over-confirmed': [1],
    'hand-over-declined': [1],
    assigned: [1],
    'supplement-requested': [1],
    'supplement-received': [1],
    'opinion-asked': [1],
    'opinion-answered': [1],
    suspended: [1],
    resumed: [1],
    proposed: [1],
    'sent-back': [1],
    agreed: [1],
    signed: [1],
    finished: [1],
    'result-returned': [1],
    apologised: [1],
    withdrawn: [1],
    stopped: [1],
    corrected: [1],
    'appointment-moved': [1],
    mirrored: [1],
  } satisfies Record<DossierEvent['type'], readonly number[]>,
  evidence: { recorded: [1], revised: [1] } satisfies Record<EvidenceEvent['type'], readonly number[]>,
};

const ledgers = slices.flatMap((slice) => slice.ledgers ?? []);

function storedEvents(kind: string): NewEvent[] {
  return JSON.parse(readFileSync(new URL(`../test/stored-events/${kind}.json`, import.meta.url), 'utf8'));
}

test('every ledger has its stored events', () => {
  expect(ledgers.map(({ kind }) => kind).sort()).toEqual(Object.keys(WRITTEN).sort());
});

test.each(ledgers.map((ledger) => [ledger.kind, ledger] as const))(
  'each type and version of a %s’s events that was ever written has a stored example',
  (kind) => {
    const examples = storedEvents(kind).map(({ type, version }) => `${type} ${version}`);
    const written = Object.entries(WRITTEN[kind] ?? {}).flatMap(([type, versions]) =>
      versions.map((version) => `${type} ${version}`),
    );
    expect([...new Set(examples)].sort()).toEqual(written.sort());
  },
);

test.each(ledgers.map((ledger) => [ledger.kind, ledger] as const))(
  'the stored events of a %s fold, and their state gives its rows',
  (kind, ledger) => {
    const events = storedEvents(kind).map((event, index): Recorded<NewEvent> => {
      const at = Temporal.Instant.from('2019-01-21T02:00:00Z').add({ hours: index });
      return {
        ...event,
        stamp: {
          seq: index + 1,
          occurredAt: at,
          recordedAt: at,
          actorAccount: null,
          actorRole: 'officer',
          onBehalfOf: null,
          action: 'example',
        },
      };
    });
    for (let count = 1; count <= events.length; count += 1) {
      const state = foldAll(ledger, events.slice(0, count));
      for (const projection of ledger.projections)
        expect(Array.isArray(projection.rows(state, 'stream'))).toBe(true);
    }
  },
);
