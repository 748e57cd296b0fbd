import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import type { Answer } from '#src/platform/contract.ts';
import { languageName } from '#src/platform/web/languages.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Badge, Notice } from '#src/ui/web/Badge.tsx';
import { Button, PaperLink } from '#src/ui/web/Button.tsx';
import { DescriptionList } from '#src/ui/web/DescriptionList.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import type { einwilligungContract } from '../contract.ts';
import { EinwilligungForm } from './EinwilligungForm.tsx';
import * as texts from './texts.ts';
import { UnterschriftLine } from './UnterschriftLine.tsx';
import { WithdrawDialog } from './WithdrawDialog.tsx';

type Liste = Answer<typeof einwilligungContract.listEinwilligung>;

export interface EinwilligungCardProps {
  readonly kreis: KreisStamm;
  readonly personId: string;
  readonly liste: Liste;
  /** A case can be closed together with the withdrawal. */
  readonly mitFall: boolean;
}

const looks = {
  gilt: { tone: 'success', icon: 'check' },
  laeuft_aus: { tone: 'warning', icon: 'warning' },
  abgelaufen: { tone: 'danger', icon: 'danger' },
  abgeloest: { tone: 'neutral' },
} as const;

/** The consents of a person, what was handed out, and the way to withdraw or to sign anew. */
export function EinwilligungCard({ kreis, personId, liste, mitFall }: EinwilligungCardProps) {
  const t = useTexts(texts);
  const [withdrawing, setWithdrawing] = useState(false);
  const [renewing, setRenewing] = useState(false);
  const gilt = liste.gesperrtAm === null;
  const befristet = liste.einwilligung.some(
    ({ stand, ablaufAm }) => ablaufAm !== null && stand !== 'abgeloest' && stand !== 'widerrufen',
  );
  return (
    <>
      {liste.gesperrtAm !== null && (
        <Gesperrt kreis={kreis} personId={personId} liste={liste} mitFall={mitFall} />
      )}
      <Card
        title={t.einwilligung}
        actions={
          gilt && (
            <div className="row">
              {befristet && !renewing && (
                <Button small onClick={() => setRenewing(true)}>
                  {t.erneuern}
                </Button>
              )}
              <Button small onClick={() => setWithdrawing(true)}>
                {t.widerrufen}
              </Button>
            </div>
          )
        }
      >
        <div className="stack">
          {renewing && <p className="muted">{t.erneuernText}</p>}
          {liste.einwilligung.map((each) => (
            <Zeile key={each.id} kreisId={kreis.id} personId={personId} einwilligung={each} />
          ))}
          {liste.aushaendigung.length > 0 && <Ausgehaendigt liste={liste} />}
        </div>
      </Card>
      {renewing && <Neu {...{ kreis, personId, liste }} onDone={() => setRenewing(false)} />}
      {withdrawing && (
        <WithdrawDialog
          kreis={kreis}
          personId={personId}
          folgen={liste.folgen}
          mitFall={mitFall}
          onClose={() => setWithdrawing(false)}
        />
      )}
    </>
  );
}

function Zeile(props: { kreisId: string; personId: string; einwilligung: Liste['einwilligung'][number] }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const { kreisId, personId, einwilligung } = props;
  const { stand, ablaufAm, widerrufenAm, vertretung, unterschrift } = einwilligung;
  return (
    <div>
      <DescriptionList
        items={[
          {
            term: t.stand,
            value:
              stand === 'widerrufen' ? (
                <Badge tone="danger">{t.widerrufenAm(formatDay(widerrufenAm ?? ''))}</Badge>
              ) : (
                <Badge {...looks[stand]}>{t.standWort[stand]}</Badge>
              ),
          },
          { term: t.erteilt, value: formatDay(einwilligung.erteiltAm) },
          ...(ablaufAm === null ? [] : [{ term: t.giltBis, value: formatDay(ablaufAm) }]),
          {
            term: t.fassung,
            value: `${einwilligung.textfassung || t.altesPapier}, ${languageName(sprache, einwilligung.sprache)}`,
          },
          ...(einwilligung.zweck.length === 0
            ? []
            : [{ term: t.zwecke, value: einwilligung.zweck.map((code) => t.zweckWort[code]).join(', ') }]),
          ...(einwilligung.dolmetschen === 'kein'
            ? []
            : [{ term: t.dolmetschenKurz, value: t.dolmetschenArt[einwilligung.dolmetschen] }]),
          ...(vertretung.length === 0 ? [] : [{ term: t.vertretungKurz, value: vertretung.join(', ') }]),
          ...(unterschrift.length === 0
            ? []
            : [
                {
                  term: t.unterschrift,
                  value: unterschrift.map((each) => (
                    <UnterschriftLine
                      key={each.id}
                      kreisId={kreisId}
                      personId={personId}
                      unterschrift={each}
                    />
                  )),
                },
              ]),
        ]}
      />
      {einwilligung.vordruck && unterschrift.length > 0 && (
        <p className="small">
          <PaperLink href={`/api/kreis/${kreisId}/papier/einwilligung/${einwilligung.id}`}>
            {t.drucken}
          </PaperLink>
        </p>
      )}
    </div>
  );
}

function Ausgehaendigt({ liste }: { liste: Liste }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  return (
    <DescriptionList
      items={[
        {
          term: t.ausgehaendigtAm,
          value: liste.aushaendigung.map((each, index) => (
            <div key={`${each.am}${index}`}>
              {t.ausgehaendigtKurz(formatDay(each.am), each.fassung, languageName(sprache, each.sprache))}
            </div>
          )),
        },
      ]}
    />
  );
}

/** A locked person: kindly said, unless the file says so already, with the way back. */
function Gesperrt({ kreis, personId, liste, mitFall }: EinwilligungCardProps) {
  const t = useTexts(texts);
  const [signing, setSigning] = useState(false);
  return (
    <>
      <Notice {...(mitFall ? {} : { title: t.gesperrtTitel(formatDay(liste.gesperrtAm ?? '')) })}>
        <p>{t.gesperrtText}</p>
        {!signing && (
          <p>
            <Button small onClick={() => setSigning(true)}>
              {t.neuEinwilligen}
            </Button>
          </p>
        )}
      </Notice>
      {signing && <Neu {...{ kreis, personId, liste }} onDone={() => setSigning(false)} />}
    </>
  );
}

/** A new signature of the same person. */
function Neu(props: Omit<EinwilligungCardProps, 'mitFall'> & { readonly onDone: () => void }) {
  const { kreis, personId, liste, onDone } = props;
  const t = useTexts(texts);
  const toast = useToast();
  return (
    <EinwilligungForm
      kreis={kreis}
      traegerId={liste.traegerId}
      fuer={{ personId }}
      sprache={liste.einwilligung[0]?.sprache ?? 'deu'}
      onGiven={({ begleitung }) => {
        onDone();
        toast(
          { keine: t.gespeichert, moeglich: t.begleitungTitel, nur_koordination: t.nurKoordinationTitel }[
            begleitung
          ],
        );
      }}
    />
  );
}
