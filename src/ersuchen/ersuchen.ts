import { z } from 'zod';
import { day } from '#src/platform/day.ts';
import { vordruckRecht } from '#src/vordruck/recht.ts';

/** What a person may ask for: Art. 15, 16, 17, 18, 20 and 21 GDPR. A withdrawal of consent is made at the consent itself. */
export const ersuchenArt = z.enum([
  'auskunft',
  'berichtigung',
  'loeschung',
  'einschraenkung',
  'uebertragbarkeit',
  'widerspruch',
]);
export type ErsuchenArt = z.infer<typeof ersuchenArt>;

export const ersuchenStand = z.enum([
  'eingegangen',
  'identitaet_geprueft',
  'vorbereitet',
  'freigegeben',
  'erledigt',
  'abgelehnt',
]);
export type ErsuchenStand = z.infer<typeof ersuchenStand>;

export const ersuchenWeg = z.enum(['persoenlich', 'brief', 'mail']);
export const ersuchenDurch = z.enum(['person', 'vertretung']);
export const ersuchenIdentitaet = z.enum(['bekannt', 'ausweis', 'rueckruf', 'vollmacht']);
export const ersuchenFeld = z.enum([
  'name',
  'geburtsdatum',
  'anschrift',
  'aufenthalt',
  'familie',
  'beratung',
  'sonstiges',
]);
export const ersuchenAnlass = z.enum(['bestritten', 'unrechtmaessig', 'rechtsansprueche', 'widerspruch']);
export const verlaengertGrund = z.enum(['umfang', 'schwierig', 'viele_ersuchen']);
export const ersuchenEntscheidung = z.enum(['stattgegeben', 'vermerkt', 'abgelehnt']);
export type ErsuchenEntscheidung = z.infer<typeof ersuchenEntscheidung>;
export const ersuchenAblehnung = z.enum([
  'identitaet',
  'offensichtlich_unbegruendet',
  'exzessiv',
  'rechte_dritter',
  'richtig',
  'rechtspflicht',
  'rechtsansprueche',
  'archiv',
  'sozialdaten',
  'schutzwuerdige_gruende',
  'nicht_automatisiert',
]);
export type ErsuchenAblehnung = z.infer<typeof ersuchenAblehnung>;
export const ersuchenUebergeben = z.enum(['persoenlich', 'brief', 'verschluesselt']);
export const rueckgabeGrund = z.enum(['unvollstaendig', 'dritte', 'begruendung', 'sonstiges']);
export const schwaerzungGrund = z.enum(['dritte', 'quelle', 'kindeswohl', 'geheimnis']);

/** The clock in words; colour only supports them. */
export const ersuchenAmpel = z.enum(['im_plan', 'bald', 'ueberfaellig', 'fertig']);
export type ErsuchenAmpel = z.infer<typeof ersuchenAmpel>;

/** A section of the copy with how much stands in it, never what. */
export const abschnittUmfang = z.strictObject({
  abschnitt: z.string(),
  zeilen: z.number(),
  schwaerzungen: z.number(),
  /** Proposals of Lotse that the reviewer took back. */
  verworfen: z.number(),
});
export type AbschnittUmfang = z.infer<typeof abschnittUmfang>;

export const ersuchenZeile = z.strictObject({
  id: z.string(),
  nummer: z.string(),
  art: ersuchenArt,
  stand: ersuchenStand,
  traegerId: z.string(),
  fallNummer: z.string().nullable(),
  /** Null for those who oversee the request and do not work with the person. */
  person: z.string().nullable(),
  eingegangenAm: day,
  fristAm: day,
  ampel: ersuchenAmpel,
  verlaengert: z.boolean(),
});
export type ErsuchenZeile = z.infer<typeof ersuchenZeile>;

/** What the account may do now with a request. */
const ersuchenRechte = z.strictObject({
  checkIdentitaet: z.boolean(),
  extend: z.boolean(),
  compile: z.boolean(),
  prepare: z.boolean(),
  release: z.boolean(),
  complete: z.boolean(),
  readContent: z.boolean(),
});

export const ersuchenDetail = ersuchenZeile.extend({
  fassung: z.number(),
  fallId: z.string().nullable(),
  personId: z.string().nullable(),
  weg: ersuchenWeg,
  durch: ersuchenDurch,
  recht: vordruckRecht,
  identitaet: ersuchenIdentitaet.nullable(),
  verlaengertAm: day.nullable(),
  verlaengertGrund: verlaengertGrund.nullable(),
  feld: ersuchenFeld.nullable(),
  anlass: ersuchenAnlass.nullable(),
  entscheidung: ersuchenEntscheidung.nullable(),
  ablehnung: ersuchenAblehnung.nullable(),
  /** Empty for those who only oversee. */
  wunsch: z.string(),
  antwort: z.string(),
  umfang: z.array(abschnittUmfang),
  /** SHA-256 (hex) of the frozen copy. */
  pruefwert: z.string().nullable(),
  uebergeben: ersuchenUebergeben.nullable(),
  uebergebenAm: day.nullable(),
  zusammengestellt: z.boolean(),
  /** Why the account may not release although its role could; undefined elsewhere. */
  vierAugen: z.boolean(),
  loeschlaufId: z.string().nullable(),
  schritt: z.array(
    z.strictObject({
      schritt: z.string(),
      grund: z.string().nullable(),
      am: z.string(),
      vonName: z.string().nullable(),
    }),
  ),
  schwaerzung: z.array(
    z.strictObject({ abschnitt: z.string(), grund: schwaerzungGrund, anzahl: z.number() }),
  ),
  abilities: ersuchenRechte,
});
export type ErsuchenDetail = z.infer<typeof ersuchenDetail>;

/** The time in which the data of a person are only kept (Art. 18 GDPR). */
export const einschraenkungZeile = z.strictObject({
  id: z.string(),
  anlass: ersuchenAnlass,
  ab: day,
  aufgehobenAm: day.nullable(),
  /** Number of the request that led to it. */
  ersuchenNummer: z.string().nullable(),
});
export type EinschraenkungZeile = z.infer<typeof einschraenkungZeile>;

export const personErsuchen = z.strictObject({
  ersuchen: z.array(ersuchenZeile),
  einschraenkung: z.array(einschraenkungZeile),
  /** Particulars whose correctness the person disputes (§ 84 (2) SGB X): noted, not blocked. */
  bestritten: z.array(z.strictObject({ feld: ersuchenFeld, seit: day, offen: z.boolean() })),
  recht: vordruckRecht,
});
export type PersonErsuchen = z.infer<typeof personErsuchen>;
