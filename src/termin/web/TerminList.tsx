import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { ButtonLink, Link } from '#src/ui/web/Button.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { terminContract, type TerminZeile } from '../contract.ts';
import { FristBadge } from './FristBadge.tsx';
import * as texts from './texts.ts';
import { TerminzettelLinks } from './TerminzettelLinks.tsx';

type Subject =
  | { readonly anfrageId: string; readonly fallId?: undefined }
  | { readonly fallId: string; readonly anfrageId?: undefined };

export type TerminListProps = Subject & {
  readonly kreisId: string;
  /** For the name of the Standort, where the page has it. */
  readonly kreis?: KreisStamm;
  /** Language of the client, ISO 639-3, where the page knows it. */
  readonly sprache?: string | null;
  /** False where the account only looks on. */
  readonly canPlan?: boolean;
};

/** Next appointments of an Anfrage or a Fall, and until when one is due. */
export function TerminList(props: TerminListProps) {
  const { kreisId, kreis, anfrageId, fallId, sprache = null, canPlan = true } = props;
  const t = useTexts(texts);
  const ofAnfrage = useQuery(
    terminContract.listTerminOfAnfrage,
    anfrageId === undefined ? undefined : { params: { kreisId, anfrageId } },
  );
  const ofFall = useQuery(
    terminContract.listTerminOfFall,
    fallId === undefined ? undefined : { params: { kreisId, fallId } },
  );
  const { data, error, refetch } = anfrageId === undefined ? ofFall : ofAnfrage;
  const heute = today();
  const next = data?.termin.filter((each) => each.stand === 'geplant' && each.tag >= heute) ?? [];
  const earlier = (data?.termin.length ?? 0) - next.length;
  const query = anfrageId === undefined ? `fall=${fallId}` : `anfrage=${anfrageId}`;
  return (
    <Card
      title={t.termine}
      actions={
        canPlan && (
          <ButtonLink href={`/k/${kreisId}/kalender?${query}`} kind="quiet" icon="plus" small>
            {t.neu}
          </ButtonLink>
        )
      }
    >
      {error && <ErrorState problem={error} onRetry={refetch} />}
      {!data && !error && <Loading rows={2} />}
      {data && (
        <div className="stack termin-list">
          {data.frist && <FristBadge frist={data.frist} />}
          {next.length === 0 && <p className="muted">{t.keine}</p>}
          {next.length > 0 && (
            <ul className="stack">
              {next.map((termin) => (
                <li key={termin.id}>
                  <Entry kreisId={kreisId} kreis={kreis} termin={termin} sprache={sprache} />
                </li>
              ))}
            </ul>
          )}
          {earlier > 0 && <p className="small muted">{t.frueher(earlier)}</p>}
        </div>
      )}
    </Card>
  );
}

function Entry(props: {
  kreisId: string;
  kreis: KreisStamm | undefined;
  termin: TerminZeile;
  sprache: string | null;
}) {
  const { kreisId, kreis, termin, sprache } = props;
  const t = useTexts(texts);
  const place = [
    kreis && termin.standortId !== null ? nameOf(kreis.standort, termin.standortId) : '',
    termin.raumName ?? '',
    termin.mitStelleName === null ? '' : `${t.mit} ${termin.mitStelleName}`,
  ].filter((part) => part !== '');
  return (
    <>
      <p>
        <Link href={`/k/${kreisId}/kalender?tag=${termin.tag}&termin=${termin.id}`}>
          <span className="figure">{formatDay(termin.tag)}</span>, {t.uhr(termin.von, termin.bis)}
        </Link>{' '}
        <Badge>{t.art[termin.art]}</Badge>
      </p>
      <p className="small muted">{[termin.casemanagerName ?? '', ...place].filter(Boolean).join(' · ')}</p>
      {termin.art !== 'intern' && (
        <TerminzettelLinks
          kreisId={kreisId}
          traegerId={termin.traegerId}
          terminId={termin.id}
          sprache={termin.dolmetschen ?? sprache}
        />
      )}
    </>
  );
}
