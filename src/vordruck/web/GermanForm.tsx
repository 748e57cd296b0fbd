import { useState } from 'react';
import type { Answer } from '#src/platform/contract.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { vordruckContract } from '../contract.ts';
import { fieldLabels } from './field-labels.ts';
import { LanguageField } from './LanguageField.tsx';
import { PlaceholderList } from './PlaceholderList.tsx';
import * as texts from './texts.ts';
import {
  buildAngabe,
  buildGerman,
  germanCodes,
  germanValues,
  mostSections,
  purposesOf,
  usedSections,
} from './vordruck-fields.ts';
import { german } from './VordruckText.tsx';

type Stand = Answer<typeof vordruckContract.getVordruck>;

/** The German draft as a form: details of the Träger, sections, purposes, and the sentence above the signature. */
export function GermanForm({ kreisId, stand }: { kreisId: string; stand: Stand }) {
  const t = useTexts(texts);
  const toast = useToast();
  const initial = germanValues(stand.art, stand.inhalt, stand.angabe);
  const [shown, setShown] = useState(0);
  const form = useForm({
    initial,
    draft: { formular: 'vordruck', bezug: stand.id },
    instances: Object.fromEntries(
      Object.keys(initial).map((name) => [name, name.startsWith('angabe') ? `/${name}` : `/inhalt/${name}`]),
    ),
    check: (values) => germanCodes(stand.art, values),
    send: (values, key) =>
      call(
        vordruckContract.changeVordruck,
        {
          params: { kreisId, vordruckId: stand.id },
          body: {
            bearbeitung: stand.bearbeitung,
            inhalt: buildGerman(stand.art, values),
            angabe: buildAngabe(values),
          },
        },
        { key },
      ),
    onDone: () => toast(t.gespeichert),
  });
  const sections = Math.max(usedSections(form.values), shown);
  const labels = fieldLabels(Object.keys(initial), t);
  const field = (name: string, more: { line?: boolean; hint?: string; required?: boolean } = {}) => (
    <LanguageField
      {...form.bind(name)}
      value={form.values[name] ?? ''}
      label={labels[name] ?? name}
      sprache={german}
      quietOptional
      {...more}
    />
  );
  return (
    <Form
      form={form}
      labels={labels}
      codes={t.code}
      actions={
        <Button kind="primary" icon="save" submit pending={form.pending}>
          {t.speichern}
        </Button>
      }
    >
      <Card title={t.angaben}>
        <div className="stack">
          <p className="muted">{t.angabenHinweis}</p>
          {field('angabe/traeger', { line: true, required: true })}
          {field('angabe/anschrift', { line: true, required: true })}
          {field('angabe/datenschutz', { line: true, required: true })}
        </div>
      </Card>
      <Card title={t.text}>
        <div className="stack">
          <PlaceholderList />
          {field('titel', { line: true, required: true })}
          {Array.from({ length: sections }, (_, at) => (
            <div key={at} className="stack">
              {field(`abschnitt/${at}/ueberschrift`, { line: true })}
              {field(`abschnitt/${at}/absatz`, at === 0 ? { hint: t.absatzHinweis } : {})}
            </div>
          ))}
          {sections < mostSections && (
            <div>
              <Button icon="plus" onClick={() => setShown(sections + 1)}>
                {t.weitererAbschnitt}
              </Button>
            </div>
          )}
        </div>
      </Card>
      <Card title={purposesOf(stand.art).length > 0 ? t.zwecke : t.erklaerung}>
        <div className="stack">
          {purposesOf(stand.art).map((code) => (
            <div key={code}>{field(`zweck/${code}`, { required: code === 'dokumentation' })}</div>
          ))}
          {field('erklaerung', { required: true })}
        </div>
      </Card>
    </Form>
  );
}
