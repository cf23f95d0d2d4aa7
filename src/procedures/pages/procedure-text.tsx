import type { Visit } from '../../platform/http/visit.ts';
import { formatNumber } from '../../platform/i18n/format.ts';
import { DataTable, Facts } from '../../platform/view/index.ts';
import type { Component, Fee, Limit, ProcedureText } from '../domain/procedure.ts';
import { procedureWords } from '../words.ts';

/** What a version of a procedure says, each part under its heading. */
export function ProcedureTextView({ visit, text }: { visit: Visit; text: ProcedureText }) {
  const say = procedureWords.in(visit.language);
  return (
    <>
      <h2>{say('procedure.says')}</h2>
      <Facts
        facts={[
          { label: say('procedure.field'), value: <span lang="vi">{text.field.name}</span> },
          { label: say('procedure.tier'), value: say(`procedure.tier.${text.tier}`) },
          { label: say('procedure.handling'), value: say(`procedure.handling.${text.handling}`) },
          {
            label: say('procedure.online-level'),
            value: text.onlineLevel === null ? null : say(`procedure.online.${text.onlineLevel}`),
          },
          { label: say('procedure.postal'), value: postalWords(visit, text) },
          { label: say('procedure.subjects'), value: linesValue(text.subjects) },
          { label: say('procedure.results'), value: linesValue(text.results) },
          { label: say('procedure.sets'), value: String(text.sets) },
          ...(text.nextDayAfter === null
            ? []
            : [{ label: say('procedure.next-day-after'), value: text.nextDayAfter }]),
        ]}
      />
      <ComponentTable visit={visit} components={text.components} />
      <LimitTable visit={visit} limits={text.limits} />
      <FeeTable visit={visit} fees={text.fees} />
      <Words title={say('procedure.steps')} text={text.steps} />
      <Words title={say('procedure.conditions')} text={text.conditions} />
      {text.legalBases.length === 0 ? null : (
        <section>
          <h2>{say('procedure.legal-bases')}</h2>
          <ul lang="vi">
            {text.legalBases.map((basis) => (
              <li>{basis}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const linesValue = (lines: readonly string[]) =>
  lines.length === 0 ? null : <span lang="vi">{lines.join('; ')}</span>;

/** How public post may be used, in words. */
export function postalWords(visit: Visit, { postal }: Pick<ProcedureText, 'postal'>): string {
  const say = procedureWords.in(visit.language);
  const ways = [
    ...(postal.receive ? [say('procedure.postal.receive')] : []),
    ...(postal.return ? [say('procedure.postal.return')] : []),
  ];
  return ways.length === 0 ? say('procedure.postal.none') : ways.join('; ');
}

/** Running words of a procedure, a paragraph a line. */
export function Words({ title, text }: { title: string; text: string | null }) {
  if (text === null) return null;
  return (
    <section>
      <h2>{title}</h2>
      {text
        .split(/\n+/)
        .filter((line) => line.trim() !== '')
        .map((line) => (
          <p lang="vi">{line}</p>
        ))}
    </section>
  );
}

/** The papers that a dossier must hold. */
export function ComponentTable({ visit, components }: { visit: Visit; components: readonly Component[] }) {
  const say = procedureWords.in(visit.language);
  if (components.length === 0) return null;
  const ofCases = components.some((row) => row.case !== null);
  return (
    <DataTable
      id="components"
      caption={say('procedure.components')}
      rows={components}
      empty={{ text: say('procedure.none') }}
      columns={[
        {
          key: 'name',
          label: say('component.name'),
          rowHeader: true,
          width: 'broad',
          cell: (row) => (
            <>
              <span lang="vi">{row.name}</span>
              {row.required ? null : ` (${say('component.optional')})`}
            </>
          ),
        },
        ...(components.some((row) => row.form !== null)
          ? [
              {
                key: 'form',
                label: say('component.form'),
                cell: (row: Component) => <span lang="vi">{row.form}</span>,
              },
            ]
          : []),
        {
          key: 'originals',
          label: say('component.originals'),
          align: 'end',
          cell: (row) => (row.originals === 0 ? null : row.originals),
        },
        {
          key: 'copies',
          label: say('component.copies'),
          align: 'end',
          cell: (row) => (row.copies === 0 ? null : row.copies),
        },
        ...(ofCases
          ? [
              {
                key: 'case',
                label: say('procedure.case'),
                cell: (row: Component) =>
                  row.case === null ? say('procedure.case.all') : <span lang="vi">{row.case}</span>,
              },
            ]
          : []),
      ]}
    />
  );
}

/** How much time the law gives. */
export function LimitTable({ visit, limits }: { visit: Visit; limits: readonly Limit[] }) {
  const say = procedureWords.in(visit.language);
  if (limits.length === 0) return null;
  return (
    <DataTable
      id="limits"
      caption={say('procedure.limits')}
      rows={limits}
      empty={{ text: say('procedure.none') }}
      columns={[
        {
          key: 'text',
          label: say('procedure.limit'),
          rowHeader: true,
          cell: (row) => <span lang="vi">{row.text}</span>,
        },
        {
          key: 'of',
          label: say('limit.of'),
          cell: (row) => ofWords(visit, row.channel, row.case),
        },
      ]}
    />
  );
}

function ofWords(visit: Visit, channel: Limit['channel'], of: string | null) {
  const say = procedureWords.in(visit.language);
  if (channel === null && of === null) return say('procedure.case.all');
  return (
    <>
      {channel === null ? null : say(`procedure.channel.${channel}`)}
      {channel !== null && of !== null ? ', ' : null}
      {of === null ? null : <span lang="vi">{of}</span>}
    </>
  );
}

/** What is to be paid. */
export function FeeTable({ visit, fees }: { visit: Visit; fees: readonly Fee[] }) {
  const say = procedureWords.in(visit.language);
  if (fees.length === 0) return null;
  return (
    <DataTable
      id="fees"
      caption={say('procedure.fees')}
      rows={fees}
      empty={{ text: say('procedure.none') }}
      columns={[
        {
          key: 'name',
          label: say('fee.name'),
          rowHeader: true,
          cell: (row) => <span lang="vi">{row.name || row.text}</span>,
        },
        {
          key: 'amount',
          label: say('fee.amount'),
          align: 'end',
          cell: (row) => (row.amount === null ? null : formatNumber(row.amount)),
        },
        {
          key: 'channel',
          label: say('procedure.channel'),
          cell: (row) =>
            say(row.channel === null ? 'procedure.channel.all' : `procedure.channel.${row.channel}`),
        },
        { key: 'text', label: say('fee.text'), cell: (row) => <span lang="vi">{row.text}</span> },
      ]}
    />
  );
}
