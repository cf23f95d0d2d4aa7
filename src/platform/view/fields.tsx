import { fieldId } from './form.tsx';
import { type Content, classes, type Option } from './types.ts';
import { viewWords } from './words.ts';

export interface FieldProps {
  readonly name: string;
  /** Id of the control, where several forms of a page have a field of this name. */
  readonly id?: string | undefined;
  readonly label: Content;
  readonly hint?: Content;
  /** What is wrong and what to do; from the server, beside what was typed. */
  readonly error?: string | undefined;
  readonly optional?: boolean | undefined;
  /** The label is said but not seen: only where the column or the button says it already. */
  readonly labelHidden?: boolean | undefined;
  readonly width?: Width | undefined;
}

/** How wide a control is: as wide as what is typed into it. */
export type Width = 'number' | 'date' | 'short' | 'medium' | 'full';

/** Label above, hint, error, and the control given as children. */
export function Field(props: FieldProps & { readonly children?: Content }) {
  return (
    <div class={classes('field', props.error !== undefined && 'wrong')}>
      <label for={controlId(props)} class={props.labelHidden ? 'hidden' : undefined}>
        {props.label}
        <Optional when={props.optional} />
      </label>
      <Help {...props} />
      {props.children}
    </div>
  );
}

/** A control made of several: the label is the legend of a fieldset. */
function Group(props: FieldProps & { readonly children?: Content }) {
  return (
    <fieldset
      class={classes('field', props.error !== undefined && 'wrong')}
      aria-describedby={describedBy(props)}
    >
      <legend class={props.labelHidden ? 'hidden' : undefined}>
        {props.label}
        <Optional when={props.optional} />
      </legend>
      <Help {...props} />
      {props.children}
    </fieldset>
  );
}

function Optional({ when }: { readonly when: boolean | undefined }) {
  return when ? <span class="optional"> {viewWords.optional}</span> : null;
}

/** The id of the control of a field. */
function controlId({ id, name }: Pick<FieldProps, 'id' | 'name'>): string {
  return id ?? fieldId(name);
}

/** The id of what is said to be wrong at a control. */
export const errorId = (control: string) => `${control}-error`;

function Help({ id, name, hint, error }: FieldProps) {
  return (
    <>
      {hint === undefined ? null : (
        <p class="hint" id={`${controlId({ id, name })}-hint`}>
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p class="field-error" id={errorId(controlId({ id, name }))}>
          <span class="hidden">{viewWords.error} </span>
          {error}
        </p>
      )}
    </>
  );
}

function describedBy({ id, name, hint, error }: FieldProps): string | undefined {
  const ids = [
    hint !== undefined && `${controlId({ id, name })}-hint`,
    error !== undefined && errorId(controlId({ id, name })),
  ];
  return classes(...ids) || undefined;
}

function control(props: FieldProps, width: Width) {
  return {
    id: controlId(props),
    name: props.name,
    class: `w-${props.width ?? width}`,
    'aria-describedby': describedBy(props),
    'aria-invalid': props.error === undefined ? undefined : ('true' as const),
  };
}

export interface TextInputProps extends FieldProps {
  readonly value?: string | number | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'url' | undefined;
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search' | undefined;
  readonly autocomplete?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly maxlength?: number | undefined;
  readonly autofocus?: boolean | undefined;
}

export function TextInput(props: TextInputProps) {
  return (
    <Field {...props}>
      <input
        {...control(props, 'full')}
        type={props.type ?? 'text'}
        value={props.value === undefined ? undefined : String(props.value)}
        inputmode={props.inputmode}
        autocomplete={props.autocomplete ?? 'off'}
        placeholder={props.placeholder}
        maxlength={props.maxlength}
        autofocus={props.autofocus}
      />
    </Field>
  );
}

export interface DateInputProps extends FieldProps {
  /** As typed, or dd/mm/yyyy. */
  readonly value?: string | undefined;
}

/** Free text: the server reads 5/3, 05-03-2019 and "mùng 5 tháng 3". */
export function DateInput(props: DateInputProps) {
  const withHint = { ...props, hint: props.hint ?? viewWords.dateHint };
  return (
    <Field {...withHint}>
      <input
        {...control(withHint, 'date')}
        type="text"
        value={props.value}
        autocomplete="off"
        placeholder="dd/mm/yyyy"
      />
    </Field>
  );
}

export interface TextAreaProps extends FieldProps {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  readonly maxlength?: number | undefined;
  /** Only to be copied. */
  readonly readonly?: boolean | undefined;
}

export function TextArea(props: TextAreaProps) {
  return (
    <Field {...props}>
      <textarea
        {...control(props, 'full')}
        rows={props.rows ?? 4}
        maxlength={props.maxlength}
        readonly={props.readonly}
      >
        {props.value}
      </textarea>
    </Field>
  );
}

export interface SelectProps extends FieldProps {
  readonly options: readonly Option[];
  readonly value?: string | undefined;
  /** The first, empty choice; `null` leaves it out. */
  readonly empty?: string | null | undefined;
}

export function Select(props: SelectProps) {
  const empty = props.empty === undefined ? viewWords.choose : props.empty;
  return (
    <Field {...props}>
      <select {...control(props, 'medium')}>
        {empty === null ? null : <option value="">{empty}</option>}
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === props.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

export interface RadiosProps extends FieldProps {
  readonly options: readonly Option[];
  readonly value?: string | undefined;
  readonly inline?: boolean | undefined;
}

export function Radios(props: RadiosProps) {
  return (
    <Group {...props}>
      <Choices {...props} type="radio" chosen={(option) => option.value === props.value} />
    </Group>
  );
}

export interface CheckboxesProps extends FieldProps {
  readonly options: readonly Option[];
  readonly values?: readonly string[] | undefined;
  readonly inline?: boolean | undefined;
}

export function Checkboxes(props: CheckboxesProps) {
  return (
    <Group {...props}>
      <Choices
        {...props}
        type="checkbox"
        chosen={(option) => props.values?.includes(option.value) ?? false}
      />
    </Group>
  );
}

interface ChoicesProps {
  readonly id?: string | undefined;
  readonly name: string;
  readonly options: readonly Option[];
  readonly inline?: boolean | undefined;
  readonly type: 'radio' | 'checkbox';
  readonly chosen: (option: Option) => boolean;
}

function Choices({ id: given, name, options, inline, type, chosen }: ChoicesProps) {
  const base = controlId({ id: given, name });
  return (
    <div class={inline ? 'choices inline' : 'choices'}>
      {options.map((option, index) => {
        const id = index === 0 ? base : `${base}-${index + 1}`;
        const hintId = option.hint === undefined ? undefined : `${id}-hint`;
        return (
          <div class="choice">
            <input
              type={type}
              id={id}
              name={name}
              value={option.value}
              checked={chosen(option)}
              disabled={option.disabled}
              aria-describedby={hintId}
            />
            <label for={id}>{option.label}</label>
            {hintId === undefined ? null : (
              <p class="hint" id={hintId}>
                {option.hint}
              </p>
            )}
          </div>
        );
      })}
    </div>
  );
}

export interface FileUploadProps extends FieldProps {
  /** Such as ".docx,.pdf"; the server judges by content whatever stands here. */
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
  /** The file that a refused attempt brought: it is sent again unless another one is chosen. */
  readonly kept?: { readonly value: string; readonly name: string } | undefined;
}

export function FileUpload(props: FileUploadProps) {
  return (
    <Field {...props}>
      {props.kept === undefined ? null : (
        <>
          <input type="hidden" name={props.name} value={props.kept.value} />
          <p class="hint">{viewWords.keptFile.replace('{name}', () => props.kept?.name ?? '')}</p>
        </>
      )}
      <input {...control(props, 'full')} type="file" accept={props.accept} multiple={props.multiple} />
    </Field>
  );
}

export interface SearchSelectProps extends FieldProps {
  readonly options: readonly Option[];
  readonly value?: string | undefined;
  readonly placeholder?: string | undefined;
}

/** A text field with suggestions, for long lists: the server resolves what was typed, without accents too. */
export function SearchSelect(props: SearchSelectProps) {
  const listId = `${controlId(props)}-list`;
  return (
    <Field {...props}>
      <input
        {...control(props, 'full')}
        type="text"
        list={listId}
        value={props.value}
        placeholder={props.placeholder}
        autocomplete="off"
      />
      <datalist id={listId}>
        {props.options.map((option) => (
          <option value={option.value}>{option.label === option.value ? undefined : option.label}</option>
        ))}
      </datalist>
    </Field>
  );
}
