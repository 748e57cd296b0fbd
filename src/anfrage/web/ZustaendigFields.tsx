import { useEffect, useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, isDay } from '#src/platform/day.ts';
import { nameOf, nameOptions } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Checkbox } from '#src/ui/web/ChoiceGroup.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import type { Vorschlag } from '../anfrage.ts';
import { anfrageContract } from '../contract.ts';
import { lageOf, type AnfrageBind, type AnfrageValues } from './anfrage-values.ts';
import * as texts from './texts.ts';

const PAUSE_MS = 250;

/** Asks who is responsible as soon as typing rests; the former answer stays while a new one is on its way. */
export function useVorschlag(kreisId: string, values: AnfrageValues) {
  const [strasse, setStrasse] = useState(values.strasse);
  useEffect(() => {
    const timer = setTimeout(() => setStrasse(values.strasse), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [values.strasse]);
  const { eingegangenAm } = values;
  return useQuery(
    anfrageContract.proposeTraeger,
    isDay(eingegangenAm)
      ? { params: { kreisId }, body: { ...lageOf(values), strasse, eingegangenAm } }
      : undefined,
    { keep: true },
  );
}

/** Who is responsible and why, until when, and the choice of somebody else. */
export function ZustaendigFields(props: {
  kreis: KreisStamm;
  bind: AnfrageBind;
  /** Chosen, or else proposed. */
  traegerId: string;
  vorschlag: Vorschlag | undefined;
  /** Of several the one that is taken unless another is chosen. */
  proposed: Vorschlag['traeger'][number] | undefined;
  dringlich: boolean;
  own: boolean;
}) {
  const { kreis, bind, traegerId, vorschlag, proposed, dringlich } = props;
  const t = useTexts(texts);
  const standorte = kreis.standort.filter((each) => each.traegerId === traegerId);
  const proposedStandort = proposed?.traegerId === traegerId ? proposed.standortId : null;
  return (
    <div className="stack">
      <div aria-live="polite" className="stack">
        {vorschlag && vorschlag.traeger.length === 0 && <p className="muted">{t.vorschlagLeer}</p>}
        {vorschlag && vorschlag.traeger.length > 0 && (
          <ul>
            {vorschlag.traeger.map((each) => (
              <li key={each.traegerId}>
                <strong>{nameOf(kreis.traeger, each.traegerId)}</strong>
                {each.standortId !== null && `, ${nameOf(kreis.standort, each.standortId)}`}
                {': '}
                {each.satz ?? (each.grund === 'regel' ? '' : t.grund[each.grund])}
              </li>
            ))}
          </ul>
        )}
        {vorschlag?.stelle && (
          <Notice>
            <p>{t.vorschlagStelle(vorschlag.stelle.name, vorschlag.stelle.satz)}</p>
          </Notice>
        )}
        {vorschlag && <p>{t.fristText(formatDay(dringlich ? vorschlag.fristEilig : vorschlag.frist))}</p>}
      </div>
      <div className="columns">
        <SelectField
          {...bind('traegerId')}
          label={t.traeger}
          required
          {...(proposed ? { empty: t.wieVorgeschlagen(nameOf(kreis.traeger, proposed.traegerId)) } : {})}
          options={nameOptions(kreis.traeger)}
          onChange={(id) => {
            bind('traegerId').onChange(id);
            bind('standortId').onChange('');
          }}
        />
        {standorte.length > 0 && (
          <SelectField
            {...bind('standortId')}
            label={t.standort}
            quietOptional
            empty={
              proposedStandort === null
                ? t.ohneStandort
                : t.wieVorgeschlagen(nameOf(kreis.standort, proposedStandort))
            }
            options={nameOptions(standorte)}
          />
        )}
      </div>
      {props.own && <Checkbox {...bind('uebernehmen')} label={t.uebernehmen} />}
    </div>
  );
}
