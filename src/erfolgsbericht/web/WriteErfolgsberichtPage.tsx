import type { KreisStamm } from '#src/kreis/contract.ts';
import type { Answer } from '#src/platform/contract.ts';
import { call } from '#src/platform/web/call.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { useForm } from '#src/platform/web/use-form.ts';
import { Badge, Notice } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { TextArea, TextField } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { erfolgsberichtContract } from '../contract.ts';
import { BerichtText } from './BerichtText.tsx';
import { Pruefung } from './Pruefung.tsx';
import * as texts from './texts.ts';
import './erfolgsbericht.css';

type Stand = Answer<typeof erfolgsberichtContract.getErfolgsbericht>;
interface Place {
  readonly kreisId: string;
  readonly fallId: string;
}

/** A report of a case without names: proposed, changed, checked, submitted (M357). */
export function WriteErfolgsberichtPage({ kreis, fallId }: { kreis: KreisStamm; fallId: string }) {
  const t = useTexts(texts);
  const place = { kreisId: kreis.id, fallId };
  const { data, error, refetch } = useQuery(erfolgsberichtContract.getErfolgsbericht, { params: place });
  return (
    <Page
      title={t.titel}
      lead={
        <p className="prose">
          {t.lead}{' '}
          {data && (
            <Badge tone={data.stand === 'zurueckgegeben' ? 'warning' : 'neutral'}>
              {t.stand[data.stand]}
            </Badge>
          )}
        </p>
      }
      crumbs={[{ label: t.zurAkte, href: `/k/${kreis.id}/fall/${fallId}` }]}
    >
      {error && <ErrorState problem={error} onRetry={refetch} />}
      {!data && !error && <Loading />}
      {data && !data.eingewilligt && (
        <Notice tone="warning" title={t.keineEinwilligungTitel}>
          <p>{t.keineEinwilligung}</p>
        </Notice>
      )}
      {data?.eingewilligt === true &&
        (data.stand === 'eingereicht' ? (
          <Submitted place={place} stand={data} />
        ) : (
          <WriteForm key={`${data.stand}:${data.fassung}`} place={place} stand={data} />
        ))}
    </Page>
  );
}

function Submitted({ place, stand }: { place: Place; stand: Stand }) {
  const t = useTexts(texts);
  const toast = useToast();
  const back = useAction(
    (key: string) => call(erfolgsberichtContract.withdrawErfolgsbericht, { params: place }, { key }),
    () => toast(t.zurueckgenommen),
  );
  return (
    <div className="stack">
      <Notice tone="info">
        <p>{t.standText.eingereicht}</p>
      </Notice>
      {back.problem && <ErrorState problem={back.problem} codes={t.code} />}
      {stand.inhalt && (
        <section className="stack" aria-label={t.titel}>
          <h2 lang="de">{stand.inhalt.titel}</h2>
          <BerichtText inhalt={stand.inhalt} />
        </section>
      )}
      <div className="row">
        <Button pending={back.pending} onClick={() => back.run()}>
          {t.ruecknahme}
        </Button>
      </div>
    </div>
  );
}

function WriteForm({ place, stand }: { place: Place; stand: Stand }) {
  const t = useTexts(texts);
  const toast = useToast();
  const { fassung, vorschlag, verratend } = stand;
  const inhalt = (stand.stand === 'freigegeben' ? null : stand.inhalt) ?? vorschlag;
  const labels = {
    titel: t.feldTitel,
    lage: t.lage,
    thema: t.thema,
    erreicht: t.erreicht,
    schritt: t.schritt,
  };
  const form = useForm({
    initial: { ...inhalt },
    draft: { formular: 'erfolgsbericht', bezug: place.fallId },
    send: (values, key) =>
      call(
        erfolgsberichtContract.submitErfolgsbericht,
        { params: place, body: { ...values, fassung } },
        { key },
      ),
    onDone: () => toast(t.eingereicht),
  });
  const { bind, values } = form;
  const save = useAction(
    (key: string) =>
      call(
        erfolgsberichtContract.saveErfolgsbericht,
        { params: place, body: { ...values, fassung } },
        { key },
      ),
    () => {
      form.draft.finish();
      toast(t.gesichert);
    },
  );
  return (
    <div className="stack">
      {stand.stand === 'zurueckgegeben' && (
        <Notice tone="warning" title={t.zurueckTitel}>
          <p>{stand.kommentar}</p>
        </Notice>
      )}
      {stand.stand === 'freigegeben' && (
        <Notice tone="success">
          <p>{t.standText.freigegeben}</p>
        </Notice>
      )}
      <div className="bericht-paar">
        <Form
          form={form}
          labels={labels}
          codes={t.code}
          actions={
            <>
              <Button kind="primary" submit pending={form.pending}>
                {t.einreichen}
              </Button>
              <Button pending={save.pending} onClick={() => save.run()}>
                {t.sichern}
              </Button>
              <Button kind="quiet" onClick={() => form.patch(vorschlag)}>
                {t.vorschlagNehmen}
              </Button>
            </>
          }
        >
          {save.problem && <ErrorState problem={save.problem} codes={t.code} />}
          <p className="small muted">{t.vorschlagHinweis}</p>
          <TextField {...bind('titel')} label={labels.titel} required maxLength={160} />
          <TextArea {...bind('lage')} label={labels.lage} hint={t.lageHinweis} required rows={5} />
          <TextArea {...bind('thema')} label={labels.thema} rows={3} />
          <TextArea {...bind('erreicht')} label={labels.erreicht} required rows={5} />
          <TextArea {...bind('schritt')} label={labels.schritt} rows={2} />
        </Form>
        <Pruefung inhalt={values} verratend={verratend} labels={labels} />
      </div>
    </div>
  );
}
