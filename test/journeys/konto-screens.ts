import { demoId } from '#src/demo/server/demo-id.ts';
import { aktion, knopf, leerSenden, nacheinander, reiter } from './screen-wege.ts';
import type { Screen } from './screens.ts';

const konto = demoId('unna', 'konto', 'casemanager.luenen');

export const kontoScreens: readonly Screen[] = [
  { titel: 'Konten', konto: 'administration.unna', pfad: '/k/unna/konto' },
  {
    titel: 'Jemanden einladen mit Fehlern',
    konto: 'administration.unna',
    pfad: '/k/unna/konto',
    oeffne: nacheinander(aktion(0), leerSenden),
  },
  { titel: 'Ein Konto', konto: 'administration.unna', pfad: `/k/unna/konto/${konto}` },
  {
    titel: 'Anmeldedienst mit Fehlern',
    konto: 'administration.unna',
    pfad: '/k/unna/konto',
    oeffne: nacheinander(reiter(2), knopf('.tab-panel button'), leerSenden),
  },
];
