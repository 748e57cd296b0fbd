import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Button, PaperLink } from '#src/ui/web/Button.tsx';
import { Icon } from '#src/ui/web/Icon.tsx';
import type { Standort } from '../contract.ts';
import { fehlendeAusstattung, standortHinweise } from '../rules.ts';
import * as texts from './texts.ts';
import './standort.css';

export interface StandortItemProps {
  readonly kreis: KreisStamm;
  readonly standort: Standort;
  readonly anteile: readonly { readonly prozent: number; readonly ab: string }[];
  readonly onChange?: () => void;
}

/** One place: what is published, its rooms, and what is missing. */
export function StandortItem({ kreis, standort, anteile, onChange }: StandortItemProps) {
  const t = useTexts(texts);
  const { anschrift, telefon, email, oeffnung, raum } = standort;
  const kontakt = [anschrift, telefon, email].filter(Boolean);
  const hinweise = standortHinweise(standort);
  const fehlt = fehlendeAusstattung(standort)
    .filter((each) => each !== 'transportbehaeltnis')
    .map((each) => t.ausstattungWert[each]);
  return (
    <li className="rule">
      <div>
        <h3>
          {standort.name} {standort.art === 'extern' && <Badge>{t.extern}</Badge>}
        </h3>
        <p className="small muted">
          {[standort.kommuneId !== null && nameOf(kreis.kommune, standort.kommuneId), ...kontakt]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {anteile.map(({ prozent, ab }) => (
          <p key={ab} className="small">
            {ab > today() ? t.anteilAb(prozent, formatDay(ab)) : t.anteilWert(prozent)}
          </p>
        ))}
      </div>
      <div className="rule-value">
        <p className="preline">
          <span className="muted">{t.oeffnung}:</span> {oeffnung || t.keine}
        </p>
        <p>
          <span className="muted">{t.raeume}:</span>{' '}
          {raum.map(({ name, geschuetzt }) => (geschuetzt ? t.raumGeschuetzt(name) : name)).join(', ') ||
            t.keine}
        </p>
        {hinweise.length > 0 && (
          <ul className="lack" aria-label={t.hinweise}>
            {hinweise.map((hinweis) => (
              <li key={hinweis}>
                <Icon name="warning" size={16} />
                <span>
                  {hinweis === 'ausstattung_fehlt' ? t.fehlt(fehlt.join(', ')) : t.hinweis[hinweis]}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="row row-end">
        <PaperLink
          href={`/api/kreis/${kreis.id}/papier/kontaktblatt/${standort.id}`}
          label={`${t.kontaktblattDrucken} ${standort.name}`}
        >
          {t.kontaktblattDrucken}
        </PaperLink>
        {onChange && (
          <Button small onClick={onChange}>
            {t.aendern}
            <span className="sr-only"> {standort.name}</span>
          </Button>
        )}
      </div>
    </li>
  );
}
