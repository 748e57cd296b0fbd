import { z } from 'zod';
import { inFall } from '#src/fall/contract.ts';
import { inKreis } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';
import { papiersprachen } from '#src/vordruck/sprachen.ts';

const path = '/kreis/{kreisId}/papier';
const file = 'application/pdf';

/** One of the languages in which papers are offered, ISO 639-3. */
const papiersprache = z.enum(papiersprachen.map((s) => s.code));
const inPapiersprache = z.strictObject({ sprache: papiersprache.default('deu') });
/** Papers for colleagues follow the language of the application. */
const inSprache = z.strictObject({ sprache: z.enum(['de', 'en']).optional() });

export const papierContract = {
  printVordruck: endpoint({
    method: 'GET',
    path: `${path}/vordruck/{vordruckId}`,
    summary: 'Leerer Vordruck zum Unterschreiben von Hand, Deutsch neben der Sprache',
    ability: 'papier.drucken',
    reveals: 'stamm',
    refusals: ['nicht-gefunden', 'uebersetzung-fehlt', 'uebersetzung-nicht-freigegeben'],
    params: inKreis.extend({ vordruckId: z.uuid() }),
    query: inPapiersprache,
    file,
  }),
  printEinwilligung: endpoint({
    method: 'GET',
    path: `${path}/einwilligung/{einwilligungId}`,
    summary: 'Unterschriebene Einwilligung, wie sie unterschrieben wurde',
    ability: 'papier.person',
    reveals: 'person',
    refusals: ['nicht-gefunden', 'vordruck-unbekannt'],
    params: inKreis.extend({ einwilligungId: z.uuid() }),
    file,
  }),
  printEntbindung: endpoint({
    method: 'GET',
    path: `${path}/entbindung/{entbindungId}`,
    summary: 'Unterschriebene Schweigepflichtsentbindung',
    ability: 'papier.person',
    reveals: 'person',
    refusals: ['nicht-gefunden', 'vordruck-unbekannt'],
    params: inKreis.extend({ entbindungId: z.uuid() }),
    file,
  }),
  printHilfeplan: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/fall/{fallId}/hilfeplan/druck',
    summary:
      'Hilfeplan oder eine Fassung davon, Deutsch neben der Sprache, mit Unterschriften oder Linien dafür',
    ability: 'papier.person',
    reveals: 'person',
    refusals: ['nicht-gefunden', 'uebersetzung-nicht-freigegeben'],
    params: inFall,
    query: inPapiersprache.extend({
      /** Number of a frozen version; otherwise the plan as it stands. */
      version: z
        .string()
        .regex(/^(entwurf|[1-9]\d{0,3})$/)
        .default('entwurf'),
    }),
    file,
  }),
  printErfolgsbericht: endpoint({
    method: 'GET',
    path: `${path}/erfolgsbericht`,
    summary: 'Freigegebene Fallbeispiele ohne Namen, alle oder eines',
    ability: 'erfolgsbericht.lesen',
    reveals: 'zahlen',
    refusals: ['nicht-gefunden'],
    params: inKreis,
    query: z.strictObject({ bericht: z.uuid().optional() }),
    file,
  }),
  printBlankScreening: endpoint({
    method: 'GET',
    path: `${path}/screening`,
    summary: 'Leerer Screening-Bogen',
    ability: 'papier.drucken',
    reveals: 'stamm',
    refusals: ['nicht-gefunden'],
    params: inKreis,
    query: inSprache,
    file,
  }),
  printScreening: endpoint({
    method: 'GET',
    path: `${path}/screening/{anfrageId}`,
    summary: 'Screening-Bogen einer Anfrage, ohne Gefährdungsabschätzung',
    ability: 'papier.person',
    reveals: 'person',
    refusals: ['nicht-gefunden'],
    params: inKreis.extend({ anfrageId: z.uuid() }),
    query: inSprache,
    file,
  }),
  printAssessment: endpoint({
    method: 'GET',
    path: `${path}/assessment/{assessmentId}`,
    summary: 'Profil einer Runde des Assessments mit Vergleich zur vorigen, ohne Namen',
    ability: 'papier.person',
    reveals: 'person',
    refusals: ['nicht-gefunden'],
    params: inKreis.extend({ assessmentId: z.uuid() }),
    file,
  }),
  printTerminzettel: endpoint({
    method: 'GET',
    path: `${path}/terminzettel/{terminId}`,
    summary: 'Terminzettel ohne Namen in der Sprache der Ratsuchenden und auf Deutsch',
    ability: 'papier.termin',
    reveals: 'fall',
    refusals: ['nicht-gefunden'],
    params: inKreis.extend({ terminId: z.uuid() }),
    /** German alone where the language is not offered, or its drafts are off. */
    query: z.strictObject({
      sprache: z
        .string()
        .regex(/^[a-z]{3}$/)
        .default('deu'),
    }),
    file,
  }),
  printUebergabeblatt: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/fall/{fallId}/uebergabeblatt/papier',
    summary: 'Übergabeblatt eines Falls: was offen ist, und was nicht in der Akte steht',
    ability: 'papier.person',
    reveals: 'person',
    refusals: ['nicht-gefunden'],
    params: inFall,
    file,
  }),
  printZugriffe: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/fall/{fallId}/zugriff/papier',
    summary: 'Wer die Akte gelesen hat, als Blatt für die Person (Art. 15 DSGVO)',
    ability: 'papier.person',
    reveals: 'person',
    refusals: ['nicht-gefunden'],
    params: inFall,
    file,
  }),
  printVermittlung: endpoint({
    method: 'GET',
    path: `${path}/vermittlung/{vermittlungId}`,
    summary: 'Schreiben einer gesendeten Vermittlung, genau wie in der Vorschau',
    ability: 'papier.person',
    reveals: 'person',
    refusals: ['nicht-gefunden'],
    params: inKreis.extend({ vermittlungId: z.uuid() }),
    file,
  }),
  printKontaktblatt: endpoint({
    method: 'GET',
    path: `${path}/kontaktblatt/{standortId}`,
    summary: 'Kontaktblatt eines Standorts mit Öffnungszeiten und Sprechstunden',
    ability: 'papier.drucken',
    reveals: 'stamm',
    refusals: ['nicht-gefunden'],
    params: inKreis.extend({ standortId: z.uuid() }),
    file,
  }),
  printAusfall: endpoint({
    method: 'GET',
    path: `${path}/ausfall/{sprechstundeId}/{am}`,
    summary: 'Aushang zu einer ausgefallenen Sprechstunde mit dem nächsten Termin',
    ability: 'papier.drucken',
    reveals: 'stamm',
    refusals: ['nicht-gefunden'],
    params: inKreis.extend({ sprechstundeId: z.uuid(), am: day }),
    file,
  }),
};
