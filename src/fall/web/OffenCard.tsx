import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { formatMoment } from '#src/platform/web/format.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { ButtonLink, Link, PaperLink } from '#src/ui/web/Button.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { DescriptionList } from '#src/ui/web/DescriptionList.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import type { FallAkte } from '../contract.ts';
import type { Ueberblick } from '../ueberblick.ts';
import * as texts from './texts.ts';

export interface OffenCardProps {
  readonly kreis: KreisStamm;
  readonly fall: FallAkte;
  readonly ueberblick: Ueberblick;
}

/** What is open in a case on one card: steps of the plan, appointment, referrals, tasks, papers that run out. */
export function OffenCard({ kreis, fall, ueberblick }: OffenCardProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const heute = today();
  const { plan, vermittlung, aufgabe, schritt, termin, ablauf } = ueberblick;
  const place = (teil: string) => `/k/${kreis.id}/fall/${fall.id}?teil=${teil}`;
  const due = (am: string | null) =>
    am !== null && (
      <Badge tone={am < heute ? 'danger' : 'neutral'}>
        {am < heute ? t.seitTag(formatDay(am)) : t.bisTag(formatDay(am))}
      </Badge>
    );
  return (
    <Card
      title={t.offen}
      actions={
        fall.abilities.recordBeratungskontakt &&
        fall.status !== 'abgeschlossen' && (
          <ButtonLink href={`/k/${kreis.id}/kalender?fall=${fall.id}`} kind="quiet" icon="plus" small>
            {t.terminPlanen}
          </ButtonLink>
        )
      }
    >
      {schritt.length > 0 && (
        <ul className="offen-schritte">
          {schritt.map((each) => (
            <li key={each.id}>
              <span>{each.text}</span>
              <span className="muted small">{each.dritte === '' ? t.akteur[each.akteur] : each.dritte}</span>
              {due(each.faelligAm)}
            </li>
          ))}
        </ul>
      )}
      {plan.schritteOffen > schritt.length && (
        <p className="small">
          <Link href={place('hilfeplan')}>{t.alleSchritte(plan.schritteOffen)}</Link>
        </p>
      )}
      <DescriptionList
        items={[
          {
            term: t.plan,
            value:
              plan.zieleGesamt === 0 ? (
                <span className="muted">{t.keinPlan}</span>
              ) : (
                <Link href={place('hilfeplan')}>
                  {t.abschluss.ziele(plan.zieleErreicht, plan.zieleGesamt)}
                </Link>
              ),
          },
          {
            term: t.termin,
            value:
              termin === null ? <span className="muted">{t.keinTermin}</span> : formatMoment(sprache, termin),
          },
          ...(vermittlung.gesamt === 0
            ? []
            : [
                {
                  term: t.vermittlungen,
                  value: (
                    <>
                      <Link href={place('vermittlung')}>
                        {t.laufend(vermittlung.laufend, vermittlung.gesamt)}
                      </Link>{' '}
                      {due(vermittlung.rueckmeldungBis)}
                    </>
                  ),
                },
              ]),
          ...(aufgabe.offen === 0
            ? []
            : [
                {
                  term: t.aufgaben,
                  value: (
                    <>
                      <Link href={place('aufgabe')}>{t.offeneAufgaben(aufgabe.offen)}</Link>{' '}
                      {due(aufgabe.faelligAm)}
                    </>
                  ),
                },
              ]),
          ...ablauf.map(({ art, am }) => ({ term: t.laeuftAb[art], value: due(am) })),
        ]}
      />
      {fall.abilities.changeFall && (
        <p className="small">
          <PaperLink href={`/api/kreis/${kreis.id}/fall/${fall.id}/skizze?sprache=${sprache}`}>
            {t.skizze}
          </PaperLink>
        </p>
      )}
    </Card>
  );
}
