import type { KreisStamm } from '#src/kreis/contract.ts';
import { today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Kbd } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { ComboBox, type ComboOption } from '#src/ui/web/ComboBox.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { beratungskontaktContract } from '../contract.ts';
import { KontaktFields } from './KontaktFields.tsx';
import { checkKontakt, eingabeOf, usualKontakt } from './kontakt-values.ts';
import * as texts from './texts.ts';

/** Cases found for what is typed; the app supplies them, because cases are another concept. */
export interface FallSearch {
  readonly options: readonly ComboOption[];
  readonly onType: (text: string) => void;
  /** The options still answer an earlier text. */
  readonly searching: boolean;
}

export interface RecordKontaktProps {
  readonly kreis: KreisStamm;
  readonly subject: { readonly fallId: string; readonly label: string } | undefined;
  readonly search: FallSearch;
  readonly onDone: () => void;
}

/** Form of a contact with a case. */
export function RecordKontakt({ kreis, subject, search, onDone }: RecordKontaktProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const { options, onType, searching } = search;
  const form = useForm({
    initial: usualKontakt(today(), subject),
    draft: { formular: 'kontakt', bezug: `${kreis.id}:${subject?.fallId ?? 'neu'}` },
    check: checkKontakt,
    send: (values, key) =>
      call(
        beratungskontaktContract.recordBeratungskontakt,
        { params: { kreisId: kreis.id, fallId: values.fallId }, body: eingabeOf(values) },
        { key },
      ),
    onDone: () => {
      toast(t.gespeichert);
      onDone();
    },
  });
  const fall = form.bind('fallId');
  return (
    <Form
      form={form}
      labels={{ ...t, fallId: t.fall, dauerMinuten: t.dauer }}
      codes={t.code}
      actions={
        <>
          <Button kind="primary" submit pending={form.pending}>
            {t.speichern}
          </Button>
          <span className="key-hint muted small">
            {t.oder} <Kbd>{t.strg}</Kbd> <Kbd>Enter</Kbd>
          </span>
        </>
      }
    >
      <ComboBox
        {...fall}
        label={t.fall}
        required
        initialFocus={subject === undefined}
        placeholder={t.fallPlatz}
        options={options}
        chosen={form.values.fallLabel}
        onType={onType}
        searching={searching}
        onChange={(fallId) =>
          form.patch({ fallId, fallLabel: options.find((option) => option.value === fallId)?.label ?? '' })
        }
      />
      <KontaktFields kreis={kreis} values={form.values} bind={form.bind} patch={form.patch} />
    </Form>
  );
}
