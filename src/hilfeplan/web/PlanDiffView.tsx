import type { KreisStamm } from '#src/kreis/contract.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Badge, type Tone } from '#src/ui/web/Badge.tsx';
import {
  isEmptyDiff,
  type DiffArt,
  type FeldDiff,
  type PlanDiff,
  type SchrittFeld,
  type ZielFeld,
} from '../diff.ts';
import { usePlanWords } from './plan-words.ts';
import * as texts from './texts.ts';

const tones: Record<DiffArt, Tone> = { neu: 'success', geaendert: 'info', entfallen: 'warning' };

/** What changed between two plans, goal by goal, with both values of each field. */
export function PlanDiffView({ kreis, diff }: { kreis: KreisStamm; diff: PlanDiff }) {
  const t = useTexts(texts);
  const { schrittZeile } = usePlanWords(kreis);
  if (isEmptyDiff(diff)) return <p className="muted">{t.keineUnterschiede}</p>;
  return (
    <div className="plan-diff">
      {diff.umgestellt && <p className="muted">{t.umgestellt}</p>}
      {diff.ziel.map(({ id, art, ziel, felder, schritt, umgestellt }) => (
        <section key={id} className="stack">
          <p>
            <Art art={art} /> <strong>{ziel.text}</strong>
          </p>
          <Felder kreis={kreis} felder={felder} />
          {umgestellt && <p className="muted">{t.umgestellt}</p>}
          {art === 'geaendert' ? (
            schritt.map((one) => (
              <div key={one.id}>
                <p>
                  <Art art={one.art} /> {schrittZeile(one.schritt)}
                </p>
                <Felder kreis={kreis} felder={one.felder} />
              </div>
            ))
          ) : (
            <ul>
              {ziel.schritt.map((one) => (
                <li key={one.id}>{schrittZeile(one)}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}

function Art({ art }: { art: DiffArt }) {
  const t = useTexts(texts);
  return <Badge tone={tones[art]}>{t.diffArt[art]}</Badge>;
}

function Felder({
  kreis,
  felder,
}: {
  kreis: KreisStamm;
  felder: readonly FeldDiff<ZielFeld | SchrittFeld>[];
}) {
  const t = useTexts(texts);
  const { feldName, wert } = usePlanWords(kreis);
  // An office is named by the name beside it.
  const shown = felder.filter(({ feld }) => feld !== 'stelleId');
  if (shown.length === 0) return null;
  return (
    <dl className="facts">
      {shown.map(({ feld, alt, neu }) => (
        <div key={feld}>
          <dt>{feldName(feld)}</dt>
          <dd>
            <span className="sr-only">{t.vorher}: </span>
            <del>{wert(feld, alt)}</del> <span className="sr-only">{t.nachher}: </span>
            <ins>{wert(feld, neu)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
