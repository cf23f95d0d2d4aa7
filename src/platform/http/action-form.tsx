import type { Child } from 'hono/jsx';
import type { Subject } from '../policy/policy.ts';
import { Button, Form, fieldId } from '../view/index.ts';
import type { Visit } from './visit.ts';

export interface ActionFormProps {
  visit: Visit;
  /** Name of the action. */
  action: string;
  /** Values of the path's parameters. */
  params?: Record<string, string> | undefined;
  /** The version of the thing that the form is made from. */
  seq?: number | undefined;
  hidden?: Record<string, string> | undefined;
  files?: boolean | undefined;
  keep?: boolean | undefined;
  layout?: 'stack' | 'inline' | undefined;
  id?: string | undefined;
  children?: Child;
}

/** The address to which an action's form is sent. */
export function actionPath(visit: Visit, name: string, params: Record<string, string> = {}): string {
  const action = visit.house.actions.get(name);
  if (action === undefined) throw new Error(`no action ${name}`);
  return action.path.replace(/:(\w+)/g, (_, parameter: string) => {
    const value = params[parameter];
    if (value === undefined) throw new Error(`${name} needs ${parameter}`);
    return encodeURIComponent(value);
  });
}

/** A form of an action: with its address, the session's secret, the seq it was made from and a one-time key. */
export function ActionForm(props: ActionFormProps) {
  const { visit } = props;
  const path = actionPath(visit, props.action, props.params);
  return (
    <Form
      action={path}
      id={props.id}
      csrf={visit.signedIn?.csrf ?? ''}
      seq={props.seq}
      requestKey={visit.oneTimeKey()}
      hidden={{ ...props.hidden, _from: visit.url.pathname + visit.url.search }}
      files={props.files}
      keep={props.keep}
      layout={props.layout}
    >
      {props.children}
    </Form>
  );
}

/**
 * Name, value and error of a field, to spread into a control: what was typed in a refused attempt comes before the
 * value of the thing.
 * @param apart tells its controls from those of other forms on the page that have fields of the same names
 */
export function fieldsOf(visit: Visit, action: string, params: Record<string, string> = {}, apart?: string) {
  const failed = visit.failedForm(action, actionPath(visit, action, params));
  const refusals = failed === null ? [] : [failed.refusal, ...(failed.refusal.more ?? [])];
  const errorOf = (name: string) => {
    const refusal = refusals.find((one) => one.field === name);
    return refusal && visit.words(refusal);
  };
  const one = (name: string, value?: string | number | null) => {
    // A file that was refused itself is not sent again with the next attempt.
    const isRefusedFile = failed?.form.files.has(name) === true && errorOf(name) !== undefined;
    const typed = isRefusedFile ? undefined : failed?.form.typed.get(name)?.[0];
    const newest = value === null || value === undefined ? undefined : String(value);
    // Somebody else was first: what stands now is shown beside what was typed.
    const differs =
      failed?.refusal.code === 'conflict:changed' && typed !== undefined && typed !== (newest ?? '');
    return {
      name,
      // Where it was refused, the summary of errors leads to the field by its own name.
      ...(apart === undefined || failed !== null ? {} : { id: `${fieldId(name)}-${apart}` }),
      value: typed ?? newest,
      error: errorOf(name) ?? (differs ? visit.say('conflict.newest', { value: newest ?? '–' }) : undefined),
    };
  };
  return Object.assign(one, {
    /** A field that is sent once for each ticked box; nothing is sent where none is. */
    many: (name: string, values: readonly string[]) => ({
      name,
      values: failed === null ? values : (failed.form.typed.get(name) ?? []),
      error: errorOf(name),
    }),
  });
}

/**
 * What a refused form had in some fields of each of its rows ("tasks.0.key"), in its order: rows that have come or gone
 * meanwhile shall not move what was typed. Null where no form was refused.
 */
export function typedRows(
  visit: Visit,
  action: string,
  params: Record<string, string>,
  list: string,
  parts: readonly [string, ...string[]],
): string[][] | null {
  const failed = visit.failedForm(action, actionPath(visit, action, params));
  if (failed === null) return null;
  const [first] = parts;
  const field = (index: number, part: string) => failed.form.typed.get(`${list}.${index}.${part}`)?.[0];
  const rows: string[][] = [];
  while (field(rows.length, first) !== undefined)
    rows.push(parts.map((part) => field(rows.length, part) ?? ''));
  return rows;
}

/** A one-button form, or the button with the reason why it may not be pressed. */
export function ActionButton(
  props: ActionFormProps & {
    subject: Subject;
    variant?: 'main' | 'secondary' | 'danger' | undefined;
    /** A reason beyond policy, from the state of the thing. */
    refused?: string | undefined;
    small?: boolean | undefined;
  },
) {
  const { visit, subject, variant, refused, small, children, ...form } = props;
  const permission = visit.house.actions.get(props.action)?.permission ?? '';
  const reason = visit.whyNot(permission, subject) ?? refused;
  if (reason !== undefined)
    return (
      <Button variant={variant} disabledReason={reason} small={small} value={props.action}>
        {children}
      </Button>
    );
  return (
    <ActionForm visit={visit} layout="inline" keep={false} {...form}>
      <Button variant={variant} small={small}>
        {children}
      </Button>
    </ActionForm>
  );
}
