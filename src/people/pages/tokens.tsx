import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import { formatShortInstant } from '../../platform/http/format.ts';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { refuse } from '../../platform/refusal.ts';
import {
  Button,
  Checkboxes,
  DataTable,
  fieldId,
  Notice,
  Radios,
  Select,
  TextArea,
  TextInput,
} from '../../platform/view/index.ts';
import {
  type AccessToken,
  listTokens,
  TOKEN_SHOWN_MINUTES,
  type TokenKind,
  tokenDigest,
  tokenOf,
} from '../access-tokens.ts';
import { sessionSecret } from '../session-secret.ts';
import { accountUrl, calendarFeedUrl, tokensUrl } from '../urls.ts';
import { peopleWords } from '../words.ts';

/** Days after which a token of the API ends. */
const LIVES = [30, 90, 365] as const;
const USUAL_LIFE = 90;

/** How other programs read and act for oneself: the address of one's calendar, and tokens for the API. */
export const tokensPage = definePage(tokensUrl(), async (visit) => {
  if (visit.signedIn === null) return refuse('unauthenticated:sign-in');
  const say = peopleWords.in(visit.language);
  const accountId = visit.actor.accountId ?? '';
  const tokens = await visit.read('account.use', (query) => listTokens(query, accountId));
  return {
    title: say('tokens.title'),
    lead: say('tokens.lead'),
    breadcrumbs: [
      { href: accountUrl(), label: say('account.title') },
      { href: tokensUrl(), label: say('tokens.title'), current: true },
    ],
    body: (
      <>
        <JustMade visit={visit} tokens={tokens} />
        <section>
          <h2>{say('tokens.calendar')}</h2>
          <p>{say('tokens.calendar.lead')}</p>
          <TokenTable visit={visit} kind="calendar" tokens={tokens} />
          <MakeCalendar visit={visit} />
        </section>
        <section>
          <h2>{say('tokens.api')}</h2>
          <p>{say('tokens.api.lead')}</p>
          <TokenTable visit={visit} kind="api" tokens={tokens} />
          <MakeToken visit={visit} />
        </section>
      </>
    ),
  };
});

/** The token that was made a moment ago, once: it follows from this session's secret, and is stored nowhere. */
function JustMade({ visit, tokens }: { visit: Visit; tokens: readonly AccessToken[] }) {
  const say = peopleWords.in(visit.language);
  const made = tokens.find(({ id }) => id === visit.url.searchParams.get('made'));
  if (made === undefined) return null;
  const token = tokenOf(sessionSecret(visit, 'access token'), made.id);
  const minutes = made.madeAt.until(visit.house.clock.real()).total('minutes');
  if (minutes > TOKEN_SHOWN_MINUTES || !tokenDigest(token).equals(made.digest)) return null;
  const base = visit.house.mail?.baseUrl ?? visit.url.origin;
  return (
    <Notice tone="done" title={say('tokens.made', { name: made.name })}>
      <p>{say(`tokens.made.${made.kind}`)}</p>
      <TextArea
        name="made"
        label={say(`tokens.made.${made.kind}.label`)}
        rows={2}
        readonly
        value={made.kind === 'api' ? token : base + calendarFeedUrl(token)}
      />
      <p>
        <copy-text for={fieldId('made')} data-label={say('tokens.copy')} data-done={say('tokens.copied')} />
      </p>
    </Notice>
  );
}

function TokenTable(props: { visit: Visit; kind: TokenKind; tokens: readonly AccessToken[] }) {
  const { visit, kind } = props;
  const say = peopleWords.in(visit.language);
  const rows = props.tokens.filter((token) => token.kind === kind);
  if (rows.length === 0) return null;
  return (
    <DataTable
      id={`tokens-${kind}`}
      caption={say(`tokens.${kind}`)}
      captionHidden
      rows={rows}
      empty={{ text: '' }}
      columns={[
        { key: 'name', label: say('token.name'), rowHeader: true, cell: ({ name }) => name },
        ...(kind === 'api'
          ? [
              {
                key: 'reach',
                label: say('token.reach'),
                cell: (token: AccessToken) => <Reach visit={visit} token={token} />,
              },
              {
                key: 'expires',
                label: say('token.expires'),
                nowrap: true,
                cell: ({ expiresAt }: AccessToken) => expiresAt && formatShortInstant(expiresAt),
              },
            ]
          : []),
        {
          key: 'used',
          label: say('token.used'),
          cell: ({ usedAt, usedFrom }) =>
            usedAt === null ? say('token.unused') : `${formatShortInstant(usedAt)} (${usedFrom})`,
        },
        {
          key: 'end',
          label: say('token.end'),
          cell: ({ id }) => (
            <ActionForm visit={visit} action="access_token.end" params={{ token: id }} layout="inline">
              <Button variant="secondary" small>
                {say('token.end')}
              </Button>
            </ActionForm>
          ),
        },
      ]}
    />
  );
}

function Reach({ visit, token }: { visit: Visit; token: AccessToken }) {
  const say = peopleWords.in(visit.language);
  return (
    <>
      {say(token.acts ? 'token.acts' : 'token.reads')}
      {token.permissions === null ? null : (
        <ul>
          {token.permissions.map((permission) => (
            <li>{visit.say(`permission.${permission}`)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function MakeCalendar({ visit }: { visit: Visit }) {
  const say = peopleWords.in(visit.language);
  const field = fieldsOf(visit, 'access_token.add');
  const failed = visit.failed?.form.typed.get('kind')?.[0] === 'calendar';
  const name = failed ? field('name') : { name: 'name', value: say('tokens.calendar.name') };
  return (
    <ActionForm visit={visit} action="access_token.add" hidden={hiddenOf(visit, 'calendar')}>
      <TextInput label={say('token.name')} hint={say('token.name.hint')} {...name} id="calendar-name" />
      <Button variant="secondary">{say('tokens.calendar.make')}</Button>
    </ActionForm>
  );
}

function MakeToken({ visit }: { visit: Visit }) {
  const say = peopleWords.in(visit.language);
  const field = fieldsOf(visit, 'access_token.add');
  const failed = visit.failed?.form.typed.get('kind')?.[0] === 'api';
  const of = (name: string, value?: string) => (failed ? field(name, value) : { name, value });
  const held = visit.house.policy.permissions.filter(
    (permission) => permission !== 'account.use' && visit.scope(permission).agencies.length > 0,
  );
  return (
    <ActionForm visit={visit} action="access_token.add" hidden={hiddenOf(visit, 'api')}>
      <TextInput label={say('token.name')} hint={say('token.name.hint')} {...of('name')} />
      <Radios
        label={say('token.reach')}
        options={[
          { value: '', label: say('token.reads'), hint: say('token.reads.hint') },
          { value: 'on', label: say('token.acts'), hint: say('token.acts.hint') },
        ]}
        {...of('acts', '')}
      />
      <details class="link-group">
        <summary>{say('token.permissions')}</summary>
        <Checkboxes
          label={say('token.permissions')}
          labelHidden
          hint={say('token.permissions.hint')}
          options={held.map((permission) => ({
            value: permission,
            label: visit.say(`permission.${permission}`),
          }))}
          {...(failed ? field.many('permissions', []) : { name: 'permissions', values: [] })}
        />
      </details>
      <Select
        label={say('token.days')}
        empty={null}
        options={LIVES.map((days) => ({ value: String(days), label: say('token.days.count', { days }) }))}
        {...of('days', String(USUAL_LIFE))}
      />
      <Button>{say('tokens.api.make')}</Button>
    </ActionForm>
  );
}

function hiddenOf(visit: Visit, kind: TokenKind): Record<string, string> {
  return { kind, secret: sessionSecret(visit, 'access token') };
}
