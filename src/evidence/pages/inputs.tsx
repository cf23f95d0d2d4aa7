import type { Visit } from '../../platform/http/visit.ts';
import { DateInput, FileUpload, Radios, TextArea, TextInput } from '../../platform/view/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { EVIDENCE_KINDS } from '../domain/evidence.ts';
import type { EvidenceRevision } from '../queries.ts';
import { evidenceWords } from '../words.ts';

interface Input {
  name: string;
  value: string | undefined;
  error: string | undefined;
}

/** The fields that hand evidence in. All stand in sight, so that no script is needed to show the right ones. */
export function EvidenceInputs({
  visit,
  field,
  before,
  keptFile,
}: {
  visit: Visit;
  field: (name: string) => Input;
  /** What was handed in last time, to begin from. */
  before: EvidenceRevision | undefined;
  /** The file that a refused attempt, or the last time, has brought. */
  keptFile: { id: string; name: string } | undefined;
}) {
  const say = evidenceWords.in(visit.language);
  const file = field('file');
  const begun = (name: string, value: string | null | undefined) => {
    const input = field(name);
    return { ...input, value: input.value ?? value ?? undefined };
  };
  const day = before && formatDate(before.evidenceDate);
  return (
    <>
      <Radios
        label={say('evidence.kind')}
        options={EVIDENCE_KINDS.map((kind) => ({
          value: kind,
          label: say(`evidence.kind.${kind}`),
          hint: say(`evidence.kind.${kind}.hint`),
        }))}
        {...begun('kind', before?.kind ?? 'document')}
      />
      <TextArea
        label={say('evidence.abstract')}
        hint={say('evidence.abstract.hint')}
        rows={2}
        {...begun('abstract', before?.abstract)}
      />
      <h2>{say('evidence.document')}</h2>
      <TextInput
        label={say('evidence.number')}
        hint={say('evidence.number.hint')}
        width="medium"
        {...begun('number', before?.documentNumber)}
      />
      <DateInput
        label={say('evidence.issue-date')}
        {...begun('issueDate', before?.kind === 'document' ? day : null)}
      />
      <TextInput
        label={say('evidence.issuer')}
        hint={say('evidence.issuer.hint')}
        optional
        {...begun('issuer', before?.issuer)}
      />
      <h2>{say('evidence.other')}</h2>
      <DateInput label={say('evidence.day')} {...begun('day', before?.kind === 'document' ? null : day)} />
      <FileUpload
        label={say('evidence.file')}
        hint={say('evidence.file.hint')}
        name={file.name}
        error={file.error}
        kept={keptFile && { value: keptFile.id, name: keptFile.name }}
      />
    </>
  );
}
