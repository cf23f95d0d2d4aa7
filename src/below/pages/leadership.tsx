import { type Agency, findAgency } from '../../agencies/index.ts';
import { keptFileName } from '../../evidence/index.ts';
import { Figures, readFigures } from '../../measures/index.ts';
import { listPeopleOfAgency } from '../../people/index.ts';
import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { ListView, listPage } from '../../platform/lists/index.ts';
import { refuse } from '../../platform/refusal.ts';
import { UUID } from '../../platform/uuid.ts';
import {
  Button,
  DataTable,
  DateInput,
  FileUpload,
  SearchSelect,
  Tag,
  TextInput,
} from '../../platform/view/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { type LeadershipRecord, leadershipOn } from '../domain/leadership.ts';
import { leadershipList } from '../leadership-list.tsx';
import { leadershipMeasures } from '../measures.ts';
import { findLeadership } from '../queries.ts';
import { leadershipFileUrl, leadershipsUrl, leadershipUrl } from '../urls.ts';
import { belowWords } from '../words.ts';
import { LeaderIs } from './subplan-form.tsx';

/** Who is responsible for reform in each agency, and the two targets that are counted from it. */
export const leadershipsPage = listPage(leadershipList, async (visit, page) => ({
  lead: visit.say('leadership.lead'),
  body: (
    <>
      <Figures visit={visit} figures={await readFigures(visit, leadershipMeasures)} />
      <ListView visit={visit} list={leadershipList} read={page} captionHidden />
    </>
  ),
}));

/** The register of one agency: who is responsible now, who was before, and the form for the next. */
export const leadershipPage = definePage(leadershipUrl(':agency'), async (visit) => {
  const say = belowWords.in(visit.language);
  const found = await registerOfVisit(visit);
  if (found === undefined)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const { agency, state, seq } = found;
  const today = visit.house.clock.today();
  const now = state && leadershipOn(state, today);
  const entries = (state?.entries ?? []).map((entry, index) => ({ entry, no: index + 1 })).reverse();
  return {
    title: say('leadership.of', { agency: agency.name }),
    width: 'wide',
    breadcrumbs: [
      { href: leadershipsUrl(), label: say('leadership.title') },
      { href: leadershipUrl(agency.id), label: agency.name, current: true },
    ],
    body: (
      <>
        <DataTable
          id="leadership-entries"
          caption={say('leadership.history')}
          rows={entries}
          empty={{ text: say('leadership.none') }}
          columns={[
            {
              key: 'leader',
              label: say('leadership.leader'),
              rowHeader: true,
              cell: ({ entry }) => named(entry.leader),
            },
            {
              key: 'is',
              label: say('leadership.leader-is'),
              cell: ({ entry }) => say(`leadership.leader-is.${entry.leaderIsHead ? 'head' : 'deputy'}`),
            },
            { key: 'officer', label: say('leadership.officer'), cell: ({ entry }) => named(entry.officer) },
            {
              key: 'document',
              label: say('leadership.document'),
              cell: ({ entry, no }) => documentOf(visit, agency, entry, no),
            },
            {
              key: 'from',
              label: say('leadership.from'),
              nowrap: true,
              cell: ({ entry }) => formatDate(entry.from),
            },
            {
              key: 'until',
              label: say('leadership.until'),
              nowrap: true,
              cell: ({ entry }) => (entry.until === null ? null : formatDate(entry.until)),
            },
            {
              key: 'state',
              label: say('leadership.state'),
              cell: ({ entry }) => stateOf(visit, entry, now),
            },
          ]}
        />
        {visit.may('leadership.keep', { agencyId: agency.id }).allowed ? (
          <RecordForm visit={visit} agency={agency} now={now} seq={seq} />
        ) : null}
      </>
    ),
  };
});

async function registerOfVisit(visit: Visit) {
  const id = visit.param('agency');
  if (!UUID.test(id) || !visit.may('leadership.read', { agencyId: id }).allowed) return undefined;
  return visit.read('leadership.read', async (query) => {
    const agency = await findAgency(query, id);
    return agency && { agency, ...(await findLeadership(query, id)) };
  });
}

const named = (person: LeadershipRecord['officer']) =>
  person === null ? null : [person.name, person.position].filter((part) => part !== null).join(', ');

function documentOf(visit: Visit, agency: Agency, entry: LeadershipRecord, no: number) {
  if (entry.number === null) return null;
  const say = belowWords.in(visit.language);
  const words = say('leadership.document.of', {
    number: entry.number,
    date: entry.issueDate === null ? '' : formatDate(entry.issueDate),
  });
  return entry.file === null ? words : <a href={leadershipFileUrl(agency.id, no)}>{words}</a>;
}

function stateOf(visit: Visit, entry: LeadershipRecord, now: LeadershipRecord | undefined) {
  const say = belowWords.in(visit.language);
  if (entry === now) return <Tag tone="on-time">{say('leadership.state.now')}</Tag>;
  if (entry.supersededAt !== null) return <Tag tone="neutral">{say('leadership.state.superseded')}</Tag>;
  const coming = entry.from > visit.house.clock.today();
  return (
    <Tag tone={coming ? 'waiting' : 'done'}>
      {say(coming ? 'leadership.state.coming' : 'leadership.state.past')}
    </Tag>
  );
}

interface RecordFormProps {
  visit: Visit;
  agency: Agency;
  now: LeadershipRecord | undefined;
  seq: number;
}

async function RecordForm({ visit, agency, now, seq }: RecordFormProps) {
  const say = belowWords.in(visit.language);
  const params = { agency: agency.id };
  const field = fieldsOf(visit, 'leadership.record', params);
  const { value, ...file } = field('file');
  const { people, kept } = await visit.read('leadership.keep', async (query) => ({
    people: await listPeopleOfAgency(query, agency.id, visit.house.clock.today()),
    kept:
      value !== undefined && UUID.test(value)
        ? await keptFileName(query, visit.actor.accountId, value)
        : undefined,
  }));
  const names = people.map((one) => ({ value: one.name, label: `${one.name}, ${one.position}` }));
  return (
    <section>
      <h2>{say('leadership.record')}</h2>
      <p>{say('leadership.record.hint')}</p>
      <ActionForm visit={visit} action="leadership.record" params={params} seq={seq} files>
        <SearchSelect
          label={say('leadership.leader')}
          options={names}
          {...field('leader', now?.leader.name)}
        />
        <TextInput
          label={say('subplan.position')}
          optional
          {...field('leaderPosition', now?.leader.position)}
        />
        <LeaderIs
          visit={visit}
          field={field('leaderIs', now === undefined || now.leaderIsHead ? 'head' : 'deputy')}
        />
        <SearchSelect
          label={say('leadership.officer')}
          optional
          options={names}
          {...field('officer', now?.officer?.name)}
        />
        <TextInput
          label={say('subplan.officer.position')}
          optional
          {...field('officerPosition', now?.officer?.position)}
        />
        <TextInput label={say('leadership.document.number')} optional width="medium" {...field('number')} />
        <DateInput label={say('leadership.document.date')} optional {...field('issueDate')} />
        <FileUpload
          label={say('leadership.document.file')}
          optional
          {...file}
          kept={kept === undefined || value === undefined ? undefined : { value, name: kept }}
        />
        <DateInput label={say('leadership.from')} {...field('from')} />
        <DateInput label={say('leadership.until')} optional {...field('until')} />
        <Button>{say('leadership.save')}</Button>
      </ActionForm>
    </section>
  );
}

/** The appointing document of an entry. */
export const leadershipFilePage = definePage(leadershipFileUrl(':agency', ':no'), async (visit) => {
  const found = await registerOfVisit(visit);
  const file = found?.state?.entries[Number(visit.param('no')) - 1]?.file;
  if (file == null) return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  return {
    download: await visit.house.files.get(file.sha256),
    type: 'application/octet-stream',
    name: file.name,
  };
});
