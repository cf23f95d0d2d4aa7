import { type Agency, findAgency, listUnits } from '../../agencies/index.ts';
import type { Reader } from '../../platform/database/database.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { type AsOf, asOfDay } from '../../platform/measure/as-of.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { UUID } from '../../platform/uuid.ts';
import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import { readCivilDate } from '../../pure/law/index.ts';
import { reportWindow } from '../domain/report-windows.ts';
import { type ClosedReport, closedAt, closedVersions } from './closed.ts';
import {
  BREAKDOWNS,
  type Breakdown,
  closedDossiers,
  countedDossiers,
  type HandlingRow,
  handlingRows,
  type Narrowing,
} from './counted.ts';
import { ownAgency, procedureOptions } from './handling-lists.tsx';
import { type ReportForm, reportFormOf, reportFormOn } from './report-form.ts';
import { closedDossiersUrl, handlingDossiersUrl, type ListFilters } from './urls.ts';

/** What is asked of a handling report, as far as it could be read. */
export interface HandlingAsk {
  from: CivilDate;
  to: CivilDate;
  by: Breakdown;
  narrowing: Narrowing;
}

/** A handling report: its numbers, what they are of, and where each number leads. */
export interface HandlingView extends HandlingAsk {
  agency: Agency;
  form: ReportForm;
  at: AsOf;
  rows: readonly HandlingRow[];
  total: HandlingRow;
  /** The version that was closed; null where the numbers are counted anew each time. */
  closed: ClosedReport | null;
  /** What the unit and the procedure are called to which it is narrowed. */
  unitName: string | null;
  procedureName: string | null;
  listUrl(filters: ListFilters): string;
}

/** What was typed into the report's filters. */
export function typedFilters(visit: Visit) {
  const given = (name: string) => visit.url.searchParams.get(name)?.normalize('NFC').trim() ?? '';
  return {
    from: given('from'),
    to: given('to'),
    by: given('by'),
    unit: given('unit'),
    field: given('field'),
    procedure: given('procedure'),
  };
}

/** Reads a period and its filters; what cannot be read is refused at its field. */
export function readHandlingAsk(visit: Visit): HandlingAsk | readonly Refusal[] {
  const today = visit.house.clock.today();
  const typed = typedFilters(visit);
  const standard = reportWindow('quarter', today);
  const day = (written: string | undefined, otherwise: CivilDate) =>
    written === undefined || written === '' ? otherwise : readCivilDate(written, Number(today.slice(0, 4)));
  const from = day(visit.params.from ?? typed.from, standard.from);
  const to = day(visit.params.to ?? typed.to, standard.to);
  const rest = readNarrowing(typed);
  const wrong = [
    ...(from === null ? [refuse('invalid:date', {}, { field: 'from' })] : []),
    ...(to === null ? [refuse('invalid:date', {}, { field: 'to' })] : []),
    ...(from !== null && to !== null && from > to
      ? [refuse('invalid:period-order', {}, { field: 'to' })]
      : []),
    ...('by' in rest ? [] : rest),
  ];
  if (from === null || to === null || wrong.length > 0 || !('by' in rest)) return wrong;
  return { from, to, ...rest };
}

function readNarrowing(
  typed: Pick<ReturnType<typeof typedFilters>, 'by' | 'unit' | 'field' | 'procedure'>,
): Pick<HandlingAsk, 'by' | 'narrowing'> | readonly Refusal[] {
  const by = typed.by === '' ? 'field' : BREAKDOWNS.find((one) => one === typed.by);
  const isWrong = (id: string) => id !== '' && !UUID.test(id);
  const wrong = [
    ...(by === undefined ? [refuse('invalid:choose', {}, { field: 'by' })] : []),
    ...(isWrong(typed.unit) ? [refuse('invalid:choose', {}, { field: 'unit' })] : []),
    ...(isWrong(typed.procedure) ? [refuse('invalid:choose', {}, { field: 'procedure' })] : []),
  ];
  if (wrong.length > 0 || by === undefined) return wrong;
  return {
    by,
    narrowing: {
      unit: typed.unit || undefined,
      field: typed.field || undefined,
      procedure: typed.procedure || undefined,
    },
  };
}

async function named(query: Reader, agencyId: string, { unit, procedure }: Narrowing) {
  const units = unit === undefined ? [] : await listUnits(query, agencyId);
  const procedures = procedure === undefined ? [] : await procedureOptions(query);
  return {
    unitName: units.find(({ id }) => id === unit)?.name ?? null,
    procedureName: procedures.find(({ value }) => value === procedure)?.label ?? null,
  };
}

/** The report of a period as it is counted now; undefined where the visitor may count nothing of its agency. */
export async function viewHandling(visit: Visit, ask: HandlingAsk): Promise<HandlingView | undefined> {
  const { actor, house } = visit;
  const at = asOfDay(ask.to, house.clock);
  const form = reportFormOn(ask.to);
  return visit.read('dossier.count', async (query, scope) => {
    const [agencyId] = ownAgency(scope, actor.agencyId);
    const agency = agencyId === undefined ? undefined : await findAgency(query, agencyId);
    if (agency === undefined) return undefined;
    const counted = countedDossiers([agency.id], ask.from, at, form);
    return {
      ...ask,
      agency,
      form,
      at,
      ...(await handlingRows(query, counted, form, ask.by, ask.narrowing)),
      closed: null,
      ...(await named(query, agency.id, ask.narrowing)),
      listUrl: (filters) => handlingDossiersUrl(form.code, ask.from, ask.to, filters),
    };
  });
}

/** What a closed version says now: whether counting anew would give something else. */
export interface ClosedView extends HandlingView {
  closed: ClosedReport;
  versions: readonly ClosedReport[];
  /** The total of the period counted anew, as of the same cut-off, by the same form. */
  anew: HandlingRow;
}

/** A closed version of the address; refusals where its filters cannot be read, undefined where there is none to see. */
export async function viewClosed(visit: Visit): Promise<ClosedView | readonly Refusal[] | undefined> {
  const rest = readNarrowing(typedFilters(visit));
  if (!('by' in rest)) return rest;
  const report = visit.param('report');
  if (!UUID.test(report)) return undefined;
  return visit.read('dossier.count', async (query, scope) => {
    const versions = await closedVersions(query, report);
    const closed = versions.find(({ no }) => String(no) === visit.param('no'));
    if (closed === undefined || !scope.whole.includes(closed.agencyId)) return undefined;
    const agency = await findAgency(query, closed.agencyId);
    if (agency === undefined) return undefined;
    const { from, to } = closed;
    const form = reportFormOf(closed.form);
    const at = closedAt(closed);
    const { by, narrowing } = rest;
    const kept = closedDossiers([agency.id], closed.id, closed.no);
    const now = countedDossiers([agency.id], from, at, form);
    return {
      from,
      to,
      by,
      narrowing,
      agency,
      form,
      at,
      ...(await handlingRows(query, kept, form, by, narrowing)),
      closed,
      versions,
      anew: (await handlingRows(query, now, form, by, narrowing)).total,
      ...(await named(query, agency.id, narrowing)),
      listUrl: (filters) => closedDossiersUrl(form.code, closed.id, closed.no, filters),
    };
  });
}
