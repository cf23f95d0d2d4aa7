import type { Context, Hono } from 'hono';
import { wallTime } from '../../platform/clock/clock.ts';
import { clientOf } from '../../platform/http/client.ts';
import { redirectDone } from '../../platform/http/done.ts';
import { formatInstant } from '../../platform/http/format.ts';
import { definePage } from '../../platform/http/page.ts';
import { readFormBody } from '../../platform/http/read-body.ts';
import { localPath, sameOrigin } from '../../platform/http/security.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { isRefusal, type Refusal, refuse } from '../../platform/refusal.ts';
import { Button, DateInput, ErrorSummary, Facts, Form, Notice } from '../../platform/view/index.ts';
import { readCivilDate } from '../../pure/law/index.ts';
import { type Demo, FIRST, LAST, OPENING } from '../demo.ts';
import { clockUrl } from '../urls.ts';
import { demoWords } from '../words.ts';

const PRESETS = [
  ['clock.to.year-begin', FIRST],
  ['clock.to.issued', '2019-01-28T17:00'],
  ['clock.to.opening', OPENING],
  ['clock.to.year-end', LAST],
] as const;

/** Before the plan is issued there is nothing to show to who has not signed in. */
const ISSUED = '2019-01-28T17:00';

/** Moves the office's clock of a demo: forward, where things go on happening, or back, where they have not yet. */
export const clockPage = definePage(clockUrl(), async (visit) => {
  const say = demoWords.in(visit.language);
  const now = wallTime(visit.house.clock.now());
  // The one error that the answer writes into the address; of anything else the page says nothing.
  const known = visit.url.searchParams.get('error') === 'invalid:demo-day';
  const wrong = known ? visit.say('refusal.invalid:demo-day') : undefined;
  return {
    title: say('clock.title'),
    lead: say('clock.lead'),
    status: known ? 422 : 200,
    body: (
      <>
        {wrong === undefined ? null : <ErrorSummary errors={[{ field: 'day', text: wrong }]} />}
        <Facts facts={[{ label: say('clock.now'), value: formatInstant(visit.house.clock.now()) }]} />
        {visit.client.local ? (
          <>
            <section>
              <h2>{say('clock.forward')}</h2>
              <p>{say('clock.forward.text')}</p>
              <Presets visit={visit} times={PRESETS.filter(([, at]) => at > now)} />
            </section>
            <section>
              <h2>{say('clock.back')}</h2>
              <Notice tone="warning">
                <p>{say('clock.back.text')}</p>
              </Notice>
              <Presets visit={visit} times={PRESETS.filter(([, at]) => at < now)} back />
            </section>
            <section>
              <h2>{say('clock.other')}</h2>
              <Form action={clockUrl()} hidden={{ next: nextOf(visit) }} keep={false}>
                <DateInput
                  name="day"
                  label={say('clock.day')}
                  hint={say('clock.day.hint')}
                  value={visit.url.searchParams.get('day') ?? undefined}
                  error={wrong}
                />
                <Button>{say('clock.submit')}</Button>
              </Form>
            </section>
          </>
        ) : (
          <Notice tone="info">
            <p>{say('clock.away')}</p>
          </Notice>
        )}
      </>
    ),
  };
});

function Presets({
  visit,
  times,
  back = false,
}: {
  visit: Visit;
  times: readonly (typeof PRESETS)[number][];
  back?: boolean;
}) {
  const say = demoWords.in(visit.language);
  return (
    <Form action={clockUrl()} hidden={{ next: nextOf(visit) }} keep={false} layout="inline">
      {times.map(([label, at]) => (
        <Button variant={back ? 'danger' : 'secondary'} name="at" value={at}>
          {say(label)}
        </Button>
      ))}
    </Form>
  );
}

const nextOf = (visit: Visit) => visit.url.searchParams.get('next') ?? '/';

/** Moving the clock replaces what stands in the database, so it is no action, and only this machine may do it. */
// biome-ignore lint/suspicious/noExplicitAny: routes are added to the app whatever its bindings
export function addClockRoute(app: Hono<any>, demo: Demo): void {
  app.post(clockUrl(), async (context: Context) => {
    if (!sameOrigin(context) || !clientOf(context).local) return context.notFound();
    const form = await readFormBody(context);
    const field = (name: string) => String(form.get(name) ?? '').trim();
    const next = localPath(field('next')) ?? '/';
    const to = wanted(field('at'), field('day'));
    if (isRefusal(to)) {
      const back = new URLSearchParams({ error: to.code, day: field('day').slice(0, 100), next });
      return context.redirect(`${clockUrl()}?${back}`, 303);
    }
    await demo.moveTo(to);
    const url = new URL(to < ISSUED ? clockUrl() : next, 'http://localhost');
    return redirectDone(context, url, 'clock.move');
  });
}

/** The wall time of a preset, or eight o'clock of the day typed. */
function wanted(at: string, day: string): string | Refusal {
  const preset = PRESETS.find(([, time]) => time === at)?.[1];
  if (preset !== undefined) return preset;
  const date = readCivilDate(day, Number(FIRST.slice(0, 4)));
  const time = `${date}T08:00`;
  return date === null || time < FIRST || time > LAST ? refuse('invalid:demo-day') : time;
}
