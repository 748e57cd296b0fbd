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
    linkSubject: 'Ihr Zugang zu Lotse',
    link: (link: string) =>
      `Guten Tag,\n\nmit diesem Link setzen Sie Ihr Kennwort für Lotse:\n${link}\n\nEr gilt sieben Tage und nur ein einziges Mal. Geben Sie ihn nicht weiter. Wenn Sie keinen Zugang erwarten, löschen Sie diese Mail.\n`,
    text: (url: string) =>
      `Guten Tag,\n\nin Lotse wartet eine neue Nachricht auf Sie:\n${url}\n\nAus Datenschutzgründen steht hier nichts Näheres.\n`,
  },
  en: {
    subject: 'New message in Lotse',
    linkSubject: 'Your access to Lotse',
    link: (link: string) =>
      `Hello,\n\nwith this link you set your password for Lotse:\n${link}\n\nIt holds for seven days and only once. Do not pass it on. If you expect no access, delete this mail.\n`,
    text: (url: string) =>
      `Hello,\n\na new message is waiting for you in Lotse:\n${url}\n\nFor reasons of data protection nothing else is written here.\n`,
  },
} as const;

/**
 * The way out of the house: a mail says that there is a message, never what it says. One mail per account, however many
 * messages wait. A failure is kept beside the message as a code and not tried again; the inbox has the message anyway.
 */
export function openMailer(owner: Owner, config: MailConfig, url: string): Mailer {
  const transport = openTransport(config);
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

function openTransport(config: MailConfig): Transporter {
  return createTransport({
    url: config.smtp,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  });
}

/** Sends the link by which an account sets its password, without a name; null or a code without an address. */
export async function sendLinkMail(
  config: MailConfig,
  to: string,
  sprache: 'de' | 'en',
  link: string,
): Promise<string | null> {
  const transport = openTransport(config);
  try {
    const words = texts[sprache];
    return await post(transport, {
      from: config.von,
      to,
      subject: words.linkSubject,
      text: words.link(link),
    });
  } finally {
    transport.close();
  }
}

function send(transport: Transporter, from: string, konto: Wartend, url: string): Promise<string | null> {
  const words = konto.sprache === 'en' ? texts.en : texts.de;
  return post(transport, { from, to: konto.email, subject: words.subject, text: words.text(url) });
}

interface Post {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Null when the mail server took it, else a code without an address. */
async function post(transport: Transporter, mail: Post): Promise<string | null> {
  try {
    await transport.sendMail({ ...mail, headers: { 'Auto-Submitted': 'auto-generated' } });
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error
      ? `smtp-${String(error.code).toLowerCase()}`
      : 'smtp-unbekannt';
  }
}
