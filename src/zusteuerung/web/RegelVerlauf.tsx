import { formatDay } from '#src/platform/day.ts';
import { formatMoment } from '#src/platform/web/format.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { zusteuerungContract } from '../contract.ts';
import { describeBedingung, describeZiel, type Worte } from './describe-regel.ts';

/** Every version of a rule as it was written, the superseded ones marked. */
export function RegelVerlauf(props: { kreisId: string; reiheId: string; worte: Worte }) {
  const { kreisId, reiheId, worte } = props;
  const { t, sprache } = worte;
  const list = useQuery(zusteuerungContract.listZusteuerungVerlauf, { params: { kreisId, reiheId } });
  if (list.error) return <ErrorState problem={list.error} onRetry={list.refetch} />;
  if (!list.data) return <Loading rows={2} />;
  return (
    <ol className="rule-history small">
      {list.data.map((fassung) => (
        <li key={fassung.id}>
          <p>
            <Badge tone={fassung.ersetztAm === null ? 'success' : 'neutral'}>
              {fassung.ersetztAm === null ? t.gueltigeFassung : t.ersetzteFassung}
            </Badge>{' '}
            {t.ab(formatDay(fassung.gueltigAb))}
            {fassung.gueltigBis !== null && ` ${t.bis(formatDay(fassung.gueltigBis))}`}:{' '}
            {describeBedingung(fassung, worte)}, {t.dann(describeZiel(fassung, worte))}.
          </p>
          <p className="muted">
            {t.erfasst(formatMoment(sprache, fassung.erfasstAm), fassung.erfasstVon ?? 'Lotse')}
            {fassung.ersetztAm !== null && ` · ${t.ersetzt(formatMoment(sprache, fassung.ersetztAm))}`}
          </p>
        </li>
      ))}
    </ol>
  );
}
