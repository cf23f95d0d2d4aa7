import { ActionForm } from '../../../platform/http/action-form.tsx';
import type { Visit } from '../../../platform/http/visit.ts';
import { Button, Counts, type ReviewRow, Tag, type Tone } from '../../../platform/view/index.ts';
import type { AnsweredRemark } from '../../domain/draft.ts';
import type { Severity } from '../../domain/read-plan.ts';
import {
  ANSWERED,
  filterQuery,
  passes,
  type RemarkFilter,
  readFilter,
  SEVERITIES,
} from '../../domain/remark-filter.ts';
import { remarksUrl, remarkUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';
import { ruleTitle } from './rule-title.ts';

export const SEVERITY_TONES = {
  error: 'late',
  warning: 'due-soon',
  info: 'neutral',
} as const satisfies Record<Severity, Tone>;

/** The doubtful points that the address asks for, under the names of their rules. */
export function remarkRows(visit: Visit, plan: string, remarks: readonly AnsweredRemark[]): ReviewRow[] {
  const say = planWords.in(visit.language);
  const filter = readFilter(visit.url.searchParams);
  const narrowed = filterQuery(filter);
  return remarks.flatMap((one, index): ReviewRow[] => {
    if (!passes(one, filter)) return [];
    const { key, remark, answer } = one;
    return [
      {
        id: `r${index + 1}`,
        label: `${index + 1}`,
        title: remark.message,
        spans: remark.spans,
        tone: answer === null ? SEVERITY_TONES[remark.severity] : 'done',
        group: ruleTitle(remark.rule),
        children: (
          <p>
            <Tag tone={SEVERITY_TONES[remark.severity]}>{say(`remark.severity.${remark.severity}`)}</Tag>{' '}
            {answer === null ? null : (
              <>
                <Tag tone="done">{say(`remark.answer.${answer.answer}`)}</Tag> {answer.note}{' '}
              </>
            )}
            <a href={remarkUrl(plan, key, narrowed)}>
              {say(answer === null ? 'remark.answer' : 'remark.answer.again')}
              <span class="hidden"> {index + 1}</span>
            </a>
          </p>
        ),
      },
    ];
  });
}

/** Counts that filter by severity and by whether the remark is answered, and the one bulk answer. */
export function RemarkFilters(props: { visit: Visit; plan: string; remarks: readonly AnsweredRemark[] }) {
  const { visit, plan, remarks } = props;
  const say = planWords.in(visit.language);
  const filter = readFilter(visit.url.searchParams);
  const count = (wanted: RemarkFilter) => remarks.filter((one) => passes(one, wanted)).length;
  const link = (wanted: RemarkFilter) => ({
    href: remarksUrl(plan, filterQuery(wanted)),
    count: count(wanted),
    current: filterQuery(wanted) === filterQuery(filter),
  });
  const openNotes = count({ severity: 'info', answered: 'open' });
  return (
    <>
      <Counts
        counts={[
          { label: say('remark.all'), ...link({ ...filter, severity: null }) },
          ...SEVERITIES.map((severity) => ({
            label: say(`remark.severity.${severity}`),
            tone: SEVERITY_TONES[severity],
            ...link({ ...filter, severity }),
          })),
        ]}
      />
      <Counts
        counts={[
          { label: say('remark.any'), ...link({ ...filter, answered: null }) },
          ...ANSWERED.map((answered) => ({
            label: say(`remark.is.${answered}`),
            ...link({ ...filter, answered }),
          })),
        ]}
      />
      {openNotes === 0 ? null : (
        <ActionForm
          visit={visit}
          action="plan_remark.put-off"
          params={{ plan }}
          hidden={{ filter: filterQuery(filter) }}
          layout="inline"
        >
          <Button variant="secondary" small>
            {say('remark.put-off-notes', { count: openNotes })}
          </Button>
        </ActionForm>
      )}
    </>
  );
}
