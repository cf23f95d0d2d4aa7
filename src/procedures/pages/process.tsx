import { ActionButton, ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { Button, ButtonRow, DataTable, DateInput, Facts, TextInput } from '../../platform/view/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { longestWay, unitOfProcess } from '../domain/process/limits.ts';
import { ProcessStateTag, standingOfProcess } from '../process-list.tsx';
import { processDraftUrl, processUrl } from '../process-urls.ts';
import { processWords } from '../process-words.ts';
import { procedureUrl } from '../urls.ts';
import { wayWords } from './process-parts.ts';
import { ProcessPicture } from './process-picture.tsx';
import { ProcessComparison, ProcessRemarks } from './process-remarks.tsx';
import { StepTable } from './process-steps.tsx';
import { processBreadcrumbs, processOfVisit, type VisitedProcess } from './process-view.ts';

/** An internal process: picture and table of its steps, remarks, and how it stands beside the procedure. */
export const processPage = definePage(processUrl(':process'), async (visit) => {
  const found = await processOfVisit(visit);
  if ('refused' in found) return found;
  const say = processWords.in(visit.language);
  const { process, procedureName, units } = found;
  const subject = { agencyId: process.agencyId };
  const keeps = visit.may('internal-process.keep', subject).allowed;
  return {
    title: say('process.title', { name: procedureName }),
    kicker: process.isoCode ?? undefined,
    width: 'wide',
    breadcrumbs: processBreadcrumbs(visit, process, procedureName),
    body: (
      <>
        <Facts facts={factsOf(visit, found)} />
        {keeps ? (
          <ButtonRow>
            {process.state === 'draft' ? (
              <Button variant="secondary" href={processDraftUrl(process.id)}>
                {say('process.edit')}
              </Button>
            ) : process.state === 'published' ? (
              <ActionButton
                visit={visit}
                action="internal-process.replace"
                params={{ process: process.id }}
                subject={subject}
                variant="secondary"
                refused={
                  found.versions.some(({ state }) => state === 'draft')
                    ? say('refusal.conflict:process-draft')
                    : undefined
                }
              >
                {say('process.replace')}
              </ActionButton>
            ) : null}
          </ButtonRow>
        ) : null}
        {process.state === 'draft' ? <ProcessRemarks visit={visit} found={found} /> : null}
        <div class="process-view">
          <ProcessPicture visit={visit} id="picture" process={process} units={units} />
          <StepTable visit={visit} id="steps" steps={process.steps} units={units} />
        </div>
        {process.state === 'draft' ? null : <ProcessRemarks visit={visit} found={found} />}
        <ProcessComparison visit={visit} found={found} />
        {process.state === 'draft' && visit.may('internal-process.publish', subject).allowed ? (
          <PublicationForm visit={visit} found={found} />
        ) : null}
        {found.versions.length < 2 ? null : <VersionTable visit={visit} found={found} />}
      </>
    ),
  };
});

function factsOf(visit: Visit, { process, procedureName, agencyName }: VisitedProcess) {
  const say = processWords.in(visit.language);
  const standing = standingOfProcess(process, visit.house.clock.today());
  const unit = unitOfProcess(process);
  const way =
    unit === null
      ? null
      : longestWay(process, unit, { hoursOfWorkingDay: null, legalBasis: '', provisional: false });
  return [
    {
      label: say('process.procedure'),
      value: (
        <a href={procedureUrl(process.procedureId)} lang="vi">
          {procedureName}
        </a>
      ),
    },
    { label: say('process.agency'), value: <span lang="vi">{agencyName}</span> },
    {
      label: say('process.state'),
      value: <ProcessStateTag standing={standing} words={say(`process.state.${standing}`)} />,
    },
    { label: say('process.version'), value: process.version },
    {
      label: say('process.approver'),
      value: process.approver === null ? null : <span lang="vi">{process.approver}</span>,
    },
    {
      label: say('process.approved-on'),
      value: process.approvedOn === null ? null : formatDate(process.approvedOn),
    },
    {
      label: say('process.valid-from'),
      value: process.validFrom === null ? null : formatDate(process.validFrom),
    },
    ...(process.validTo === null
      ? []
      : [{ label: say('process.valid-to'), value: formatDate(process.validTo) }]),
    {
      label: say('process.total'),
      value: way === null || way.incomparable.length > 0 ? null : wayWords(visit, way),
    },
  ];
}

function PublicationForm({ visit, found }: { visit: Visit; found: VisitedProcess }) {
  const say = processWords.in(visit.language);
  const { process } = found;
  const params = { process: process.id };
  const field = fieldsOf(visit, 'internal-process.publish', params);
  const day = (date: string | null) => (date === null ? undefined : formatDate(date));
  return (
    <section>
      <h2>{say('process.publish')}</h2>
      <p>{say('process.publish.lead')}</p>
      <ActionForm visit={visit} action="internal-process.publish" params={params} seq={process.seq}>
        <TextInput
          label={say('process.approver')}
          hint={say('process.approver.hint')}
          {...field('approver', process.approver)}
        />
        <DateInput label={say('process.approved-on')} {...field('approvedOn', day(process.approvedOn))} />
        <DateInput label={say('process.valid-from')} {...field('validFrom', day(process.validFrom))} />
        <Button>{say('process.publish')}</Button>
      </ActionForm>
    </section>
  );
}

function VersionTable({ visit, found }: { visit: Visit; found: VisitedProcess }) {
  const say = processWords.in(visit.language);
  const today = visit.house.clock.today();
  return (
    <DataTable
      id="versions"
      caption={say('process.versions')}
      rows={found.versions}
      empty={{ text: say('processes.empty') }}
      columns={[
        {
          key: 'version',
          label: say('process.version'),
          rowHeader: true,
          cell: ({ id, version }) =>
            id === found.process.id ? version : <a href={processUrl(id)}>{version}</a>,
        },
        {
          key: 'state',
          label: say('process.state'),
          cell: (process) => {
            const standing = standingOfProcess(process, today);
            return <ProcessStateTag standing={standing} words={say(`process.state.${standing}`)} />;
          },
        },
        {
          key: 'approvedOn',
          label: say('process.approved-on'),
          cell: ({ approvedOn }) => (approvedOn === null ? null : formatDate(approvedOn)),
        },
        {
          key: 'validFrom',
          label: say('process.valid-from'),
          cell: ({ validFrom }) => (validFrom === null ? null : formatDate(validFrom)),
        },
        {
          key: 'validTo',
          label: say('process.valid-to'),
          cell: ({ validTo }) => (validTo === null ? null : formatDate(validTo)),
        },
      ]}
    />
  );
}
