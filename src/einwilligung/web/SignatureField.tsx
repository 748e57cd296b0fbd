import { useEffect, useEffectEvent, useRef } from 'react';
import SignaturePad from 'signature_pad';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { FieldGroup, useField, type FieldProps } from '#src/ui/web/Field.tsx';
import type { Strich } from '../unterschrift.ts';
import { toStriche } from './strokes.ts';
import * as texts from './texts.ts';
import './einwilligung.css';

export interface SignatureFieldProps extends FieldProps {
  readonly value: readonly Strich[];
  readonly onChange: (value: readonly Strich[]) => void;
}

const INK = '#0b1f3a';

/** A field to sign in with finger, pen or mouse; whoever cannot signs on paper. */
export function SignatureField(props: SignatureFieldProps) {
  const t = useTexts(texts);
  const ids = useField(props);
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad>(undefined);
  const onStroke = useEffectEvent((made: SignaturePad) => props.onChange(toStriche(made.toData())));
  useEffect(() => {
    const field = canvas.current;
    if (!field) return;
    const made = new SignaturePad(field, { penColor: INK, minWidth: 0.8, maxWidth: 2.4 });
    pad.current = made;
    // Turning the phone changes the size of the field; what was drawn stays.
    const fit = () => {
      const drawn = made.toData();
      const ratio = Math.max(devicePixelRatio, 1);
      field.width = field.offsetWidth * ratio;
      field.height = field.offsetHeight * ratio;
      field.getContext('2d')?.scale(ratio, ratio);
      made.clear();
      made.fromData(drawn);
    };
    fit();
    const size = new ResizeObserver(fit);
    size.observe(field);
    const ended = () => onStroke(made);
    made.addEventListener('endStroke', ended);
    return () => {
      size.disconnect();
      made.removeEventListener('endStroke', ended);
      made.off();
    };
  }, []);

  function clear() {
    pad.current?.clear();
    props.onChange([]);
  }

  return (
    <FieldGroup props={props} ids={ids}>
      <canvas ref={canvas} className="signature" aria-hidden="true" />
      <output className="sr-only">{props.value.length === 0 ? t.feldLeer : t.feldUnterschrieben}</output>
      <div className="row">
        <Button small kind="quiet" onClick={clear} disabled={props.value.length === 0}>
          {t.neuUnterschreiben}
        </Button>
      </div>
    </FieldGroup>
  );
}
