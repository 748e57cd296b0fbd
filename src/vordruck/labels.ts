import { z } from 'zod';

const wort = z.string().trim().min(1).max(90);
const satz = z.string().trim().min(1).max(240);

/** Words that printed papers and the screens for signing need in the language of the client. */
export const paperLabelsSchema = z.strictObject({
  /** Printed on every draft: the German text decides. */
  ungeprueft: satz,
  person: z.strictObject({
    name: wort,
    vorname: wort,
    familienname: wort,
    geburtsdatum: wort,
    sprache: wort,
    vertretung: wort,
  }),
  unterschrift: z.strictObject({
    ortDatum: wort,
    klient: wort,
    vertretung: wort,
    fachkraft: wort,
    dolmetschen: wort,
    /** Before the name of the interpreter. */
    gedolmetschtVon: satz,
    bitteAnkreuzen: satz,
    ja: wort,
    nein: wort,
    ausgehaendigtAm: wort,
  }),
  termin: z.strictObject({
    titel: wort,
    datum: wort,
    uhrzeit: wort,
    ort: wort,
    raum: wort,
    mitWem: wort,
    dolmetschen: satz,
    mitbringen: wort,
    absagen: satz,
    telefon: wort,
    nummer: wort,
    sprechstunde: wort,
    ohneTermin: satz,
    abgesagt: satz,
    naechster: wort,
  }),
  wochentag: z.strictObject({
    montag: wort,
    dienstag: wort,
    mittwoch: wort,
    donnerstag: wort,
    freitag: wort,
    samstag: wort,
    sonntag: wort,
  }),
  freigabe: z.strictObject({
    stelle: wort,
    zweck: wort,
    inhalt: wort,
    richtung: wort,
    frist: wort,
  }),
  zweck: z.strictObject({
    vermittlung: wort,
    fallkonferenz: wort,
    kurzer_draht: wort,
    uebergabe: wort,
    rueckmeldung: wort,
  }),
  inhalt: z.strictObject({
    kontaktdaten: wort,
    aufenthalt: wort,
    leistungen: wort,
    arbeit: wort,
    wohnen: wort,
    bildung: wort,
    familie: wort,
    gesundheit: wort,
    hilfeplan: wort,
  }),
  richtung: z.strictObject({ an: satz, von: satz, beide: satz }),
  kontakt: z.strictObject({
    titel: wort,
    beratung: satz,
    kostenlos: satz,
    wirSprechen: wort,
    oeffnungszeiten: wort,
    anschrift: wort,
    mail: wort,
  }),
});
export type PaperLabels = z.infer<typeof paperLabelsSchema>;
