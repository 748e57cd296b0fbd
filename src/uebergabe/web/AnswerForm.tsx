import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { languageName } from '#src/platform/web/languages.ts';
import { nameOf, nameOptions } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button, Link } from '#src/ui/web/Button.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { Table, type TableProps } from '#src/ui/web/Table.tsx';
import { TextArea } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { ablehnungGrund, type UebergabeAnfrageDetail } from '../anfrage-contract.ts';
import { uebergabeContract } from '../contract.ts';
import * as anfrageTexts from './anfrage-texts.ts';
import * as texts from './texts.ts';
import { BereichText, OffenText } from './VorschauText.tsx';

interface AnfrageProps {
  readonly kreis: KreisStamm;
  readonly anfrage: UebergabeAnfrageDetail;
}

/** Accepts all, some or none: what is marked moves, for the rest a reason is given. */
export function AnswerForm({ kreis, anfrage }: AnfrageProps) {
  const t = useTexts(texts);
  const a = useTexts(anfrageTexts);
  const toast = useToast();
  const moeglich = anfrage.fall.filter(({ hinderung }) => hinderung.length === 0).map(({ id }) => id);
  const form = useForm({
    initial: {
      annehmen: moeglich,
      casemanagerId: anfrage.anKontoId ?? '',
      ablehnung: '',
      antwort: '',
    },
    draft: { formular: 'uebergabe-antwort', bezug: anfrage.id },
    check: (values) => ({
      ...(values.annehmen.length < anfrage.anzahl && values.ablehnung === ''
        ? { ablehnung: 'ablehnung-fehlt' }
        : {}),
      ...(values.antwort.length > 500 ? { antwort: 'wert-zu-gross' } : {}),
    }),
    send: (values, key) =>
      call(
        uebergabeContract.answerUebergabe,
        {
          params: { kreisId: kreis.id, anfrageId: anfrage.id },
          body: {
            fassung: anfrage.fassung,
            annehmen: [...values.annehmen],
            casemanagerId: values.casemanagerId === '' ? null : values.casemanagerId,
            ablehnung: values.ablehnung === '' ? null : ablehnungGrund.parse(values.ablehnung),
            antwort: values.antwort,
          },
        },
        { key },
      ),
    onDone: ({ angenommen }) => toast(angenommen > 0 ? a.fertigAngenommen(angenommen) : a.fertigAbgelehnt),
  });
  const chosen = form.values.annehmen.length;
  const colleagues = kreis.casemanager.filter((each) => each.traegerId === anfrage.anTraegerId);
  return (
    <>
      <Card title={a.faelle}>
        <div className="stack">
          <p className="muted prose">{a.vorschauText}</p>
          <AnfrageFaelle
            kreis={kreis}
            anfrage={anfrage}
            selection={{
              chosen: new Set(form.values.annehmen),
              onChange: (next) => form.patch({ annehmen: [...next].filter((id) => moeglich.includes(id)) }),
            }}
          />
        </div>
      </Card>
      <Card title={a.antworten}>
        <Form
          form={form}
          labels={{ ...a, antwort: a.antwortFeld, annehmen: a.faelle }}
          codes={t.code}
          actions={
            <Button kind={chosen === 0 ? 'danger' : 'primary'} submit pending={form.pending}>
              {chosen === 0
                ? a.absendenKeine
                : chosen === anfrage.anzahl
                  ? a.absendenAlle(chosen)
                  : a.absendenTeil(chosen, anfrage.anzahl)}
            </Button>
          }
        >
          <div className="columns">
            {chosen > 0 && (
              <SelectField
                {...form.bind('casemanagerId')}
                label={a.casemanager}
                quietOptional
                empty={a.casemanagerOffen}
                options={nameOptions(colleagues)}
              />
            )}
            {chosen < anfrage.anzahl && (
              <SelectField
                {...form.bind('ablehnung')}
                label={a.ablehnung}
                required
                options={ablehnungGrund.options.map((value) => ({ value, label: a.ablehnungWert[value] }))}
              />
            )}
          </div>
          {anfrage.abwesendBis !== null && form.values.casemanagerId === anfrage.anKontoId && (
            <Notice
              tone="warning"
              title={a.abwesend(nameOf(kreis.casemanager, anfrage.anKontoId), formatDay(anfrage.abwesendBis))}
            />
          )}
          <TextArea
            {...form.bind('antwort')}
            label={a.antwortFeld}
            hint={a.antwortHinweis}
            quietOptional
            rows={3}
          />
        </Form>
      </Card>
    </>
  );
}

/** The cases of a question as far as the reader may know them. */
export function AnfrageFaelle({
  kreis,
  anfrage,
  selection,
}: AnfrageProps & Pick<TableProps<unknown>, 'selection'>) {
  const t = useTexts(texts);
  const a = useTexts(anfrageTexts);
  const { sprache } = useSprache();
  const rows = anfrage.fall.map((each, index) => ({ ...each, platz: index + 1 }));
  const offen = anfrage.stand === 'angefragt';
  return (
    <Table
      caption={a.faelle}
      rows={rows}
      rowKey={(row) => row.id}
      rowName={(row) => a.fallNr(row.platz)}
      {...(selection ? { selection } : {})}
      columns={[
        {
          id: 'fall',
          header: a.fall,
          rowHeader: true,
          cell: (row) =>
            row.fallId !== null && row.nummer !== null ? (
              <Link href={`/k/${kreis.id}/fall/${row.fallId}`}>{row.nummer}</Link>
            ) : (
              a.fallNr(row.platz)
            ),
        },
        ...(offen
          ? [
              {
                id: 'kommune',
                header: a.kommune,
                cell: (row: (typeof rows)[number]) => nameOf(kreis.kommune, row.vorschau?.kommuneId),
              },
              {
                id: 'sprache',
                header: a.sprache,
                cell: (row: (typeof rows)[number]) =>
                  row.vorschau?.sprache.map((code) => languageName(sprache, code)).join(', ') ||
                  a.keineAngabe,
              },
              {
                id: 'bereiche',
                header: a.bereiche,
                cell: (row: (typeof rows)[number]) =>
                  row.vorschau && <BereichText kreis={kreis} vorschau={row.vorschau} />,
              },
              {
                id: 'offen',
                header: a.offen,
                cell: (row: (typeof rows)[number]) =>
                  row.vorschau ? <OffenText offen={row.vorschau.offen} /> : a.gehtNicht,
              },
            ]
          : [
              {
                id: 'ergebnis',
                header: a.ergebnis,
                cell: (row: (typeof rows)[number]) => a.fallStand[row.stand],
              },
              {
                id: 'blatt',
                header: a.blatt,
                cell: (row: (typeof rows)[number]) =>
                  anfrage.richtung === 'eingang' && row.fallId !== null ? (
                    <Link href={`/k/${kreis.id}/fall/${row.fallId}/uebergabeblatt`}>{a.oeffnen}</Link>
                  ) : (
                    '–'
                  ),
              },
            ]),
        ...(offen && rows.some(({ hinderung }) => hinderung.length > 0)
          ? [
              {
                id: 'hinderung',
                header: a.gehtNicht,
                cell: (row: (typeof rows)[number]) => row.hinderung.map((code) => t.code[code]).join(' '),
              },
            ]
          : []),
      ]}
    />
  );
}
