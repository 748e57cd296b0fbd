import type { Same } from '#src/platform/texts.ts';

/** Words of the history of a case. */
export const de = {
  art: {
    aufnahme: 'Aufnahme',
    status: 'Status',
    zustaendigkeit: 'Zuweisung',
    uebergabe: 'Übergabe',
    kontakt: 'Beratungskontakt',
    merkmal: 'Angabe geändert',
    rechtskreis: 'Rechtskreiswechsel',
    aufenthaltstitel: 'Aufenthaltstitel',
    einwilligung: 'Einwilligung',
    entbindung: 'Schweigepflichtsentbindung',
    weitergabe: 'Weitergabe',
  },
  rechtskreis: 'Rechtskreise',
  aufenthaltsgruppe: 'Aufenthaltsgruppe',
  statt: (nachher: string, vorher: string) => `${nachher} statt ${vorher}`,
  gueltigBis: (tag: string) => `gültig bis ${tag}`,
};

export const en: Same<typeof de> = {
  art: {
    aufnahme: 'Admission',
    status: 'Status',
    zustaendigkeit: 'Assignment',
    uebergabe: 'Hand-over',
    kontakt: 'Counselling contact',
    merkmal: 'Detail changed',
    rechtskreis: 'Change of legal sphere',
    aufenthaltstitel: 'Residence title',
    einwilligung: 'Consent',
    entbindung: 'Release from confidentiality',
    weitergabe: 'Sharing',
  },
  rechtskreis: 'Legal spheres',
  aufenthaltsgruppe: 'Residence group',
  statt: (nachher, vorher) => `${nachher} instead of ${vorher}`,
  gueltigBis: (tag) => `valid until ${tag}`,
};
