import type { KreisStamm } from '#src/kreis/contract.ts';
import { mayComeFromAnbieter, rolleOrt } from '#src/konto/rules.ts';
import * as rolleTexts from '#src/konto/web/rolle-texts.ts';
import { nameOptions } from '#src/platform/web/names.ts';
import { describeCode } from '#src/platform/web/problem.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import type { Bound } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { rolleName } from '#src/zugang/contract.ts';
import { fromZeilen, toZeilen, type Zeile } from './anbieter-values.ts';
import * as texts from './texts.ts';

export interface ZuordnungFieldsProps {
  readonly kreis: KreisStamm;
  /** Träger of the service; empty: of the whole Kreis. */
  readonly traegerId: string;
  readonly field: Bound<string[]>;
}

/** One line per group of the service and the role that it gives. */
export function ZuordnungFields({ kreis, traegerId, field }: ZuordnungFieldsProps) {
  const t = useTexts(texts);
  const { rolle: labels } = useTexts(rolleTexts);
  const { sprache } = useSprache();
  const zeilen = toZeilen(field.value);
  const change = (index: number, changed: Partial<Zeile>) =>
    field.onChange(fromZeilen(zeilen.map((zeile, at) => (at === index ? { ...zeile, ...changed } : zeile))));
  const rollen = rolleName.options.filter(
    (rolle) => mayComeFromAnbieter(rolle) && (traegerId === '' || rolleOrt(rolle) === 'traeger'),
  );
  return (
    <fieldset className="stack">
      <legend>{t.zuordnung}</legend>
      <p className="muted small">{t.zuordnungHinweis}</p>
      {field.error !== undefined && (
        <p className="field-error">{describeCode(sprache, field.error, t.code)}</p>
      )}
      {zeilen.map((zeile, index) => (
        <div key={index} className="columns">
          <TextField
            name={`gruppe${index}`}
            label={`${t.gruppe}, ${t.zeile(index + 1)}`}
            quietOptional
            value={zeile.wert}
            onChange={(wert) => change(index, { wert })}
          />
          <SelectField
            name={`rolle${index}`}
            label={t.rolleLabel}
            quietOptional
            value={zeile.rolle}
            onChange={(rolle) => change(index, { rolle, regionId: '', traegerId })}
            options={rollen.map((rolle) => ({ value: rolle, label: labels[rolle] }))}
          />
          {traegerId === '' && rolleOrt(zeile.rolle) === 'traeger' && (
            <SelectField
              name={`traeger${index}`}
              label={t.traeger}
              quietOptional
              value={zeile.traegerId}
              onChange={(chosen) => change(index, { traegerId: chosen })}
              options={nameOptions(kreis.traeger)}
            />
          )}
          {rolleOrt(zeile.rolle) === 'region_oder_kreis' && (
            <SelectField
              name={`region${index}`}
              label={t.region}
              quietOptional
              empty={t.ganzerKreis}
              value={zeile.regionId}
              onChange={(regionId) => change(index, { regionId })}
              options={nameOptions(kreis.region)}
            />
          )}
          <div>
            <Button
              small
              kind="quiet"
              onClick={() => field.onChange(fromZeilen(zeilen.filter((_, at) => at !== index)))}
            >
              {t.zeileWeg}
              <span className="sr-only"> {index + 1}</span>
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button
          small
          icon="plus"
          onClick={() =>
            field.onChange(fromZeilen([...zeilen, { wert: '', rolle: '', traegerId, regionId: '' }]))
          }
        >
          {t.zeileNeu}
        </Button>
      </div>
    </fieldset>
  );
}
