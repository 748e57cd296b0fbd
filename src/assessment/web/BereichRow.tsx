import { use, useId, useState } from 'react';
import { describeCode } from '#src/platform/web/problem.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import type { Form } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { fieldId, FormIdContext } from '#src/ui/web/Field.tsx';
import { TextArea, TextField } from '#src/ui/web/TextField.tsx';
import { isBedarf } from '../rules.ts';
import { bearbeitet, bedarf, ressourceArt, sicht, type Bedarf } from '../runde.ts';
import { RatingChips } from './RatingChips.tsx';
import { hasDetails, type RundeValues } from './runde-values.ts';
import * as texts from './texts.ts';

export interface BereichRowProps {
  readonly code: string;
  readonly name: string;
  readonly form: Form<RundeValues>;
  /** Rating of the round before; undefined in a first round. */
  readonly zuvor: Bedarf | undefined;
}

/** One Lebensbereich: rating and own view in one line, whether it was worked on, the rest behind a button. */
export function BereichRow({ code, name, form, zuvor }: BereichRowProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const formId = use(FormIdContext);
  const [open, setOpen] = useState(false);
  const details = useId();
  const field = (key: string) => form.bind(`${code}.${key}`);
  const options = (values: readonly (keyof typeof t.bedarf)[]) =>
    values.map((value) => ({ value, label: t.bedarf[value] }));
  const worked = field('bearbeitet');
  return (
    <div className="assess-row">
      <div className="assess-name">
        <strong>{name}</strong>
        {zuvor !== undefined && <span className="muted small">{t.zuvor(t.bedarf[zuvor])}</span>}
      </div>
      <RatingChips
        {...field('bedarf')}
        label={t.bedarfVon(name)}
        column="bedarf"
        options={options(bedarf.options)}
      />
      <RatingChips
        {...field('sicht')}
        label={t.sichtVon(name)}
        column="sicht"
        lead={t.eigeneSicht}
        options={[...options(sicht.options), { value: '', label: t.nichtGefragt }]}
      />
      <Button
        small
        kind="quiet"
        icon={open ? 'up' : 'down'}
        expanded={open}
        controls={details}
        onClick={() => setOpen(!open)}
      >
        {hasDetails(form.values, code) && <span className="assess-filled" aria-hidden="true" />}
        {t.mehr}
        <span className="sr-only"> {t.mehrZu(name)}</span>
      </Button>
      {isBedarf(zuvor) && (
        <div className="assess-worked">
          <span className="small" aria-hidden="true">
            {t.bearbeitetFrage}
          </span>
          <RatingChips
            {...worked}
            id={fieldId(formId, `${code}.bearbeitet`)}
            label={t.bearbeitetVon(name)}
            column="bearbeitet"
            invalid={worked.error !== undefined}
            options={bearbeitet.options.map((value) => ({ value, label: t.bearbeitet[value] }))}
          />
          {worked.error !== undefined && (
            <p className="field-error">{describeCode(sprache, worked.error, t.code)}</p>
          )}
        </div>
      )}
      <div className="assess-details" id={details} hidden={!open}>
        {open && (
          <>
            <div className="columns">
              {ressourceArt.options.map((art) => (
                <div key={art} className="assess-resource">
                  <span className="field-label">{t.ressourceZu[art]}</span>
                  <span className="muted small">{t.ressourceHinweis[art]}</span>
                  <RatingChips
                    {...field(art)}
                    label={`${t.ressourceZu[art]}: ${name}`}
                    column={`${code}-ressource`}
                    options={(['ja', 'nein', ''] as const).map((value) => ({
                      value,
                      label: t.vorhanden[value],
                    }))}
                  />
                  {field(art).value === 'ja' && (
                    <TextField {...field(`${art}Text`)} label={t.welche} maxLength={2000} quietOptional />
                  )}
                </div>
              ))}
            </div>
            <div className="columns columns-wide">
              <TextArea {...field('worte')} label={t.worte} rows={2} quietOptional />
              <TextArea {...field('notiz')} label={t.notiz} rows={2} quietOptional />
            </div>
          </>
        )}
      </div>
    </div>
  );
}
