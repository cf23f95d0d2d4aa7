import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** A form of a page, as a browser would send it before anybody types. */
export interface PageForm {
  action: string;
  method: string;
  data: FormData;
  /** What a person can fill in, by name. */
  controls: { name: string; kind: 'text' | 'password' | 'choice' | 'file' | 'tick' }[];
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

function contentOf(form: Element): Pick<PageForm, 'data' | 'controls'> {
  const data = new FormData();
  const controls: PageForm['controls'] = [];
  for (const element of elements(form.childNodes)) {
    const name = attribute(element, 'name');
    if (name === undefined || attribute(element, 'disabled') !== undefined) continue;
    if (element.tagName === 'select') {
      const options = elements(element.childNodes).filter((one) => one.tagName === 'option');
      const chosen = options.find((one) => attribute(one, 'selected') !== undefined) ?? options[0];
      if (chosen !== undefined) data.append(name, attribute(chosen, 'value') ?? textOf(chosen));
      controls.push({ name, kind: 'choice' });
    } else if (element.tagName === 'textarea') {
      data.append(name, textOf(element));
      controls.push({ name, kind: 'text' });
    } else if (element.tagName === 'input') {
      const type = attribute(element, 'type') ?? 'text';
      const tick = type === 'checkbox' || type === 'radio';
      const ticked = attribute(element, 'checked') !== undefined;
      if (type !== 'hidden')
        controls.push({ name, kind: tick ? 'tick' : type === 'file' || type === 'password' ? type : 'text' });
      if (type === 'file' || (tick && !ticked)) continue;
      data.append(name, attribute(element, 'value') ?? (ticked ? 'on' : ''));
    }
  }
  return { data, controls };
}

function elements(nodes: readonly Node[]): Element[] {
  return nodes.flatMap((node) => ('tagName' in node ? [node, ...elements(node.childNodes)] : []));
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

function textOf(element: Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}
