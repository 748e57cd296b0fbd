import { entbindungInhalt } from '#src/entbindung/contract.ts';
import { addDays, isDay, today } from '#src/platform/day.ts';
import { FRIST_TAGE } from '../rules.ts';
import { kanal, uhrzeit } from '../vermittlung.ts';

/** A referral as the fields of its form hold it. */
export type VermittlungValues = {
  readonly lebensbereich: string;
  readonly angebotId: string;
  readonly stelleId: string;
  readonly am: string;
  readonly terminAm: string;
  readonly terminUm: string;
  readonly kanal: string;
  readonly inhalt: readonly string[];
  readonly ohne: readonly string[];
  readonly rueckmeldungBis: string;
  readonly nurVorbereiten: boolean;
};

/** An empty form: a letter with the contact data alone, to be answered within two weeks. */
export function emptyVermittlung(lebensbereich: string): VermittlungValues {
  return {
    lebensbereich,
    angebotId: '',
    stelleId: '',
    am: today(),
    terminAm: '',
    terminUm: '',
    kanal: 'papier',
    inhalt: ['kontaktdaten'],
    ohne: [],
    rueckmeldungBis: addDays(today(), FRIST_TAGE),
    nurVorbereiten: false,
  };
}

/** Fields that need no server to be refused. */
export function checkVermittlung(
  values: VermittlungValues,
): Partial<Record<keyof VermittlungValues, string>> {
  return {
    ...(values.lebensbereich === '' ? { lebensbereich: 'pflichtfeld' } : {}),
    ...(values.angebotId === '' && values.stelleId === '' ? { angebotId: 'ziel-fehlt' } : {}),
    ...(isDay(values.am) ? {} : { am: 'datum-ungueltig' }),
    ...checkZeit(values),
    ...(values.kanal !== 'nichts' && values.inhalt.length === 0 ? { inhalt: 'inhalt-fehlt' } : {}),
  };
}

/** True when the preview can be asked for. */
export function isReady(values: VermittlungValues): boolean {
  const { inhalt: _inhalt, ...wrong } = checkVermittlung(values);
  return values.kanal !== 'nichts' && Object.keys(wrong).length === 0;
}

/** What preview and referral have in common. */
export function bodyOf(values: VermittlungValues) {
  const nichts = values.kanal === 'nichts';
  return {
    lebensbereich: values.lebensbereich,
    angebotId: values.angebotId || null,
    stelleId: values.angebotId === '' && values.stelleId !== '' ? values.stelleId : null,
    am: values.am,
    ...zeitOf(values),
    inhalt: nichts ? [] : entbindungInhalt.options.filter((code) => values.inhalt.includes(code)),
    ohne: nichts ? [] : [...values.ohne],
  };
}

/** The channel of a choice; null where nothing leaves. */
export function kanalOf(value: string) {
  return kanal.options.find((each) => each === value) ?? null;
}

interface Zeit {
  readonly terminAm: string;
  readonly terminUm: string;
  readonly rueckmeldungBis: string;
}

/** Days and time as the interface takes them. */
export function zeitOf({ terminAm, terminUm, rueckmeldungBis }: Zeit) {
  return {
    terminAm: terminAm || null,
    terminUm: terminAm === '' || terminUm === '' ? null : terminUm,
    rueckmeldungBis: rueckmeldungBis || null,
  };
}

/** Days and time that need no server to be refused. */
export function checkZeit(zeit: Zeit): Partial<Record<keyof Zeit, string>> {
  return {
    ...(zeit.terminAm === '' || isDay(zeit.terminAm) ? {} : { terminAm: 'datum-ungueltig' }),
    ...(zeit.terminUm === '' || uhrzeit.safeParse(zeit.terminUm).success
      ? {}
      : { terminUm: 'uhrzeit-ungueltig' }),
    ...(zeit.rueckmeldungBis === '' || isDay(zeit.rueckmeldungBis)
      ? {}
      : { rueckmeldungBis: 'datum-ungueltig' }),
  };
}
