import { useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { codeName } from '#src/platform/web/names.ts';
import { asProblem } from '#src/platform/web/problem.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Kbd } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { FieldGroup, useField } from '#src/ui/web/Field.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { TextArea } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { assessmentContract } from '../contract.ts';
import { dimension, type Runde } from '../runde.ts';
import { BereichRow } from './BereichRow.tsx';
import { KonfliktTable } from './KonfliktTable.tsx';
import {
  checkRunde,
  codesOf,
  rundeEingabeOf,
  rundeInstances,
  rundeValues,
  stufen,
  type RundeValues,
} from './runde-values.ts';
import * as texts from './texts.ts';
import './assessment.css';

export interface RundeFormProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  readonly runde: Runde;
  /** The completed round before; undefined for the first. */
  readonly vorige: Runde | undefined;
}

/** A round that is worked on: dense lines for the areas, self-reliance below; kept while it is typed. */
export function RundeForm({ kreis, fallId, runde, vorige }: RundeFormProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const [, navigate] = useLocation();
  // What the form was opened with; a later answer of the server does not change what is being typed.
  const [base] = useState(() => rundeValues(kreis, runde));
  const [konflikt, setKonflikt] = useState<{ mine: RundeValues; other: RundeValues }>();
  const ziel = useRef<Runde['stand']>('abgeschlossen');
  const form = useForm<RundeValues, { stand: Runde['stand'] }>({
    initial: base,
    draft: { formular: 'assessment', bezug: runde.id },
    instances: rundeInstances(base),
    check: checkRunde,
    send: async (values, key) => {
      const params = { kreisId: kreis.id, fallId, assessmentId: runde.id };
      const stand = ziel.current;
      try {
        await call(
          assessmentContract.saveAssessment,
          { params, body: rundeEingabeOf(values, stand) },
          { key },
        );
        return { stand };
      } catch (error) {
        if (asProblem(error).code === 'gleichzeitig-geaendert') await compare(values);
        throw error;
      }
    },
    onDone: ({ stand }) => {
      toast(stand === 'abgeschlossen' ? t.abgeschlossen : t.gespeichert);
      navigate(`/k/${kreis.id}/fall/${fallId}?teil=bedarf`);
    },
  });
  const { bind, patch } = form;

  /** Words come through the logged read, never out of a refusal. */
  async function compare(mine: RundeValues) {
    const now = await call(assessmentContract.getAssessment, { params: { kreisId: kreis.id, fallId } });
    const other = now.runde.find(({ id }) => id === runde.id);
    if (!other) return;
    const stored = rundeValues(kreis, other);
    setKonflikt({ mine, other: stored });
    patch({ fassung: stored['fassung'] ?? '' });
  }

  function save() {
    ziel.current = 'entwurf';
    form.submit();
    ziel.current = 'abgeschlossen';
  }

  const names = (code: string) => codeName(kreis.codeliste.lebensbereich, code, sprache);
  return (
    <Form
      form={form}
      labels={{
        am: t.am,
        bereiche: t.bereiche,
        ...Object.fromEntries(codesOf(base).map((code) => [`${code}.bearbeitet`, names(code)])),
      }}
      codes={t.code}
      actions={
        <>
          <Button kind="primary" submit pending={form.pending}>
            {t.abschliessen}
          </Button>
          <Button onClick={save}>{t.zwischenspeichern}</Button>
        </>
      }
    >
      {konflikt && (
        <KonfliktTable
          key={konflikt.other['fassung']}
          kreis={kreis}
          base={base}
          mine={konflikt.mine}
          other={konflikt.other}
          onChoose={patch}
        />
      )}
      <Card title={t.bereiche}>
        <div className="stack">
          <DateField {...bind('am')} label={t.am} required max={today()} initialFocus />
          <BereichGrid error={bind('bereiche').error}>
            {codesOf(base).map((code) => (
              <BereichRow
                key={code}
                code={code}
                name={names(code)}
                form={form}
                zuvor={
                  vorige && (vorige.bereich.find((each) => each.code === code)?.bedarf ?? 'nicht_besprochen')
                }
              />
            ))}
          </BereichGrid>
        </div>
      </Card>
      <Card title={t.selbststand}>
        <div className="stack">
          <p className="muted">{t.selbststandText}</p>
          {dimension.options.map((name) => (
            <SelectField
              key={name}
              {...bind(`selbst.${name}`)}
              label={t.anker[name].name}
              quietOptional
              empty={t.ohneStufe}
              hint={vorigeStufe(name)}
              options={stufen.map((stufe) => ({
                value: String(stufe),
                label: `${stufe} · ${t.anker[name].stufe[stufe]}`,
              }))}
            />
          ))}
        </div>
      </Card>
      <Card title={t.gespraechKarte}>
        <TextArea {...bind('gespraech')} label={t.gespraech} rows={4} quietOptional />
      </Card>
    </Form>
  );

  function vorigeStufe(name: (typeof dimension.options)[number]): string | undefined {
    const stufe = vorige?.selbststand[name] ?? null;
    return stufe === null ? undefined : `${t.zuvor(t.stufe(stufe))}: ${t.anker[name].stufe[stufe]}`;
  }
}

/** The grid of the areas with its keys and what was refused of all of them. */
function BereichGrid({ error, children }: { error: string | undefined; children: ReactNode }) {
  const t = useTexts(texts);
  const props = { name: 'bereiche', label: t.bereiche, error, required: true, hideLabel: true };
  const ids = useField(props);
  return (
    <FieldGroup props={props} ids={ids}>
      <p className="key-hint muted small">
        <Kbd>0</Kbd> {t.bedarf.keiner} · <Kbd>1</Kbd> {t.bedarf.bedarf} · <Kbd>2</Kbd> {t.bedarf.dringend} ·{' '}
        <Kbd>3</Kbd> {t.bedarf.nicht_besprochen} · <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t.zeilen}
      </p>
      <div className="assess-grid">
        <div className="assess-head small muted" aria-hidden="true">
          <span />
          <span>{t.fachlich}</span>
          <span>{t.eigeneSicht}</span>
          <span />
        </div>
        {children}
      </div>
    </FieldGroup>
  );
}
