/** A contact as a colleague types it after a call. */
export const kontaktEingabeBeispiel = {
  am: '2023-02-01',
  qualifiziert: true,
  format: 'telefon',
  ort: 'buero',
  dauerMinuten: 15,
  sprache: null,
  dolmetschen: 'kein',
  lebensbereich: ['wohnen'],
  notiz: 'Angerufen, Termin vereinbart.',
} as const;
