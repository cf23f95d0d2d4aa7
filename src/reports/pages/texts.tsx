import { ActionButton, ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import type { Visit } from '../../platform/http/visit.ts';
import { Button, TextArea } from '../../platform/view/index.ts';
import { isOpen, REPORT_SECTIONS, type ReportSection } from '../domain/report.ts';
import { draftSubject } from '../report-rights.ts';
import { reportWords } from '../words.ts';
import type { ReportView } from './report-view.ts';

/** The texts: a form while the report is open and the visitor drafts it, otherwise as they stand. */
export function Texts({ visit, view }: { visit: Visit; view: ReportView }) {
  const say = reportWords.in(visit.language);
  const { state } = view;
  const sections: readonly ReportSection[] = REPORT_SECTIONS[state.kind];
  const drafts = visit.whyNot('report.draft', draftSubject(view)) === undefined;
  const params = { report: view.id };
  const failed = visit.failedForm('report.write', `/reports/${view.id}/text`);
  return (
    <section id="texts">
      <h2>{say('report.texts')}</h2>
      {drafts && (isOpen(state) || failed !== null) ? (
        <>
          <Recall visit={visit} view={view} sections={sections} />
          <ActionForm visit={visit} action="report.write" params={params} seq={view.seq}>
            {sections.map((section) => (
              <TextArea
                label={say(`report.section.${section}`)}
                hint={hintOf(visit, view, section)}
                rows={section === 'recipients' ? 4 : 6}
                {...fieldsOf(visit, 'report.write', params)(section, state.texts[section] ?? '')}
              />
            ))}
            <Button value="report.write">{say('report.write')}</Button>
          </ActionForm>
        </>
      ) : (
        sections.map((section) => (
          <>
            <h3>{say(`report.section.${section}`)}</h3>
            <p class="as-typed">{state.texts[section] || say('report.section.empty')}</p>
          </>
        ))
      )}
    </section>
  );
}

/** What the section said in the period before, where it said something else. */
function hintOf(visit: Visit, { before, state }: ReportView, section: ReportSection) {
  const say = reportWords.in(visit.language);
  const earlier = before?.state.texts[section];
  if (!earlier || earlier === state.texts[section])
    return section === 'recipients' ? say('report.section.recipients.hint') : undefined;
  return <span class="as-typed">{say('report.section.before', { text: earlier })}</span>;
}

/** Takes the texts of the period before where nothing is written yet. */
function Recall({
  visit,
  view,
  sections,
}: {
  visit: Visit;
  view: ReportView;
  sections: readonly ReportSection[];
}) {
  const { before, state } = view;
  const wanted = sections.some((section) => before?.state.texts[section] && !state.texts[section]);
  if (!wanted) return null;
  return (
    <ActionButton
      visit={visit}
      action="report.recall"
      params={{ report: view.id }}
      seq={view.seq}
      subject={draftSubject(view)}
      variant="secondary"
    >
      {reportWords.in(visit.language)('report.recall')}
    </ActionButton>
  );
}
