import { findAgency } from '../../agencies/index.ts';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { formatNumber } from '../../platform/i18n/format.ts';
import { refuse } from '../../platform/refusal.ts';
import { Notice } from '../../platform/view/index.ts';
import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import type { Component, ProcedureVersion } from '../domain/procedure.ts';
import { casesOf, componentsOf } from '../domain/version-at.ts';
import { listPlaces, type PlaceOfAgency } from '../places.ts';
import { findProcedure, listProcedureVersions, type ProcedureRow, procedureVersionAt } from '../queries.ts';
import { procedureGuideUrl } from '../urls.ts';
import { procedureWords } from '../words.ts';
import { Words } from './procedure-text.tsx';
import { countsOf } from './version-lines.ts';

/** So many desks are named; of more, how many there are. */
const NAMED_DESKS = 12;

/**
 * A procedure on one page, as a citizen needs it: what to bring, how long it takes, what it costs, where to go. Open to
 * everyone, since what is announced is public (Nghị định 63/2010/NĐ-CP, chapter IV); drafts are never read here.
 */
export const procedureGuidePage = definePage(procedureGuideUrl(':procedure'), async (visit) => {
  const today = visit.house.clock.today();
  const found = await visit.read('procedure.read', async (query) => {
    const row = await findProcedure(query, visit.param('procedure'));
    if (row === undefined || row.state === 'draft') return undefined;
    return {
      row,
      version: await procedureVersionAt(query, row.id, today),
      next: (await listProcedureVersions(query, row.id)).findLast(({ validFrom }) => validFrom > today),
      keeper: (await findAgency(query, row.agency_id))?.name ?? '',
      desks: (await listPlaces(query, row.id, today)).filter(({ handles }) => handles),
    };
  });
  if (found === undefined) return refuse('missing:thing');
  const { row, version, next, keeper, desks } = found;
  const say = procedureWords.in(visit.language);
  const shown = version ?? next;
  return {
    title: row.name,
    frame: 'bare',
    body: (
      <article class="guide">
        <p class="kicker">{say('guide.kicker')}</p>
        <h1 lang="vi">{shown?.name ?? row.name}</h1>
        {version === undefined ? <NotInForce visit={visit} row={row} next={next?.validFrom} /> : null}
        {shown === undefined ? null : <Guide visit={visit} version={shown} desks={desks} keeper={keeper} />}
        {shown === undefined ? null : <Source visit={visit} row={row} version={shown} today={today} />}
      </article>
    ),
  };
});

function NotInForce({ visit, row, next }: { visit: Visit; row: ProcedureRow; next: CivilDate | undefined }) {
  const say = procedureWords.in(visit.language);
  if (next !== undefined)
    return <Notice tone="warning">{say('guide.coming', { day: formatDate(next) })}</Notice>;
  return (
    <Notice tone="warning" title={say('guide.abolished', { day: formatDate(row.abolished_from ?? '') })}>
      {row.successor_id === null ? null : (
        <a href={procedureGuideUrl(row.successor_id)}>{say('procedure.successor')}</a>
      )}
    </Notice>
  );
}

interface GuideProps {
  visit: Visit;
  version: ProcedureVersion;
  desks: readonly PlaceOfAgency[];
  keeper: string;
}

function Guide({ visit, version, desks, keeper }: GuideProps) {
  const say = procedureWords.in(visit.language);
  return (
    <>
      <List title={say('guide.subjects')} lines={version.subjects} />
      <section>
        <h2>{say('guide.bring')}</h2>
        <Papers visit={visit} version={version} />
        <p>{say('guide.sets', { count: version.sets })}</p>
      </section>
      <section>
        <h2>{say('guide.where')}</h2>
        <Where visit={visit} version={version} desks={desks} keeper={keeper} />
      </section>
      <section>
        <h2>{say('guide.how-long')}</h2>
        {version.limits.length === 0 ? (
          <p>{say('guide.ask')}</p>
        ) : (
          <ul>
            {version.limits.map(({ channel, case: of, text }) => (
              <li>
                {channel === null ? null : `${say(`procedure.channel.${channel}`)}: `}
                {of === null ? null : <span lang="vi">{of}: </span>}
                <strong lang="vi">{text}</strong>
              </li>
            ))}
          </ul>
        )}
        <p class="hint">{say('guide.counted')}</p>
        {version.nextDayAfter === null ? null : (
          <p class="hint">{say('guide.next-day', { time: version.nextDayAfter })}</p>
        )}
      </section>
      <section>
        <h2>{say('guide.cost')}</h2>
        <Cost visit={visit} version={version} />
      </section>
      <List title={say('guide.get')} lines={version.results} />
      <Words title={say('procedure.conditions')} text={version.conditions} />
      <Words title={say('guide.steps')} text={version.steps} />
      <List title={say('procedure.legal-bases')} lines={version.legalBases} />
    </>
  );
}

/** The papers for every case, then those that a case asks for. */
function Papers({ visit, version }: Pick<GuideProps, 'visit' | 'version'>) {
  const say = procedureWords.in(visit.language);
  if (version.components.length === 0) return <p>{say('guide.ask')}</p>;
  const cases = casesOf({ components: version.components, limits: [] });
  const common = componentsOf(version, null);
  return (
    <>
      <PaperList visit={visit} papers={common} />
      {cases.map((of) => (
        <>
          <h3 lang="vi">{of}</h3>
          <PaperList visit={visit} papers={version.components.filter((paper) => paper.case === of)} />
        </>
      ))}
    </>
  );
}

function PaperList({ visit, papers }: { visit: Visit; papers: readonly Component[] }) {
  const say = procedureWords.in(visit.language);
  if (papers.length === 0) return null;
  return (
    <ul class="papers">
      {papers.map((paper) => {
        const counts = countsOf(paper, say);
        return (
          <li>
            <span lang="vi">{paper.name}</span>
            {paper.required ? null : ` (${say('component.optional')})`}
            {paper.form === null ? null : (
              <>
                {', '}
                <span lang="vi">{paper.form}</span>
              </>
            )}
            {counts === '' ? null : ` – ${counts}`}
          </li>
        );
      })}
    </ul>
  );
}

function Where({ visit, version, desks, keeper }: GuideProps) {
  const say = procedureWords.in(visit.language);
  const { onlineLevel, postal, tier } = version;
  const online = onlineLevel !== null && onlineLevel !== '1' && onlineLevel !== '2';
  return (
    <ul>
      {desks.length === 0 ? (
        <li>
          {say(tier === 'department' ? 'guide.desk-of' : 'guide.desk-of-tier', {
            tier: say(`procedure.tier.${tier}`),
          })}{' '}
          {tier === 'department' ? <span lang="vi">{keeper}</span> : null}
        </li>
      ) : desks.length > NAMED_DESKS ? (
        <li>{say('guide.desks', { count: desks.length })}</li>
      ) : (
        desks.map(({ agencyName, where }) => (
          <li>
            {say('guide.desk-of')}{' '}
            <span lang="vi">{[agencyName, where].filter((part) => part !== null).join(', ')}</span>
          </li>
        ))
      )}
      {online ? <li>{say('guide.online', { level: say(`procedure.online.${onlineLevel}`) })}</li> : null}
      {postal.receive ? <li>{say('guide.post-receive')}</li> : null}
      {postal.return ? <li>{say('guide.post-return')}</li> : null}
    </ul>
  );
}

function Cost({ visit, version }: Pick<GuideProps, 'visit' | 'version'>) {
  const say = procedureWords.in(visit.language);
  if (version.fees.length === 0) return <p>{say('guide.free')}</p>;
  return (
    <ul>
      {version.fees.map(({ channel, name, amount, text }) => (
        <li>
          {channel === null ? null : `${say(`procedure.channel.${channel}`)}: `}
          {name === '' ? null : <span lang="vi">{name}: </span>}
          {amount === null ? null : <strong>{say('guide.amount', { amount: formatNumber(amount) })}</strong>}
          {text === '' ? null : <span lang="vi"> {text}</span>}
        </li>
      ))}
    </ul>
  );
}

function List({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul lang="vi">
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </section>
  );
}

/** By which decision, so that what was printed can be told from what came later. */
function Source({
  visit,
  row,
  version,
  today,
}: {
  visit: Visit;
  row: ProcedureRow;
  version: ProcedureVersion;
  today: CivilDate;
}) {
  const say = procedureWords.in(visit.language);
  const { decision } = version;
  return (
    <footer>
      <p class="hint">
        {row.code === null ? null : `${say('guide.code', { code: row.code })} `}
        {decision === null
          ? null
          : `${say('guide.decision', { number: decision.number, date: formatDate(decision.date), from: formatDate(version.validFrom) })} `}
        {say('guide.seen', { day: formatDate(today) })}
      </p>
    </footer>
  );
}
