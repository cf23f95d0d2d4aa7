import { removeSecretFile } from '../../platform/files/remove-secret-file.ts';
import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { UUID } from '../../platform/uuid.ts';
import { Button, Checkboxes, FileUpload, Notice, Select, Tag, TextInput } from '../../platform/view/index.ts';
import { readBudget } from '../../pure/calendar/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { longestWay } from '../domain/process/limits.ts';
import type { ReadProcess } from '../domain/process/read.ts';
import { processRulesOn } from '../process-rules.ts';
import { processesUrl, processImportUrl, processReadingUrl } from '../process-urls.ts';
import { processWords } from '../process-words.ts';
import { type Choosable, choosableProcedures, procedureOf, readDecision } from '../read-decision.ts';
import { budgetWords, wayWords } from './process-parts.ts';
import { StepTable } from './process-steps.tsx';

/** Where the file of a decision is chosen. */
export const processImportPage = definePage(processImportUrl(), async (visit) => {
  const refused = mayNot(visit);
  if (refused !== undefined) return refused;
  const say = processWords.in(visit.language);
  return {
    title: say('process.import.title'),
    lead: say('process.import.lead'),
    breadcrumbs: breadcrumbs(visit),
    body: <UploadForm visit={visit} />,
  };
});

/** What was read from a decision, each process to be looked through, matched with a procedure, and taken or left. */
export const processReadingPage = definePage(processReadingUrl(':file'), async (visit) => {
  if (!UUID.test(visit.param('file'))) return refuse('missing:thing');
  const refused = mayNot(visit);
  if (refused !== undefined) return refused;
  const say = processWords.in(visit.language);
  const found = await visit.read('internal-process.keep', async (query) => ({
    decision: await readDecision(
      { query, files: visit.house.files },
      visit.actor.agencyId,
      visit.param('file'),
    ),
    procedures: await choosableProcedures(query, visit.actor.agencyId),
  }));
  if (found.decision === undefined) return refuse('missing:thing');
  if ('mark' in found.decision) {
    const { mark, sha256 } = found.decision;
    // The law keeps a secret document off a network: its bytes go, and no page shows its name.
    await removeSecretFile(visit.house, visit.actor.agencyId, sha256);
    return {
      title: say('process.import.title'),
      breadcrumbs: breadcrumbs(visit),
      body: (
        <>
          <Notice tone="error">{visit.say('unreadable.secret', { mark })}</Notice>
          <UploadForm visit={visit} />
        </>
      ),
    };
  }
  const { name } = found.decision;
  const shown = { title: name, kicker: say('process.import.title'), breadcrumbs: breadcrumbs(visit, name) };
  if (!('read' in found.decision) || found.decision.read.processes.length === 0)
    return {
      ...shown,
      body: (
        <>
          <Notice tone="error">
            {'unreadable' in found.decision
              ? visit.say(`unreadable.${found.decision.unreadable}`)
              : say('process.import.none')}
          </Notice>
          <UploadForm visit={visit} />
        </>
      ),
    };
  const { decision, approver, processes } = found.decision.read;
  const params = { file: visit.param('file') };
  const field = fieldsOf(visit, 'internal-process.import', params);
  return {
    ...shown,
    width: 'wide',
    body: (
      <>
        {decision === null ? null : (
          <p>
            {say('process.import.decision')}:{' '}
            {say('process.import.decision.of', { number: decision.number, date: formatDate(decision.date) })}
            {approver === null ? null : <span lang="vi">, {approver}</span>}
          </p>
        )}
        <ActionForm visit={visit} action="internal-process.import" params={params}>
          <TextInput label={say('process.version')} width="short" {...field('version', '01')} />
          {processes.map((process, index) => (
            <ReadView
              visit={visit}
              field={field}
              process={process}
              index={index}
              procedures={found.procedures}
            />
          ))}
          <Button>{say('process.import.confirm')}</Button>
        </ActionForm>
      </>
    ),
  };
});

interface ReadViewProps {
  visit: Visit;
  field: ReturnType<typeof fieldsOf>;
  process: ReadProcess;
  index: number;
  procedures: readonly Choosable[];
}

function ReadView({ visit, field, process, index, procedures }: ReadViewProps) {
  const say = processWords.in(visit.language);
  const match = procedureOf(process, procedures);
  const unread = process.steps
    .filter(({ kind, limit }) => limit === null && kind !== 'return-result')
    .map(({ no, limitText }) => `${say('process.step', { step: no })} – ${limitText || '?'}`);
  const taken = match !== undefined && !match.drafted;
  const name = (part: string) => `items.${index}.${part}`;
  return (
    <section>
      <h2 lang="vi">{say('process.import.no', { no: index + 1, name: process.name })}</h2>
      <Sums visit={visit} process={process} />
      {match === undefined ? <Notice tone="warning">{say('process.import.unmatched')}</Notice> : null}
      {match?.drafted ? <Notice tone="warning">{say('process.import.known')}</Notice> : null}
      <input type="hidden" name={name('index')} value={index} />
      <Checkboxes
        label={say('process.import.take')}
        labelHidden
        options={[{ value: 'on', label: say('process.import.take') }]}
        {...field.many(name('take'), taken ? ['on'] : [])}
      />
      <div lang="vi">
        <Select
          label={say('process.procedure')}
          empty={say('process.procedure.choose')}
          width="full"
          options={procedures.map((one) => ({
            value: one.id,
            label: one.code === null ? one.name : `${one.name} (${one.code})`,
            disabled: one.drafted && one !== match,
          }))}
          {...field(name('procedure'), match?.id)}
        />
      </div>
      <StepTable visit={visit} id={`read-${index + 1}`} steps={process.steps} units={new Map()} />
      {unread.length === 0 ? null : (
        <Notice tone="warning">{say('process.import.unread', { steps: unread.join('; ') })}</Notice>
      )}
    </section>
  );
}

/** Whether the steps add up to what the document itself states. */
function Sums({ visit, process }: { visit: Visit; process: ReadProcess }) {
  const say = processWords.in(visit.language);
  const stated = process.total?.budgets.map(readBudget).find((budget) => budget !== null);
  const way =
    stated === undefined ? null : longestWay(process, stated.unit, processRulesOn(visit.house.clock.today()));
  if (stated === undefined || way === null) return <p>{say('process.import.sum.none')}</p>;
  const equal = way.sum === stated.amount && way.incomparable.length === 0;
  return (
    <p>
      {say('process.import.sum', {
        sum: wayWords(visit, way),
        stated: budgetWords(visit, `${stated.amount}${stated.unit}`),
      })}{' '}
      <Tag tone={equal ? 'on-time' : 'late'}>
        {say(equal ? 'process.import.sum.equal' : 'process.import.sum.differs')}
      </Tag>
    </p>
  );
}

function UploadForm({ visit }: { visit: Visit }) {
  const say = processWords.in(visit.language);
  const { name, error } = fieldsOf(visit, 'internal-process.upload')('file');
  return (
    <ActionForm visit={visit} action="internal-process.upload" files>
      <FileUpload
        label={say('process.import.file')}
        hint={say('process.import.file.hint')}
        accept=".docx,.pdf,.html,.htm,.txt,.md"
        name={name}
        error={error}
      />
      <Button>{say('process.import.read')}</Button>
    </ActionForm>
  );
}

function mayNot(visit: Visit): Refusal | undefined {
  const verdict = visit.may('internal-process.keep', { agencyId: visit.actor.agencyId });
  return verdict.allowed ? undefined : verdict.reason;
}

function breadcrumbs(visit: Visit, file?: string) {
  const say = processWords.in(visit.language);
  return [
    { href: processesUrl(), label: say('processes.title') },
    { href: processImportUrl(), label: say('process.import.title'), current: file === undefined },
    ...(file === undefined ? [] : [{ href: visit.url.pathname, label: file, current: true }]),
  ];
}
