import { createServer, type Socket } from 'node:net';

/** A letter that the mail server took, decoded. */
export interface TakenLetter {
  from: string;
  to: string[];
  headers: ReadonlyMap<string, string>;
  text: string;
  /** As it came, for what readers of mail see of it. */
  raw: string;
}

export interface MailServerStandIn {
  url: string;
  letters: TakenLetter[];
  /** What it answers to a recipient; by default it takes everybody. */
  answerTo: (recipient: string) => string;
  /** Takes a letter and hangs up before it says so. */
  hangUp: boolean;
  close(): Promise<void>;
}

/** A mail server on loopback that speaks SMTP (RFC 5321) as far as one that takes letters must, behind a password. */
export async function startMailServer(login: { name: string; password: string }): Promise<MailServerStandIn> {
  const standIn: MailServerStandIn = {
    url: '',
    letters: [],
    answerTo: () => '250 2.1.5 taken',
    hangUp: false,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const server = createServer((socket) => converse(socket, standIn, login));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  standIn.url = `smtp://${encodeURIComponent(login.name)}:${encodeURIComponent(login.password)}@127.0.0.1:${port}`;
  return standIn;
}

function converse(
  socket: Socket,
  standIn: MailServerStandIn,
  login: { name: string; password: string },
): void {
  let [buffer, from, isKnown] = ['', '', false];
  let to: string[] = [];
  let data: string[] | null = null;
  const say = (line: string) => socket.write(`${line}\r\n`);
  socket.on('error', () => undefined);
  say('220 mail.example ESMTP');
  socket.on('data', (bytes) => {
    buffer += bytes.toString('latin1');
    for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
      const line = buffer.slice(0, end);
      buffer = buffer.slice(end + 2);
      take(line);
    }
  });
  function take(line: string): void {
    if (data !== null) {
      if (line !== '.') {
        data.push(line.replace(/^\./, ''));
        return;
      }
      standIn.letters.push(decoded(from, to, data.join('\r\n')));
      data = null;
      if (standIn.hangUp) socket.destroy();
      else say('250 2.0.0 queued');
      return;
    }
    const [, verb = '', rest = ''] = /^(\w+)\s*(.*)$/.exec(line) ?? [];
    switch (verb.toUpperCase()) {
      case 'EHLO':
        socket.write('250-mail.example\r\n250-8BITMIME\r\n250 AUTH PLAIN\r\n');
        break;
      case 'AUTH':
        isKnown =
          Buffer.from(rest.replace(/^PLAIN /, ''), 'base64').toString() ===
          `\0${login.name}\0${login.password}`;
        say(isKnown ? '235 2.7.0 welcome' : '535 5.7.8 who are you');
        break;
      case 'MAIL':
        from = /<(.*?)>/.exec(rest)?.[1] ?? '';
        to = [];
        say(isKnown ? '250 2.1.0 yes' : '530 5.7.0 sign in first');
        break;
      case 'RCPT': {
        const recipient = /<(.*?)>/.exec(rest)?.[1] ?? '';
        const answer = standIn.answerTo(recipient);
        if (answer.startsWith('2')) to.push(recipient);
        say(answer);
        break;
      }
      case 'DATA':
        data = [];
        say('354 go on');
        break;
      case 'QUIT':
        say('221 bye');
        socket.end();
        break;
      default:
        say('250 ok');
    }
  }
}

function decoded(from: string, to: string[], raw: string): TakenLetter {
  const end = raw.indexOf('\r\n\r\n');
  const headers = new Map(
    raw
      .slice(0, end)
      .replaceAll(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => {
        const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
        return [name.toLowerCase(), decodedWords(value)];
      }),
  );
  const body = raw.slice(end + 4);
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : encoding === 'quoted-printable'
        ? quotedPrintable(body)
        : Buffer.from(body, 'latin1');
  return { from, to, headers, text: bytes.toString('utf8').replaceAll('\r\n', '\n').trimEnd(), raw };
}

/** "=?UTF-8?Q?Nh=E1=BA=AFc?=", as RFC 2047 has it: white space between two of them is none. */
function decodedWords(value: string): string {
  return value
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/(?:=\?utf-8\?([bq])\?([^?]*)\?=)+/gi, (words) =>
      Buffer.concat(
        [...words.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(([, encoding = '', text = '']) =>
          encoding.toLowerCase() === 'b'
            ? Buffer.from(text, 'base64')
            : quotedPrintable(text.replaceAll('_', ' ')),
        ),
      ).toString('utf8'),
    );
}

function quotedPrintable(text: string): Buffer {
  return Buffer.from(
    text
      .replaceAll(/=\r\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}
