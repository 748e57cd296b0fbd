import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mailText } from './mail-text.ts';
import {
  antwortRefusals,
  assembleAngaben,
  fuehrtSelbst,
  leaveOut,
  nachfrageAm,
  nextStaende,
  type Bekannt,
} from './rules.ts';
import { feld, vermittlungStand, type Schreiben } from './vermittlung.ts';

const bekannt: Bekannt = Object.assign({}, ...feld.options.map((each) => ({ [each]: [`Wert ${each}`] })));
const inhalte = [
  'kontaktdaten',
  'aufenthalt',
  'leistungen',
  'arbeit',
  'wohnen',
  'bildung',
  'familie',
  'gesundheit',
  'hilfeplan',
] as const;

describe('minimal content', () => {
  test('M163 lines come of chosen contents only, each once, and can only become fewer', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...inhalte)), fc.array(fc.string()), (inhalt, ohne) => {
        const alle = assembleAngaben(bekannt, inhalt);
        expect(alle.every((a) => inhalt.includes(a.inhalt))).toBe(true);
        expect(new Set(alle.map((a) => a.schluessel)).size).toBe(alle.length);
        const rest = leaveOut(alle, [...ohne, ...alle.slice(0, 1).map((a) => a.schluessel)]);
        expect(rest.every((a) => alle.includes(a))).toBe(true);
        expect(rest.length).toBeLessThan(alle.length + (alle.length === 0 ? 1 : 0));
      }),
    );
  });

  test('M163 the mail text says the same lines as the letter and nothing of the person besides', () => {
    const schreiben: Schreiben = {
      stelle: 'Wohnraumhilfe',
      angebot: '',
      traeger: 'Alpha e. V.',
      casemanager: 'A. Berger',
      telefon: '',
      email: '',
      am: '2026-03-02',
      lebensbereich: 'Wohnen',
      terminAm: '2026-03-09',
      terminUm: '10:30',
      rueckmeldungBis: '2026-03-16',
      entbindungBis: '2026-12-31',
      angabe: assembleAngaben({ ...bekannt, name: ['Rima Haddad'] }, ['kontaktdaten']),
    };
    const text = mailText(schreiben);
    expect(text).toContain('Name: Rima Haddad');
    expect(text).toContain('Termin am 09.03.2026 um 10:30 Uhr');
    expect(text).toContain('bis zum 16.03.2026');
    expect(text).not.toContain('Wert aufenthaltstitel');
  });
});

describe('states', () => {
  test('M165 from every state the ends are reached and left no more', () => {
    const ends = vermittlungStand.options.filter((stand) => nextStaende(stand).length === 0);
    expect(ends).toEqual(['abgelehnt', 'beendet', 'zurueckgezogen']);
    for (const stand of vermittlungStand.options) {
      for (const next of vermittlungStand.options) {
        const codes = antwortRefusals(
          { stand, standAm: '2026-01-01' },
          { stand: next as 'beendet', am: '2026-01-02', grund: 'kein_platz', ergebnis: 'nicht' },
          '2026-01-02',
        );
        expect(codes.length === 0).toBe(nextStaende(stand).includes(next));
      }
    }
  });

  test('M166 the day on which to ask again follows the state, never before the appointment', () => {
    expect(nachfrageAm('gesendet', '2026-03-01', null)).toBe('2026-03-15');
    expect(nachfrageAm('warteliste', '2026-03-01', null)).toBe('2026-03-29');
    expect(nachfrageAm('angenommen', '2026-03-01', '2026-05-01')).toBe('2026-05-02');
    expect(nachfrageAm('beendet', '2026-03-01', null)).toBeNull();
  });

  test('M165 Jobcenter, Arbeitsagentur and Jugendamt lead their own cases; an offer says it itself', () => {
    expect(fuehrtSelbst({ angebot: null, stelleArt: 'jobcenter' })).toBe(true);
    expect(fuehrtSelbst({ angebot: null, stelleArt: 'wohnen' })).toBe(false);
    expect(fuehrtSelbst({ angebot: { eigenesFallmanagement: true }, stelleArt: 'migrationsberatung' })).toBe(
      true,
    );
    expect(fuehrtSelbst({ angebot: { eigenesFallmanagement: false }, stelleArt: 'jobcenter' })).toBe(false);
  });
});
