import { createTransport } from 'nodemailer';
import type { Temporal } from 'temporal-polyfill';
import type { MailServer } from '../../platform/http/visit.ts';
import type { MailAnswer } from '../domain/mail.ts';

/** How long the mail server may take for an answer, in milliseconds: the letter's row is held meanwhile. */
const PATIENCE = 10_000;

/** A letter as it leaves the house. */
export interface Letter {
  /** The same at every try, so that a mail server knows one again that it has taken already. */
  id: string;
  to: string;
  /** Name of the sender. */
  by: string;
  subject: string;
  text: string;
  at: Temporal.Instant;
}

/** Hands letters to the mail server. @returns what went wrong; undefined where it took the letter */
export function openSmtp(server: MailServer) {
  const transport = createTransport({
    url: server.url,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async (letter: Letter): Promise<(MailAnswer & { answer: string }) | undefined> => {
    try {
      await transport.sendMail({
        messageId: `<${letter.id}@${server.from.split('@')[1]}>`,
        date: new Date(letter.at.epochMilliseconds),
        from: { name: letter.by, address: server.from },
        to: letter.to,
        subject: letter.subject,
        text: letter.text,
        // Answers of machines to it are not wanted (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return undefined;
    } catch (error) {
      return errorOf(error);
    }
  };
}

function errorOf(error: unknown): MailAnswer & { answer: string } {
  const { message, code, responseCode, response } = error as Partial<
    Record<'message' | 'code' | 'response', string> & { responseCode: number }
  >;
  return {
    status: responseCode,
    ofLetter: code === 'EENVELOPE' || code === 'EMESSAGE',
    answer: String(response ?? message ?? error).slice(0, 500),
  };
}
