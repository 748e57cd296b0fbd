import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { ersuchenContract } from '../contract.ts';
import type { EinschraenkungZeile, PersonErsuchen } from '../ersuchen.ts';
import { ErsuchenTable } from './ErsuchenTable.tsx';
import { RecordErsuchen } from './RecordErsuchen.tsx';
import { StepDialog } from './StepDialog.tsx';
import * as texts from './texts.ts';

export interface ErsuchenCardProps {
  readonly kreis: KreisStamm;
  readonly personId: string;
}

/** What a person asked for about her data, in her case file; a request is taken down here. */
export function ErsuchenCard({ kreis, personId }: ErsuchenCardProps) {
  const t = useTexts(texts);
  const [adding, setAdding] = useState(false);
  const [lifting, setLifting] = useState<EinschraenkungZeile>();
  const params = { kreisId: kreis.id, personId };
  const { data, error, refetch } = useQuery(ersuchenContract.listPersonErsuchen, { params });
  const gilt = data?.einschraenkung.find(({ aufgehobenAm }) => aufgehobenAm === null);
  return (
    <Card
      title={t.karte}
      actions={
        <Button small onClick={() => setAdding(true)}>
          {t.aufnehmen}
        </Button>
      }
    >
      <div className="stack" data-ersuchen="">
        {error && <ErrorState problem={error} onRetry={refetch} />}
        {!data && !error && <Loading rows={2} />}
        {gilt && (
          <Notice tone="warning" title={t.eingeschraenktTitel}>
            <p>{t.eingeschraenktText(formatDay(gilt.ab))}</p>
            <p>{t.anlassWort[gilt.anlass]}</p>
            <p>
              <Button small onClick={() => setLifting(gilt)}>
                {t.aufheben}
              </Button>
            </p>
          </Notice>
        )}
        {data && <Bestritten bestritten={data.bestritten} />}
        {data?.ersuchen.length === 0 && <p className="muted">{t.karteLeer}</p>}
        {data && data.ersuchen.length > 0 && (
          <ErsuchenTable kreis={kreis} rows={data.ersuchen} caption={t.karte} ofOne />
        )}
      </div>
      {adding && data && (
        <RecordErsuchen
          kreis={kreis}
          personId={personId}
          recht={data.recht}
          onClose={() => setAdding(false)}
        />
      )}
      {lifting && (
        <StepDialog
          title={t.aufheben}
          knopf={t.aufheben}
          meldung={t.aufgehoben}
          formular="einschraenkung-aufhebung"
          bezug={lifting.id}
          initial={{ mitgeteiltAm: today() }}
          labels={{ mitgeteiltAm: t.mitgeteiltAm }}
          check={({ mitgeteiltAm }) => (isDay(mitgeteiltAm) ? {} : { mitgeteiltAm: 'datum-ungueltig' })}
          send={({ mitgeteiltAm }, key) =>
            call(
              ersuchenContract.liftEinschraenkung,
              { params: { ...params, einschraenkungId: lifting.id }, body: { mitgeteiltAm } },
              { key },
            )
          }
          onClose={() => setLifting(undefined)}
        >
          {({ bind }) => (
            <>
              <p>{t.aufhebenText}</p>
              <DateField {...bind('mitgeteiltAm')} label={t.mitgeteiltAm} required max={today()} />
            </>
          )}
        </StepDialog>
      )}
    </Card>
  );
}

/** What the person disputes stands where the file is read (§ 84 (2) SGB X). */
function Bestritten({ bestritten }: Pick<PersonErsuchen, 'bestritten'>) {
  const t = useTexts(texts);
  if (bestritten.length === 0) return null;
  return (
    <Notice tone="info" title={t.bestrittenTitel}>
      {bestritten.map(({ feld, seit }) => (
        <p key={`${feld}${seit}`}>{t.bestritten(t.feldWort[feld], formatDay(seit))}</p>
      ))}
    </Notice>
  );
}

/** The same two things above the tabs of the case file; nothing where there is nothing. */
export function ErsuchenHinweis({ kreis, personId }: ErsuchenCardProps) {
  const t = useTexts(texts);
  const { data } = useQuery(ersuchenContract.listPersonErsuchen, {
    params: { kreisId: kreis.id, personId },
  });
  const gilt = data?.einschraenkung.find(({ aufgehobenAm }) => aufgehobenAm === null);
  return (
    <>
      {gilt && (
        <Notice tone="warning" title={t.eingeschraenktTitel}>
          <p>{t.eingeschraenktText(formatDay(gilt.ab))}</p>
        </Notice>
      )}
      {data && <Bestritten bestritten={data.bestritten} />}
    </>
  );
}
