/** A calendar as a program reads it, by RFC 5545 alone: what our writer means is not known here. */
export function readCalendar(text: string): {
  properties: ReadonlyMap<string, string>;
  events: ReadonlyMap<string, string>[];
} {
  if (/(?<!\r)\n|\r(?!\n)/.test(text)) throw new Error('a line ends otherwise than with CRLF');
  const properties = new Map<string, string>();
  const events: Map<string, string>[] = [];
  const open: string[] = [];
  for (const line of text
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1)) {
    const [, name = '', value = ''] = /^([A-Z-]+(?:;[^:]*)?):(.*)$/s.exec(line) ?? [];
    if (name === '') throw new Error(`no property: ${line}`);
    if (name === 'BEGIN') {
      open.push(value);
      if (value === 'VEVENT') events.push(new Map());
    } else if (name === 'END') {
      if (open.pop() !== value) throw new Error(`${value} ends where it was not begun`);
    } else {
      const of = open.at(-1) === 'VEVENT' ? events.at(-1) : properties;
      if (of === undefined || of.has(name)) throw new Error(`${name} twice`);
      of.set(
        name,
        value.replaceAll(/\\(.)/gs, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign)),
      );
    }
  }
  if (open.length > 0) throw new Error(`${open.join(', ')} without end`);
  return { properties, events };
}
