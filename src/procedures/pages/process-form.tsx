import { listUnits, type Unit } from '../../agencies/index.ts';
import { ActionForm, fieldsOf, typedRows } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { refuse } from '../../platform/refusal.ts';
import { Button, ButtonRow, Select, TextArea, TextInput } from '../../platform/view/index.ts';
import { BUDGET_UNITS, readBudget } from '../../pure/calendar/index.ts';
import { END_CHOICES, rowsOfSteps, type StepRow } from '../domain/process/edit.ts';
import { STEP_KINDS, STEP_ROLES } from '../domain/process/process.ts';
import { processDraftUrl } from '../process-urls.ts';
import { processWords } from '../process-words.ts';
import { processBreadcrumbs, processOfVisit } from './process-view.ts';

/** A branch more than a step has, to be filled in. */
const MORE_BRANCHES = 1;

/** The form of a draft: a row a step; whatever a button does to the rows saves all of them. */
export const processDraftPage = definePage(processDraftUrl(':process'), async (visit) => {
  const found = await processOfVisit(visit);
  if ('refused' in found) return found;
  const { process, procedureName } = found;
  if (process.state !== 'draft') return refuse('missing:thing');
  const verdict = visit.may('internal-process.keep', { agencyId: process.agencyId });
  if (!verdict.allowed) return verdict.reason;
  const say = processWords.in(visit.language);
  const params = { process: process.id };
  const field = fieldsOf(visit, 'internal-process.save', params);
  const units = await visit.read('internal-process.keep', (query) => listUnits(query, process.agencyId));
  const typed = typedRows(visit, 'internal-process.save', params, 'steps', ['kind', 'key', 'name']);
  const rows = rowsOfSteps(process.steps);
  const shown: (StepRow | undefined)[] = typed === null ? rows : typed.map((_, at) => rows[at]);
  const names = shown.map((row, at) => ({
    key: typed?.[at]?.[1] ?? row?.key ?? '',
    name: typed?.[at]?.[2] ?? row?.name ?? '',
  }));
  return {
    title: say('process.draft.title'),
    kicker: <span lang="vi">{procedureName}</span>,
    lead: say('process.draft.lead'),
    width: 'wide',
    breadcrumbs: processBreadcrumbs(visit, process, procedureName, {
      href: processDraftUrl(process.id),
      label: say('process.draft.title'),
    }),
    body: (
      <ActionForm visit={visit} action="internal-process.save" params={params} seq={process.seq}>
        {/* First in the form: it is what Enter presses. */}
        <ButtonRow>
          <Button>{say('process.save')}</Button>
        </ButtonRow>
        <TextInput
          label={say('process.iso-code')}
          hint={say('process.iso-code.hint')}
          width="medium"
          optional
          {...field('isoCode', process.isoCode)}
        />
        <TextInput label={say('process.version')} width="short" {...field('version', process.version)} />
        {shown.map((row, at) => (
          <StepInputs
            visit={visit}
            field={field}
            row={row}
            at={at}
            names={names}
            units={units.filter(({ validTo }) => validTo === null)}
            branches={typed === null ? undefined : branchesTyped(visit, params, at)}
          />
        ))}
        <ButtonRow>
          <Button>{say('process.save')}</Button>
          {shown.length > 0 ? null : (
            <Button variant="secondary" name="change" value="add:0">
              {say('process.row.add-first')}
            </Button>
          )}
        </ButtonRow>
      </ActionForm>
    ),
  };
});

interface StepInputsProps {
  visit: Visit;
  field: ReturnType<typeof fieldsOf>;
  row: StepRow | undefined;
  at: number;
  /** Key and name of each row as it stands in the form. */
  names: readonly { key: string; name: string }[];
  units: readonly Unit[];
  /** How many branches a refused form had. */
  branches: number | undefined;
}

function branchesTyped(visit: Visit, params: Record<string, string>, at: number): number {
  return typedRows(visit, 'internal-process.save', params, `steps.${at}.next`, ['to'])?.length ?? 0;
}

function StepInputs({ visit, field, row, at, names, units, branches }: StepInputsProps) {
  const say = processWords.in(visit.language);
  const name = (part: string) => `steps.${at}.${part}`;
  const budget = row?.limit == null ? null : readBudget(row.limit);
  const assignee = row?.assignee ?? null;
  const opened =
    assignee?.kind === 'agency' ||
    ['agency', 'who', 'work'].some((part) => field(name(part)).error !== undefined);
  const count = branches ?? (row?.next.length ?? 0) + MORE_BRANCHES;
  return (
    <fieldset class="process-row" id={`row-${at + 1}`}>
      <legend>{say('process.step', { step: at + 1 })}</legend>
      <input type="hidden" name={name('key')} value={field(name('key'), row?.key ?? '').value ?? ''} />
      <div class="process-fields">
        <TextInput label={say('process.step.name')} {...field(name('name'), row?.name)} />
        <Select
          label={say('process.step.kind')}
          empty={null}
          options={STEP_KINDS.map((kind) => ({ value: kind, label: say(`process.step.kind.${kind}`) }))}
          {...field(name('kind'), row?.kind ?? 'handle')}
        />
        <Select
          label={say('process.step.role')}
          options={[
            ...STEP_ROLES.map((role) => ({ value: role, label: visit.say(`role.${role}`) })),
            { value: 'agency', label: say('process.step.role.agency') },
          ]}
          {...field(name('role'), assignee?.kind === 'role' ? assignee.role : assignee?.kind)}
        />
        <Select
          label={say('process.step.unit')}
          empty={say('process.step.unit.any')}
          options={units.map(({ id, name: unit }) => ({ value: id, label: unit }))}
          {...field(name('unit'), assignee?.kind === 'role' ? assignee.unitId : null)}
        />
        <div class="field-row">
          <TextInput
            label={say('process.step.amount')}
            width="number"
            inputmode="numeric"
            {...field(name('amount'), budget?.amount)}
          />
          <Select
            label={say('process.step.time-unit')}
            empty={null}
            options={BUDGET_UNITS.map((unit) => ({ value: unit, label: say(`process.unit.${unit}`) }))}
            {...field(name('unitOfTime'), budget?.unit ?? 'wh')}
          />
        </div>
      </div>
      <details open={opened}>
        <summary>{say('process.step.more')}</summary>
        <div class="process-fields">
          <TextInput
            label={say('process.step.agency')}
            {...field(name('agency'), assignee?.kind === 'agency' ? assignee.name : null)}
          />
          <TextArea label={say('process.step.as-written')} rows={2} {...field(name('who'), row?.who)} />
          <TextArea label={say('process.step.work')} rows={2} {...field(name('work'), row?.work)} />
        </div>
      </details>
      {Array.from({ length: count }, (_, no) => (
        <fieldset class="process-fields">
          <legend class="hidden">{say('process.step.branch', { no: no + 1 })}</legend>
          <Select
            label={say('process.step.to')}
            empty={say('process.step.to.none')}
            options={[
              ...names.map((one, index) => ({
                value: one.key,
                label: `${index + 1}. ${one.name || say('process.unnamed')}`,
              })),
              ...END_CHOICES.map((end) => ({ value: end, label: say(`process.end.${end}`) })),
            ]}
            {...field(name(`next.${no}.to`), row?.next[no]?.to)}
          />
          <TextInput
            label={say('process.step.when')}
            {...field(name(`next.${no}.when`), row?.next[no]?.when)}
          />
        </fieldset>
      ))}
      <ButtonRow>
        {at === 0 ? null : <RowButton value={`up:${at}`}>{say('process.row.up')}</RowButton>}
        {at === names.length - 1 ? null : (
          <RowButton value={`down:${at}`}>{say('process.row.down')}</RowButton>
        )}
        <RowButton value={`add:${at}`}>{say('process.row.add')}</RowButton>
        <RowButton value={`remove:${at}`}>{say('process.row.remove')}</RowButton>
      </ButtonRow>
    </fieldset>
  );
}

function RowButton({ value, children }: { value: string; children?: string }) {
  return (
    <Button variant="secondary" small name="change" value={value}>
      {children}
    </Button>
  );
}
