import { fieldsOf } from '../../platform/http/action-form.tsx';
import type { Visit } from '../../platform/http/visit.ts';
import { DateInput, Notice, Radios, TextInput } from '../../platform/view/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { PARTY_KINDS, type PartyFacts, type PartyKind } from '../domain/facts.ts';
import { formatTaxCode } from '../domain/numbers.ts';
import { doubtsOf } from '../shown.ts';
import { partyWords } from '../words.ts';

export interface PartyFieldsetProps {
  visit: Visit;
  /** The action that the form is of, with the parameters of its path. */
  action: string;
  params?: Record<string, string> | undefined;
  /** The field of the input that holds the party: "owner". */
  prefix: string;
  /** What the party is to the form: "Chủ hồ sơ". */
  legend: string;
  /** Where the page's title says it already. */
  legendHidden?: boolean | undefined;
  /** The party that was chosen, or what is known before anything is typed. */
  party?:
    | {
        id?: string | undefined;
        agencyOf?: string | null;
        kind: PartyKind;
        facts: Partial<PartyFacts> | null;
      }
    | undefined;
}

/** The fields of a party in a form whose input has `partyFields()` under the prefix. Of each kind it shows what is its own. */
export function PartyFieldset(props: PartyFieldsetProps) {
  const { visit, action, params, prefix, legend, legendHidden, party } = props;
  const say = partyWords.in(visit.language);
  const field = fieldsOf(visit, action, params);
  const facts = party?.facts ?? {};
  const at = (fact: keyof PartyFacts) => field(`${prefix}.${fact}`, facts[fact]);
  const { identityNumber = null, dateOfBirth = null, taxCode = null } = facts;
  const doubts = doubtsOf({ identityNumber, dateOfBirth, taxCode });
  const birth = facts.dateOfBirth ? formatDate(facts.dateOfBirth) : undefined;
  return (
    <fieldset class="party">
      <legend class={legendHidden ? 'hidden' : undefined}>{legend}</legend>
      <input type="hidden" name={`${prefix}.party`} value={field(`${prefix}.party`, party?.id).value ?? ''} />
      <input
        type="hidden"
        name={`${prefix}.agencyOf`}
        value={field(`${prefix}.agencyOf`, party?.agencyOf).value ?? ''}
      />
      {doubts.map((doubt) => (
        <Notice tone="warning">{visit.say(`party.doubt.${doubt}`)}</Notice>
      ))}
      <Radios
        label={say('party.kind.label')}
        inline
        options={PARTY_KINDS.map((kind) => ({ value: kind, label: say(`party.kind.${kind}`) }))}
        {...field(`${prefix}.kind`, party?.kind ?? 'individual')}
      />
      <TextInput label={say('party.name')} {...at('name')} />
      <div class="field-row">
        <div class="of-individual">
          <TextInput
            label={say('party.identity-number')}
            hint={say('party.identity-number.hint')}
            width="medium"
            optional
            {...at('identityNumber')}
          />
        </div>
        <div class="of-individual">
          <DateInput
            label={say('party.date-of-birth')}
            hint={say('party.date-of-birth.hint')}
            optional
            {...field(`${prefix}.dateOfBirth`, birth)}
          />
        </div>
        <TextInput
          label={say('party.tax-code')}
          inputmode="numeric"
          width="medium"
          optional
          {...field(`${prefix}.taxCode`, facts.taxCode && formatTaxCode(facts.taxCode))}
        />
        <div class="of-organisation">
          <TextInput
            label={say('party.decision-number')}
            hint={say('party.decision-number.hint')}
            width="medium"
            optional
            {...at('decisionNumber')}
          />
        </div>
      </div>
      <div class="field-row">
        <TextInput
          label={say('party.telephone')}
          type="tel"
          inputmode="tel"
          width="medium"
          optional
          {...at('telephone')}
        />
        <TextInput
          label={say('party.email')}
          type="email"
          inputmode="email"
          width="medium"
          optional
          {...at('email')}
        />
      </div>
      <TextInput label={say('party.address')} optional {...at('address')} />
      <div class="of-organisation">
        <TextInput label={say('party.representative-name')} optional {...at('representativeName')} />
        <TextInput label={say('party.representative-position')} optional {...at('representativePosition')} />
      </div>
    </fieldset>
  );
}
