import type { assessmentContract } from '#src/assessment/contract.ts';
import { emptyBereich, emptySelbststand } from '#src/assessment/runde.ts';
import { perFall, worksOn, type Row } from './support/rights-row.ts';

const runde = '/fall/{fallId}/assessment/{assessmentId}';
const eingabe = {
  fassung: 1,
  am: '2023-03-01',
  stand: 'abgeschlossen',
  gespraech: '',
  bereich: [{ ...emptyBereich('wohnen'), bedarf: 'bedarf' }],
  selbststand: emptySelbststand,
};

/** Needs are for those who work on the case; a round is begun in each of these cases. */
export const assessmentRows: Readonly<Record<keyof typeof assessmentContract, Row>> = {
  getAssessment: perFall('GET', '/fall/{fallId}/assessment', { '200': [worksOn] }),
  startAssessment: perFall(
    'POST',
    '/fall/{fallId}/assessment',
    { '409 assessment-offen': [worksOn] },
    () => ({ am: '2023-03-01' }),
  ),
  saveAssessment: perFall('PUT', runde, { '200': [worksOn] }, () => eingabe),
  discardAssessment: perFall('DELETE', runde, { '204': [worksOn] }),
};
