import { formatDate } from '../../pure/vietnamese/index.ts';
import type { FormContent, FormTime, HandOver, HandOverOutcome, TrackingBookRow } from './content.ts';

/** A column of a form's table; which ones there are, and their order, is the rule set's. */
export interface FormColumn {
  key: string;
  title: string;
  /** Share of the table's width. */
  width: number;
  align?: 'start' | 'centre' | 'end' | undefined;
}

export interface FormTable {
  columns: readonly FormColumn[];
  rows: readonly { cells: readonly string[] }[];
}

type Cells<Row> = Readonly<Record<string, (row: Row, at: number) => string>>;

const many = (count: number) => (count === 0 ? '' : String(count));

const COMPONENT: Cells<Extract<FormContent, { kind: 'receipt' }>['components'][number]> = {
  no: (_, at) => String(at + 1),
  name: ({ name }) => name,
  originals: ({ originals }) => many(originals),
  copies: ({ copies }) => many(copies),
  note: ({ note }) => note ?? '',
};

const SUPPLEMENT: Cells<{ what: string; reason: string }> = {
  no: (_, at) => String(at + 1),
  what: ({ what }) => what,
  reason: ({ reason }) => reason,
};

const RESULTS: Readonly<Record<HandOverOutcome, string>> = {
  early: 'Trước hạn',
  'on-time': 'Đúng hạn',
  late: 'Quá hạn',
};

const HANDOVER: Cells<HandOver> = {
  parties: ({ from, to }) => `1. Giao: ${from.name}\n2. Nhận: ${to.name}`,
  times: ({ handedAt, confirmedAt }) => `1. ${shortTime(handedAt)}\n2. ${shortTime(confirmedAt)}`.trim(),
  signatures: ({ from, to }) =>
    `Người giao\n\n${from.person ?? ''}\nNgười nhận\n\n${to.person ?? ''}`.trimEnd(),
  result: ({ result }) => (result === null ? '' : RESULTS[result]),
  note: ({ note }) => note ?? '',
};

const TRACKING: Cells<TrackingBookRow> = {
  no: ({ entry }) => String(entry),
  procedure: ({ code, request }) => `${code}\n${request}`,
  sets: ({ sets }) => String(sets),
  party: ({ owner }) => [owner.name, owner.address, owner.phone].filter((line) => line !== null).join('\n'),
  agency: ({ agency }) => agency,
  received: ({ receivedAt }) => shortTime(receivedAt),
  appointed: ({ appointedAt }) => shortTime(appointedAt),
  forwarded: ({ forwardedAt }) => shortTime(forwardedAt),
  returned: ({ returnedAt }) => shortTime(returnedAt),
  method: ({ returnBy }) => returnBy ?? '',
  signature: () => '',
  note: ({ note }) => note ?? '',
};

/** The table of a form, with the columns that the rule set wants; a column that is not known stays empty, to be written in. */
export function tableOf(content: FormContent, columns: readonly FormColumn[]): FormTable {
  switch (content.kind) {
    case 'receipt':
      return table(columns, content.components, COMPONENT);
    case 'supplement-request':
      return table(columns, content.items, SUPPLEMENT);
    case 'control-sheet':
      return table(columns, content.handovers, HANDOVER);
    case 'tracking-book':
      return table(columns, content.rows, TRACKING);
    default:
      return { columns: [], rows: [] };
  }
}

function table<Row>(columns: readonly FormColumn[], rows: readonly Row[], cells: Cells<Row>): FormTable {
  return {
    columns,
    rows: rows.map((row, at) => ({ cells: columns.map(({ key }) => cells[key]?.(row, at) ?? '') })),
  };
}

/** "14:00 30/01/2019", for narrow columns; '' for none. */
function shortTime(time: FormTime | null): string {
  if (time === null) return '';
  const day = formatDate(time.slice(0, 10));
  return time.length > 10 ? `${time.slice(11, 16)} ${day}` : day;
}
