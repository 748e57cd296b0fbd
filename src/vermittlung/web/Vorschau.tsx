import type { Answer } from '#src/platform/contract.ts';
import type { QueryState } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import type { Bound } from '#src/platform/web/use-form.ts';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button, ButtonLink } from '#src/ui/web/Button.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import type { vermittlungContract } from '../contract.ts';
import { SchreibenView } from './SchreibenView.tsx';
import * as texts from './texts.ts';

export interface VorschauProps {
  readonly kreisId: string;
  readonly fallId: string;
  readonly vorschau: QueryState<Answer<typeof vermittlungContract.previewVermittlung>>;
  readonly ohne: Bound<readonly string[]>;
  readonly onVerweis: () => void;
}

/** Exactly what leaves, line by line to be left out; or why nothing may leave, and the way out. */
export function Vorschau({ kreisId, fallId, vorschau, ohne, onVerweis }: VorschauProps) {
  const t = useTexts(texts);
  const { data, error } = vorschau;
  if (error) return <ErrorState problem={error} codes={t.code} />;
  if (!data || data.fehlt === 'inhalt-fehlt') return <p className="muted">{t.vorschauWaehlen}</p>;
  const verweis = (
    <Button small onClick={onVerweis}>
      {t.zumVerweis}
    </Button>
  );
  if (data.nurVerweis) {
    return (
      <Notice tone="warning" title={t.nurVerweisTitel} alert>
        <p>{t.nurVerweisText}</p>
        <p>{verweis}</p>
      </Notice>
    );
  }
  if (data.fehlt === 'einwilligung-abgelaufen') {
    return <Notice tone="warning" title={t.einwilligungAbgelaufen} alert />;
  }
  if (data.fehlt !== null || data.angabe === null || data.schreiben === null) {
    return (
      <Notice tone="warning" title={t.entbindungTitel(data.stelleName)} alert>
        <p>{t.entbindungText}</p>
        <div className="row">
          <ButtonLink small href={`/k/${kreisId}/fall/${fallId}?teil=einwilligungen`}>
            {t.zurEntbindung}
          </ButtonLink>
          {verweis}
        </div>
      </Notice>
    );
  }
  return (
    <section className="stack" aria-label={t.vorschau} aria-busy={vorschau.outdated || undefined}>
      <h3>{t.vorschau}</h3>
      {data.weg !== '' && <p className="muted">{t.weg(data.weg)}</p>}
      {data.angabe.length === 0 ? (
        <p className="muted">{t.nichtsBekannt}</p>
      ) : (
        <fieldset className="vermittlung-zeilen">
          <legend className="field-hint">{t.zeileAuslassen}</legend>
          <div className="checks">
            {data.angabe.map(({ schluessel, name, wert }) => (
              <label key={schluessel} className="check" lang="de">
                <input
                  type="checkbox"
                  checked={!ohne.value.includes(schluessel)}
                  onChange={(event) =>
                    ohne.onChange(
                      event.target.checked
                        ? ohne.value.filter((each) => each !== schluessel)
                        : [...ohne.value, schluessel],
                    )
                  }
                />
                <span>
                  <span className="muted">{name}:</span> {wert}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <SchreibenView schreiben={data.schreiben} />
    </section>
  );
}
