import { useMemo } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, isDay } from '#src/platform/day.ts';
import { codeName, codeOptions } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import type { Bound } from '#src/platform/web/use-form.ts';
import { Checkbox } from '#src/ui/web/ChoiceGroup.tsx';
import { ComboBox } from '#src/ui/web/ComboBox.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { findTitel } from '../titel.ts';
import * as texts from './texts.ts';
import { titelOptions } from './titel-names.ts';

export interface TitelFieldsProps {
  readonly kreis: KreisStamm;
  /** Day for which the title is entered: an earlier end asks for the extension. */
  readonly am: string;
  readonly titel: Bound<string>;
  readonly laeuftAbAm: Bound<string>;
  readonly verlaengerung: Bound<boolean>;
  readonly gruppe: Bound<string>;
}

/** Title with its last day; the tick for an extension comes up when that day is over. */
export function TitelFields({ kreis, am, titel, laeuftAbAm, verlaengerung, gruppe }: TitelFieldsProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const options = useMemo(
    () => titelOptions(sprache, ({ neuBis }) => t.nichtMehr(formatDay(neuBis ?? ''))),
    [sprache, t],
  );
  const ended = isDay(laeuftAbAm.value) && isDay(am) && laeuftAbAm.value < am;
  const groups = kreis.codeliste.aufenthaltsgruppe;
  const own = findTitel(titel.value)?.gruppe ?? null;
  return (
    <>
      <ComboBox {...titel} label={t.titel} hint={t.titelHinweis} quietOptional options={options} />
      {titel.value !== '' && (
        <div className="columns columns-wide">
          <DateField {...laeuftAbAm} label={t.laeuftAbAm} quietOptional />
          <SelectField
            {...gruppe}
            label={t.gruppe}
            hint={t.gruppeHinweis}
            quietOptional
            empty={own === null ? t.gruppeOffen : t.gruppeWieTitel(codeName(groups, own, sprache))}
            options={codeOptions(groups, sprache, [gruppe.value])}
          />
        </div>
      )}
      {(ended || verlaengerung.value) && <Checkbox {...verlaengerung} label={t.verlaengerung} />}
    </>
  );
}
