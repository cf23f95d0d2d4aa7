import { ActionButton, ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import { formatShortInstant } from '../../platform/http/format.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { Button, ButtonRow, DataTable, FileUpload, Tag } from '../../platform/view/index.ts';
import type { TemplatePurpose, TemplateShelf } from '../shelf.ts';
import { templateWords } from '../template-words.ts';
import { SHIPPED, type Template, type TemplateAct } from '../templates.ts';

/** The templates of one purpose: the one in force to be fetched, a new one to be uploaded, and all that were. */
export function TemplatesOf({
  visit,
  shelf,
  purpose,
  templates,
  acts,
}: {
  visit: Visit;
  shelf: TemplateShelf;
  purpose: TemplatePurpose;
  /** Those of this purpose. */
  templates: readonly Template[];
  acts: readonly TemplateAct[];
}) {
  const say = templateWords.in(visit.language);
  const inForce = templates.find((one) => one.inForce);
  const current = inForce?.id ?? SHIPPED;
  const subject = { agencyId: visit.actor.agencyId };
  return (
    <>
      <ButtonRow>
        <Button variant="secondary" href={`${shelf.url(purpose.address, current)}/file`}>
          {say('template.download.current')}
        </Button>
        {inForce === undefined ? null : (
          <ActionButton
            visit={visit}
            action={shelf.actions.choose}
            params={{ [shelf.parameter]: purpose.address }}
            hidden={{ template: SHIPPED }}
            subject={subject}
            variant="secondary"
          >
            {say('template.use.shipped')}
          </ActionButton>
        )}
      </ButtonRow>
      <UploadForm visit={visit} shelf={shelf} purpose={purpose} />
      {templates.length === 0 ? null : (
        <DataTable
          id={`versions-${purpose.address}`}
          caption={say('template.versions')}
          rows={templates}
          empty={{ text: say('template.none') }}
          columns={[
            {
              key: 'file',
              label: say('template.file'),
              rowHeader: true,
              cell: (one) => <a href={shelf.url(purpose.address, one.id)}>{one.fileName}</a>,
            },
            {
              key: 'state',
              label: say('template.state'),
              cell: (one) => <TemplateTag visit={visit} template={one} />,
            },
            {
              key: 'acts',
              label: say('template.acts'),
              width: 'broad',
              cell: (one) => (
                <ul>
                  {acts
                    .filter(({ template }) => template === one.id)
                    .map(({ act, who, at }) => (
                      <li>
                        {visit.say(`template.act.${act}`)}: {formatShortInstant(at)}
                        {who === null ? '' : `, ${who}`}
                      </li>
                    ))}
                </ul>
              ),
            },
          ]}
        />
      )}
    </>
  );
}

function TemplateTag({ visit, template }: { visit: Visit; template: Template }) {
  const say = templateWords.in(visit.language);
  if (template.inForce) return <Tag tone="done">{say('template.state.in-force')}</Tag>;
  return template.fillable ? (
    <Tag tone="neutral">{say('template.state.kept')}</Tag>
  ) : (
    <Tag tone="late">{say('template.state.broken')}</Tag>
  );
}

function UploadForm({
  visit,
  shelf,
  purpose,
}: {
  visit: Visit;
  shelf: TemplateShelf;
  purpose: TemplatePurpose;
}) {
  const say = templateWords.in(visit.language);
  const whyNot = visit.whyNot(shelf.replace, { agencyId: visit.actor.agencyId });
  if (whyNot !== undefined)
    return (
      <Button disabledReason={whyNot} value={`upload-${purpose.address}`}>
        {say('template.upload')}
      </Button>
    );
  const params = { [shelf.parameter]: purpose.address };
  const { value: _, ...field } = fieldsOf(visit, shelf.actions.upload, params)('file');
  return (
    <ActionForm visit={visit} action={shelf.actions.upload} params={params} files>
      <FileUpload
        label={say('template.new-file')}
        hint={say('template.new-file.hint')}
        accept=".docx"
        {...field}
        // Two forms of one page; the one that was refused is what the summary links to.
        id={field.error === undefined ? `file-${purpose.address}` : undefined}
      />
      <Button>{say('template.upload')}</Button>
    </ActionForm>
  );
}

/** The template in force, by its name. */
export function InForce({
  visit,
  shelf,
  purpose,
  templates,
}: {
  visit: Visit;
  shelf: TemplateShelf;
  purpose: TemplatePurpose;
  templates: readonly Template[];
}) {
  const inForce = templates.find((one) => one.inForce);
  return (
    <a href={shelf.url(purpose.address, inForce?.id ?? SHIPPED)}>
      {inForce?.fileName ?? templateWords.in(visit.language)('template.shipped')}
    </a>
  );
}
