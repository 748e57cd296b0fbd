import type { Same } from '#src/platform/texts.ts';

export const de = {
  andereSchrift: (feld: string) =>
    `${feld}: Bitte lateinisch schreiben, wie im Ausweis oder Bescheid. Nicht lateinisch:`,
  falscheZeichen: (feld: string) =>
    `${feld}: Die Schreibweise der Ämter (DIN 91379) kennt diese Zeichen nicht:`,
  insOriginal: 'In „Originalschrift“ übernehmen',
  ersetzen: (name: string) => `Ersetzen durch „${name}“`,
};

export const en: Same<typeof de> = {
  andereSchrift: (feld) => `${feld}: Please write in Latin letters, as in the papers. Not Latin:`,
  falscheZeichen: (feld) => `${feld}: The spelling of the authorities (DIN 91379) does not know these signs:`,
  insOriginal: 'Move to “original script”',
  ersetzen: (name) => `Replace by “${name}”`,
};
