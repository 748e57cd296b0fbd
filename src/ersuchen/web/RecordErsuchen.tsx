import type { KreisStamm } from '#src/kreis/contract.ts';
import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Checkbox, ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { TextArea, TextField } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import type { VordruckRecht } from '#src/vordruck/recht.ts';
import { vordruckRecht } from '#src/vordruck/recht.ts';
import { ersuchenContract } from '../contract.ts';
import { ersuchenAnlass, ersuchenArt, ersuchenDurch, ersuchenFeld, ersuchenWeg } from '../ersuchen.ts';
import { restrictsAtOnce } from '../rules.ts';
import { optionsOf } from './options-of.ts';
import * as texts from './texts.ts';

export interface RecordErsuchenProps {
  readonly kreis: KreisStamm;
  /** Null for the officer, who names the case by its number. */
  readonly personId: string | null;
  readonly recht?: VordruckRecht;
  readonly onClose: () => void;
}

/** A request as the fields of its form hold it. */
type ErsuchenValues = Readonly<
  Record<
    'fallNummer' | 'art' | 'eingegangenAm' | 'weg' | 'durch' | 'recht' | 'feld' | 'anlass' | 'wunsch',
    string
  >
> & { readonly nachweis: boolean };

function emptyErsuchen(recht: VordruckRecht | undefined): ErsuchenValues {
  return {
    fallNummer: '',
    art: 'auskunft',
    eingegangenAm: today(),
    weg: 'persoenlich',
    durch: 'person',
    nachweis: false,
    recht: recht ?? '',
    feld: '',
    anlass: '',
    wunsch: '',
  };
}

/** Takes a request down; from the day of receipt the clock runs. */
export function RecordErsuchen({ kreis, personId, recht, onClose }: RecordErsuchenProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm<ErsuchenValues, unknown>({
    initial: emptyErsuchen(recht),
    draft: { formular: 'ersuchen', bezug: personId ?? kreis.id },
    check: (values) => ({
      ...(isDay(values.eingegangenAm) ? {} : { eingegangenAm: 'datum-ungueltig' }),
      ...(personId === null && values.fallNummer.trim() === '' ? { fallNummer: 'pflichtfeld' } : {}),
    }),
    send: (values, key) =>
      call(
        ersuchenContract.recordErsuchen,
        {
          params: { kreisId: kreis.id },
          body: {
            personId,
            fallNummer: values.fallNummer,
            art: ersuchenArt.catch('auskunft').parse(values.art),
            eingegangenAm: values.eingegangenAm,
            weg: ersuchenWeg.catch('persoenlich').parse(values.weg),
            durch: ersuchenDurch.catch('person').parse(values.durch),
            nachweis: values.nachweis,
            recht: vordruckRecht.nullable().catch(null).parse(values.recht),
            feld: ersuchenFeld.nullable().catch(null).parse(values.feld),
            anlass: ersuchenAnlass.nullable().catch(null).parse(values.anlass),
            wunsch: values.wunsch,
          },
        },
        { key },
      ),
    onDone: () => {
      toast(t.gespeichert);
      onClose();
    },
  });
  const { bind, values } = form;
  const art = ersuchenArt.catch('auskunft').parse(values.art);
  return (
    <Dialog title={t.neuTitel} open onClose={onClose} wide>
      <Form
        form={form}
        labels={{ ...t, nachweis: t.nachweis }}
        codes={t.code}
        actions={
          <>
            <Button onClick={onClose}>{t.abbrechen}</Button>
            <Button kind="primary" submit pending={form.pending}>
              {t.speichern}
            </Button>
          </>
        }
      >
        {personId === null && (
          <TextField {...bind('fallNummer')} label={t.fallNummer} hint={t.fallNummerHinweis} required />
        )}
        <ChoiceGroup
          {...bind('art')}
          label={t.art}
          required
          options={optionsOf(ersuchenArt.options, t.artWort)}
        />
        {art === 'berichtigung' && (
          <SelectField
            {...bind('feld')}
            label={t.feld}
            required
            options={optionsOf(ersuchenFeld.options, t.feldWort)}
          />
        )}
        {art === 'einschraenkung' && (
          <ChoiceGroup
            {...bind('anlass')}
            label={t.anlass}
            required
            options={optionsOf(
              ersuchenAnlass.options.filter((code) => code !== 'widerspruch'),
              t.anlassWort,
            )}
          />
        )}
        {restrictsAtOnce(art) && (
          <Notice tone="info">
            <p>{t.sofort}</p>
          </Notice>
        )}
        <div className="columns">
          <DateField {...bind('eingegangenAm')} label={t.eingegangenAm} required max={today()} />
          <ChoiceGroup
            {...bind('weg')}
            label={t.weg}
            required
            options={optionsOf(ersuchenWeg.options, t.wegWort)}
          />
        </div>
        <ChoiceGroup
          {...bind('durch')}
          label={t.durch}
          required
          options={optionsOf(ersuchenDurch.options, t.durchWort)}
        />
        {values.durch === 'vertretung' && <Checkbox {...bind('nachweis')} label={t.nachweis} />}
        {personId !== null && (
          <>
            <TextArea {...bind('wunsch')} label={t.wunsch} hint={t.wunschHinweis} rows={3} />
            <SelectField
              {...bind('recht')}
              label={t.recht}
              hint={t.rechtHinweis}
              empty={null}
              options={optionsOf(vordruckRecht.options, t.rechtWort)}
            />
          </>
        )}
      </Form>
    </Dialog>
  );
}
