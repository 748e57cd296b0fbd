import { useState } from 'react';
import { AngebotField } from '#src/angebot/web/AngebotField.tsx';
import { BeobachtungButton } from '#src/beobachtung/web/BeobachtungButton.tsx';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { codeOptions } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import type { Bound } from '#src/platform/web/use-form.ts';
import { StelleField } from '#src/stelle/web/StelleField.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import * as texts from './texts.ts';

export interface ZielFieldsProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  readonly kommuneId: string | null;
  readonly lebensbereich: Bound<string>;
  readonly angebotId: Bound<string>;
  readonly stelleId: Bound<string>;
  readonly onStelle?: (stelleId: string) => void;
}

/** Area of life and where to: an offer that fits the area and the Kommune, else an office; or nothing fits. */
export function ZielFields({ kreis, fallId, kommuneId, onStelle, ...fields }: ZielFieldsProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const [direkt, setDirekt] = useState(false);
  const { lebensbereich, angebotId, stelleId } = fields;
  const among = {
    ...(lebensbereich.value === '' ? {} : { lebensbereich: lebensbereich.value }),
    ...(kommuneId === null ? {} : { kommune: kommuneId }),
  };
  return (
    <>
      <SelectField
        {...lebensbereich}
        label={t.lebensbereich}
        required
        options={codeOptions(kreis.codeliste.lebensbereich, sprache, [lebensbereich.value])}
      />
      {direkt || stelleId.value !== '' ? (
        <StelleField
          {...stelleId}
          onChange={(value) => {
            stelleId.onChange(value);
            onStelle?.(value);
          }}
          kreis={kreis}
          label={t.stelle}
          hint={t.stelleHinweis}
          required
        />
      ) : (
        <AngebotField
          {...angebotId}
          kreis={kreis}
          label={t.angebot}
          hint={t.angebotHinweis}
          required
          among={among}
          onChoose={(angebot) => onStelle?.(angebot.stelleId)}
        />
      )}
      {angebotId.value === '' && stelleId.value === '' && (
        <div className="row">
          {!direkt && (
            <Button small kind="quiet" onClick={() => setDirekt(true)}>
              {t.direktStelle}
            </Button>
          )}
          <span className="muted small">{t.keinAngebot}</span>
          <BeobachtungButton
            kreis={kreis}
            fallId={fallId}
            kommuneId={kommuneId}
            lebensbereich={lebensbereich.value}
            art="luecke"
          />
        </div>
      )}
    </>
  );
}
