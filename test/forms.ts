import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** What a browser would send for the form to `action` on a page, before anybody types. */
export function formFields(html: string, action: string): FormData | undefined {
  const form = elements(parse(html).childNodes).find(
    (element) => element.tagName === 'form' && attribute(element, 'action') === action,
  );
  if (form === undefined) return undefined;
  const data = new FormData();
  for (const element of elements(form.childNodes)) {
    const name = attribute(element, 'name');
    if (name === undefined || attribute(element, 'disabled') !== undefined) continue;
    if (element.tagName === 'select') {
      const options = elements(element.childNodes).filter((one) => one.tagName === 'option');
      const chosen = options.find((one) => attribute(one, 'selected') !== undefined) ?? options[0];
      if (chosen !== undefined) data.append(name, attribute(chosen, 'value') ?? textOf(chosen));
    } else if (element.tagName === 'textarea') data.append(name, textOf(element));
    else if (element.tagName === 'input') {
      const type = attribute(element, 'type') ?? 'text';
      const ticked = attribute(element, 'checked') !== undefined;
      if (type === 'file' || (['checkbox', 'radio'].includes(type) && !ticked)) continue;
      data.append(name, attribute(element, 'value') ?? (ticked ? 'on' : ''));
    }
  }
  return data;
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
