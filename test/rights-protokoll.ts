import type { protokollContract } from '#src/protokoll/contract.ts';
import { perFall, perKreis, worksOn, type Row } from './support/rights-row.ts';

type Rows = typeof protokollContract;

const unknownId = '99999999-9999-4999-8999-999999999999';
const path = '/protokoll';

/** The protocol is read by the data-protection officer alone; who read a file, by whoever accompanies the person. */
export const protokollRows: Readonly<Record<keyof Rows, Row>> = {
  listProtokoll: { ...perKreis('GET', path, { '200': ['datenschutz'] }), zeigtNummern: true },
  exportProtokoll: {
    ...perKreis('GET', `${path}/csv?art=schreiben`, { '200': ['datenschutz'] }),
    zeigtNummern: true,
  },
  getProtokollStand: perKreis('GET', `${path}/stand`, { '200': ['datenschutz'] }),
  listAuffaelligkeit: perKreis('GET', `${path}/auffaelligkeit`, { '200': ['datenschutz'] }),
  searchAuffaelligkeit: perKreis('POST', `${path}/auffaelligkeit/suche`, { '200': ['datenschutz'] }),
  closeAuffaelligkeit: perKreis('PUT', `${path}/auffaelligkeit/${unknownId}`, {}, () => ({
    stand: 'geklaert',
    notiz: '',
    fassung: 1,
  })),
  listStichprobe: perKreis('GET', `${path}/stichprobe/2023-01`, { '200': ['datenschutz'] }),
  checkStichprobe: perKreis('PUT', `${path}/stichprobe/2023-01/1`, {}, () => ({
    ergebnis: 'ordnung',
    notiz: '',
    fassung: 1,
  })),
  listZugriffe: perFall('GET', '/fall/{fallId}/zugriff', { '200': [worksOn] }),
};
