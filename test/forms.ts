import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

interface Control {
  name: string;
  kind: 'text' | 'password' | 'choice' | 'file' | 'tick';
  /** Its label says that it may be left empty. */
  optional: boolean;
}

/** A form of a page, as a browser would send it before anybody types. */
export interface PageForm {
  action: string;
  method: string;
  data: FormData;
  /** What a person can fill in, by name. */
  controls: Control[];
  /** Whether it has a button that sends it; one that is refused only says why. */
  hasButton: boolean;
}

/** All forms of a page. */
export function formsOf(html: string): PageForm[] {
  return elements(parse(html).childNodes)
    .filter((element) => element.tagName === 'form')
    .map((form) => ({
      action: attribute(form, 'action') ?? '',
      method: attribute(form, 'method') ?? 'get',
      ...contentOf(form),
    }));
}

/** What a browser would send for the form to `action` on a page, before anybody types. */
export function formFields(html: string, action: string): FormData | undefined {
  return formsOf(html).find((form) => form.action === action)?.data;
}

function contentOf(form: Element): Pick<PageForm, 'data' | 'controls' | 'hasButton'> {
  const data = new FormData();
  const controls: Control[] = [];
  const inside = elements(form.childNodes);
  const mayBeEmpty = inside
    .filter((one) => one.tagName === 'label' && elements(one.childNodes).some(isOptionalMark))
    .map((label) => attribute(label, 'for'));
  for (const element of inside) {
    const name = attribute(element, 'name');
    if (name === undefined || attribute(element, 'disabled') !== undefined) continue;
    const optional = mayBeEmpty.includes(attribute(element, 'id'));
    if (element.tagName === 'select') {
      const options = elements(element.childNodes).filter((one) => one.tagName === 'option');
      const chosen = options.find((one) => attribute(one, 'selected') !== undefined) ?? options[0];
      if (chosen !== undefined) data.append(name, attribute(chosen, 'value') ?? textOf(chosen));
      controls.push({ name, kind: 'choice', optional });
    } else if (element.tagName === 'textarea') {
      data.append(name, textOf(element));
      controls.push({ name, kind: 'text', optional });
    } else if (element.tagName === 'input') {
      const type = attribute(element, 'type') ?? 'text';
      const tick = type === 'checkbox' || type === 'radio';
      const ticked = attribute(element, 'checked') !== undefined;
      if (type !== 'hidden')
        controls.push({
          name,
          kind: tick ? 'tick' : type === 'file' || type === 'password' ? type : 'text',
          optional,
        });
      if (type === 'file' || (tick && !ticked)) continue;
      data.append(name, attribute(element, 'value') ?? (ticked ? 'on' : ''));
    }
  }
  const hasButton = inside.some((one) => one.tagName === 'button' && attribute(one, 'type') !== 'button');
  return { data, controls, hasButton };
}

function elements(nodes: readonly Node[]): Element[] {
  return nodes.flatMap((node) => ('tagName' in node ? [node, ...elements(node.childNodes)] : []));
}

const isOptionalMark = (element: Element) => attribute(element, 'class') === 'optional';

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

function textOf(element: Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}
