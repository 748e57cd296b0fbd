import type { Answer } from '#src/platform/contract.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { vordruckContract } from '../contract.ts';
import type { Papiersprache } from '../sprachen.ts';
import { fieldLabels } from './field-labels.ts';
import { LanguageField } from './LanguageField.tsx';
import * as texts from './texts.ts';
import { buildForeign, flattenInhalt, foreignCodes, foreignValues } from './vordruck-fields.ts';
import { german, VordruckText } from './VordruckText.tsx';

type Stand = Answer<typeof vordruckContract.getVordruck>;

export interface ForeignFormProps {
  readonly kreisId: string;
  readonly stand: Stand;
  readonly sprache: Papiersprache;
  readonly onClose: () => void;
}

/** A translation being written: the German text on the left, the field for it on the right. */
export function ForeignForm({ kreisId, stand, sprache, onClose }: ForeignFormProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const fremd = stand.uebersetzung.find((each) => each.sprache === sprache.code);
  const deutsch = Object.entries(flattenInhalt(stand.inhalt));
  const names = deutsch.map(([name]) => name);
  const form = useForm({
    initial: foreignValues(stand.inhalt, fremd?.inhalt),
    draft: { formular: 'uebersetzung', bezug: `${stand.id}:${sprache.code}` },
    instances: Object.fromEntries(names.map((name) => [name, `/inhalt/${name}`])),
    check: (values) => foreignCodes(stand.inhalt, values),
    send: (values, key) =>
      call(
        vordruckContract.changeUebersetzung,
        {
          params: { kreisId, vordruckId: stand.id, sprache: sprache.code },
          body: { bearbeitung: fremd?.bearbeitung ?? 0, inhalt: buildForeign(stand.inhalt, values) },
        },
        { key },
      ),
    onDone: () => {
      toast(t.uebersetzungGespeichert);
      onClose();
    },
  });
  const labels = fieldLabels(names, t);
  return (
    <Form
      form={form}
      labels={labels}
      codes={t.code}
      actions={
        <>
          <Button onClick={onClose}>{t.abbrechen}</Button>
          <Button kind="primary" icon="save" submit pending={form.pending}>
            {t.uebersetzungSpeichern}
          </Button>
        </>
      }
    >
      <div className="vordruck-pair">
        {deutsch.map(([name, text]) => (
          <div key={name} className="vordruck-row">
            <VordruckText sprache={german} text={text} strong={name.endsWith('ueberschrift')} />
            <LanguageField
              {...form.bind(name)}
              value={form.values[name] ?? ''}
              label={labels[name] ?? name}
              sprache={sprache}
              required
              line={name === 'titel' || name.endsWith('ueberschrift')}
              {...(text.includes('\n\n') ? { hint: t.absatzUebersetzung } : {})}
            />
          </div>
        ))}
      </div>
    </Form>
  );
}
