import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import type { Answer } from '#src/platform/contract.ts';
import { formatDay, isDay, today } from '#src/platform/day.ts';
import { formatMoment } from '#src/platform/web/format.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Card, Page } from '#src/ui/web/Page.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { regelBeschreibung } from '../beschreibung.ts';
import { regelContract } from '../contract.ts';
import { isRegelSchluessel, type RegelSchluessel } from '../regel.ts';
import { describeWert } from './describe-wert.ts';
import { SetRegelDialog } from './SetRegelDialog.tsx';
import * as texts from './texts.ts';

type Stand = Answer<typeof regelContract.listRegel>['regel'][number];

const groups = {
  faelle: [
    'aktiv_regel',
    'fallschluessel',
    'fallschluessel_basis',
    'komplexer_fall',
    'kurzberatung',
    'zielgruppe',
    'zugang_liste',
    'lebensbereich_bericht',
  ],
  begleitung: [
    'plan_name',
    're_assessment',
    'abschlussgrund',
    'uhr_104c',
    'werktag',
    'uebergabe_information',
  ],
  gremien: ['lenkung', 'baustein_wort', 'vokabular'],
  traeger: ['anstellung', 'vertragsform', 'vertrag_bescheid', 'geld'],
  berichte: ['datenwerkzeug', 'berichtszyklus'],
} as const satisfies Record<string, readonly RegelSchluessel[]>;

const groupNames = ['faelle', 'begleitung', 'gremien', 'traeger', 'berichte'] as const;

/** Everything in which this Kreis differs, in words, with history; changed from a day on and with a reason. */
export function RegelPage({ kreis }: { kreis: KreisStamm }) {
  const t = useTexts(texts);
  const [am, setAm] = useState<string>(today());
  const [changing, setChanging] = useState<Stand>();
  const list = useQuery(
    regelContract.listRegel,
    { params: { kreisId: kreis.id }, query: isDay(am) ? { am } : {} },
    { keep: true },
  );
  const all = list.data?.regel ?? [];
  return (
    <Page
      title={t.titel}
      lead={<p className="prose">{t.lead(kreis.name)}</p>}
      actions={<DateField name="am" label={t.am} quietOptional value={am} onChange={setAm} />}
    >
      {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
      {list.loading && <Loading rows={10} />}
      {list.data &&
        groupNames.map((group) => {
          const keys: readonly string[] = groups[group];
          const rows = all.filter((stand) => keys.includes(stand.schluessel));
          return (
            rows.length > 0 && (
              <Card key={group} title={t.gruppe[group]}>
                <ul className="rules">
                  {rows.map((stand) => (
                    <Rule
                      key={stand.schluessel}
                      kreisId={kreis.id}
                      stand={stand}
                      {...(list.data?.abilities.setRegel ? { onChange: () => setChanging(stand) } : {})}
                    />
                  ))}
                </ul>
              </Card>
            )
          );
        })}
      {changing && isRegelSchluessel(changing.schluessel) && (
        <SetRegelDialog
          kreis={kreis}
          schluessel={changing.schluessel}
          wert={changing.wert}
          onClose={() => setChanging(undefined)}
        />
      )}
    </Page>
  );
}

function Rule({ kreisId, stand, onChange }: { kreisId: string; stand: Stand; onChange?: () => void }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const [open, setOpen] = useState(false);
  const name = isRegelSchluessel(stand.schluessel)
    ? regelBeschreibung[sprache][stand.schluessel]
    : { name: stand.schluessel, erklaerung: '' };
  return (
    <li className="rule">
      <div>
        <h3>{name.name}</h3>
        <p className="small muted">{name.erklaerung}</p>
      </div>
      <div className="rule-value">
        <p>{describeWert(stand.wert, t)}</p>
        <p className="small muted row">
          {!stand.gesetzt && <Badge>{t.vorgabe}</Badge>}
          {stand.gesetzt && (stand.gueltigAb === null ? t.immer : t.gesetzt(formatDay(stand.gueltigAb)))}
          {stand.gesetzt && stand.begruendung !== '' && ` · ${stand.begruendung}`}
        </p>
      </div>
      <div className="row row-end">
        <Button kind="quiet" small expanded={open} onClick={() => setOpen(!open)}>
          {t.verlauf}
        </Button>
        {onChange && (
          <Button small onClick={onChange}>
            {t.aendern}
          </Button>
        )}
      </div>
      {open && <RegelVerlauf kreisId={kreisId} schluessel={stand.schluessel} />}
    </li>
  );
}

function RegelVerlauf({ kreisId, schluessel }: { kreisId: string; schluessel: string }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const list = useQuery(regelContract.listRegelVerlauf, { params: { kreisId, schluessel } });
  if (list.error) return <ErrorState problem={list.error} onRetry={list.refetch} />;
  if (!list.data) return <Loading rows={2} />;
  if (list.data.length === 0) return <p className="muted small">{t.verlaufLeer}</p>;
  return (
    <ol className="rule-history small">
      {list.data.map((stand) => (
        <li key={`${stand.gueltigAb}${stand.erfasstAm}`}>
          <p>
            {stand.gueltigAb === null ? t.immer : t.gesetzt(formatDay(stand.gueltigAb))}
            {stand.gueltigBis !== null && ` ${t.bis(formatDay(stand.gueltigBis))}`}:{' '}
            {describeWert(stand.wert, t)}
          </p>
          <p className="muted">
            {stand.begruendung}
            {stand.erfasstAm !== null &&
              ` (${t.von(stand.erfasstVon ?? 'Lotse', formatMoment(sprache, stand.erfasstAm))})`}
          </p>
        </li>
      ))}
    </ol>
  );
}
