import type { KreisStamm } from '#src/kreis/contract.ts';
import { today } from '#src/platform/day.ts';
import { languageName } from '#src/platform/web/languages.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import type { Form } from '#src/platform/web/use-form.ts';
import { PaperLink } from '#src/ui/web/Button.tsx';
import { Checkbox, ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { dolmetschenArt, type Bogen, type BogenText } from '../contract.ts';
import { BogenView } from './BogenView.tsx';
import type { EinwilligungValues } from './einwilligung-values.ts';
import * as texts from './texts.ts';
import { ZweckField } from './ZweckField.tsx';

export interface TextFieldsProps {
  readonly kreis: Pick<KreisStamm, 'id'>;
  readonly bogen: Bogen;
  readonly bind: Form<EinwilligungValues>['bind'];
  readonly onSprache: (code: string) => void;
}

/** The text in German and in the language of the client, the purposes, and the notice that was handed out. */
export function TextFields({ kreis, bogen, bind, onSprache }: TextFieldsProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const { einwilligung, datenschutzinformation } = bogen;
  const field = bind('sprache');
  if (!einwilligung || !datenschutzinformation) return null;
  const paper = (text: BogenText) =>
    `/api/kreis/${kreis.id}/papier/vordruck/${text.vordruckId}?sprache=${text.uebersetzung?.sprache ?? 'deu'}`;
  return (
    <>
      <Card title={t.schrittText} actions={<PaperLink href={paper(einwilligung)}>{t.drucken}</PaperLink>}>
        <div className="stack">
          <div className="columns">
            <SelectField
              {...field}
              label={t.sprache}
              required
              empty={null}
              onChange={(value) => {
                field.onChange(value);
                onSprache(value);
              }}
              options={[
                { value: 'deu', label: t.nurDeutsch },
                ...bogen.sprachen.map((each) => ({
                  value: each.code,
                  label:
                    each.stand === 'entwurf'
                      ? t.spracheEntwurf(languageName(sprache, each.code))
                      : languageName(sprache, each.code),
                })),
              ]}
            />
          </div>
          <ChoiceGroup
            {...bind('dolmetschen')}
            label={t.dolmetschen}
            required
            options={dolmetschenArt.options.map((value) => ({ value, label: t.dolmetschenArt[value] }))}
          />
          <BogenView text={einwilligung} />
          <ZweckField {...bind('zweck')} label={t.zweck} hint={t.zweckHinweis} required text={einwilligung} />
          <div className="columns">
            <DateField
              {...bind('ablaufAm')}
              label={t.befristet}
              hint={t.befristetHinweis}
              quietOptional
              min={today()}
            />
          </div>
        </div>
      </Card>
      <Card
        title={t.schrittInformation}
        actions={<PaperLink href={paper(datenschutzinformation)}>{t.drucken}</PaperLink>}
      >
        <div className="stack">
          <details>
            <summary>{t.lesen}</summary>
            <BogenView text={datenschutzinformation} />
          </details>
          <Checkbox
            {...bind('ausgehaendigt')}
            label={t.ausgehaendigt(
              datenschutzinformation.fassung,
              languageName(sprache, datenschutzinformation.uebersetzung?.sprache ?? 'deu'),
            )}
          />
        </div>
      </Card>
    </>
  );
}
