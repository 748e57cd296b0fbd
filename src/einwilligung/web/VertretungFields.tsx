import { useTexts } from '#src/platform/web/sprache.tsx';
import type { Form } from '#src/platform/web/use-form.ts';
import { Checkbox } from '#src/ui/web/ChoiceGroup.tsx';
import { Notice } from '#src/ui/web/Badge.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import type { EinwilligungValues } from './einwilligung-values.ts';
import * as texts from './texts.ts';

export interface VertretungFieldsProps {
  readonly bind: Form<EinwilligungValues>['bind'];
  readonly values: EinwilligungValues;
  readonly minderjaehrig: boolean;
}

/** Who signs for a child or a person under legal care; both parents where custody is joint. */
export function VertretungFields({ bind, values, minderjaehrig }: VertretungFieldsProps) {
  const t = useTexts(texts);
  return (
    <>
      {minderjaehrig && !values.vertreten && (
        <Notice title={t.minderjaehrigTitel}>{t.minderjaehrigText}</Notice>
      )}
      <Checkbox {...bind('vertreten')} label={t.vertreten} />
      {values.vertreten && (
        <>
          <Checkbox {...bind('gemeinsam')} label={t.gemeinsam} />
          <div className="columns">
            <TextField {...bind('vertretung')} label={t.vertretung(1)} required maxLength={200} />
            {values.gemeinsam && (
              <TextField {...bind('vertretung2')} label={t.vertretung(2)} required maxLength={200} />
            )}
          </div>
        </>
      )}
    </>
  );
}
