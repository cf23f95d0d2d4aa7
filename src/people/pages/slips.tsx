import { formatShortInstant } from '../../platform/http/format.ts';
import { definePage } from '../../platform/http/page.ts';
import { refuse } from '../../platform/refusal.ts';
import { UUID } from '../../platform/uuid.ts';
import { Notice, Pager } from '../../platform/view/index.ts';
import { type InvitationSlip, listSlips, SHOWN_MINUTES } from '../invitations.ts';
import { sessionSecret } from '../session-secret.ts';
import { peopleUrl, signInUrl, slipsUrl } from '../urls.ts';
import { peopleWords } from '../words.ts';

/** Slips on one page of the browser: thirty sheets of eight. */
const A_PAGE = 240;

/** Invitation slips to print and cut: shown to their maker only, in the session that made them, for an hour. */
export const slipsPage = definePage(slipsUrl(':batch'), async (visit) => {
  const { accountId, agencyId } = visit.actor;
  const verdict = visit.may('person.manage', { agencyId });
  if (!verdict.allowed || accountId === null)
    return verdict.allowed ? refuse('missing:thing') : verdict.reason;
  const batch = visit.param('batch');
  if (!UUID.test(batch)) return refuse('missing:thing');
  const say = peopleWords.in(visit.language);
  const page = Math.max(1, Math.trunc(Number(visit.url.searchParams.get('page'))) || 1);
  const offset = (page - 1) * A_PAGE;
  const { slips, total } = await visit.read('person.manage', (query) =>
    listSlips(
      query,
      batch,
      { accountId, secret: sessionSecret(visit, 'invitation'), now: visit.house.clock.real() },
      { limit: A_PAGE, offset },
    ),
  );
  const address = visit.url.origin;
  const pageAddress = (to: number) => `${slipsUrl(batch)}?page=${to}`;
  return {
    title: say('slips.title'),
    frame: 'bare',
    width: 'wide',
    body: (
      <>
        <header class="slips-head">
          <h1>{say('slips.title')}</h1>
          {slips.length === 0 ? (
            <Notice tone="warning">{say('slips.gone', { minutes: SHOWN_MINUTES })}</Notice>
          ) : (
            <Notice tone="info">{say('slips.lead', { count: total, minutes: SHOWN_MINUTES })}</Notice>
          )}
          {total > A_PAGE ? (
            <Pager
              from={offset + 1}
              to={offset + slips.length}
              total={total}
              previous={page > 1 ? pageAddress(page - 1) : undefined}
              next={offset + A_PAGE < total ? pageAddress(page + 1) : undefined}
            />
          ) : null}
          <p>
            <a href={peopleUrl()}>{say('slips.back')}</a>
          </p>
        </header>
        <ol class="slips">
          {slips.map((slip) => (
            <Slip slip={slip} address={`${address}${signInUrl()}`} say={say} />
          ))}
        </ol>
      </>
    ),
  };
});

function Slip({
  slip,
  address,
  say,
}: {
  slip: InvitationSlip;
  address: string;
  say: ReturnType<typeof peopleWords.in>;
}) {
  return (
    <li class="slip">
      <p class="slip-title">{say('slip.title')}</p>
      <p>
        <strong>{slip.name}</strong>
        <br />
        {slip.position}, {slip.agency}
      </p>
      <dl>
        <div>
          <dt>{say('slip.address')}</dt>
          <dd>{address}</dd>
        </div>
        <div>
          <dt>{say('sign-in.login')}</dt>
          <dd class="slip-code">{slip.login}</dd>
        </div>
        <div>
          <dt>{say('slip.code')}</dt>
          <dd class="slip-code">{slip.code}</dd>
        </div>
      </dl>
      <p class="slip-note">{say('slip.note', { until: formatShortInstant(slip.expiresAt) })}</p>
    </li>
  );
}
