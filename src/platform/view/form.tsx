import { type Content, classes, type FieldError } from './types.ts';
import { viewWords } from './words.ts';

/** Names of the hidden fields that every form carries beside its own. */
export const hiddenFields = { csrf: '_csrf', seq: '_seq', key: '_key' } as const;

/** The id of the control that holds a field, to which labels and error links point. */
export function fieldId(name: string): string {
  return `f-${name}`;
}

export interface FormProps {
  readonly action: string;
  readonly method?: 'get' | 'post' | undefined;
  readonly id?: string | undefined;
  readonly csrf?: string | undefined;
  /** The sequence number of the thing that the form was made from. */
  readonly seq?: number | string | undefined;
  /** The one-time key that keeps a form from acting twice. */
  readonly requestKey?: string | undefined;
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  /** Set when the form sends files. */
  readonly files?: boolean | undefined;
  /** Warns before typed text is lost. On for a form that posts; off for one-button forms. */
  readonly keep?: boolean | undefined;
  /** `inline` sets fields and button on one line: a filter, one button. */
  readonly layout?: 'stack' | 'inline' | undefined;
  readonly children?: Content;
}

/** A form with the hidden fields of an action. */
export function Form(props: FormProps) {
  const method = props.method ?? 'post';
  const layout = props.layout ?? 'stack';
  const form = (
    <form
      id={props.id}
      class={`form ${layout}`}
      action={props.action}
      method={method}
      enctype={props.files ? 'multipart/form-data' : undefined}
      novalidate
    >
      <Hidden name={hiddenFields.csrf} value={props.csrf} />
      <Hidden name={hiddenFields.seq} value={props.seq} />
      <Hidden name={hiddenFields.key} value={props.requestKey} />
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <Hidden name={name} value={value} />
      ))}
      {props.children}
    </form>
  );
  return (props.keep ?? (method === 'post' && layout === 'stack')) ? <form-keep>{form}</form-keep> : form;
}

function Hidden({ name, value }: { readonly name: string; readonly value: string | number | undefined }) {
  return value === undefined ? null : <input type="hidden" name={name} value={String(value)} />;
}

export interface ButtonProps {
  readonly children?: Content;
  readonly variant?: 'main' | 'secondary' | 'danger' | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** A link that looks like a button: it leads to the page where the act is done. */
  readonly href?: string | undefined;
  /** Why the act is not allowed, in the words of the policy. The button stays in sight and says so. */
  readonly disabledReason?: string | undefined;
  readonly id?: string | undefined;
  readonly form?: string | undefined;
  readonly formaction?: string | undefined;
  readonly hotkey?: string | undefined;
  readonly small?: boolean | undefined;
}

/**
 * A button named by a verb. A refused one can still be reached by the keyboard (aria-disabled, and no submit),
 * so that its reason is read out too.
 */
export function Button(props: ButtonProps) {
  const look = classes('button', props.variant ?? 'main', props.small && 'small');
  if (props.disabledReason !== undefined) {
    const reasonId = `why-${props.id ?? digest(props.disabledReason + String(props.value ?? props.href ?? ''))}`;
    return (
      <span class="button-refused">
        <button type="button" id={props.id} class={look} aria-disabled="true" aria-describedby={reasonId}>
          {props.children}
        </button>
        <span class="button-reason" id={reasonId}>
          {props.disabledReason}
        </span>
      </span>
    );
  }
  if (props.href !== undefined) {
    return (
      <a class={look} id={props.id} href={props.href} aria-keyshortcuts={props.hotkey}>
        {props.children}
      </a>
    );
  }
  return (
    <button
      type="submit"
      id={props.id}
      class={look}
      name={props.name}
      value={props.value}
      form={props.form}
      formaction={props.formaction}
      aria-keyshortcuts={props.hotkey}
    >
      {props.children}
    </button>
  );
}

/** A short stable name made from a text. */
function digest(text: string): string {
  let hash = 7;
  for (const sign of text) {
    hash = (hash * 31 + (sign.codePointAt(0) ?? 0)) % 2_147_483_647;
  }
  return hash.toString(36);
}

/** Buttons side by side. */
export function ButtonRow({ children }: { readonly children?: Content }) {
  return <div class="button-row">{children}</div>;
}

export interface ErrorSummaryProps {
  readonly errors: readonly FieldError[];
  readonly title?: string | undefined;
}

/** What has to be mended, each a link to its field; nothing when nothing has to. */
export function ErrorSummary({ errors, title }: ErrorSummaryProps) {
  if (errors.length === 0) {
    return null;
  }
  return (
    <section class="error-summary" role="alert" aria-labelledby="error-summary-title" tabindex={-1}>
      <h2 id="error-summary-title">{title ?? viewWords.errorSummary}</h2>
      <ul>
        {errors.map((error) => (
          <li>
            {error.field === undefined ? (
              error.text
            ) : (
              <a href={`#${fieldId(error.field)}`}>
                {error.label === undefined ? null : <>{error.label}: </>}
                {error.text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
