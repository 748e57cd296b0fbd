import { z } from 'zod';
import { isDay } from '#src/platform/day.ts';
import type { Sprache } from '#src/platform/texts.ts';
import { newKey } from '#src/platform/web/call.ts';
import type { FieldCodes } from '#src/platform/web/use-form.ts';
import type { SchrittEingabe, ZielInhalt, ZielZeile } from '../contract.ts';
import { schrittAkteur } from '../plan.ts';
import { schrittRefusal, zielRefusals } from '../rules.ts';
import type { ZielVorlage } from '../vorlage.ts';

/** A goal as the fields hold it; each step as JSON, so that a draft keeps it too. */
export type ZielValues = {
  readonly lebensbereich: string;
  readonly text: string;
  readonly worte: string;
  readonly indikator: string;
  readonly prioritaet: string;
  readonly bisWann: string;
  readonly schritt: readonly string[];
};

/** A step while it is typed: its day may be anything yet. */
export interface SchrittValues extends Omit<SchrittEingabe, 'faelligAm'> {
  readonly faelligAm: string;
}

const schrittValues = z.strictObject({
  id: z.string(),
  text: z.string(),
  akteur: schrittAkteur.nullable(),
  stelleId: z.string().nullable(),
  dritte: z.string(),
  faelligAm: z.string(),
});

export function emptyZiel(lebensbereich: string): ZielValues {
  return {
    lebensbereich,
    text: '',
    worte: '',
    indikator: '',
    prioritaet: '2',
    bisWann: '',
    schritt: writeSchritte([emptySchritt()]),
  };
}

export function emptySchritt(): SchrittValues {
  return { id: newKey(), text: '', akteur: null, stelleId: null, dritte: '', faelligAm: '' };
}

/** The fields of a goal; states and days of states stay where they are. */
export function zielValues(ziel: ZielInhalt): ZielValues {
  return {
    lebensbereich: ziel.lebensbereich,
    text: ziel.text,
    worte: ziel.worte,
    indikator: ziel.indikator,
    prioritaet: String(ziel.prioritaet),
    bisWann: ziel.bisWann ?? '',
    schritt: writeSchritte(ziel.schritt.map((each) => ({ ...each, faelligAm: each.faelligAm ?? '' }))),
  };
}

/** A stored goal as it would be sent. */
export function toInhalt(ziel: ZielZeile): ZielInhalt {
  const { lebensbereich, text, worte, indikator, prioritaet, bisWann, schritt } = ziel;
  return {
    lebensbereich,
    text,
    worte,
    indikator,
    prioritaet,
    bisWann,
    schritt: schritt.map(({ stand: _stand, standAb: _ab, ...each }) => each),
  };
}

/** What the fields say; a day that is none yet is left out, an untouched step falls away. */
export function zielInhalt(values: ZielValues): ZielInhalt {
  return {
    lebensbereich: values.lebensbereich,
    text: values.text.trim(),
    worte: values.worte.trim(),
    indikator: values.indikator.trim(),
    prioritaet: Number(values.prioritaet),
    bisWann: isDay(values.bisWann) ? values.bisWann : null,
    schritt: touched(values).map(toEingabe),
  };
}

export function readSchritte(values: Pick<ZielValues, 'schritt'>): SchrittValues[] {
  return values.schritt.flatMap((text) => {
    const parsed = schrittValues.safeParse(JSON.parse(text));
    return parsed.success ? [parsed.data] : [];
  });
}

export function writeSchritte(schritte: readonly SchrittValues[]): string[] {
  return schritte.map((each) => JSON.stringify(each));
}

function touched(values: ZielValues): SchrittValues[] {
  return readSchritte(values).filter(
    ({ text, akteur, dritte, faelligAm }) => `${text}${dritte}${faelligAm}`.trim() !== '' || akteur !== null,
  );
}

function toEingabe(schritt: SchrittValues): SchrittEingabe {
  return {
    ...schritt,
    text: schritt.text.trim(),
    dritte: schritt.dritte.trim(),
    faelligAm: isDay(schritt.faelligAm) ? schritt.faelligAm : null,
  };
}

/** Codes of fields that need no server to be refused. */
export function checkZiel(values: ZielValues): FieldCodes<ZielValues> {
  const inhalt = zielInhalt(values);
  const refusals = zielRefusals(inhalt);
  const codeAt = (field: string) =>
    refusals.find(({ instance }) => instance === field || instance.startsWith(`${field}/`))?.code;
  const text = codeAt('/text');
  const schritt =
    codeAt('/schritt') ??
    (touched(values).some((each) => !isOpenDay(each.faelligAm)) ? 'datum-ungueltig' : undefined);
  return {
    ...(values.lebensbereich === '' ? { lebensbereich: 'pflichtfeld' } : {}),
    ...(text === undefined ? {} : { text }),
    ...(isOpenDay(values.bisWann) ? {} : { bisWann: 'datum-ungueltig' }),
    ...(schritt === undefined ? {} : { schritt }),
  };
}

/** What is wrong with one step, at which of its fields. */
export function schrittError(
  schritt: SchrittValues,
): { feld: 'text' | 'akteur' | 'dritte' | 'faelligAm'; code: string } | undefined {
  const eingabe = toEingabe(schritt);
  const untouched = `${eingabe.text}${eingabe.dritte}${schritt.faelligAm}` === '' && eingabe.akteur === null;
  if (untouched) return undefined;
  return (
    schrittRefusal(eingabe) ??
    (isOpenDay(schritt.faelligAm) ? undefined : { feld: 'faelligAm', code: 'datum-ungueltig' })
  );
}

function isOpenDay(text: string): boolean {
  return text === '' || isDay(text);
}

/** A template in the language of the page, beginning where the form stands. */
export function fromVorlage(
  vorlage: ZielVorlage,
  sprache: Sprache,
): Pick<ZielValues, 'text' | 'indikator' | 'schritt'> {
  return {
    text: vorlage.text[sprache],
    indikator: vorlage.indikator[sprache],
    schritt: writeSchritte(
      vorlage.schritt.map(({ text, akteur }) => ({ ...emptySchritt(), text: text[sprache], akteur })),
    ),
  };
}
