import { useState } from 'react';
import { call } from '#src/platform/web/call.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button, IconButton } from '#src/ui/web/Button.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { fallContract } from '../contract.ts';
import { isView, viewOf } from './fall-filter.ts';
import * as texts from './texts.ts';

export interface AnsichtBarProps {
  readonly kreisId: string;
  readonly params: URLSearchParams;
  readonly onShow: (view: Readonly<Record<string, string>>) => void;
}

/** Saved views as tabs above the list: one click shows them, the shown one can be deleted. */
export function AnsichtBar({ kreisId, params, onShow }: AnsichtBarProps) {
  const t = useTexts(texts);
  const [saving, setSaving] = useState(false);
  const views = useQuery(fallContract.listAnsicht, { params: { kreisId } });
  const remove = useAction(
    (key, ansichtId: string) => call(fallContract.deleteAnsicht, { params: { kreisId, ansichtId } }, { key }),
    () => onShow({}),
  );
  const all = views.data ?? [];
  const shown = all.find((view) => isView(params, view.filter));
  const worthSaving = !shown && Object.keys(viewOf(params)).length > 0;
  if (all.length === 0 && !worthSaving) return null;
  return (
    <nav className="views" aria-label={t.ansichten}>
      {all.length > 0 && (
        <button type="button" className="view" aria-pressed={params.size === 0} onClick={() => onShow({})}>
          {t.alle}
        </button>
      )}
      {all.map((view) => (
        <span key={view.id} className="row">
          <button
            type="button"
            className="view"
            aria-pressed={view === shown}
            onClick={() => onShow(view.filter)}
          >
            {view.name}
          </button>
          {view === shown && (
            <IconButton
              icon="close"
              label={t.ansichtLoeschen(view.name)}
              onClick={() => remove.run(view.id)}
            />
          )}
        </span>
      ))}
      {worthSaving && (
        <Button kind="quiet" small icon="save" onClick={() => setSaving(true)}>
          {t.ansichtSpeichern}
        </Button>
      )}
      <Dialog title={t.ansichtSpeichern} open={saving} onClose={() => setSaving(false)}>
        <SaveAnsicht kreisId={kreisId} filter={viewOf(params)} onDone={() => setSaving(false)} />
      </Dialog>
    </nav>
  );
}

function SaveAnsicht(props: { kreisId: string; filter: Record<string, string>; onDone: () => void }) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: { name: '' },
    send: ({ name }, key) =>
      call(
        fallContract.saveAnsicht,
        { params: { kreisId: props.kreisId }, body: { name, filter: props.filter } },
        { key },
      ),
    onDone: (view) => {
      props.onDone();
      toast(t.ansichtGespeichert(view.name));
    },
  });
  return (
    <Form
      form={form}
      labels={{ name: t.ansichtName }}
      actions={
        <Button kind="primary" submit pending={form.pending}>
          {t.ansichtSpeichern}
        </Button>
      }
    >
      <TextField
        {...form.bind('name')}
        label={t.ansichtName}
        hint={t.ansichtNameHinweis}
        required
        initialFocus
        maxLength={80}
      />
    </Form>
  );
}
