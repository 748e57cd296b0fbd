import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWerktag } from '#src/kreis/werktag.ts';
import { commonLists } from '#src/kreis/common-lists.ts';
import { coesfeldListen, steinfurtListen, unnaListen } from '#src/demo/data/codelisten.ts';
import {
  beratungszeitOf,
  altklasseTiefe,
  asksUnterweg,
  bedarfOf,
  fristOf,
  nextSchritt,
  umfangOf,
  umwandlungOf,
  zustaendigeArt,
} from './rules.ts';

const unna = { kontakte: 2, bedarfe: 2 };
const offen = { stand: 'in_beratung', tiefe: 'kurzberatung', weiter: null } as const;

describe('how long somebody may wait', () => {
  test('two weeks; urgent on the Friday before Pentecost, three working days end on Thursday', () => {
    expect(fristOf('2026-05-22', false, { samstag: false })).toBe('2026-06-05');
    expect(fristOf('2026-05-22', true, { samstag: false })).toBe('2026-05-28');
    expect(fristOf('2026-05-22', true, { samstag: true })).toBe('2026-05-27');
  });

  test('an urgent deadline is a working day and never later than the ordinary one', () => {
    const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.boolean(), (date, samstag) => {
        const am = date.toISOString().slice(0, 10);
        const eilig = fristOf(am, true, { samstag });
        expect(isWerktag(eilig, { samstag })).toBe(true);
        expect(eilig > am && eilig <= fristOf(am, false, { samstag })).toBe(true);
      }),
    );
  });
});

describe('ways in', () => {
  test('M91 Kreis Unna names its five channels, and what they have in common with other Kreise', () => {
    expect(unnaListen.zugang.map(({ code, gemeinsam }) => [code, gemeinsam ?? code]).slice(0, 5)).toEqual([
      ['abh', 'abh'],
      ['sozialverwaltung', 'sozialamt'],
      ['institution', 'beratungsstelle'],
      ['ehrenamt', 'ehrenamt'],
      ['direkte_ansprache', 'oeffentlichkeitsarbeit'],
    ]);
  });

  test('M92 Rheine names its counselling offices; both are one channel when Kreise are compared', () => {
    const gemeinsam = new Map(steinfurtListen.zugang.map((each) => [each.code, each.gemeinsam ?? each.code]));
    expect(gemeinsam.get('beratungsstelle_caritas')).toBe('beratungsstelle');
    expect(gemeinsam.get('beratungsstelle_lernen_foerdern')).toBe('beratungsstelle');
    for (const code of ['eigeninitiative', 'familie_bekannte', 'jobcenter'])
      expect(gemeinsam.get(code)).toBe(code);
  });

  test('M93 notices, leaflets and word of mouth are asked about where nobody steered', () => {
    const asked = (list: readonly { code: string; gemeinsam?: string | undefined }[]) =>
      list.filter(({ code, gemeinsam }) => asksUnterweg(gemeinsam ?? code)).map(({ code }) => code);
    expect(asked(unnaListen.zugang)).toEqual(['direkte_ansprache', 'eigeninitiative']);
    expect(asked(coesfeldListen.zugang)).toEqual(['eigeninitiative']);
    expect(commonLists.unterweg.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['aushang', 'flyer', 'mundpropaganda', 'stadtteilbuero', 'willkommensberatung']),
    );
  });

  test('M19 M21 M97 every point of the negative list is the task of an office that KIM does not replace', () => {
    for (const { code } of commonLists.kein_fall) expect(zustaendigeArt(code)).not.toEqual([]);
    expect(zustaendigeArt('nur_aufenthalt')).toContain('abh');
    expect(zustaendigeArt('vom_kreis_ergaenzt')).toEqual([]);
  });

  test('a need is called simple or complex only when that can be told', () => {
    expect(bedarfOf({ lebensbereich: ['wohnen'], keinFall: ['wohnungssuche'] }, 3)).toBe('einfach');
    expect(bedarfOf({ lebensbereich: ['wohnen'], keinFall: [] }, 3)).toBeNull();
    expect(bedarfOf({ lebensbereich: ['a', 'b', 'c'], keinFall: ['antrag'] }, 3)).toBe('komplex');
  });
});

describe('how deep counselling goes', () => {
  const ask = (kontakte: number, bedarfe: number, lage = {}) =>
    umwandlungOf({ kontakte, bedarfe }, unna, { ...offen, ...lage });

  test('M133 M139 two contacts and two needs are a Kurzberatung, the third of either asks', () => {
    expect([ask(2, 2), ask(3, 1), ask(1, 3), ask(3, 3)]).toEqual([null, 'kontakte', 'bedarfe', 'kontakte']);
    expect(ask(0, 3)).toBeNull();
    expect([ask(3, 1, { stand: 'abgeschlossen' }), ask(3, 1, { tiefe: 'case_management' })]).toEqual([
      null,
      null,
    ]);
  });

  test('M139 an answer holds until there is more than before, whatever came first', () => {
    fc.assert(
      fc.property(
        fc.nat(9),
        fc.nat(9),
        fc.nat(9),
        fc.nat(9),
        (kontakte, bedarfe, mehrKontakte, mehrBedarfe) => {
          const weiter = { kontakte, bedarfe };
          expect(ask(kontakte, bedarfe, { weiter })).toBeNull();
          const later = ask(kontakte + mehrKontakte, bedarfe + mehrBedarfe, { weiter });
          if (later === 'kontakte') expect(mehrKontakte).toBeGreaterThan(0);
          if (later === 'bedarfe') expect(mehrBedarfe).toBeGreaterThan(0);
        },
      ),
    );
  });

  test('a Kreis without limits never asks', () => {
    expect(umwandlungOf({ kontakte: 9, bedarfe: 9 }, { kontakte: null, bedarfe: null }, offen)).toBeNull();
  });

  test('M132 depth is told by contacts and by different areas, the same area counted once', () => {
    const kontakte = [{ lebensbereich: ['wohnen'] }, { lebensbereich: ['wohnen', 'arbeit'] }];
    expect(umfangOf(['arbeit'], kontakte)).toEqual({ kontakte: 2, bedarfe: 2 });
  });

  test('M136 the classes of the older lists each are one depth', () => {
    expect(altklasseTiefe).toEqual({
      einmalige_beratung: 'information',
      verweisberatung: 'verweis',
      cm: 'case_management',
    });
  });
});

test('the next step follows the path', () => {
  const neu = {
    stand: 'offen',
    casemanagerId: null,
    naechsterTermin: null,
    erstberatungAm: null,
    kontakte: 0,
    umwandlung: null,
    benannt: false,
    tiefe: null,
  } as const;
  const mine = { ...neu, casemanagerId: 'ich' };
  expect(nextSchritt(neu)).toBe('uebernehmen');
  expect(nextSchritt(mine)).toBe('termin');
  expect(nextSchritt({ ...mine, naechsterTermin: '2026-01-01' })).toBe('erstberatung');
  expect(nextSchritt({ ...mine, kontakte: 1 })).toBe('abschluss');
  expect(nextSchritt({ ...mine, kontakte: 3, umwandlung: 'kontakte' })).toBe('umwandlung');
  expect(nextSchritt({ ...mine, kontakte: 1, tiefe: 'case_management' })).toBe('einwilligung');
  expect(nextSchritt({ ...mine, kontakte: 1, tiefe: 'case_management', benannt: true })).toBe('aufnahme');
  expect(nextSchritt({ ...mine, stand: 'warteliste' })).toBe('warten');
  expect(nextSchritt({ ...mine, stand: 'abgeschlossen' })).toBe('fertig');
});

test('M122 an Anfrage shows what its first talk took and what the contacts after it took', () => {
  const kontakt = (erstberatung: boolean, dauerMinuten: number | null) => ({ erstberatung, dauerMinuten });
  expect(
    beratungszeitOf([kontakt(false, 25), kontakt(true, 60), kontakt(false, 20), kontakt(false, null)]),
  ).toEqual({
    erstberatung: 60,
    kontakte: 3,
    minuten: 45,
    ohneDauer: 1,
  });
  expect(beratungszeitOf([])).toEqual({ erstberatung: null, kontakte: 0, minuten: 0, ohneDauer: 0 });
});
