import type { BogenText } from '#src/einwilligung/contract.ts';
import type { Rollen } from '#src/einwilligung/web/use-signatures.ts';
import { addMonths, isDay, today } from '#src/platform/day.ts';
import { fillInhalt } from '#src/vordruck/rules.ts';
import { entbindungInhalt, entbindungRichtung, entbindungZweck } from '../contract.ts';
import { entbindungWerte } from '../rules.ts';

/** A release as the fields of its form hold it. */
export type EntbindungValues = {
  readonly stelleId: string;
  readonly zweck: string;
  readonly inhalt: readonly string[];
  readonly richtung: string;
  readonly letzterTag: string;
  readonly sprache: string;
  readonly vertretungen: string;
  readonly form: string;
  readonly am: string;
  readonly unterschrift: string;
};

export function emptyEntbindung(vertretungen: number): EntbindungValues {
  return {
    stelleId: '',
    zweck: 'vermittlung',
    inhalt: [],
    richtung: 'an',
    letzterTag: addMonths(today(), 12),
    sprache: 'deu',
    vertretungen: String(vertretungen),
    form: 'bildschirm',
    am: today(),
    unterschrift: '',
  };
}

/** Who signs, in this order. */
export function rollenOf({ vertretungen }: Pick<EntbindungValues, 'vertretungen'>): Rollen {
  return vertretungen === '0' ? ['klient'] : Array.from({ length: Number(vertretungen) }, () => 'vertretung');
}

/** The chosen codes as the interface knows them. */
export function codesOf({
  zweck,
  inhalt,
  richtung,
}: Pick<EntbindungValues, 'zweck' | 'inhalt' | 'richtung'>) {
  return {
    zweck: entbindungZweck.catch('vermittlung').parse(zweck),
    inhalt: entbindungInhalt.options.filter((code) => inhalt.includes(code)),
    richtung: entbindungRichtung.catch('an').parse(richtung),
  };
}

/** Fields that need no server to be refused. */
export function checkEntbindung(values: EntbindungValues): Partial<Record<keyof EntbindungValues, string>> {
  return {
    ...(values.stelleId === '' ? { stelleId: 'stelle-fehlt' } : {}),
    ...(values.inhalt.length === 0 ? { inhalt: 'inhalt-fehlt' } : {}),
    ...(isDay(values.letzterTag) ? {} : { letzterTag: 'datum-ungueltig' }),
    ...(isDay(values.am) ? {} : { am: 'datum-ungueltig' }),
  };
}

/** The text as it is signed: office, purpose, content, direction and end filled in, in both languages. */
export function filledText(
  text: BogenText,
  values: EntbindungValues,
  stelle: string,
): Pick<BogenText, 'deutsch' | 'uebersetzung'> {
  const { deutsch, uebersetzung, worte } = text;
  const eingabe = { ...codesOf(values), letzterTag: values.letzterTag };
  const fill = (inhalt: BogenText['deutsch'], words: typeof worte.deutsch) =>
    fillInhalt(inhalt, entbindungWerte(eingabe, stelle, words));
  return {
    deutsch: fill(deutsch, worte.deutsch),
    uebersetzung: uebersetzung && {
      ...uebersetzung,
      inhalt: fill(uebersetzung.inhalt, worte.uebersetzung ?? worte.deutsch),
    },
  };
}
