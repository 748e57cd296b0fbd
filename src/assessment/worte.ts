import type { Same } from '#src/platform/texts.ts';
import type { Bearbeitet, Bedarf, RessourceArt } from './runde.ts';
import type { Wandel } from './rules.ts';

const de = {
  art: { assessment: 'Assessment', re_assessment: 'Re-Assessment' },
  bedarf: {
    keiner: 'kein Bedarf',
    bedarf: 'Bedarf',
    dringend: 'dringend',
    nicht_besprochen: 'nicht besprochen',
  } satisfies Record<Bedarf, string>,
  ressource: {
    persoenlich: 'persönlich',
    sozial: 'sozial',
    materiell: 'materiell',
  } satisfies Record<RessourceArt, string>,
  bearbeitet: { ja: 'ja', teilweise: 'teilweise', nein: 'nein' } satisfies Record<Bearbeitet, string>,
  wandel: {
    neu: 'neu',
    gedeckt: 'gedeckt',
    leichter: 'leichter geworden',
    schwerer: 'dringender geworden',
    geblieben: 'geblieben',
    unklar: 'nicht wieder besprochen',
    ohne: 'ohne Bedarf',
  } satisfies Record<Wandel, string>,
};

const en: Same<typeof de> = {
  art: { assessment: 'Assessment', re_assessment: 'Re-assessment' },
  bedarf: { keiner: 'no need', bedarf: 'need', dringend: 'urgent', nicht_besprochen: 'not discussed' },
  ressource: { persoenlich: 'personal', sozial: 'social', materiell: 'material' },
  bearbeitet: { ja: 'yes', teilweise: 'partly', nein: 'no' },
  wandel: {
    neu: 'new',
    gedeckt: 'met',
    leichter: 'eased',
    schwerer: 'more urgent',
    geblieben: 'remained',
    unklar: 'not discussed again',
    ohne: 'no need',
  },
};

/** Words for the codes of a round, on pages and paper. */
export const worte = { de, en };
