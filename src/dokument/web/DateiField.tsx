import { useTexts } from '#src/platform/web/sprache.tsx';
import { Field, useField } from '#src/ui/web/Field.tsx';
import { Icon } from '#src/ui/web/Icon.tsx';
import { ANNAHME } from '../datei.ts';
import { DropArea } from './DropArea.tsx';
import { formatSize } from './format-size.ts';
import * as texts from './texts.ts';
import type { GewaehlteDatei } from './use-datei.ts';

/** The file of a new attachment: chosen with a button, or dragged onto the field. */
export function DateiField(props: {
  readonly datei: GewaehlteDatei;
  readonly error: string | undefined;
  readonly onChoose: (file: File) => void;
}) {
  const { datei, error, onChoose } = props;
  const t = useTexts(texts);
  const field = { name: 'datei', label: t.datei, hint: t.dateiHinweis, error, required: true };
  const ids = useField(field);
  return (
    <Field props={field} ids={ids}>
      <DropArea hint={t.loslassen} onFile={onChoose}>
        <div className="file-field">
          {datei.bild === undefined ? (
            <span className="file-sign">
              <Icon name="uebernahme" size={28} />
            </span>
          ) : (
            <img className="file-picture" src={datei.bild} alt="" />
          )}
          <div className="file-words">
            {datei.file ? (
              <p>
                <strong>{datei.file.name}</strong>{' '}
                <span className="muted small">{formatSize(datei.file.size)}</span>
              </p>
            ) : (
              <p className="muted">{t.ablegen}</p>
            )}
            <label className="button button-secondary button-small file-button">
              <span>{datei.file ? t.dateiAndere : t.dateiWaehlen}</span>
              <input
                id={ids.id}
                className="sr-only"
                type="file"
                accept={ANNAHME}
                aria-invalid={ids.invalid}
                aria-describedby={ids.describedBy}
                onChange={(event) => {
                  const [file] = event.target.files ?? [];
                  if (file) onChoose(file);
                  // The same file may be chosen again after it was put right.
                  event.target.value = '';
                }}
              />
            </label>
          </div>
        </div>
      </DropArea>
    </Field>
  );
}
