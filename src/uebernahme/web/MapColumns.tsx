import { useEffect, useRef } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Badge, Notice } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { missingOf, sheetsToRead } from './zuordnung.ts';
import { SheetColumns } from './SheetColumns.tsx';
import type { Befund, Zuordnung } from '../contract.ts';
import * as texts from './texts.ts';

export interface MapColumnsProps {
  readonly kreis: KreisStamm;
  readonly befund: Befund;
  readonly zuordnung: Zuordnung;
  readonly onChange: (zuordnung: Zuordnung) => void;
  readonly onPreview: () => void;
  readonly onDiscard: () => void;
  readonly pending: boolean;
}

/** What every sheet and column means; found by itself, changed where it is wrong. */
export function MapColumns(props: MapColumnsProps) {
  const { kreis, befund, zuordnung, onChange } = props;
  const t = useTexts(texts);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const complete =
    sheetsToRead(zuordnung).length > 0 && zuordnung.blatt.every((blatt) => missingOf(blatt).length === 0);
  const buttons = (
    <div className="row">
      <Button onClick={props.onDiscard}>{t.andereDatei}</Button>
      <Button kind="primary" disabled={!complete} pending={props.pending} onClick={props.onPreview}>
        {t.zurVorschau}
      </Button>
    </div>
  );
  return (
    <div className="stack">
      <div className="row row-between">
        <h2 ref={heading} tabIndex={-1}>
          {t.spaltenTitel(befund.name)}
        </h2>
        {buttons}
      </div>
      <Notice tone="success" {...(befund.profil === '' ? {} : { title: t.profilErkannt(befund.profil) })}>
        <p>{befund.profil === '' ? t.selbstErkannt : t.profilHinweis}</p>
      </Notice>
      {kreis.region.length > 0 && (
        <div className="map-region">
          <SelectField
            label={t.region}
            name="region"
            hint={t.regionHinweis}
            quietOptional
            empty={t.ganzerKreis}
            value={zuordnung.region ?? ''}
            options={kreis.region.map(({ slug, name }) => ({ value: slug, label: name }))}
            onChange={(slug) => onChange({ ...zuordnung, region: slug === '' ? null : slug })}
          />
        </div>
      )}
      {befund.blatt.map((sheet) => {
        const blatt = zuordnung.blatt.find(({ name }) => name === sheet.name);
        if (!blatt) return null;
        const missing = missingOf(blatt);
        return (
          <SheetColumns
            key={sheet.name}
            sheet={sheet}
            blatt={blatt}
            status={
              blatt.art === 'ignoriert' ? null : missing.length > 0 ? (
                <Badge tone="danger" icon="danger">
                  {t.fehlt(missing.map((feld) => t.feld[feld]).join(', '))}
                </Badge>
              ) : (
                <Badge tone="success" icon="check">
                  {t.zugeordnet(blatt.spalte.length, sheet.spalte.length)}
                </Badge>
              )
            }
            onChange={(changed) =>
              onChange({
                ...zuordnung,
                blatt: zuordnung.blatt.map((each) => (each.name === changed.name ? changed : each)),
              })
            }
          />
        );
      })}
      <div className="row row-end">{buttons}</div>
    </div>
  );
}
