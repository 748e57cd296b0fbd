import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, isDay, today } from '#src/platform/day.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { stelleContract } from '#src/stelle/contract.ts';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Button, Link } from '#src/ui/web/Button.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Card, Page } from '#src/ui/web/Page.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { zusteuerungContract, type ZusteuerungRegel } from '../contract.ts';
import { describeBedingung, describeZiel, type Worte } from './describe-regel.ts';
import { EndRegelDialog } from './EndRegelDialog.tsx';
import { FokusQuote } from './FokusQuote.tsx';
import { ProbeCard } from './ProbeCard.tsx';
import { RegelDialog } from './RegelDialog.tsx';
import { RegelVerlauf } from './RegelVerlauf.tsx';
import { ZielgruppeCard } from './ZielgruppeCard.tsx';
import * as texts from './texts.ts';

export interface ZusteuerungPageProps {
  readonly kreis: KreisStamm;
  /** Träger whose places the account may see. */
  readonly quoteTraegerIds: readonly string[];
  readonly can: (ability: string) => boolean;
}

type Editing =
  | { readonly what: 'neu' }
  | { readonly what: 'aendern' | 'beenden'; readonly regel: ZusteuerungRegel };

/** By which agreed rules people reach the right help: in words, in order, on any day; and a way to try them. */
export function ZusteuerungPage({ kreis, quoteTraegerIds, can }: ZusteuerungPageProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const [am, setAm] = useState<string>(today());
  const [editing, setEditing] = useState<Editing>();
  const params = { kreisId: kreis.id };
  const list = useQuery(
    zusteuerungContract.listZusteuerung,
    { params, query: isDay(am) ? { am } : {} },
    { keep: true },
  );
  const stellen = useQuery(stelleContract.listStelle, { params });
  const worte: Worte = { kreis, sprache, t, stellen: stellen.data?.stelle ?? [] };
  const close = () => setEditing(undefined);
  return (
    <Page
      title={t.titel}
      lead={<p className="prose">{t.lead(kreis.name)}</p>}
      actions={
        list.data?.abilities.addZusteuerung && (
          <Button kind="primary" icon="plus" onClick={() => setEditing({ what: 'neu' })}>
            {t.neu}
          </Button>
        )
      }
    >
      {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
      {list.loading && <Loading rows={8} />}
      {list.data && (
        <div className="split">
          <div className="stack">
            <Card
              title={t.regeln}
              actions={<DateField name="am" label={t.am} quietOptional value={am} onChange={setAm} />}
            >
              {list.data.regel.length === 0 && (
                <EmptyState icon="regel" title={t.regelnLeer}>
                  {t.regelnLeerText}
                </EmptyState>
              )}
              <ol className="rules">
                {list.data.regel.map((regel) => (
                  <Rule
                    key={regel.id}
                    regel={regel}
                    worte={worte}
                    {...(regel.changeable
                      ? {
                          onChange: () => setEditing({ what: 'aendern', regel }),
                          onEnd: () => setEditing({ what: 'beenden', regel }),
                        }
                      : {})}
                  />
                ))}
              </ol>
            </Card>
            <ProbeCard kreis={kreis} />
            {list.data.zielgruppe.wert.art === 'fokus' && (
              <Card title={t.quote}>
                <div className="stack">
                  <p className="muted">{t.quoteText(list.data.zielgruppe.wert.gruppen.join(', '))}</p>
                  <div className="columns">
                    {quoteTraegerIds.map((id) => (
                      <FokusQuote key={id} kreis={kreis} traegerId={id} />
                    ))}
                  </div>
                </div>
              </Card>
            )}
          </div>
          <div className="stack">
            <ZielgruppeCard zielgruppe={list.data.zielgruppe} />
            {can('lage.lesen') && (
              <Card title={t.lage}>
                <div className="stack">
                  <p className="small muted">{t.lageText}</p>
                  <p>
                    <Link href={`/k/${kreis.id}/lage`}>{t.lageZeigen}</Link>
                  </p>
                </div>
              </Card>
            )}
          </div>
        </div>
      )}
      {editing?.what === 'neu' && <RegelDialog kreis={kreis} regel={undefined} onClose={close} />}
      {editing?.what === 'aendern' && <RegelDialog kreis={kreis} regel={editing.regel} onClose={close} />}
      {editing?.what === 'beenden' && <EndRegelDialog kreis={kreis} regel={editing.regel} onClose={close} />}
    </Page>
  );
}

interface RuleProps {
  readonly regel: ZusteuerungRegel;
  readonly worte: Worte;
  readonly onChange?: () => void;
  readonly onEnd?: () => void;
}

function Rule({ regel, worte, onChange, onEnd }: RuleProps) {
  const { t, kreis } = worte;
  const [open, setOpen] = useState(false);
  return (
    <li className="rule">
      <div>
        <h3>
          <Badge>{regel.rang}</Badge> {regel.bezeichnung}
        </h3>
        <p className="small muted">
          {t.seit(formatDay(regel.gueltigAb))}
          {regel.gueltigBis !== null && ` ${t.bis(formatDay(regel.gueltigBis))}`}
        </p>
      </div>
      <div className="rule-value">
        <p>
          {describeBedingung(regel, worte)}, {t.dann(describeZiel(regel, worte))}.
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
        {onEnd && (
          <Button kind="quiet" small onClick={onEnd}>
            {t.beenden}
          </Button>
        )}
      </div>
      {open && <RegelVerlauf kreisId={kreis.id} reiheId={regel.reiheId} worte={worte} />}
    </li>
  );
}
