import { z } from 'zod';
import { inKreis } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import {
  baustein3Frage,
  beratungszeitFrage,
  fallzahlenFrage,
  kontakteFrage,
  kontaktmerkmalFrage,
  merkmalFrage,
  stellenFrage,
} from './frage.ts';
import {
  baustein3,
  beratungszeit,
  exportFormat,
  fallzahlen,
  kontakte,
  kontaktmerkmalTabelle,
  merkmalTabelle,
  stellen,
} from './tabelle.ts';

const counting = { method: 'GET', ability: 'auswertung.zaehlen', reveals: 'zahlen' } as const;
const refusals = ['region-unbekannt', 'traeger-fremd', 'datum-in-zukunft'] as const;
const datei = inKreis.extend({ format: exportFormat });
const sprache = z.enum(['de', 'en']).optional();
/** The media type of a file answer follows its format; this one stands in the interface description. */
const file = 'application/octet-stream';
const path = '/kreis/{kreisId}/auswertung';

export const auswertungContract = {
  countFallzahlen: endpoint({
    ...counting,
    path: `${path}/fallzahlen`,
    summary: 'Fälle je Stichtag, Träger und Status',
    refusals,
    params: inKreis,
    query: fallzahlenFrage,
    out: fallzahlen,
  }),
  countKontakte: endpoint({
    ...counting,
    path: `${path}/kontakte`,
    summary: 'Kontakte je Monat und Träger',
    refusals,
    params: inKreis,
    query: kontakteFrage,
    out: kontakte,
  }),
  countBeratungszeit: endpoint({
    ...counting,
    path: `${path}/beratungszeit`,
    summary: 'Beratungszeit je Träger und Phase; nichts über einzelne Fachkräfte',
    refusals,
    params: inKreis,
    query: beratungszeitFrage,
    out: beratungszeit,
  }),
  countMerkmal: endpoint({
    ...counting,
    path: `${path}/merkmal`,
    summary: 'Merkmal der Fälle am Stichtag',
    refusals,
    params: inKreis,
    query: merkmalFrage,
    out: merkmalTabelle,
  }),
  countKontaktmerkmal: endpoint({
    ...counting,
    path: `${path}/kontaktmerkmal`,
    summary: 'Merkmal der sonstigen Kontakte eines Zeitraums',
    refusals,
    params: inKreis,
    query: kontaktmerkmalFrage,
    out: kontaktmerkmalTabelle,
  }),
  listBaustein3: endpoint({
    ...counting,
    path: `${path}/baustein3`,
    summary: 'Jahreszahlen der Behörden (Baustein 3)',
    refusals,
    params: inKreis,
    query: baustein3Frage,
    out: baustein3,
  }),
  listStellen: endpoint({
    ...counting,
    path: `${path}/stellen`,
    summary: 'Stellenanteile am Stichtag',
    refusals,
    params: inKreis,
    query: stellenFrage,
    out: stellen,
  }),
  exportFallzahlen: endpoint({
    ...counting,
    path: `${path}/fallzahlen/{format}`,
    summary: 'Fallzahlen als Datei',
    refusals,
    params: datei,
    query: fallzahlenFrage.extend({ sprache }),
    file,
  }),
  exportKontakte: endpoint({
    ...counting,
    path: `${path}/kontakte/{format}`,
    summary: 'Kontakte als Datei',
    refusals,
    params: datei,
    query: kontakteFrage.safeExtend({ sprache }),
    file,
  }),
  exportMerkmal: endpoint({
    ...counting,
    path: `${path}/merkmal/{format}`,
    summary: 'Merkmal als Datei',
    refusals,
    params: datei,
    query: merkmalFrage.extend({ sprache }),
    file,
  }),
  exportKontaktmerkmal: endpoint({
    ...counting,
    path: `${path}/kontaktmerkmal/{format}`,
    summary: 'Kontaktmerkmal als Datei',
    refusals,
    params: datei,
    query: kontaktmerkmalFrage.safeExtend({ sprache }),
    file,
  }),
  exportBaustein3: endpoint({
    ...counting,
    path: `${path}/baustein3/{format}`,
    summary: 'Baustein 3 als Datei',
    refusals,
    params: datei,
    query: baustein3Frage.extend({ sprache }),
    file,
  }),
  exportStellen: endpoint({
    ...counting,
    path: `${path}/stellen/{format}`,
    summary: 'Stellen als Datei',
    refusals,
    params: datei,
    query: stellenFrage.extend({ sprache }),
    file,
  }),
};
