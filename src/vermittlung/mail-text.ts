import { formatDay } from '#src/platform/day.ts';
import type { Schreiben } from './vermittlung.ts';

/** The words of a letter in their order; paper and mail text are made of the same. */
export interface SchreibenTeile {
  readonly betreff: string;
  readonly anrede: string;
  readonly einleitung: string;
  readonly angaben: readonly { readonly name: string; readonly wert: string }[];
  readonly grundlage: string;
  readonly bitte: string;
  readonly gruss: readonly string[];
}

/** A letter to an office in German, without anything that is not in the sealed copy. */
export function schreibenTeile(s: Schreiben): SchreibenTeile {
  const wohin = s.angebot === '' ? s.stelle : `${s.angebot} (${s.stelle})`;
  const termin =
    s.terminAm === null
      ? ''
      : ` Vereinbart ist ein Termin am ${formatDay(s.terminAm)}${s.terminUm === null ? '' : ` um ${s.terminUm} Uhr`}.`;
  return {
    betreff: `Vermittlung: ${s.lebensbereich}`,
    anrede: 'Guten Tag,',
    einleitung: `wir vermitteln eine Person, die wir im Kommunalen Integrationsmanagement begleiten, an Sie: ${wohin}, Lebensbereich ${s.lebensbereich}.${termin}`,
    angaben: s.angabe.map(({ name, wert }) => ({ name, wert })),
    grundlage: `Wir geben diese Angaben weiter, weil uns die Person Ihnen gegenüber von der Schweigepflicht entbunden hat; das gilt bis zum ${formatDay(s.entbindungBis)}. Bitte verwenden Sie sie nur für diese Vermittlung.`,
    bitte:
      s.rueckmeldungBis === null
        ? 'Bitte sagen Sie uns, ob Sie die Person annehmen können.'
        : `Bitte sagen Sie uns bis zum ${formatDay(s.rueckmeldungBis)}, ob Sie die Person annehmen können: angenommen, Warteliste oder abgelehnt mit Grund.`,
    gruss: [
      'Mit freundlichen Grüßen',
      ...[s.casemanager, s.traeger, s.telefon, s.email].filter((line) => line !== ''),
    ],
  };
}

/** The letter as text for a mail that is written outside of Lotse. */
export function mailText(s: Schreiben): string {
  const teile = schreibenTeile(s);
  return [
    teile.anrede,
    '',
    teile.einleitung,
    '',
    ...teile.angaben.map(({ name, wert }) => `${name}: ${wert}`),
    '',
    teile.grundlage,
    '',
    teile.bitte,
    '',
    ...teile.gruss,
  ].join('\n');
}
