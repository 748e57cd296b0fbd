import type { Fallzahlen, Kontakte, KontaktmerkmalTabelle, MerkmalTabelle } from './tabelle.ts';
import { kleinsteProzentbasis, shown, suppress, type Gleichung, type Zelle } from './disclosure.ts';
import { rank, type Zahl } from './rules.ts';

const klein = 2;
const kleinGeschuetzt = 4;

function zelle(id: string, wert: Zahl, rest: Partial<Zelle> = {}): Zelle {
  return { id, wert: wert === '.' ? 0 : wert, klein, ...rest };
}

function show(verdeckt: ReadonlySet<string>, id: string, wert: Zahl): Zahl {
  return wert === '.' ? wert : shown(verdeckt, id, wert);
}

function hidden(wert: Zahl | null): Zahl | null {
  return wert === null ? null : '.';
}

/** Persons beside their cases: one or two more than cases would speak of single families. */
function withoutFew(personen: Zahl | null, gesamt: Zahl): Zahl | null {
  if (typeof personen !== 'number' || typeof gesamt !== 'number') return hidden(personen);
  const weitere = personen - gesamt;
  return weitere > 0 && weitere <= klein ? '.' : personen;
}

/** Key-date table without figures of one or two cases; each row has its own sums. */
export function publishFallzahlen(tabelle: Fallzahlen): Fallzahlen {
  const zeilen = tabelle.fallzahlen.map((zeile) => {
    const traeger = Object.entries(zeile.traeger);
    const verdeckt = suppress(
      [
        ...traeger.map(([name, n]) => zelle(`t:${name}`, n)),
        zelle('gesamt', zeile.gesamt, { summe: true }),
        zelle('inaktiv', zeile.inaktiv, { summe: true }),
        zelle('aktiv', zeile.aktiv),
        zelle('ruhend', zeile.ruhend),
        zelle('abgeschlossen', zeile.abgeschlossen),
      ],
      [
        ...(traeger.length > 0 ? [{ summe: 'gesamt', teile: traeger.map(([name]) => `t:${name}`) }] : []),
        { summe: 'gesamt', teile: ['aktiv', 'inaktiv'] },
        { summe: 'inaktiv', teile: ['ruhend', 'abgeschlossen'] },
      ],
    );
    return {
      stichtag: zeile.stichtag,
      gesamt: show(verdeckt, 'gesamt', zeile.gesamt),
      personen: verdeckt.has('gesamt') ? hidden(zeile.personen) : withoutFew(zeile.personen, zeile.gesamt),
      traeger: Object.fromEntries(traeger.map(([name, n]) => [name, show(verdeckt, `t:${name}`, n)])),
      aktiv: show(verdeckt, 'aktiv', zeile.aktiv),
      inaktiv: show(verdeckt, 'inaktiv', zeile.inaktiv),
      ruhend: show(verdeckt, 'ruhend', zeile.ruhend),
      abgeschlossen: show(verdeckt, 'abgeschlossen', zeile.abgeschlossen),
    };
  });
  return {
    ...tabelle,
    fallzahlen: zeilen,
    uebergaben: tabelle.uebergaben.map((u) => ({
      ...u,
      anzahl: typeof u.anzahl === 'number' && u.anzahl <= klein ? '.' : u.anzahl,
    })),
  };
}

/** Months by Träger with both sums. */
export function publishKontakte(tabelle: Kontakte): Kontakte {
  const namen = tabelle.traeger.map((t) => t.name);
  const monate = tabelle.kontakte.map((k) => k.monat);
  const zellen = [
    ...tabelle.kontakte.flatMap((k) => [
      ...namen.map((name) => zelle(`${k.monat}|${name}`, k.traeger[name] ?? 0)),
      zelle(`${k.monat}|`, k.gesamt, { summe: true }),
    ]),
    ...namen.map((name) => zelle(`|${name}`, tabelle.summe.traeger[name] ?? 0, { summe: true })),
    zelle('|', tabelle.summe.gesamt, { summe: true }),
  ];
  const gleichungen: Gleichung[] = [
    ...monate.map((monat) => ({ summe: `${monat}|`, teile: namen.map((name) => `${monat}|${name}`) })),
    ...namen.map((name) => ({ summe: `|${name}`, teile: monate.map((monat) => `${monat}|${name}`) })),
    { summe: '|', teile: monate.map((monat) => `${monat}|`) },
    { summe: '|', teile: namen.map((name) => `|${name}`) },
  ];
  const verdeckt = suppress(zellen, namen.length === 0 ? [] : gleichungen);
  const row = (monat: string, traeger: Record<string, Zahl>) =>
    Object.fromEntries(namen.map((name) => [name, show(verdeckt, `${monat}|${name}`, traeger[name] ?? 0)]));
  return {
    ...tabelle,
    kontakte: tabelle.kontakte.map((k) => ({
      monat: k.monat,
      gesamt: show(verdeckt, `${k.monat}|`, k.gesamt),
      traeger: row(k.monat, k.traeger),
    })),
    summe: { gesamt: show(verdeckt, '|', tabelle.summe.gesamt), traeger: row('', tabelle.summe.traeger) },
  };
}

type Werte = Pick<
  MerkmalTabelle | KontaktmerkmalTabelle,
  | 'basis'
  | 'werte'
  | 'ohneAngabe'
  | 'ohneAngabeProzent'
  | 'uebrige'
  | 'uebrigeProzent'
  | 'mehrfach'
  | 'definition'
>;

/**
 * One Merkmal; `geschuetzt` says which values are of a special category. Hidden values lose their rank and stand at the
 * end by name, because a place between two shown figures would tell theirs.
 */
export function publishWerte<T extends Werte>(tabelle: T, geschuetzt: (code: string) => boolean): T {
  const gezeigt = tabelle.werte.map((w) => w.anzahl).filter((n) => n !== '.');
  const letzter = tabelle.uebrige === 0 ? 1 : Math.min(...gezeigt);
  const zellen = [
    ...tabelle.werte.map((w) =>
      zelle(`w:${w.code}`, w.anzahl, {
        mindestens: letzter,
        klein: geschuetzt(w.code) ? kleinGeschuetzt : klein,
      }),
    ),
    zelle('uebrige', tabelle.uebrige),
    zelle('ohneAngabe', tabelle.ohneAngabe),
    zelle('basis', tabelle.basis, { summe: true }),
  ];
  // Several answers per case do not add up to anything, so nothing can be worked out from a sum.
  const teile = zellen.filter((z) => z.id !== 'basis').map((z) => z.id);
  const verdeckt = suppress(zellen, tabelle.mehrfach ? [] : [{ summe: 'basis', teile }]);
  const genug = tabelle.basis !== '.' && tabelle.basis >= kleinsteProzentbasis && !verdeckt.has('basis');
  const prozent = (id: string, wert: Zahl | null) =>
    !genug || wert === null ? null : verdeckt.has(id) ? '.' : wert;
  const offen = tabelle.werte.filter((w) => !verdeckt.has(`w:${w.code}`));
  const raenge = new Map(
    rank(offen.map((w) => ({ code: w.code, name: w.wert, anzahl: w.anzahl === '.' ? 0 : w.anzahl }))).map(
      (r) => [r.code, r.rang],
    ),
  );
  const verborgen = tabelle.werte
    .filter((w) => verdeckt.has(`w:${w.code}`))
    .toSorted((a, b) => a.wert.localeCompare(b.wert, 'de'));
  const { vollstaendigkeit } = tabelle.definition;
  const ohneVollstaendigkeit = verdeckt.has('ohneAngabe') || verdeckt.has('basis');
  return {
    ...tabelle,
    basis: show(verdeckt, 'basis', tabelle.basis),
    werte: [
      ...offen.map((w) => ({
        ...w,
        rang: raenge.get(w.code) ?? w.rang,
        prozent: prozent(`w:${w.code}`, w.prozent),
      })),
      ...verborgen.map((w) => ({
        ...w,
        anzahl: '.' as const,
        rang: '.' as const,
        prozent: prozent(`w:${w.code}`, w.prozent),
      })),
    ],
    ohneAngabe: show(verdeckt, 'ohneAngabe', tabelle.ohneAngabe),
    ohneAngabeProzent: prozent('ohneAngabe', tabelle.ohneAngabeProzent),
    uebrige: show(verdeckt, 'uebrige', tabelle.uebrige),
    uebrigeProzent: prozent('uebrige', tabelle.uebrigeProzent),
    definition: {
      ...tabelle.definition,
      vollstaendigkeit:
        vollstaendigkeit &&
        (ohneVollstaendigkeit
          ? { angegeben: '.', basis: show(verdeckt, 'basis', tabelle.basis), prozent: '.' }
          : vollstaendigkeit),
    },
  };
}
