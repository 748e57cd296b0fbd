import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { recallLabel } from '#src/platform/web/labels.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button, Link } from '#src/ui/web/Button.tsx';
import { CheckboxList, ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import type { BestandZeile, Verteilung } from '../bestand-contract.ts';
import { uebergabeContract } from '../contract.ts';
import * as texts from './bestand-texts.ts';

export interface GiveBestandProps {
  readonly kreis: KreisStamm;
  readonly zeile: BestandZeile;
  /** The account's own caseload: it sees its cases and may name somebody for each. */
  readonly eigener: boolean;
  readonly team: readonly BestandZeile[];
  readonly onClose: () => void;
  readonly onDone: (anzahl: number, an: number, anfragen: number) => void;
}

type GiveValues = {
  readonly ab: string;
  readonly art: string;
  readonly an: readonly string[];
  /** Case and colleague, with a blank between. */
  readonly zuteilung: readonly string[];
};

function emptyGive(): GiveValues {
  return { ab: today(), art: 'gleichmaessig', an: [], zuteilung: [] };
}

/** Distributes a caseload over colleagues, evenly or case by case. */
export function GiveBestand({ kreis, zeile, eigener, team, onClose, onDone }: GiveBestandProps) {
  const t = useTexts(texts);
  const { traegerId, kontoId } = zeile;
  const { data, error } = useQuery(uebergabeContract.getBestand, {
    params: { kreisId: kreis.id, traegerId, kontoId },
  });
  const form = useForm({
    initial: emptyGive(),
    draft: { formular: 'fallbestand', bezug: kontoId },
    instances: { an: '/verteilung' },
    check: (values) => ({
      ...(isDay(values.ab) ? {} : { ab: 'datum-ungueltig' }),
      ...((values.art === 'einzeln' ? values.zuteilung : values.an).length > 0
        ? {}
        : { an: 'niemand-gewaehlt' }),
    }),
    send: (values, key) =>
      call(
        uebergabeContract.giveBestand,
        {
          params: { kreisId: kreis.id },
          body: { traegerId, vonKontoId: kontoId, ab: values.ab, verteilung: verteilungOf(values) },
        },
        { key },
      ),
    onDone: ({ verteilt, anfragen }) =>
      onDone(
        verteilt.reduce((sum, each) => sum + each.anzahl, 0),
        verteilt.length,
        anfragen,
      ),
  });
  const einzeln = form.values.art === 'einzeln';
  const options = team.map((each) => ({
    value: each.kontoId,
    label:
      each.abwesendBis === null
        ? (each.name ?? each.kontoId)
        : `${each.name ?? each.kontoId} (${t.abwesend(formatDay(each.abwesendBis))})`,
  }));

  return (
    <Card title={t.formTitel(zeile.name ?? '')}>
      {error && <ErrorState problem={error} />}
      {!data && !error && <Loading rows={3} />}
      {data && (
        <Form
          form={form}
          labels={t}
          codes={t.code}
          actions={
            <>
              <Button onClick={onClose}>{t.zurueck}</Button>
              <Button kind="primary" submit pending={form.pending}>
                {t.absenden}
              </Button>
            </>
          }
        >
          <p>
            {t.zahlen(data.offen, data.abgeschlossen)}.{' '}
            {data.mitBlatt === null ? t.nurZahlen : t.blaetter(data.mitBlatt, data.offen)}
          </p>
          <DateField {...form.bind('ab')} label={t.ab} required max={today()} />
          {eigener && (
            <ChoiceGroup
              {...form.bind('art')}
              label={t.art}
              required
              options={[
                { value: 'gleichmaessig', label: t.artWert.gleichmaessig },
                { value: 'einzeln', label: t.artWert.einzeln },
              ]}
            />
          )}
          {!einzeln && (
            <CheckboxList
              {...form.bind('an')}
              label={t.an}
              hint={t.anHinweis}
              required
              layout="column"
              options={options}
            />
          )}
          {eigener && (
            <Table
              caption={t.liste}
              rows={data.fall}
              rowKey={(row) => row.fallId}
              columns={[
                {
                  id: 'fall',
                  header: t.fall,
                  rowHeader: true,
                  cell: (row) => (
                    <Link href={`/k/${kreis.id}/fall/${row.fallId}`}>
                      {recallLabel(row.fallId) ?? row.nummer}
                    </Link>
                  ),
                },
                {
                  id: 'stand',
                  header: t.stand,
                  cell: (row) => (row.offen ? t.istOffen : t.istAbgeschlossen),
                },
                {
                  id: 'blatt',
                  header: t.blatt,
                  cell: (row) => (
                    <Link href={`/k/${kreis.id}/fall/${row.fallId}/uebergabeblatt`}>
                      {row.blatt ? t.blattDa : t.blattSchreiben}
                    </Link>
                  ),
                },
                ...(einzeln
                  ? [
                      {
                        id: 'an',
                        header: t.an,
                        cell: (row: (typeof data.fall)[number]) => (
                          <SelectField
                            name={`an-${row.fallId}`}
                            label={t.geht(row.nummer)}
                            value={namedFor(form.values.zuteilung, row.fallId)}
                            onChange={(id) =>
                              form.patch({ zuteilung: nameFor(form.values.zuteilung, row.fallId, id) })
                            }
                            error={undefined}
                            quietOptional
                            empty={t.bleibt}
                            options={options}
                          />
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          )}
        </Form>
      )}
    </Card>
  );
}

function verteilungOf(values: GiveValues): Verteilung {
  if (values.art !== 'einzeln') return { art: 'gleichmaessig', an: [...values.an] };
  return {
    art: 'einzeln',
    zuteilung: values.zuteilung.map((pair) => {
      const [fallId = '', anKontoId = ''] = pair.split(' ');
      return { fallId, anKontoId };
    }),
  };
}

/** Who is named for a case; empty where it stays. */
function namedFor(zuteilung: readonly string[], fallId: string): string {
  return zuteilung.find((pair) => pair.startsWith(`${fallId} `))?.split(' ')[1] ?? '';
}

function nameFor(zuteilung: readonly string[], fallId: string, kontoId: string): string[] {
  const others = zuteilung.filter((pair) => !pair.startsWith(`${fallId} `));
  return kontoId === '' ? others : [...others, `${fallId} ${kontoId}`];
}
