import { useTexts } from '#src/platform/web/sprache.tsx';
import { Field, useField } from '#src/ui/web/Field.tsx';
import * as texts from './texts.ts';
import type { Signatures } from './use-signatures.ts';

/** File of a signed paper; looked into before it is sent. */
export function ScanField({ signatures }: { signatures: Pick<Signatures, 'choose' | 'scanError'> }) {
  const t = useTexts(texts);
  const props = { name: 'scan', label: t.scan, hint: t.scanHinweis, error: signatures.scanError };
  const ids = useField(props);
  return (
    <Field props={props} ids={ids}>
      <input
        id={ids.id}
        className="input"
        type="file"
        accept="application/pdf,image/png,image/jpeg"
        aria-invalid={ids.invalid}
        aria-describedby={ids.describedBy}
        onChange={(event) => signatures.choose(event.target.files?.[0])}
      />
    </Field>
  );
}
