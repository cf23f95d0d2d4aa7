import type { Visit } from '../../platform/http/visit.ts';
import { DateInput, FileUpload, Radios, TextArea, TextInput } from '../../platform/view/index.ts';
import { EVIDENCE_KINDS } from '../domain/evidence.ts';
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
  keptFile,
}: {
  visit: Visit;
  field: (name: string) => Input;
  /** Name of the file that a refused attempt has brought. */
  keptFile: string | undefined;
}) {
  const say = evidenceWords.in(visit.language);
  const file = field('file');
  const chosen = field('kind');
  return (
    <>
      <Radios
        label={say('evidence.kind')}
        options={EVIDENCE_KINDS.map((kind) => ({
          value: kind,
          label: say(`evidence.kind.${kind}`),
          hint: say(`evidence.kind.${kind}.hint`),
        }))}
        {...chosen}
        value={chosen.value ?? 'document'}
      />
      <TextArea
        label={say('evidence.abstract')}
        hint={say('evidence.abstract.hint')}
        rows={2}
        {...field('abstract')}
      />
      <h2>{say('evidence.document')}</h2>
      <TextInput
        label={say('evidence.number')}
        hint={say('evidence.number.hint')}
        width="medium"
        {...field('number')}
      />
      <DateInput label={say('evidence.issue-date')} {...field('issueDate')} />
      <TextInput
        label={say('evidence.issuer')}
        hint={say('evidence.issuer.hint')}
        optional
        {...field('issuer')}
      />
      <h2>{say('evidence.other')}</h2>
      <DateInput label={say('evidence.day')} {...field('day')} />
      <FileUpload
        label={say('evidence.file')}
        hint={say('evidence.file.hint')}
        name={file.name}
        error={file.error}
        kept={
          keptFile === undefined || file.value === undefined
            ? undefined
            : { value: file.value, name: keptFile }
        }
      />
    </>
  );
}
