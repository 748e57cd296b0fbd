import { useState } from 'react';
import type { FallAkte } from '#src/fall/contract.ts';
import { fallContract } from '#src/fall/contract.ts';
import type { KreisStamm } from '#src/kreis/contract.ts';
import type { Answer } from '#src/platform/contract.ts';
import { call } from '#src/platform/web/call.ts';
import { formatMoment } from '#src/platform/web/format.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Badge, Notice } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { oeffnungContract, type OeffnungWunsch } from '../contract.ts';
import { AskDialog } from './AskDialog.tsx';
import { DeclineDialog } from './DeclineDialog.tsx';
import { OpenDialog } from './OpenDialog.tsx';
import { SchutzDialog } from './SchutzDialog.tsx';
import * as texts from './texts.ts';

type Stand = Answer<typeof oeffnungContract.listOeffnung>;
type Dialog = 'oeffnen' | 'bitten' | 'schutz' | { readonly wunsch: OeffnungWunsch; readonly nein: boolean };

export interface OeffnungHinweisProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
}

/** At the head of a case: who sees it in clear just now and until when, who asks for it, and emergency accesses. */
export function OeffnungHinweis({ kreis, fallId }: OeffnungHinweisProps) {
  const [dialog, setDialog] = useState<Dialog>();
  const params = { kreisId: kreis.id, fallId };
  const { data } = useQuery(oeffnungContract.listOeffnung, { params });
  // The same question as the page around it: answered out of memory.
  const { data: fall } = useQuery(fallContract.getFall, { params });
  if (!data || !fall) return null;
  const close = () => setDialog(undefined);
  return (
    <>
      <Zustand stand={data} fall={fall} kreisId={kreis.id} onOpen={setDialog} />
      {(dialog === 'oeffnen' || (typeof dialog === 'object' && !dialog.nein)) && (
        <OpenDialog
          kreisId={kreis.id}
          fallId={fallId}
          wunsch={typeof dialog === 'object' ? dialog.wunsch : undefined}
          onClose={close}
        />
      )}
      {typeof dialog === 'object' && dialog.nein && (
        <DeclineDialog kreisId={kreis.id} fallId={fallId} wunschId={dialog.wunsch.id} onClose={close} />
      )}
      {dialog === 'bitten' && <AskDialog kreisId={kreis.id} fallId={fallId} onClose={close} />}
      {dialog === 'schutz' && (
        <SchutzDialog kreisId={kreis.id} fallId={fallId} schutz={data.schutz} onClose={close} />
      )}
    </>
  );
}

interface ZustandProps {
  readonly stand: Stand;
  readonly fall: FallAkte;
  readonly kreisId: string;
  readonly onOpen: (dialog: Dialog) => void;
}

function Zustand({ stand, fall, kreisId, onOpen }: ZustandProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const { abilities } = stand;
  const liest = !abilities.oeffnen && fall.person !== null;
  const laeuft = liest ? stand.notzugriff.find((each) => each.laeuft) : undefined;
  const end = useAction(
    (key, oeffnungId: string) =>
      call(oeffnungContract.closeOeffnung, { params: { kreisId, fallId: fall.id, oeffnungId } }, { key }),
    () => toast(t.geschlossen),
  );
  return (
    <>
      {end.problem && <ErrorState problem={end.problem} />}
      {laeuft && (
        <Notice tone="warning" title={t.notzugriffHier}>
          <p>{t.notzugriffHierText(formatMoment(sprache, laeuft.bis))}</p>
        </Notice>
      )}
      {stand.oeffnung.map((each) => (
        <Notice
          key={each.id}
          tone="warning"
          title={
            liest
              ? t.bannerTitel(t.zweck[each.zweck], formatMoment(sprache, each.bis), each.von.name ?? '')
              : t.offenFuer(
                  each.an?.name ?? t.offenFuerAlle,
                  t.zweck[each.zweck],
                  formatMoment(sprache, each.bis),
                )
          }
        >
          {liest ? (
            <p>{t.bannerText}</p>
          ) : (
            <div className="row-between">
              <p>{t.offenText(each.von.name ?? '')}</p>
              <Button small pending={end.pending} onClick={() => end.run(each.id)}>
                {t.schliessen}
              </Button>
            </div>
          )}
        </Notice>
      ))}
      {stand.wunsch.map((each) => (
        <Wunsch key={each.id} wunsch={each} darf={abilities.oeffnen} onOpen={onOpen} />
      ))}
      {abilities.oeffnen &&
        stand.notzugriff.map((each) => (
          <Notice
            key={each.id}
            tone={each.laeuft ? 'danger' : 'warning'}
            title={t.notzugriffTitel(each.von.name ?? '', formatMoment(sprache, each.ab))}
          >
            <p>
              {t.notzugriffGrund[each.grund]}{' '}
              <Badge tone={each.laeuft ? 'danger' : 'neutral'}>
                {each.laeuft ? t.notzugriffLaeuft(formatMoment(sprache, each.bis)) : t.notzugriffEnde}
              </Badge>
            </p>
            {each.begruendung !== null && <p className="preline small">{each.begruendung}</p>}
          </Notice>
        ))}
      {stand.schutz !== null && abilities.schuetzen && (
        <Notice tone="success" title={t.geschuetztTitel}>
          <div className="row-between">
            <p>{t.schutzGrund[stand.schutz]}</p>
            <Button small onClick={() => onOpen('schutz')}>
              {t.aufheben}
            </Button>
          </div>
        </Notice>
      )}
      {(abilities.oeffnen || abilities.schuetzen || abilities.bitten) && (
        <div className="row">
          {abilities.oeffnen && stand.oeffnung.length === 0 && (
            <Button small icon="person" onClick={() => onOpen('oeffnen')}>
              {t.oeffnen}
            </Button>
          )}
          {abilities.schuetzen && stand.schutz === null && (
            <Button small icon="lock" onClick={() => onOpen('schutz')}>
              {t.schuetzen}
            </Button>
          )}
          {abilities.bitten && (
            <Button small icon="person" onClick={() => onOpen('bitten')}>
              {t.bitten}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

interface WunschProps {
  readonly wunsch: OeffnungWunsch;
  readonly darf: boolean;
  readonly onOpen: (dialog: Dialog) => void;
}

function Wunsch({ wunsch, darf, onOpen }: WunschProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const zweck = t.zweck[wunsch.zweck];
  if (wunsch.ablehnung !== null) return <Notice title={t.abgelehntTitel(t.ablehnung[wunsch.ablehnung])} />;
  if (!darf) {
    return (
      <Notice title={t.wunschEigen(zweck, formatMoment(sprache, wunsch.am))}>
        <p>{t.wunschEigenText}</p>
      </Notice>
    );
  }
  return (
    <Notice title={t.wunschTitel(wunsch.von.name ?? '', zweck)}>
      <div className="row-between">
        <p>{t.wunschText}</p>
        <div className="row">
          <Button small onClick={() => onOpen({ wunsch, nein: false })}>
            {t.oeffnen}
          </Button>
          <Button small kind="quiet" onClick={() => onOpen({ wunsch, nein: true })}>
            {t.ablehnen}
          </Button>
        </div>
      </div>
    </Notice>
  );
}
