import { Temporal } from 'temporal-polyfill';
import { listUnits } from '../../../agencies/index.ts';
import type { Reader } from '../../../platform/database/database.ts';
import { formatShortInstant } from '../../../platform/http/format.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { Tag } from '../../../platform/view/index.ts';
import type { PlanComment } from '../../domain/plan.ts';
import { commentUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';

/** Names of the units whose comments stand on a page, by id. */
export async function unitNamesById(query: Reader, agencyId: string): Promise<ReadonlyMap<string, string>> {
  return new Map((await listUnits(query, agencyId)).map((unit) => [unit.id, unit.name]));
}

interface CommentLineProps {
  visit: Visit;
  plan: string;
  comment: PlanComment;
  units: ReadonlyMap<string, string>;
  /** For drafters: the way to the page where the comment is answered. */
  drafts: boolean;
  /** What it is about, where the place does not say so. */
  about?: string | undefined;
}

/** What a unit said, and what the drafters made of it. */
export function CommentLine({ visit, plan, comment, units, drafts, about }: CommentLineProps) {
  const say = planWords.in(visit.language);
  const { answer } = comment;
  return (
    <li class="comment" id={`comment-${comment.number}`}>
      <p class="hint">
        {[
          units.get(comment.unitId ?? '') ?? say('circulation.leaders'),
          formatShortInstant(Temporal.Instant.from(comment.at)),
          about,
        ]
          .filter((part) => part !== undefined)
          .join(' · ')}
      </p>
      <p class="as-typed">{comment.text}</p>
      {answer === null ? null : (
        <p>
          <Tag tone={answer.taken ? 'done' : 'neutral'}>
            {say(answer.taken ? 'comment.taken' : 'comment.not-taken')}
          </Tag>{' '}
          <span class="as-typed">{answer.answer}</span>
        </p>
      )}
      {drafts ? (
        <p>
          <a href={commentUrl(plan, comment.number)}>
            {say(answer === null ? 'comment.answer' : 'comment.answer.again')}
            <span class="hidden"> {comment.number}</span>
          </a>
        </p>
      ) : null}
    </li>
  );
}

/** The comments on one row, beside it. */
export async function ItemComments(props: {
  visit: Visit;
  plan: string;
  comments: readonly PlanComment[];
  item: string;
}) {
  const { visit, plan, item } = props;
  const comments = props.comments.filter((comment) => comment.item === item);
  if (comments.length === 0) return null;
  const units = await visit.read('plan.draft', (query) => unitNamesById(query, visit.actor.agencyId));
  return (
    <section>
      <h2>{planWords.in(visit.language)('circulation.comments')}</h2>
      <ul class="plain-list">
        {comments.map((comment) => (
          <CommentLine visit={visit} plan={plan} comment={comment} units={units} drafts />
        ))}
      </ul>
    </section>
  );
}
