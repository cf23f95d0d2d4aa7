import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import type { Visit } from '../../platform/http/visit.ts';
import {
  Button,
  DataTable,
  DateInput,
  type Option,
  Select,
  Tag,
  TextInput,
} from '../../platform/view/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { HELD_ROLES } from '../actions/common.ts';
import type { HeldPost, Person } from '../queries.ts';
import { peopleWords } from '../words.ts';

/** What a person has been, is and will be, each post with the form that ends it. */
export function PostTable({
  visit,
  person,
  posts,
  mayManage,
}: {
  visit: Visit;
  person: Person;
  posts: readonly HeldPost[];
  mayManage: boolean;
}) {
  const say = peopleWords.in(visit.language);
  const today = visit.house.clock.today();
  const isPast = (post: HeldPost) => post.validTo !== null && post.validTo < today;
  return (
    <DataTable
      id="posts"
      caption={say('people.posts')}
      rows={posts}
      empty={{ text: say('post.empty') }}
      columns={[
        {
          key: 'role',
          label: say('account.roles'),
          rowHeader: true,
          cell: (post) => visit.say(`role.${post.role}`),
        },
        {
          key: 'unit',
          label: say('post.within'),
          cell: (post) => post.unitName ?? person.agencyName,
        },
        { key: 'from', label: say('post.from'), nowrap: true, cell: (post) => formatDate(post.validFrom) },
        {
          key: 'to',
          label: say('post.to'),
          nowrap: true,
          cell: (post) => (post.validTo === null ? '–' : formatDate(post.validTo)),
        },
        {
          key: 'state',
          label: say('post.state'),
          cell: (post) =>
            isPast(post) ? (
              <Tag tone="neutral">{say('post.state.past')}</Tag>
            ) : post.validFrom > today ? (
              <Tag tone="waiting">{say('post.state.coming')}</Tag>
            ) : (
              <Tag tone="on-time">{say('post.state.held')}</Tag>
            ),
        },
        ...(mayManage
          ? [
              {
                key: 'end',
                label: say('post.end'),
                cell: (post: HeldPost) => (isPast(post) ? '' : <EndForm visit={visit} post={post} />),
              },
            ]
          : []),
      ]}
    />
  );
}

function EndForm({ visit, post }: { visit: Visit; post: HeldPost }) {
  const say = peopleWords.in(visit.language);
  const params = { post: post.id };
  const field = fieldsOf(visit, 'post.end', params)('day');
  // The summary links to the form that was refused.
  const id = field.error === undefined ? `f-day-${post.id}` : undefined;
  return (
    <ActionForm visit={visit} action="post.end" params={params} layout="inline" keep={false}>
      <TextInput
        {...field}
        id={id}
        label={say('post.last-day')}
        labelHidden
        optional
        width="date"
        placeholder="dd/mm/yyyy"
      />
      <Button variant="secondary" small>
        {say('post.end')}
      </Button>
    </ActionForm>
  );
}

/** The form that gives a person a role. */
export function GrantForm({
  visit,
  person,
  units,
}: {
  visit: Visit;
  person: Person;
  units: readonly Option[];
}) {
  const say = peopleWords.in(visit.language);
  const params = { person: person.id };
  const field = fieldsOf(visit, 'post.grant', params);
  return (
    <section>
      <h2>{say('post.grant')}</h2>
      <ActionForm visit={visit} action="post.grant" params={params}>
        <Select
          label={say('account.roles')}
          options={HELD_ROLES.map((role) => ({ value: role, label: visit.say(`role.${role}`) }))}
          {...field('role')}
        />
        <Select
          label={say('post.within')}
          hint={say('post.within.hint')}
          empty={say('post.whole-agency')}
          options={units}
          {...field('unit')}
        />
        <DateInput label={say('post.from')} hint={say('post.from.hint')} optional {...field('from')} />
        <DateInput label={say('post.to')} hint={say('post.to.hint')} optional {...field('to')} />
        <Button>{say('post.grant')}</Button>
      </ActionForm>
    </section>
  );
}
