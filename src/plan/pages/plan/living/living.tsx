import type { Shown } from '../../../../platform/http/page.ts';
import type { Visit } from '../../../../platform/http/visit.ts';
import { Button, ButtonRow, EmptyState, Paper } from '../../../../platform/view/index.ts';
import { formatDate, formatDocumentDate } from '../../../../pure/vietnamese/index.ts';
import type { DocumentFields } from '../../../domain/draft.ts';
import type { LaidHeading, LaidOut } from '../../../domain/layout/laid-out.ts';
import { same } from '../../../domain/same.ts';
import { livingWords } from '../../../living-words.ts';
import { nextYearWords } from '../../../next-year-words.ts';
import type { PlanRow } from '../../../queries.ts';
import { amendmentUrl, nextYearUrl, planFileUrl, plansUrl, planUrl } from '../../../urls.ts';
import { planWords } from '../../../words.ts';
import { labelOf, titleOf } from '../describe.ts';
import { PlanTabs } from '../plan-tabs.tsx';
import { PlanStateTag } from '../state-tag.tsx';
import { addressOf, LivingFilters } from './filters.tsx';
import { ItemNote, RemarkNote, remarksByPlace } from './notes.tsx';
import { headingAnchor, PaperText } from './paper-text.tsx';
import { type Living, readLiving } from './read.ts';

/** The plan's page is the plan: its text as an official document, and beside each item its live state. */
export async function showLiving(visit: Visit, plan: PlanRow, own: boolean): Promise<Shown> {
  // A higher agency's plan has no work of its own here.
  const worked = own && !plan.adopted;
  const living = await readLiving(visit, plan, worked);
  const asked = (name: string, value: string) => visit.url.searchParams.get(name) === value;
  const presented = asked('view', 'present');
  const say = planWords.in(visit.language);
  const title = plan.title ?? plan.fileName;
  const body =
    living === null ? (
      <EmptyState>{livingWords.in(visit.language)('living.unread')}</EmptyState>
    ) : (
      <LivingPaper
        visit={visit}
        living={living}
        margin={worked && !asked('margin', 'none')}
        presented={presented}
      />
    );
  if (presented) return { title, frame: 'bare', width: 'wide', body };
  const drafts = visit.may('plan.draft', { agencyId: plan.agencyId }).allowed;
  return {
    title,
    width: 'wide',
    kicker: [say('plan.title'), plan.number, plan.issueDate === null ? null : formatDate(plan.issueDate)]
      .filter((part) => part !== null)
      .join(' · '),
    act: (
      <ButtonRow>
        {drafts ? (
          <Button href={amendmentUrl(plan.id)} variant="secondary">
            {say('plan.amend')}
          </Button>
        ) : null}
        <Button href={addressOf(visit, { view: 'present', remarks: null })} variant="secondary">
          {livingWords.in(visit.language)('living.present')}
        </Button>
      </ButtonRow>
    ),
    breadcrumbs: [
      { href: plansUrl(), label: say('plans.title') },
      { href: planUrl(plan.id), label: title, current: true },
    ],
    body: (
      <>
        <p class="plan-line">
          <PlanStateTag visit={visit} state={own ? plan.state : 'issued'} />{' '}
          {own ? <a href={planFileUrl(plan.id)}>{say('plan.file')}</a> : say('plan.sent-to-you')}
          {drafts && worked ? (
            <>
              {' · '}
              <a href={nextYearUrl(plan.id)}>{nextYearWords.in(visit.language)('next-year.tab')}</a>
            </>
          ) : null}
        </p>
        <PlanTabs visit={visit} plan={plan.id} at="text" own={own} adopted={plan.adopted} />
        {body}
      </>
    ),
  };
}

interface PaperProps {
  visit: Visit;
  living: Living;
  margin: boolean;
  presented: boolean;
}

function LivingPaper({ visit, living, margin, presented }: PaperProps) {
  const { document, own, text } = living;
  const { laid } = text;
  const props = { visit, living, margin };
  return (
    <live-links class={presented ? 'living present' : 'living'} id="living">
      {presented ? <PresentBar visit={visit} living={living} /> : null}
      {own ? <LivingFilters visit={visit} living={living} /> : null}
      {presented ? null : <Choices visit={visit} living={living} margin={margin} />}
      <div class={margin || living.remarks !== null ? 'living-sheet' : 'living-sheet bare-text'}>
        <Outline visit={visit} laid={laid} open={presented} />
        <WholeRemarks visit={visit} living={living} />
        <Paper
          parent={laid.parent ?? undefined}
          issuer={(document.issuer ?? '').toLocaleUpperCase('vi')}
          number={document.number ?? undefined}
          placeAndDate={[document.place, document.date === null ? null : formatDocumentDate(document.date)]
            .filter((part) => part !== null)
            .join(', ')}
          type={(document.type ?? '').toLocaleUpperCase('vi')}
          abstract={document.title ?? ''}
          recipients={recipientsOf(laid, document, text.read)}
          signature={{
            post: laid.posts.map((post) => <span>{post}</span>),
            name: document.signer ?? undefined,
          }}
          appendix={
            laid.appendix === laid.blocks.length ? undefined : (
              <PaperText {...props} from={laid.appendix} to={laid.blocks.length} />
            )
          }
        >
          <PaperText {...props} from={0} to={laid.appendix} />
          <Added {...props} />
        </Paper>
      </div>
    </live-links>
  );
}

/** As printed, with purposes and filing; as corrected where a version says otherwise. */
function recipientsOf(laid: LaidOut, now: DocumentFields, read: DocumentFields): readonly string[] {
  return laid.recipients.length > 0 && same(now.recipients, read.recipients)
    ? laid.recipients
    : now.recipients;
}

/** What can be shown or left out. */
function Choices({ visit, living, margin }: Omit<PaperProps, 'presented'>) {
  const say = livingWords.in(visit.language);
  const drafts = visit.may('plan.draft', { agencyId: living.plan.agencyId }).allowed;
  if (!living.own) return null;
  return (
    <p class="living-choices">
      <a href={addressOf(visit, { margin: margin ? 'none' : null })}>
        {say(margin ? 'living.margin.hide' : 'living.margin.show')}
      </a>
      {drafts && visit.url.searchParams.get('view') !== 'present' ? (
        <a href={addressOf(visit, { remarks: living.remarks === null ? '1' : null })}>
          {say(living.remarks === null ? 'living.remarks.show' : 'living.remarks.hide')}
        </a>
      ) : null}
    </p>
  );
}

/** In a meeting: out again, and from one item to the next by keys. */
function PresentBar({ visit, living }: { visit: Visit; living: Living }) {
  const say = livingWords.in(visit.language);
  return (
    <item-walk class="present-bar">
      <h1 class="present-title" lang="vi">
        {living.document.number} {living.document.title}
      </h1>
      <span class="present-acts">
        <button
          type="button"
          class="button secondary"
          data-walk="-1"
          hidden
          title={say('living.present.keys')}
        >
          {say('living.present.previous')}
        </button>
        <button
          type="button"
          class="button secondary"
          data-walk="1"
          hidden
          title={say('living.present.keys')}
        >
          {say('living.present.next')}
        </button>
        <a href={addressOf(visit, { view: null })}>{say('living.present.leave')}</a>
      </span>
    </item-walk>
  );
}

function Outline({ visit, laid, open }: { visit: Visit; laid: LaidOut; open: boolean }) {
  const say = livingWords.in(visit.language);
  const headings = laid.blocks
    .map((block, index) => ({ block, index }))
    .filter(
      (one): one is { block: LaidHeading; index: number } =>
        one.block.kind === 'heading' && one.block.level <= 2,
    );
  if (headings.length === 0) return null;
  return (
    <nav class="outline" aria-label={say('living.outline')}>
      <details open={open}>
        <summary>{say('living.outline')}</summary>
        <ul>
          {headings.map(({ block, index }) => (
            <li class={`level-${block.level}`}>
              <a href={`#${headingAnchor(index)}`}>{block.text}</a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}

function WholeRemarks({ visit, living }: { visit: Visit; living: Living }) {
  const found = remarksByPlace(living).get('') ?? [];
  if (found.length === 0) return null;
  return (
    <section class="whole-remarks">
      <h2>{livingWords.in(visit.language)('living.remarks')}</h2>
      {found.map((one) => (
        <RemarkNote visit={visit} plan={living.plan.id} one={one} />
      ))}
    </section>
  );
}

/** Rows that a later version added have no place in the text: those that no table holds stand below it. */
function Added({ visit, living, margin }: Omit<PaperProps, 'presented'>) {
  const { blocks } = living.text.laid;
  const tabled = blocks.some((block) => block.kind === 'table' && block.header !== null);
  const added = [...living.live.values()].filter(
    ({ key, kind }) => key.includes(':+') && !(tabled && kind === 'task'),
  );
  if (added.length === 0) return null;
  return (
    <>
      <h2 class="level-1" lang={visit.language}>
        {livingWords.in(visit.language)('living.added.title')}
      </h2>
      {added.map(({ key, item, index }) => (
        <>
          <p class="bullet">
            <ins>
              {labelOf(item, index)}. {titleOf(item)}
            </ins>
          </p>
          {margin ? (
            <div class="notes" lang={visit.language}>
              <ItemNote visit={visit} living={living} margin={margin} itemKey={key} />
            </div>
          ) : null}
        </>
      ))}
    </>
  );
}
