import type { Reader } from '../database/database.ts';
import { ActionForm, fieldsOf } from '../http/action-form.tsx';
import { definePage, type PageSpec, type Rendered } from '../http/page.ts';
import type { Visit } from '../http/visit.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { writeXlsx, XLSX_TYPE } from '../sheet/index.ts';
import {
  Button,
  ButtonRow,
  DataTable,
  FileUpload,
  type Link,
  Notice,
  Tag,
  type Tone,
} from '../view/index.ts';
import { type CheckedRow, type ImportColumn, readStoredTable, type TypedRow } from './table.ts';
import { importWords } from './words.ts';

const A_PAGE = 100;
const STATES = ['wrong', 'new', 'known'] as const;
const TONES: Record<CheckedRow['state'], Tone> = { new: 'on-time', known: 'neutral', wrong: 'late' };

export interface ImportSpec<Key extends string> {
  /** Address of the page that takes the file; what is read from it stands below. */
  base: string;
  /** Keys of the title and of what it is for. */
  title: string;
  lead: string;
  permission: string;
  /** Name of the action that adds the rows; its input is `file`, and `secret` where it makes codes. */
  action: string;
  columns: readonly ImportColumn<Key>[];
  breadcrumbs(visit: Visit): readonly Link[];
  /** Hidden fields of the action's form. */
  hidden?(visit: Visit): Record<string, string>;
  check(query: Reader, visit: Visit, rows: readonly TypedRow<Key>[]): Promise<CheckedRow<Key>[]>;
}

/** The pages of an import: the file is chosen, its template downloaded, its rows looked through and confirmed. */
export function defineImport<Key extends string>(spec: ImportSpec<Key>): PageSpec[] {
  return [
    definePage(spec.base, async (visit) => mayNot(spec, visit) ?? choosePage(spec, visit)),
    definePage(`${spec.base}/template`, async (visit) => mayNot(spec, visit) ?? template(spec, visit)),
    definePage(`${spec.base}/:file`, async (visit) => mayNot(spec, visit) ?? checkPage(spec, visit)),
  ];
}

function mayNot<Key extends string>({ permission }: ImportSpec<Key>, visit: Visit): Refusal | undefined {
  const verdict = visit.may(permission, { agencyId: visit.actor.agencyId });
  return verdict.allowed ? undefined : verdict.reason;
}

function choosePage<Key extends string>(spec: ImportSpec<Key>, visit: Visit): Rendered {
  const say = importWords.in(visit.language);
  return {
    title: visit.say(spec.title),
    lead: visit.say(spec.lead),
    breadcrumbs: spec.breadcrumbs(visit),
    act: (
      <Button href={`${spec.base}/template`} variant="secondary">
        {say('import.template')}
      </Button>
    ),
    body: (
      <>
        <UploadForm spec={spec} visit={visit} />
        <h2>{say('import.columns')}</h2>
        <ul>
          {spec.columns.map(({ headings, required }) => (
            <li>
              <span lang="vi">{headings[0]}</span>
              {required ? ` (${say('import.required')})` : null}
            </li>
          ))}
        </ul>
      </>
    ),
  };
}

function UploadForm<Key extends string>({ spec, visit }: { spec: ImportSpec<Key>; visit: Visit }) {
  const say = importWords.in(visit.language);
  const { name, error } = fieldsOf(visit, 'import.upload')('file');
  return (
    <ActionForm visit={visit} action="import.upload" files hidden={{ next: spec.base }}>
      <FileUpload
        label={say('import.file')}
        hint={say('import.file.hint')}
        accept=".xlsx,.csv"
        name={name}
        error={error}
      />
      <Button>{say('import.read')}</Button>
    </ActionForm>
  );
}

async function template<Key extends string>(spec: ImportSpec<Key>, visit: Visit): Promise<Rendered> {
  const columns = spec.columns.map(({ headings }) => ({ title: headings[0], type: 'text' as const }));
  const name = visit.say(spec.title);
  const parts: Uint8Array[] = [];
  for await (const part of writeXlsx([{ name, columns, rows: ReadableStream.from([]) }])) parts.push(part);
  return { download: Buffer.concat(parts), type: XLSX_TYPE, name: `${name}.xlsx` };
}

interface Checked<Key extends string> {
  name: string;
  rows: CheckedRow<Key>[] | Refusal;
}

async function checkPage<Key extends string>(
  spec: ImportSpec<Key>,
  visit: Visit,
): Promise<Rendered | Refusal> {
  const say = importWords.in(visit.language);
  const { agencyId } = visit.actor;
  const found = await visit.read(spec.permission, async (query): Promise<Checked<Key> | undefined> => {
    const table = await readStoredTable(
      { query, files: visit.house.files },
      agencyId,
      visit.param('file'),
      spec.columns,
    );
    if (table === undefined) return undefined;
    const { name, rows } = table;
    return { name, rows: isRefusal(rows) ? rows : await spec.check(query, visit, rows) };
  });
  if (found === undefined) return refuse('missing:thing');
  const shown = { title: found.name, kicker: visit.say(spec.title), breadcrumbs: spec.breadcrumbs(visit) };
  if (isRefusal(found.rows))
    return {
      ...shown,
      body: (
        <>
          <Notice tone="error">{visit.words(found.rows)}</Notice>
          <UploadForm spec={spec} visit={visit} />
        </>
      ),
    };
  const rows = found.rows;
  const count = (state: CheckedRow['state']) => rows.filter((row) => row.state === state).length;
  return {
    ...shown,
    width: 'wide',
    body: (
      <>
        {count('wrong') > 0 ? <Notice tone="warning">{say('import.wrong.lead')}</Notice> : null}
        {count('new') === 0 ? (
          <Notice tone="info">{say('import.nothing')}</Notice>
        ) : (
          <ActionForm
            visit={visit}
            action={spec.action}
            keep={false}
            hidden={{ ...spec.hidden?.(visit), file: visit.param('file') }}
          >
            <Button>
              {count('wrong') > 0
                ? say('import.confirm.wrong', { count: count('new'), wrong: count('wrong') })
                : say('import.confirm', { count: count('new') })}
            </Button>
          </ActionForm>
        )}
        <ButtonRow>
          <Button href={spec.base} variant="secondary">
            {say('import.again')}
          </Button>
        </ButtonRow>
        <RowTable spec={spec} visit={visit} rows={rows} />
      </>
    ),
  };
}

function RowTable<Key extends string>({
  spec,
  visit,
  rows,
}: {
  spec: ImportSpec<Key>;
  visit: Visit;
  rows: readonly CheckedRow<Key>[];
}) {
  const say = importWords.in(visit.language);
  const wanted = visit.url.searchParams.get('state');
  const state = STATES.find((one) => one === wanted);
  const chosen = state === undefined ? rows : rows.filter((row) => row.state === state);
  const page = Math.max(1, Math.trunc(Number(visit.url.searchParams.get('page'))) || 1);
  const from = (page - 1) * A_PAGE;
  const shown = chosen.slice(from, from + A_PAGE);
  const address = (search: Record<string, string>) => `${visit.url.pathname}?${new URLSearchParams(search)}`;
  const pageAddress = (to: number) => address({ ...(state && { state }), page: String(to) });
  return (
    <DataTable
      id="rows"
      caption={say('import.rows')}
      rows={shown}
      empty={{ text: say('import.none-here') }}
      counts={[
        {
          label: say('import.all'),
          count: rows.length,
          href: visit.url.pathname,
          current: state === undefined,
        },
        ...STATES.map((one) => ({
          label: say(`import.state.${one}`),
          count: rows.filter((row) => row.state === one).length,
          href: address({ state: one }),
          current: state === one,
          tone: TONES[one],
        })),
      ]}
      paging={
        chosen.length > A_PAGE
          ? {
              from: from + 1,
              to: from + shown.length,
              total: chosen.length,
              previous: page > 1 ? pageAddress(page - 1) : undefined,
              next: from + A_PAGE < chosen.length ? pageAddress(page + 1) : undefined,
            }
          : undefined
      }
      columns={[
        { key: 'line', label: say('import.line'), align: 'end', cell: (row) => row.line },
        {
          key: 'state',
          label: say('import.outcome'),
          cell: (row) => <Tag tone={TONES[row.state]}>{say(`import.state.${row.state}`)}</Tag>,
        },
        ...spec.columns.map(({ key, headings }, at) => ({
          key,
          label: headings[0],
          rowHeader: at === 0,
          cell: (row: CheckedRow<Key>) => (
            <>
              {row.stored?.[key] ?? row.cells[key]}
              {row.refusals
                .filter(({ field }) => field === key)
                .map((refusal) => (
                  <p class="field-error">{visit.words(refusal)}</p>
                ))}
            </>
          ),
        })),
      ]}
    />
  );
}
