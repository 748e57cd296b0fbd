import type { ReactNode } from 'react';
import { titelName } from '#src/aufenthalt/web/titel-names.ts';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { languageName } from '#src/platform/web/languages.ts';
import { codeName } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { DescriptionList } from '#src/ui/web/DescriptionList.tsx';
import type { Angaben, Erstberatung } from '../bogen.ts';
import { writeMonth } from './bogen-values.ts';
import * as texts from './texts.ts';

interface Item {
  readonly term: string;
  readonly value: ReactNode;
}

/** A sheet to read: what was said of each area, and the result. Empty answers are left out. */
export function BogenView({ kreis, erstberatung }: { kreis: KreisStamm; erstberatung: Erstberatung }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const { einschaetzung, angaben } = erstberatung;
  const rated = (rating: 'bedarf' | 'schwer') =>
    einschaetzung.bereich
      .filter((b) => b.bewertung === rating)
      .map((b) => {
        const name = codeName(kreis.codeliste.lebensbereich, b.code, sprache);
        const help = b.helfer.map((h) => t.helferName[h]).join(', ');
        return help === '' ? name : `${name} (${help})`;
      })
      .join('; ');
  const items: Item[] = [
    ...some(t.schwere, rated('schwer')),
    { term: t.bedarfe, value: rated('bedarf') || t.keinBedarf },
    ...(angaben ? angabenItems(angaben, kreis, sprache, t) : []),
    {
      term: t.vorschlag,
      value: t.tiefe[erstberatung.vorschlag],
    },
    {
      term: t.entscheidungGetroffen,
      value: erstberatung.entscheidung === null ? t.entscheidungOffen : t.tiefe[erstberatung.entscheidung],
    },
    ...some(t.abweichung, angaben?.abweichung),
    ...some(
      t.abweichungCode,
      erstberatung.abweichungCode === null ? '' : t.abweichungName[erstberatung.abweichungCode],
    ),
    ...some(
      t.folgetermin,
      erstberatung.folgeterminBis === null ? '' : formatDay(erstberatung.folgeterminBis),
    ),
  ];
  return (
    <div className="stack">
      <p className="small muted">
        {[
          formatDay(erstberatung.am),
          erstberatung.dauerMinuten === null ? '' : t.minuten(erstberatung.dauerMinuten),
          einschaetzung.sprache === null ? '' : languageName(sprache, einschaetzung.sprache),
          erstberatung.dolmetschen === 'kein'
            ? ''
            : `${t.dolmetschen}: ${t.dolmetschenName[erstberatung.dolmetschen]}`,
          erstberatung.vonName === null ? '' : t.vonName(erstberatung.vonName),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <DescriptionList items={items} />
    </div>
  );
}

function some(term: string, value: string | null | undefined): Item[] {
  if (value === null || value === undefined || value === '') return [];
  return [{ term, value: <span className="preline">{value}</span> }];
}

function angabenItems(
  angaben: Angaben,
  kreis: KreisStamm,
  sprache: 'de' | 'en',
  t: Omit<typeof texts.de, 'code'>,
): Item[] {
  const { aufenthalt, haushalt, potential } = angaben;
  const lists = kreis.codeliste;
  const names = (list: 'rechtskreis', codes: readonly string[]) =>
    codes.map((code) => codeName(lists[list], code, sprache)).join(', ');
  return [
    ...some(t.anliegen, angaben.anliegen),
    ...some(t.wunsch, angaben.wunsch),
    ...some(t.personen, haushalt === null ? '' : `${haushalt.personen} (${t.kinder}: ${haushalt.kinder})`),
    ...some(t.einreise, writeMonth(angaben.einreise)),
    ...some(t.sprachen, angaben.sprachen.map((code) => languageName(sprache, code)).join(', ')),
    ...some(t.deutsch, angaben.deutsch === null ? '' : t.deutschName[angaben.deutsch]),
    ...some(
      aufenthalt?.laeuftAbAm ? t.titelBis : t.titel,
      aufenthalt === null
        ? ''
        : [
            titelName(sprache, aufenthalt.titel),
            aufenthalt.laeuftAbAm === null ? '' : formatDay(aufenthalt.laeuftAbAm),
          ]
            .filter(Boolean)
            .join(', '),
    ),
    ...some(
      t.leistungsbezug,
      angaben.leistungsbezug === null ? '' : codeName(lists.leistungsbezug, angaben.leistungsbezug, sprache),
    ),
    ...some(t.rechtskreis, names('rechtskreis', angaben.rechtskreis)),
    ...some(t.hinweis, angaben.hinweis.map((each) => t.hinweisName[each]).join(', ')),
    ...some(t.sprachlich, potential.sprachlich),
    ...some(t.sozial, potential.sozial),
    ...some(t.wirtschaftlich, potential.wirtschaftlich),
    ...some(t.gefaehrdungKurz, angaben.gefaehrdung === null ? '' : t.gefaehrdungStufe[angaben.gefaehrdung]),
    ...some(t.schwereGrund, angaben.schwereGrund),
  ];
}
