import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { isDay, today } from '#src/platform/day.ts';
import { codeOptions, nameOptions } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { DescriptionList } from '#src/ui/web/DescriptionList.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { andererZugang, bedarf, zusteuerungContract } from '../contract.ts';
import * as texts from './texts.ts';

const start = {
  am: today(),
  kommune: '',
  ortsteil: '',
  wohnform: '',
  zugang: '',
  bedarf: '',
  einreise: '',
  anderer: '',
};

/** Tries the rules on what is known of somebody; nothing is stored. */
export function ProbeCard({ kreis }: { kreis: KreisStamm }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const [values, setValues] = useState(start);
  const bind = (name: keyof typeof start) => ({
    name,
    quietOptional: true,
    value: values[name],
    onChange: (value: string) =>
      setValues((before) => ({ ...before, [name]: value, ...(name === 'kommune' ? { ortsteil: '' } : {}) })),
  });
  const ortsteile = kreis.kommune.find((each) => each.id === values.kommune)?.ortsteil ?? [];
  const answer = useQuery(
    zusteuerungContract.probeZusteuerung,
    values.kommune === '' || !isDay(values.am) ? undefined : sentOf(kreis.id, values),
    { keep: true },
  );
  const found = answer.data;
  return (
    <Card title={t.probe}>
      <div className="stack">
        <p className="muted">{t.probeText}</p>
        <div className="columns">
          <SelectField {...bind('kommune')} label={t.kommune} options={nameOptions(kreis.kommune)} />
          {ortsteile.length > 0 && (
            <SelectField {...bind('ortsteil')} label={t.ortsteil} options={nameOptions(ortsteile)} />
          )}
          <SelectField
            {...bind('wohnform')}
            label={t.wohnform}
            options={codeOptions(kreis.codeliste.wohnform, sprache)}
          />
          <SelectField
            {...bind('zugang')}
            label={t.zugang}
            options={codeOptions(kreis.codeliste.zugang, sprache)}
          />
          <SelectField
            {...bind('bedarf')}
            label={t.bedarf}
            options={bedarf.options.map((value) => ({ value, label: t.bedarfWert[value] }))}
          />
          <DateField {...bind('am')} label={t.probeTag} />
          <DateField {...bind('einreise')} label={t.einreise} />
          <SelectField
            {...bind('anderer')}
            label={t.anderer}
            options={andererZugang.options.map((value) => ({ value, label: t.andererWert[value] }))}
          />
        </div>
        {answer.error && <ErrorState problem={answer.error} onRetry={answer.refetch} />}
        <output>
          {values.kommune === '' && <span className="muted">{t.probeWaehlen}</span>}
          {values.kommune !== '' && found && (
            <DescriptionList
              items={[
                {
                  term: t.zustaendig,
                  value:
                    found.ziel.length === 0
                      ? t.niemand
                      : found.ziel
                          .map(({ name, standort }) =>
                            standort === null ? name : t.anStandort(name, standort),
                          )
                          .join(', '),
                },
                {
                  term: t.warum,
                  value: (
                    <>
                      <p>
                        {found.regel ? t.warumRegel(found.regel.rang, found.regel.bezeichnung) : t.warumOrt}
                      </p>
                      {found.ziel.length > 1 && (
                        <p className="muted">
                          {found.gebiet.traeger.some(({ grund }) => grund === 'ortsteil_offen')
                            ? t.warumOffen
                            : t.warumMehrere}
                        </p>
                      )}
                    </>
                  ),
                },
                { term: t.zielgruppe, value: t.gehoert[found.zielgruppe] },
              ]}
            />
          )}
        </output>
      </div>
    </Card>
  );
}

function sentOf(kreisId: string, values: typeof start) {
  const { am, kommune, ortsteil, wohnform, zugang, einreise } = values;
  const need = bedarf.options.find((each) => each === values.bedarf);
  const anderer = andererZugang.options.find((each) => each === values.anderer);
  return {
    params: { kreisId },
    query: {
      am,
      kommune,
      ...(ortsteil === '' ? {} : { ortsteil }),
      ...(wohnform === '' ? {} : { wohnform }),
      ...(zugang === '' ? {} : { zugang }),
      ...(need === undefined ? {} : { bedarf: need }),
      ...(isDay(einreise) ? { einreise } : {}),
      ...(anderer === undefined ? {} : { anderer }),
    },
  };
}
