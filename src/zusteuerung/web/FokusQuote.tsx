import type { KreisStamm } from '#src/kreis/contract.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Notice } from '#src/ui/web/Badge.tsx';
import { zusteuerungContract } from '../contract.ts';
import * as texts from './texts.ts';
import './quote.css';

export interface FokusQuoteProps {
  readonly kreis: Pick<KreisStamm, 'id' | 'traeger'>;
  readonly traegerId: string;
}

/** How many places of a Träger the focus groups hold, and how many are free; nothing where there is no such rule. */
export function FokusQuote({ kreis, traegerId }: FokusQuoteProps) {
  const t = useTexts(texts);
  const answer = useQuery(zusteuerungContract.getFokusQuote, {
    params: { kreisId: kreis.id },
    query: { traegerId },
  });
  const quote = answer.data?.quote;
  if (!quote) return null;
  const share = (zahl: number) => `${Math.min(100, (zahl / quote.plaetze) * 100)}%`;
  return (
    <figure className="quote">
      <figcaption className="row row-between">
        <strong>{nameOf(kreis.traeger, traegerId)}</strong>
        <span className="figure">{t.quoteFrei(quote.frei, quote.plaetze)}</span>
      </figcaption>
      <div className="quote-bar" aria-hidden="true">
        <span className="quote-fokus" style={{ width: share(quote.fokus) }} />
        <span className="quote-andere" style={{ width: share(quote.aktiv - quote.fokus) }} />
        <span className="quote-grenze" style={{ left: share(quote.fokusHoechstens) }} />
      </div>
      <p className="small">
        {t.quoteZeile(quote.fokus, quote.fokusHoechstens)} · {t.quoteAndere(quote.aktiv - quote.fokus)} ·{' '}
        {t.quoteNoch(quote.fokusFrei)}
      </p>
      {quote.fokus > quote.fokusHoechstens && <Notice tone="warning">{t.quoteVoll}</Notice>}
    </figure>
  );
}
