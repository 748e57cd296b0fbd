import type { KontoZeile } from './list-konto.ts';

/** The command was written wrongly: exit code 2 and the usage. */
export class WrongUse extends Error {
  constructor(message = 'So geht der Befehl nicht.') {
    super(message);
    this.name = 'WrongUse';
  }
}

export const kontoUsage = `lotse konto liste [--kreis K]
lotse konto anlegen <anmeldename> --kreis K --name "Vorname Nachname" [--rolle R …] [--sprache de|en] [--eingabe]
lotse konto rolle <anmeldename> --rolle R [--kreis K] [--traeger T] [--region G] [--stelle S] [--bis 2026-12-31] [--beenden]
lotse konto einladen <anmeldename> [--kreis K --name "Vorname Nachname" --rolle R … [--mail ADRESSE]]
lotse konto kennwort <anmeldename> [--eingabe]
lotse konto mail <anmeldename> [adresse]
lotse konto sperren|entsperren|abmelden <anmeldename>
lotse konto faktor <anmeldename>

mail setzt die dienstliche Adresse für Hinweise ohne Inhalt; ohne Adresse gehen keine Mails mehr hinaus.
faktor setzt den zweiten Faktor zurück, wenn App und Wiederherstellungscodes verloren sind.
einladen legt das Konto an, wenn es fehlt, und zeigt einmal den Link, mit dem die Person ihr Kennwort setzt.
--eingabe liest das Kennwort von der Standardeingabe; sonst wird eines gebildet und einmal gezeigt.
--json schreibt genau ein JSON-Dokument.
`;

const refusalTexts: Readonly<Record<string, string>> = {
  'anmeldename-ungueltig': 'Der Anmeldename hat 3 bis 120 Zeichen: Buchstaben a-z, Ziffern und . _ @ + -',
  'anmeldename-vergeben': 'Den Anmeldenamen gibt es schon.',
  'frist-vorbei': 'Der Tag bei --bis ist schon vorbei.',
  'kennwort-bekannt': 'Das Kennwort ist zu leicht zu erraten.',
  'kennwort-zu-kurz': 'Das Kennwort braucht mindestens 12 Zeichen.',
  'konto-unbekannt': 'Ein Konto mit diesem Anmeldenamen gibt es nicht.',
  'kreis-unbekannt': 'Diesen Kreis gibt es nicht.',
  'mail-ungueltig': 'Das ist keine Mailadresse.',
  'name-fehlt': 'Der Name fehlt.',
  'region-unbekannt': 'Diese Region gibt es im Kreis nicht.',
  'rolle-braucht-frist': 'Die Befugnis zum Einlesen ist befristet: bitte --bis angeben.',
  'rolle-braucht-traeger': 'Diese Rolle gilt an einem Träger: bitte --traeger angeben.',
  'rolle-braucht-stelle': 'Ein Partnerkonto gehört zu einer Partnerstelle: bitte --stelle "Name" angeben.',
  'rolle-unbekannt': 'Das Konto hat diese Rolle nicht.',
  'rolle-vorhanden': 'Das Konto hat diese Rolle schon.',
  'stelle-nur-partner': 'Eine Stelle gehört nur zur Rolle partner.',
  'stelle-unbekannt': 'Diese Partnerstelle gibt es im Kreis nicht.',
  'traeger-unbekannt': 'Diesen Träger gibt es im Kreis nicht.',
};

/** Refusals as sentences for the terminal; an unknown code stays readable as it is. */
export function refusalText(code: string): string {
  return refusalTexts[code] ?? code;
}

/** One line per account and one per role. */
export function writeKontoListe(konten: readonly KontoZeile[]): string {
  const lines = konten.flatMap((konto) => [
    `${konto.anmeldename.padEnd(34)} ${konto.kreis.padEnd(14)} ${konto.name}${konto.zustand === 'aktiv' ? '' : ` (${konto.zustand})`}`,
    ...konto.rollen.map((r) => {
      const ort = [r.traeger, r.region].filter((teil) => teil !== null).join(', ');
      return `    ${r.rolle}${ort === '' ? '' : ` (${ort})`} in ${r.kreis}${r.bis === null ? '' : ` bis ${r.bis}`}`;
    }),
  ]);
  return lines.map((line) => `${line}\n`).join('');
}

/** The first line of standard input. */
export async function readFirstLine(stdin: AsyncIterable<Uint8Array | string>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of stdin) {
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    if (text.includes('\n')) break;
  }
  return text.split(/\r?\n/, 1)[0] ?? '';
}
