import type { RundeDemo } from './fallbeispiel.ts';

/** Assessment and Re-Assessment of the second worked example. */
export const schuldenRunden: readonly [RundeDemo, RundeDemo] = [
  {
    vorTagen: 431,
    gespraech: 'Kurze Fragen, viele Pausen. Die Schwester saß auf seinen Wunsch dabei.',
    bereich: [
      {
        code: 'gesundheit',
        bedarf: 'dringend',
        sicht: 'bedarf',
        worte: 'Wenn die Stimmen laut sind, mache ich die Tür nicht auf.',
        notiz: 'Diagnose liegt vor, Einnahme unregelmäßig. Zwei Todesfälle in drei Monaten.',
        sozial: 'Schwester in der Nähe.',
      },
      {
        code: 'finanzen',
        bedarf: 'dringend',
        sicht: 'dringend',
        worte: 'Am Zehnten ist das Konto leer, sie nehmen alles.',
        notiz: 'Konto gepfändet, Umfang der Schulden unbekannt.',
      },
      {
        code: 'sonstiges',
        bedarf: 'dringend',
        sicht: 'dringend',
        worte: 'Ich habe Angst vor dem Gericht.',
        notiz: 'Zwei Verfahren wegen Fahrens ohne Ticket und Warenkreditbetrugs.',
      },
      {
        code: 'arbeit',
        bedarf: 'bedarf',
        sicht: 'keiner',
        worte: 'Später.',
        persoenlich: 'Repariert Fahrräder, geschickt mit den Händen.',
      },
      {
        code: 'teilhabe',
        bedarf: 'bedarf',
        sicht: 'bedarf',
        notiz: 'Verlässt die Wohnung selten.',
      },
      { code: 'wohnen', bedarf: 'keiner', sicht: 'keiner', materiell: 'Kleine eigene Wohnung, Miete läuft.' },
      { code: 'sprache', bedarf: 'keiner', sicht: 'keiner', persoenlich: 'B1, liest lieber Arabisch.' },
    ],
    selbststand: { rechtlich: 1, sozial: 1, beruflich: 1, finanziell: 1, gesundheitlich: 1 },
  },
  {
    vorTagen: 184,
    gespraech: 'Er kam allein und zehn Minuten zu früh.',
    bereich: [
      {
        code: 'gesundheit',
        bedarf: 'bedarf',
        sicht: 'keiner',
        bearbeitet: 'ja',
        worte: 'Ich nehme die Tabletten, dann ist es still.',
        notiz: 'Stabil seit fünf Monaten, Termine alle sechs Wochen.',
        sozial: 'Schwester und Sozialpsychiatrischer Dienst.',
      },
      {
        code: 'finanzen',
        bedarf: 'bedarf',
        sicht: 'bedarf',
        bearbeitet: 'teilweise',
        worte: 'Das P-Konto hat mir das Leben gerettet.',
        notiz: 'Schuldnerberatung verhandelt mit allen Gläubigern.',
        materiell: 'Pfändungsschutzkonto.',
      },
      {
        code: 'sonstiges',
        bedarf: 'keiner',
        sicht: 'keiner',
        bearbeitet: 'ja',
        worte: 'Vorbei.',
      },
      {
        code: 'arbeit',
        bedarf: 'bedarf',
        sicht: 'bedarf',
        bearbeitet: 'nein',
        worte: 'Jetzt möchte ich etwas tun.',
        persoenlich: 'Belastbar für drei bis vier Stunden.',
      },
      {
        code: 'teilhabe',
        bedarf: 'keiner',
        sicht: 'keiner',
        bearbeitet: 'ja',
        worte: 'Mittwochs repariere ich Räder im Café.',
        sozial: 'Ehrenamtliche der Radwerkstatt.',
      },
      { code: 'wohnen', bedarf: 'keiner', sicht: 'keiner', materiell: 'Kleine eigene Wohnung.' },
      { code: 'sprache', bedarf: 'keiner', sicht: 'keiner', persoenlich: 'Gespräche auf Deutsch.' },
    ],
    selbststand: { rechtlich: 3, sozial: 3, beruflich: 2, finanziell: 3, gesundheitlich: 4 },
  },
];
