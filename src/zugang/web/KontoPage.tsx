import { FaktorCard } from '#src/faktor/web/FaktorCard.tsx';
import { call } from '#src/platform/web/call.ts';
import { formatMoment } from '#src/platform/web/format.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { useForm } from '#src/platform/web/use-form.ts';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { Card, Page } from '#src/ui/web/Page.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { zugangContract } from '../contract.ts';
import * as texts from './texts.ts';

/** How the account signs in: second factors, sessions, password. */
export function KontoPage() {
  const t = useTexts(texts);
  return (
    <Page title={t.kontoTitel}>
      <FaktorCard />
      <SitzungList />
      <ChangeKennwort />
    </Page>
  );
}

function SitzungList() {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const sitzungen = useQuery(zugangContract.listSitzung, {});
  const toast = useToast();
  const endAll = useAction(
    (key) => call(zugangContract.endAllSitzung, { query: {} }, { key }),
    () => location.assign('/'),
  );
  const endOthers = useAction(
    (key) => call(zugangContract.endAllSitzung, { query: { behalten: 'diese' } }, { key }),
    () => toast(t.andereFertig),
  );
  const endOne = useAction(
    (key, sitzungId: string) => call(zugangContract.endOwnSitzung, { params: { sitzungId } }, { key }),
    () => toast(t.beendet),
  );
  const problem = endAll.problem ?? endOthers.problem ?? endOne.problem;
  if (sitzungen.error) return <ErrorState problem={sitzungen.error} onRetry={sitzungen.refetch} />;
  if (!sitzungen.data) return <Loading rows={3} />;
  return (
    <div className="stack">
      <div className="row row-between">
        <div>
          <h2>{t.sitzungen}</h2>
          <p className="muted">{t.sitzungenText}</p>
        </div>
        <div className="row">
          {sitzungen.data.length > 1 && (
            <Button onClick={endOthers.run} pending={endOthers.pending}>
              {t.andere}
            </Button>
          )}
          <Button kind="quiet" onClick={endAll.run} pending={endAll.pending}>
            {t.ueberall}
          </Button>
        </div>
      </div>
      {problem && <ErrorState problem={problem} />}
      <Table
        caption={t.sitzungen}
        rows={sitzungen.data}
        rowKey={(row) => row.id}
        columns={[
          {
            id: 'geraet',
            header: t.geraet,
            rowHeader: true,
            cell: (row) => (
              <span className="row">
                {describeDevice(row.geraet)} {row.diese && <Badge tone="info">{t.diese}</Badge>}
              </span>
            ),
          },
          { id: 'adresse', header: t.adresse, cell: (row) => row.adresse || '–' },
          { id: 'angelegt', header: t.angelegt, cell: (row) => formatMoment(sprache, row.angelegtAm) },
          { id: 'zuletzt', header: t.zuletzt, cell: (row) => formatMoment(sprache, row.zuletztAm) },
          {
            id: 'beenden',
            header: '',
            cell: (row) =>
              !row.diese && (
                <Button
                  kind="quiet"
                  small
                  title={t.beendenVon(describeDevice(row.geraet))}
                  pending={endOne.pending}
                  onClick={() => endOne.run(row.id)}
                >
                  {t.beenden}
                </Button>
              ),
          },
        ]}
      />
    </div>
  );
}

function ChangeKennwort() {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: { bisher: '', neu: '' },
    send: (values, key) => call(zugangContract.changeKennwort, { body: values }, { key }),
    onDone: () => {
      form.reset();
      toast(t.geaendert);
    },
  });
  return (
    <Card title={t.kennwortTitel}>
      <Form
        className="form-narrow"
        form={form}
        labels={t}
        codes={t.code}
        actions={
          <Button submit pending={form.pending}>
            {t.aendern}
          </Button>
        }
      >
        <TextField
          {...form.bind('bisher')}
          label={t.bisher}
          type="password"
          required
          autoComplete="current-password"
        />
        <TextField
          {...form.bind('neu')}
          label={t.neu}
          hint={t.neuHinweis}
          type="password"
          required
          autoComplete="new-password"
        />
      </Form>
    </Card>
  );
}

/** "Firefox · Windows" out of a user agent, as far as it says so. */
function describeDevice(agent: string): string {
  const browser = /(Firefox|Edg|OPR|Chrome|Safari)\//.exec(agent)?.[1] ?? '';
  const system = /(Windows|Android|iPhone|iPad|Mac OS|Linux)/.exec(agent)?.[1] ?? '';
  const names: Readonly<Record<string, string>> = { Edg: 'Edge', OPR: 'Opera', 'Mac OS': 'macOS' };
  const parts = [browser, system].filter(Boolean).map((part) => names[part] ?? part);
  return parts.length > 0 ? parts.join(' · ') : agent.slice(0, 40) || '–';
}
