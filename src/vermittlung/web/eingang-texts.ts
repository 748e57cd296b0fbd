import type { Same } from '#src/platform/texts.ts';

export const de = {
  titel: 'Eingang',
  lead: 'Vermittlungen an Ihre Stelle. Sie sehen genau das, was Ihnen mit Entbindung von der Schweigepflicht gesendet wurde.',
  leerTitel: 'Nichts im Eingang',
  leerText:
    'Zieht eine Person ihre Entbindung zurück oder läuft sie ab, ist die Vermittlung hier nicht mehr zu sehen.',
  neu: 'neu',
  von: (name: string) => `von ${name}`,
  bitteBis: (tag: string) => `bitte antworten bis ${tag}`,
  antworten: 'Ihre Antworten',
};

export const en: Same<typeof de> = {
  titel: 'Inbox',
  lead: 'Referrals to your office. You see exactly what was sent to you on the strength of a release.',
  leerTitel: 'Nothing in the inbox',
  leerText: 'When a person withdraws the release or it runs out, the referral is no longer shown here.',
  neu: 'new',
  von: (name) => `from ${name}`,
  bitteBis: (tag) => `please answer by ${tag}`,
  antworten: 'Your answers',
};
