/** Content lines of a calendar file with their continuations joined (RFC 5545 3.1). */
export function unfold(text: string): string[] {
  return text
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((line) => line !== '');
}

/** Text of a property as people read it. */
export function unescapeText(text: string): string {
  return text.replaceAll(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
}

/** The events of a calendar file: name of the property, without its parameters, to its value. */
export function parseIcs(text: string): Map<string, string>[] {
  const events: Map<string, string>[] = [];
  let open: Map<string, string> | undefined;
  for (const line of unfold(text)) {
    const match = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/s.exec(line);
    if (!match) throw new Error(`no content line: ${line}`);
    const [, name = '', value = ''] = match;
    if (line === 'BEGIN:VEVENT') open = new Map();
    else if (line === 'END:VEVENT' && open) {
      events.push(open);
      open = undefined;
    } else open?.set(name, unescapeText(value));
  }
  return events;
}
