import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import { ListView, listPage } from '../../platform/lists/index.ts';
import { refuse } from '../../platform/refusal.ts';
import { Button, DateInput, Select, TextInput } from '../../platform/view/index.ts';
import { basisCheckList } from '../basis-list.tsx';
import { BASIS_CHANGES } from '../domain/basis.ts';
import { publicationWords } from '../publication-words.ts';
import { basisChecksUrl, newBasisChangeUrl } from '../urls.ts';

/** What divisions have to look at because a legal basis changed. */
export const basisChecksPage = listPage(basisCheckList, (visit, page) => ({
  width: 'wide',
  lead: visit.say('basis-checks.lead'),
  act: visit.may('basis_change.record', { agencyId: visit.actor.agencyId }).allowed ? (
    <Button href={newBasisChangeUrl()}>{visit.say('basis-change.enter')}</Button>
  ) : undefined,
  body: <ListView visit={visit} list={basisCheckList} read={page} captionHidden />,
}));

/** The form in which the change of a legal basis is entered. */
export const newBasisChangePage = definePage(newBasisChangeUrl(), async (visit) => {
  const say = publicationWords.in(visit.language);
  if (!visit.may('basis_change.record', { agencyId: visit.actor.agencyId }).allowed)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const field = fieldsOf(visit, 'basis_change.record');
  return {
    title: say('basis-change.enter'),
    lead: say('basis-change.lead'),
    breadcrumbs: [
      { href: basisChecksUrl(), label: say('basis-checks.title') },
      { href: newBasisChangeUrl(), label: say('basis-change.enter'), current: true },
    ],
    body: (
      <ActionForm visit={visit} action="basis_change.record">
        <TextInput
          label={say('basis-change.basis')}
          hint={say('basis-change.basis.hint')}
          width="medium"
          {...field('basis')}
        />
        <Select
          label={say('basis-change.change')}
          options={BASIS_CHANGES.map((change) => ({
            value: change,
            label: say(`basis-change.change.${change}`),
          }))}
          {...field('change')}
        />
        <TextInput label={say('basis-change.by')} optional {...field('by')} />
        <DateInput label={say('basis-change.effective-on')} {...field('effectiveOn')} />
        <Button>{say('basis-change.save')}</Button>
      </ActionForm>
    ),
  };
});
