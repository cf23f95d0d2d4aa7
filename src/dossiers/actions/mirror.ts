import { sql } from 'kysely';
import { z } from 'zod';
import { listUnits, type Unit } from '../../agencies/index.ts';
import { findParty, keepParty, type PartyRef, partyFields } from '../../parties/index.ts';
import { defineAction, type Performing } from '../../platform/actions/action.ts';
import { id, text } from '../../platform/actions/fields.ts';
import { civilDate, officeInstant } from '../../platform/clock/clock.ts';
import { isRefusal, type Refusal, RefusalError, refuse } from '../../platform/refusal.ts';
import { uuid7 } from '../../platform/uuid.ts';
import { catalogueAgencies, procedureVersionAt } from '../../procedures/index.ts';
import { fold } from '../../pure/vietnamese/index.ts';
import { deskRulesOn } from '../appointed.ts';
import { type Desk, findDesk } from '../desk.ts';
import type { DossierState, Mirrored } from '../domain/dossier.ts';
import { mirror } from '../domain/mirror.ts';
import {
  type MirroredRecord,
  RECORD_FIELDS,
  type RecordField,
  readRecord,
  readTime,
} from '../domain/mirror-record.ts';
import { dossierLedger } from '../ledger.ts';
import { findDossier } from '../queries.ts';
import { dossiersUrl } from '../urls.ts';

/** A value of another system: text or number, on one line, composed. */
const value = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((typed) =>
    String(typed ?? '')
      .normalize('NFC')
      .replace(/\s+/gu, ' ')
      .trim(),
  )
  .pipe(z.string().max(1000, 'too-long'));
const record = z.object(
  Object.fromEntries(RECORD_FIELDS.map((field) => [field, value])) as Record<RecordField, typeof value>,
);

interface Refused {
  /** Its place in the list, from 1. */
  row: number;
  code: string;
  field: string | null;
  refusal: string;
}

/** What all dossiers of one list share. */
interface Import {
  performing: Performing;
  desk: Desk;
  units: readonly Unit[];
  catalogues: readonly string[];
  source: string;
  sourceTime: string;
}

/** Takes over what another system holds of dossiers; one that is wrong is listed with what is wrong, the others go in. */
export const mirrorDossiers = defineAction({
  name: 'dossier.mirror',
  path: '/mirrored-dossiers',
  permission: 'dossier.import',
  sees: 'dossier.read',
  input: z.object({
    agency: id(),
    /** The system, by name. */
    source: text(200),
    /** The time of the export. */
    at: text(30),
    dossiers: z.array(record).min(1, 'required').max(500, 'too-many'),
  }),
  subject: async (_query, { agency }) => ({ agencyId: agency }),
  async perform(performing, { agency, source, at, dossiers }) {
    const { query, clock } = performing;
    const wall = readTime(at);
    if (wall === null) throw new RefusalError(refuse('invalid:mirror-time', {}, { field: 'at' }));
    const sourceTime = officeInstant(wall).toString();
    if (Date.parse(sourceTime) > clock.now().epochMilliseconds)
      throw new RefusalError(refuse('invalid:mirror-now', {}, { field: 'at' }));
    const desk = await findDesk(query, agency);
    if (desk === undefined) throw new RefusalError(refuse('conflict:no-desk'));
    const units = await listUnits(query, agency);
    const catalogues = await catalogueAgencies(query, agency);
    const all: Import = { performing, desk, units, catalogues, source, sourceTime };
    const counts = { added: 0, changed: 0, unchanged: 0 };
    const refused: Refused[] = [];
    const seen = new Set<string>();
    // In one order of codes, so that two lists taken over at once wait for each other instead of for themselves.
    const inOrder = dossiers
      .map((one, index) => ({ one, row: index + 1 }))
      .sort((a, b) => (a.one.MaHoSo < b.one.MaHoSo ? -1 : a.one.MaHoSo > b.one.MaHoSo ? 1 : a.row - b.row));
    for (const { one, row } of inOrder) {
      const read = readRecord(one);
      const done = isRefusal(read)
        ? read
        : seen.has(read.code)
          ? refuse('conflict:mirror-twice', {}, { field: 'MaHoSo' })
          : await takeOver(all, read);
      if (isRefusal(done))
        refused.push({ row, code: one.MaHoSo, field: done.field ?? null, refusal: done.code });
      else {
        counts[done]++;
        seen.add(one.MaHoSo.toUpperCase());
      }
    }
    return { ...counts, refused: refused.sort((a, b) => a.row - b.row) };
  },
  next: () => dossiersUrl(),
});

async function takeOver(
  all: Import,
  read: MirroredRecord,
): Promise<'added' | 'changed' | 'unchanged' | Refusal> {
  const { performing, desk } = all;
  const { query, append } = performing;
  const registered = await query
    .selectFrom('dossier_code')
    .select(['agency_id', 'dossier_id'])
    .where('code', '=', read.code)
    .executeTakeFirst();
  if (registered !== undefined && registered.agency_id !== desk.agencyId)
    return refuse('conflict:dossier-code', {}, { field: 'MaHoSo' });
  const known = registered && (await findDossier(query, registered.dossier_id));
  if (known !== undefined && known.state.mirror === null)
    return refuse('conflict:dossier-own', {}, { field: 'MaHoSo' });
  const owner = partyFields().safeParse({
    kind: read.organisation ? 'organisation' : 'individual',
    name: read.ownerName,
  });
  if (!owner.success)
    return refuse(`invalid:${owner.error.issues[0]?.message ?? 'required'}`, {}, { field: 'ChuHoSo' });
  const submittedDay = civilDate(officeInstant(read.acceptedAt ?? read.submittedAt));
  const procedure = await procedureOf(all, read.procedureCode);
  const version =
    procedure === undefined ? undefined : await procedureVersionAt(query, procedure, submittedDay);
  if (version === undefined) return refuse('invalid:mirror-procedure', {}, { field: 'MaTTHC' });
  const said = (owner: PartyRef): Mirrored => ({
    source: all.source,
    sourceTime: all.sourceTime,
    code: read.code,
    procedureId: version.procedureId,
    procedureVersionId: version.id,
    owner,
    subject: read.subject,
    channel: read.channel,
    bySelf: read.bySelf,
    returnBy: read.returnBy,
    receivingAgencyId: desk.agencyId,
    receivingUnitId: desk.unitId,
    unitId: all.units.find(({ name }) => fold(name) === fold(read.unit))?.id ?? desk.unitId,
    rules: deskRulesOn(submittedDay),
    nationalStatus: read.nationalStatus,
    submittedAt: instantOf(read.submittedAt),
    acceptedAt: read.acceptedAt && instantOf(read.acceptedAt),
    due: read.due && instantOf(read.due),
    endedAt: read.endedAt && instantOf(read.endedAt),
    returnedAt: read.returnedAt && instantOf(read.returnedAt),
    note: read.note,
  });
  // Decided before anything is written, so that one that is refused leaves neither a party nor a code behind.
  const kept = await keptOwner(all, owner.data.name, known?.state);
  const trial = mirror(known?.state, said(kept ?? NOBODY));
  if (isRefusal(trial)) return trial;
  const dossier = known?.id ?? uuid7();
  if (known === undefined && !(await register(all, read.code, dossier)))
    return refuse('conflict:dossier-code', {}, { field: 'MaHoSo' });
  const ref = kept ?? (await keepParty(performing, desk.agencyId, owner.data));
  let refusal: Refusal | null = null;
  let written = 0;
  await append(
    dossierLedger,
    desk.agencyId,
    dossier,
    (state) => {
      const events = mirror(state, said(ref));
      if (isRefusal(events)) {
        refusal = events;
        return [];
      }
      written = events.length;
      return events;
    },
    false,
  );
  if (refusal !== null) return refusal;
  if (written === 0) return 'unchanged';
  return known === undefined ? 'added' : 'changed';
}

const instantOf = (wall: string) => officeInstant(wall).toString();

/** Takes its code; false where it has been given, though not to a dossier that this agency may see. */
async function register({ performing, desk }: Import, code: string, dossier: string): Promise<boolean> {
  const taken = await performing.query
    .insertInto('dossier_code')
    .values({ code, agency_id: desk.agencyId, dossier_id: dossier })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('code')
    .executeTakeFirst();
  return taken !== undefined;
}

/** Stands for an owner who is yet to be kept. */
const NOBODY: PartyRef = { partyId: '', version: 0, digest: '' };

/** The owner as kept, while the name is the same; what was erased is never brought back. */
async function keptOwner(
  { performing, desk }: Import,
  name: string,
  state: DossierState | undefined,
): Promise<PartyRef | undefined> {
  const kept = state?.parties.owner;
  if (kept === undefined) return undefined;
  const party = await findParty(performing.query, desk.agencyId, kept.partyId);
  return party === undefined || party.facts === null || party.facts.name === name ? kept : undefined;
}

/** The one procedure of a code: by its whole code, else by the national part alone, where a single one has it. */
async function procedureOf({ performing, catalogues }: Import, code: string): Promise<string | undefined> {
  const national = /^\d+\.\d+/.exec(code)?.[0] ?? code;
  const rows = await performing.query
    .selectFrom('procedure')
    .select(['id', 'code'])
    .where(sql<boolean>`agency_id = ANY (${[...catalogues]}::uuid[])`)
    .where((eb) => eb.or([eb('code', '=', code), eb('national_code', '=', national)]))
    .where('state', '<>', 'draft')
    .execute();
  const exact = rows.filter((row) => row.code === code);
  const [first, ...others] = exact.length > 0 ? exact : rows;
  return others.length === 0 ? first?.id : undefined;
}
