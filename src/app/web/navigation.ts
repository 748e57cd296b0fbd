import type { NavItem } from '#src/ui/web/PageFrame.tsx';
import type { de } from './texts.ts';

type Names = {
  readonly [K in 'faelle' | 'kontakte' | 'uebergabe' | 'auswertung' | 'uebernahme' | 'regel']: (typeof de)[K];
};

/** Sections that the server's abilities open in a Kreis. */
export function navigationOf(kreisId: string, abilities: readonly string[], names: Names): NavItem[] {
  const has = (start: string) => abilities.some((ability) => ability === start || ability.startsWith(start));
  const base = `/k/${kreisId}`;
  const items: (NavItem & { open: boolean })[] = [
    { open: has('fall.lesen'), href: `${base}/fall`, label: names.faelle, icon: 'fall' },
    {
      open: has('sonstiger_kontakt.lesen'),
      href: `${base}/sonstiger_kontakt`,
      label: names.kontakte,
      icon: 'kontakt',
    },
    { open: has('auswertung.'), href: `${base}/auswertung`, label: names.auswertung, icon: 'auswertung' },
    { open: has('uebergabe.'), href: `${base}/uebergabe`, label: names.uebergabe, icon: 'uebergabe' },
    { open: has('uebernahme.'), href: `${base}/uebernahme`, label: names.uebernahme, icon: 'uebernahme' },
    { open: has('regel.lesen'), href: `${base}/regel`, label: names.regel, icon: 'regel' },
  ];
  return items.filter((item) => item.open).map(({ href, label, icon }) => ({ href, label, icon }));
}

/** Where a role begins its day: the coordination with its figures, everyone else with the first section. */
export function startOf(
  kreisId: string,
  roles: readonly string[],
  nav: readonly NavItem[],
): string | undefined {
  const first = roles.includes('koordination') && !roles.includes('casemanager') ? 'auswertung' : 'fall';
  return (nav.find((item) => item.href === `/k/${kreisId}/${first}`) ?? nav[0])?.href;
}
