import type { IconName } from '#src/ui/web/Icon.tsx';
import type { NavGroup } from '#src/ui/web/Navigation.tsx';
import type { de } from './texts.ts';

type Gruppe = keyof (typeof de)['gruppe'];

interface Bereich {
  /** Ability that opens it, or the beginning of several. */
  readonly ability: string;
  /** Last part of the address. */
  readonly ort: string;
  readonly name: keyof (typeof de)['bereich'];
  readonly icon: IconName;
}

/** The sections in the order of a working day; what most people need first. */
const bereichListe: Readonly<Record<Gruppe, readonly Bereich[]>> = {
  arbeit: [
    { ability: 'eingang.lesen', ort: 'eingang', name: 'eingang', icon: 'fall' },
    { ability: 'tag.lesen', ort: 'tag', name: 'tag', icon: 'check' },
    { ability: 'anfrage.lesen', ort: 'anfrage', name: 'anfrage', icon: 'phone' },
    { ability: 'fall.lesen', ort: 'fall', name: 'fall', icon: 'fall' },
    { ability: 'termin.lesen', ort: 'kalender', name: 'kalender', icon: 'calendar' },
    {
      ability: 'sonstiger_kontakt.lesen',
      ort: 'sonstiger_kontakt',
      name: 'sonstiger_kontakt',
      icon: 'kontakt',
    },
    { ability: 'auswertung.', ort: 'auswertung', name: 'auswertung', icon: 'auswertung' },
    { ability: 'erfolgsbericht.lesen', ort: 'erfolgsbericht', name: 'erfolgsbericht', icon: 'success' },
    { ability: 'uebergabe.', ort: 'uebergabe', name: 'uebergabe', icon: 'uebergabe' },
  ],
  netz: [
    { ability: 'angebot.lesen', ort: 'angebot', name: 'angebot', icon: 'search' },
    { ability: 'stelle.lesen', ort: 'stelle', name: 'stelle', icon: 'link' },
    { ability: 'beobachtung.lesen', ort: 'beobachtung', name: 'beobachtung', icon: 'info' },
    { ability: 'zusteuerung.lesen', ort: 'zusteuerung', name: 'zusteuerung', icon: 'right' },
    { ability: 'standort.lesen', ort: 'standort', name: 'standort', icon: 'info' },
    {
      ability: 'doppelbetreuung.vermitteln',
      ort: 'doppelbetreuung',
      name: 'doppelbetreuung',
      icon: 'person',
    },
  ],
  team: [
    { ability: 'sprechstunde.lesen', ort: 'sprechstunde', name: 'sprechstunde', icon: 'history' },
    { ability: 'abwesenheit.lesen', ort: 'vertretung', name: 'vertretung', icon: 'clock' },
    { ability: 'fallbestand.uebergeben', ort: 'fallbestand', name: 'fallbestand', icon: 'uebergabe' },
    { ability: 'dublette.zusammenfuehren', ort: 'dublette', name: 'dublette', icon: 'person' },
  ],
  verwaltung: [
    { ability: 'notzugriff.', ort: 'notzugriff', name: 'notzugriff', icon: 'warning' },
    { ability: 'konto.verwalten', ort: 'konto', name: 'konto', icon: 'konto' },
    { ability: 'vordruck.lesen', ort: 'vordruck', name: 'vordruck', icon: 'edit' },
    { ability: 'uebernahme.', ort: 'uebernahme', name: 'uebernahme', icon: 'uebernahme' },
    { ability: 'ersuchen.lesen', ort: 'ersuchen', name: 'ersuchen', icon: 'person' },
    { ability: 'regel.lesen', ort: 'regel', name: 'regel', icon: 'regel' },
    { ability: 'rechte.lesen', ort: 'rechte', name: 'rechte', icon: 'lock' },
    { ability: 'loeschung.lesen', ort: 'loeschung', name: 'loeschung', icon: 'clock' },
    { ability: 'protokoll.lesen', ort: 'protokoll', name: 'protokoll', icon: 'history' },
    { ability: 'ausgabe.lesen', ort: 'ausgabe', name: 'ausgabe', icon: 'download' },
  ],
};

const gruppen: readonly Gruppe[] = ['arbeit', 'netz', 'team', 'verwaltung'];

/** Sections that the server's abilities open in a Kreis. */
export function navigationOf(
  kreisId: string,
  abilities: readonly string[],
  names: { readonly gruppe: (typeof de)['gruppe']; readonly bereich: (typeof de)['bereich'] },
): NavGroup[] {
  const has = (start: string) => abilities.some((ability) => ability === start || ability.startsWith(start));
  return gruppen
    .map((gruppe) => ({
      label: names.gruppe[gruppe],
      items: bereichListe[gruppe]
        .filter(({ ability }) => has(ability))
        .map(({ ort, name, icon }) => ({ href: `/k/${kreisId}/${ort}`, label: names.bereich[name], icon })),
    }))
    .filter(({ items }) => items.length > 0);
}

/** Where some begin their day instead of Mein Tag; a Case Manager begins there whatever else she is. */
const firstOf: Readonly<Record<string, string>> = {
  casemanager: 'tag',
  koordination: 'auswertung',
  datenschutz: 'protokoll',
  administration: 'konto',
};

/** The section in which a role begins its day, else the first one. */
export function startOf(
  kreisId: string,
  roles: readonly string[],
  groups: readonly NavGroup[],
): string | undefined {
  const items = groups.flatMap((group) => group.items);
  const first = (Object.entries(firstOf).find(([role]) => roles.includes(role)) ?? ['', 'tag'])[1];
  return (items.find((item) => item.href === `/k/${kreisId}/${first}`) ?? items[0])?.href;
}
