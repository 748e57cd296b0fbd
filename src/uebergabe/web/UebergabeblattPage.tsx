import type { KreisStamm } from '#src/kreis/contract.ts';
import type { Answer } from '#src/platform/contract.ts';
import { addressOf, call } from '#src/platform/web/call.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { papierContract } from '#src/papier/contract.ts';
import { Button, PaperLink } from '#src/ui/web/Button.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { Card, Page } from '#src/ui/web/Page.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { TextArea } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { wissenFrage } from '../blatt-contract.ts';
import { uebergabeContract } from '../contract.ts';
import { groupPosten } from '../posten-text.ts';
import * as texts from './blatt-texts.ts';

type Blatt = Answer<typeof uebergabeContract.getBlatt>;

export interface UebergabeblattPageProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
}

/** The hand-over sheet of a case: guided questions for what is in no file, beside it what is open. */
export function UebergabeblattPage({ kreis, fallId }: UebergabeblattPageProps) {
  const t = useTexts(texts);
  const sent = { params: { kreisId: kreis.id, fallId } };
  const { data, error, refetch } = useQuery(uebergabeContract.getBlatt, sent);
  return (
    <Page
      title={data ? `${t.titel}: ${data.person.vorname} ${data.person.familienname}`.trim() : t.titel}
      windowTitle={t.titel}
      lead={<p className="prose">{t.lead}</p>}
      crumbs={[
        { label: t.faelle, href: `/k/${kreis.id}/fall` },
        { label: t.fall(data?.nummer ?? ''), href: `/k/${kreis.id}/fall/${fallId}` },
      ]}
      actions={
        data && <PaperLink href={addressOf(papierContract.printUebergabeblatt, sent)}>{t.drucken}</PaperLink>
      }
    >
      {error && <ErrorState problem={error} onRetry={refetch} />}
      {!data && !error && <Loading rows={6} />}
      {data && (
        <div className="split">
          <WissenForm key={data.fassung} kreis={kreis} fallId={fallId} blatt={data} />
          <Offen blatt={data} />
        </div>
      )}
    </Page>
  );
}

function WissenForm({ kreis, fallId, blatt }: UebergabeblattPageProps & { readonly blatt: Blatt }) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: { ...blatt.wissen },
    draft: { formular: 'uebergabeblatt', bezug: fallId },
    send: (values, key) =>
      call(
        uebergabeContract.saveBlatt,
        { params: { kreisId: kreis.id, fallId }, body: { ...values, fassung: blatt.fassung } },
        { key },
      ),
    onDone: () => toast(t.gespeichert),
  });
  return (
    <Card title={t.wissenTitel}>
      <Form
        form={form}
        labels={t.frage}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.speichern}
          </Button>
        }
      >
        <p className="muted">{t.wissenHinweis}</p>
        {wissenFrage.options.map((frage) => (
          <TextArea key={frage} {...form.bind(frage)} label={t.frage[frage]} quietOptional rows={3} />
        ))}
      </Form>
    </Card>
  );
}

function Offen({ blatt }: { readonly blatt: Blatt }) {
  const t = useTexts(texts);
  const groups = groupPosten(blatt.posten, t);
  return (
    <Card title={t.offenTitel}>
      {groups.length === 0 && <p className="muted">{t.nichtsOffen}</p>}
      {groups.map(({ art, titel, zeilen }) => (
        <section key={art}>
          <h3>{titel}</h3>
          <ul>
            {zeilen.map(({ was, wann }, index) => (
              <li key={`${was} ${wann} ${index}`}>
                {was}
                {wann !== '' && <span className="muted small"> {wann}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Card>
  );
}
