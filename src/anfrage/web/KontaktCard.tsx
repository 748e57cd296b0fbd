import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { kontaktFormat, kontaktOrt } from '#src/beratungskontakt/kontakt.ts';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { codeName, codeOptions } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { CheckboxList, ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import type { AnfrageDetail } from '../anfrage.ts';
import { anfrageContract } from '../contract.ts';
import { beratungszeitOf } from '../rules.ts';
import * as texts from './texts.ts';

interface KontaktCardProps {
  readonly kreis: KreisStamm;
  readonly anfrage: AnfrageDetail;
  /** May record, and the Anfrage is open. */
  readonly works: boolean;
  /** The contact goes beyond a Kurzberatung. */
  readonly onAsk: () => void;
}

/** Talks so far, and a form that records one in seconds. */
export function KontaktCard(props: KontaktCardProps) {
  const { kreis, anfrage, works } = props;
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const [params, setParams] = useSearchParams();
  // The calendar leads here after an appointment.
  const [open, setOpen] = useState(works && params.get('kontakt') === 'neu');
  function finish() {
    setOpen(false);
    if (params.has('kontakt')) setParams({}, { replace: true });
  }
  return (
    <Card
      title={t.kontakteTitel}
      actions={
        works &&
        !open && (
          <Button small icon="kontakt" onClick={() => setOpen(true)}>
            {t.kontaktNeu}
          </Button>
        )
      }
    >
      <div className="stack">
        {open && <KontaktForm {...props} onDone={finish} />}
        {anfrage.kontakt.length === 0 && !open && <p className="muted">{t.keinKontakt}</p>}
        <Beratungszeit anfrage={anfrage} />
        {anfrage.kontakt.length > 0 && (
          <ul className="contacts">
            {anfrage.kontakt.map((each) => (
              <li key={each.id} className="contact">
                <span className="figure">{formatDay(each.am)}</span>
                <span>
                  {[
                    each.erstberatung ? t.wegWort.erstberatung : '',
                    each.format === null ? '' : t.formatWert[each.format],
                    each.ort === null || each.ort === 'kein' ? '' : t.ortWert[each.ort],
                    each.dauerMinuten === null ? '' : t.minuten(each.dauerMinuten),
                    ...each.lebensbereich.map((code) =>
                      codeName(kreis.codeliste.lebensbereich, code, sprache),
                    ),
                    each.ergebnis === null ? '' : codeName(kreis.codeliste.ergebnis, each.ergebnis, sprache),
                  ]
                    .filter(Boolean)
                    .join(' · ') || '–'}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

/** Time so far, the first talk apart from what followed. */
function Beratungszeit({ anfrage }: { anfrage: AnfrageDetail }) {
  const t = useTexts(texts);
  const { erstberatung, kontakte, minuten, ohneDauer } = beratungszeitOf(anfrage.kontakt);
  const parts = [
    erstberatung === null ? '' : t.zeitErst(t.minuten(erstberatung)),
    kontakte === 0 ? '' : t.zeitWeitere(t.kontakte(kontakte), t.minuten(minuten)),
    ohneDauer === 0 ? '' : t.zeitOhne(t.kontakte(ohneDauer)),
  ].filter(Boolean);
  return parts.length > 0 && <p className="small muted">{t.zeit(parts.join(', '))}</p>;
}

function KontaktForm({ kreis, anfrage, onAsk, onDone }: KontaktCardProps & { onDone: () => void }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const anliegen: readonly string[] = anfrage.lebensbereich;
  const form = useForm({
    initial: {
      am: today(),
      format: 'persoenlich',
      ort: 'buero',
      dauer: '30',
      ergebnis: '',
      lebensbereich: anliegen,
    },
    draft: { formular: 'anfrage-kontakt', bezug: anfrage.id },
    instances: { dauer: '/dauerMinuten' },
    check: (values) => ({
      ...(isDay(values.am) ? {} : { am: 'datum-ungueltig' }),
      ...(values.dauer === '' || /^[1-9]\d{0,2}$/.test(values.dauer) ? {} : { dauer: 'wert-ungueltig' }),
    }),
    send: (values, key) =>
      call(
        anfrageContract.recordAnfrageKontakt,
        {
          params: { kreisId: kreis.id, anfrageId: anfrage.id },
          body: {
            am: values.am,
            format: kontaktFormat.parse(values.format),
            ort: kontaktOrt.parse(values.ort),
            dauerMinuten: values.dauer === '' ? null : Number(values.dauer),
            ergebnis: values.ergebnis === '' ? null : values.ergebnis,
            lebensbereich: [...values.lebensbereich],
          },
        },
        { key },
      ),
    onDone: ({ umwandlung }) => {
      toast(t.kontaktGespeichert);
      onDone();
      if (umwandlung !== null) onAsk();
    },
  });
  const format = form.bind('format');
  return (
    <Form
      form={form}
      labels={{
        am: t.am,
        format: t.format,
        ort: t.wo,
        dauer: t.dauer,
        ergebnis: t.ergebnis,
        lebensbereich: t.worum,
      }}
      codes={t.code}
      actions={
        <>
          <Button kind="primary" submit pending={form.pending}>
            {t.kontaktNeu}
          </Button>
          <Button kind="quiet" onClick={onDone}>
            {t.abbrechen}
          </Button>
        </>
      }
    >
      <p className="muted">{t.kontaktText}</p>
      <div className="columns">
        <DateField {...form.bind('am')} label={t.am} required max={today()} />
        <TextField {...form.bind('dauer')} label={t.dauer} quietOptional maxLength={3} width={6} />
      </div>
      <ChoiceGroup
        {...format}
        label={t.format}
        required
        options={kontaktFormat.options.map((value) => ({ value, label: t.formatWert[value] }))}
        onChange={(value) => {
          format.onChange(value);
          if (value !== 'persoenlich' && value !== 'begleitung') form.bind('ort').onChange('kein');
        }}
      />
      <ChoiceGroup
        {...form.bind('ort')}
        label={t.wo}
        required
        options={kontaktOrt.options.map((value) => ({ value, label: t.ortWert[value] }))}
      />
      <CheckboxList
        {...form.bind('lebensbereich')}
        label={t.worum}
        quietOptional
        options={codeOptions(kreis.codeliste.lebensbereich, sprache, form.values.lebensbereich)}
      />
      <SelectField
        {...form.bind('ergebnis')}
        label={t.ergebnis}
        quietOptional
        empty={t.ohneAngabe}
        options={codeOptions(kreis.codeliste.ergebnis, sprache)}
      />
    </Form>
  );
}
