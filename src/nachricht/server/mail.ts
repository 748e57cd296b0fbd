import { sql } from 'kysely';
import { createTransport, type Transporter } from 'nodemailer';
import type { Owner } from '#src/platform/server/db.ts';

export interface MailConfig {
  /** smtp://user:password@host:port or smtps://… */
  readonly smtp: string;
  /** Address of the sender. */
  readonly von: string;
}

export interface Mailer {
  /** Sends what waits; answers how many mails went out and how many did not. */
  deliver(): Promise<{ sent: number; failed: number }>;
  close(): void;
}

interface Wartend {
  readonly kreisId: string;
  readonly kontoId: string;
  readonly email: string;
  readonly sprache: string;
  readonly id: readonly string[];
}

/** Older messages have been read in Lotse by then, or a mail would only confuse. */
const MOST_HOURS = 24;

const texts = {
  de: {
    subject: 'Neue Nachricht in Lotse',
    text: (url: string) =>
      `Guten Tag,\n\nin Lotse wartet eine neue Nachricht auf Sie:\n${url}\n\nAus Datenschutzgründen steht hier nichts Näheres.\n`,
  },
  en: {
    subject: 'New message in Lotse',
    text: (url: string) =>
      `Hello,\n\na new message is waiting for you in Lotse:\n${url}\n\nFor reasons of data protection nothing else is written here.\n`,
  },
} as const;

/**
 * The way out of the house: a mail says that there is a message, never what it says. One mail per account, however many
 * messages wait. A failure is kept beside the message as a code and not tried again; the inbox has the message anyway.
 */
export function openMailer(owner: Owner, config: MailConfig, url: string): Mailer {
  const transport: Transporter = createTransport({
    url: config.smtp,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  });
  return {
    deliver: async () => {
      const result = { sent: 0, failed: 0 };
      const waiting = await owner((tx) =>
        tx.all(sql<Wartend>`
        select n.kreis_id as "kreisId", n.konto_id as "kontoId", k.email, k.sprache, array_agg(n.id) as id
        from nachricht n join konto k on k.kreis_id = n.kreis_id and k.id = n.konto_id
        where n.mail_am is null and n.mail_fehler is null and n.gelesen_am is null and k.email is not null
          and k.gesperrt_am is null and n.erfasst_am > now() - make_interval(hours => ${MOST_HOURS})
        group by n.kreis_id, n.konto_id, k.email, k.sprache`),
      );
      for (const konto of waiting) {
        const fehler = await send(transport, config.von, konto, url);
        result[fehler === null ? 'sent' : 'failed'] += 1;
        await owner((tx) =>
          tx.run(sql`update nachricht
          set mail_am = case when ${fehler}::text is null then now() end, mail_fehler = ${fehler}
          where kreis_id = ${konto.kreisId} and id = any (${konto.id}::uuid[])`),
        );
      }
      return result;
    },
    close: () => transport.close(),
  };
}

/** Null when the mail server took it, else a code without an address. */
async function send(
  transport: Transporter,
  from: string,
  konto: Wartend,
  url: string,
): Promise<string | null> {
  const words = konto.sprache === 'en' ? texts.en : texts.de;
  try {
    await transport.sendMail({
      from,
      to: konto.email,
      subject: words.subject,
      text: words.text(url),
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error
      ? `smtp-${String(error.code).toLowerCase()}`
      : 'smtp-unbekannt';
  }
}
