import { keptFileName } from '../../evidence/index.ts';
import { type DutyFields, groupOf, type IssuedItem } from '../../plan/index.ts';
import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import type { Visit } from '../../platform/http/visit.ts';
import { UUID } from '../../platform/uuid.ts';
import {
  Button,
  ButtonRow,
  Checkboxes,
  DateInput,
  FileUpload,
  Notice,
  Radios,
  SearchSelect,
  TextInput,
} from '../../platform/view/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { speaksTo } from '../domain/concern.ts';
import { leadershipOn } from '../domain/leadership.ts';
import { subplanPaperUrl } from '../urls.ts';
import { belowWords } from '../words.ts';
import { type VisitedSubplan, wordsOf } from './view.ts';

interface FormProps {
  visit: Visit;
  view: VisitedSubplan;
  /** Commitments and duties of the plan above. */
  items: readonly IssuedItem[];
}

/** Everything that a plan of one's own needs, on one page; what the register and the plan above know stands there. */
export async function SubplanForm({ visit, view, items }: FormProps) {
  const say = belowWords.in(visit.language);
  const { plan, recipient, kind, seq, unit, state } = view;
  const params = { plan: plan.id, recipient, kind };
  const field = fieldsOf(visit, 'subplan.save', params);
  const text = state?.text;
  const { value: upload, ...file } = field('file', text?.file?.id);
  return (
    <ActionForm visit={visit} action="subplan.save" params={params} seq={seq} files>
      {unit === null ? <Responsible visit={visit} view={view} /> : null}
      <h2>{say('subplan.document')}</h2>
      <TextInput
        label={say('subplan.number')}
        hint={say(unit === null ? 'subplan.number.hint' : 'subplan.number.unit-hint', {
          symbol: view.agency.symbol,
        })}
        width="medium"
        {...field('number', text?.number)}
      />
      <DateInput
        label={say('subplan.issue-date')}
        {...field('issueDate', text?.issueDate == null ? null : formatDate(text.issueDate))}
      />
      {unit === null ? (
        <>
          <h2>{say('subplan.contents')}</h2>
          <Radios
            label={say('subplan.source')}
            options={[
              {
                value: 'parent',
                label: say('subplan.source.parent'),
                hint: say('subplan.source.parent.hint'),
              },
              { value: 'file', label: say('subplan.source.file') },
            ]}
            {...field('source', text?.source ?? 'parent')}
          />
        </>
      ) : (
        <TextInput
          label={say('subplan.section')}
          hint={say('subplan.section.hint')}
          {...field('section', text?.section)}
        />
      )}
      <FileUpload
        label={say('subplan.file')}
        hint={say('subplan.file.hint')}
        accept=".docx,.pdf,.doc,.jpg,.png"
        {...file}
        kept={await keptFile(visit, view, upload)}
      />
      {unit === null ? <Items visit={visit} view={view} items={items} /> : null}
      <ButtonRow>
        <Button variant="secondary">{say('subplan.keep')}</Button>
        <Button name="send" value="on">
          {say(unit === null ? 'subplan.send' : 'subplan.send.unit')}
        </Button>
      </ButtonRow>
      {unit === null && text?.source === 'parent' ? (
        <p class="hint">
          <a href={subplanPaperUrl(plan.id, recipient, kind)}>{say('subplan.paper')}</a>{' '}
          {say('subplan.paper.draft')}
        </p>
      ) : null}
    </ActionForm>
  );
}

/** Who is responsible, as the register says. */
function Responsible({ visit, view }: { visit: Visit; view: VisitedSubplan }) {
  const say = belowWords.in(visit.language);
  const { plan, recipient, kind, people, state } = view;
  const field = fieldsOf(visit, 'subplan.save', { plan: plan.id, recipient, kind });
  const registered = view.leadership && leadershipOn(view.leadership, visit.house.clock.today());
  const { leader, officer, leaderIsHead } = state?.text ?? {
    leader: registered?.leader ?? null,
    officer: registered?.officer ?? null,
    leaderIsHead: registered?.leaderIsHead ?? true,
  };
  const names = people.map((one) => ({ value: one.name, label: `${one.name}, ${one.position}` }));
  return (
    <>
      <h2>{say('subplan.people')}</h2>
      {registered === undefined ? null : <p class="hint">{say('subplan.people.registered')}</p>}
      <SearchSelect label={say('subplan.leader')} options={names} {...field('leader', leader?.name)} />
      <TextInput label={say('subplan.position')} {...field('leaderPosition', leader?.position)} optional />
      <LeaderIs visit={visit} field={field('leaderIs', leaderIsHead ? 'head' : 'deputy')} />
      <SearchSelect label={say('subplan.officer')} options={names} {...field('officer', officer?.name)} />
      <TextInput
        label={say('subplan.officer.position')}
        {...field('officerPosition', officer?.position)}
        optional
      />
    </>
  );
}

/** Whether the head is responsible in person: the plan's target counts those. */
export function LeaderIs({
  visit,
  field,
}: {
  visit: Visit;
  field: { name: string; value: string | undefined };
}) {
  const say = belowWords.in(visit.language);
  return (
    <Radios
      label={say('leadership.leader-is')}
      inline
      options={[
        { value: 'head', label: say('leadership.leader-is.head') },
        { value: 'deputy', label: say('leadership.leader-is.deputy') },
      ]}
      {...field}
    />
  );
}

/** Rows of the plan above to take up: those that concern the agency are ticked, the others stand folded below. */
function Items({ visit, view, items }: FormProps) {
  const say = belowWords.in(visit.language);
  const taken = view.state?.text?.items;
  const concerns = (item: IssuedItem) =>
    item.kind === 'duty'
      ? groupOf((item.fields as DutyFields).unit) === view.group
      : speaksTo(wordsOf(item), view.group);
  // A duty of somebody else is never ours; a commitment may be.
  const offered = items
    .filter((item) => item.kind === 'commitment' || concerns(item))
    .map((item, index) => ({ item, index, concerns: concerns(item) }));
  const shown = offered.filter((one) => one.concerns || taken?.some(({ key }) => key === one.item.key));
  const chosen =
    taken === undefined
      ? shown.length
      : taken.filter(({ key }) => offered.some(({ item }) => item.key === key)).length;
  const others = offered.filter((one) => !shown.includes(one));
  const row = ({ item, index, concerns: ticked }: (typeof offered)[number]) => (
    <ItemRow
      visit={visit}
      view={view}
      item={item}
      index={index}
      ticked={taken === undefined ? ticked : taken.some(({ key }) => key === item.key)}
    />
  );
  const error = fieldsOf(visit, 'subplan.save', {
    plan: view.plan.id,
    recipient: view.recipient,
    kind: view.kind,
  })('items').error;
  return (
    <section id="f-items">
      <h3>{say('subplan.items')}</h3>
      <p class="hint">{say('subplan.items.hint', { year: view.plan.planYear ?? '' })}</p>
      {error === undefined ? null : <Notice tone="warning">{error}</Notice>}
      <details class="link-group" open={visit.errors.some(({ field }) => field?.startsWith('items.'))}>
        <summary>{say('subplan.items.chosen', { count: chosen })}</summary>
        {shown.map(row)}
      </details>
      {others.length === 0 ? null : (
        <details class="link-group">
          <summary>{say('subplan.items.others', { count: others.length })}</summary>
          {others.map(row)}
        </details>
      )}
    </section>
  );
}

interface ItemRowProps {
  visit: Visit;
  view: VisitedSubplan;
  item: IssuedItem;
  index: number;
  ticked: boolean;
}

function ItemRow({ visit, view, item, index, ticked }: ItemRowProps) {
  const say = belowWords.in(visit.language);
  const { plan, recipient, kind, state } = view;
  const field = fieldsOf(visit, 'subplan.save', { plan: plan.id, recipient, kind });
  const name = (part: string) => `items.${index}.${part}`;
  const taken = state?.text?.items.find(({ key }) => key === item.key);
  const due = field(name('due'), taken?.due == null ? null : formatDate(taken.due));
  const person = field(name('person'), taken?.person);
  const said = [due.value, person.value].filter((part) => part !== undefined && part !== '').join(' · ');
  return (
    <div class="item-row">
      <input type="hidden" name={name('key')} value={item.key} />
      <Checkboxes
        label={wordsOf(item)}
        labelHidden
        options={[{ value: 'on', label: wordsOf(item) }]}
        {...field.many(name('take'), ticked ? ['on'] : [])}
      />
      <details open={due.error !== undefined}>
        <summary>{said === '' ? say('subplan.item.more') : said}</summary>
        <DateInput label={say('subplan.item.due')} hint="" optional {...due} />
        <TextInput label={say('subplan.item.person')} optional {...person} />
      </details>
    </div>
  );
}

/** The file that is sent again unless another one is chosen: of a refused form, or of what has been kept. */
async function keptFile(visit: Visit, view: VisitedSubplan, value: string | undefined) {
  if (value === undefined || !UUID.test(value)) return undefined;
  const known = view.state?.text?.file;
  if (known?.id === value) return { value, name: known.name };
  const name = await visit.read('subplan.keep', (query) => keptFileName(query, visit.actor.accountId, value));
  return name === undefined ? undefined : { value, name };
}
