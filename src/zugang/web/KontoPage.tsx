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

/** Own sessions and password. */
export function KontoPage() {
  const t = useTexts(texts);
  return (
    <Page title={t.kontoTitel} narrow>
      <SitzungList />
      <ChangeKennwort />
    </Page>
  );
}

function SitzungList() {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const sitzungen = useQuery(zugangContract.listSitzung, {});
  const end = useAction(
    (key) => call(zugangContract.endAllSitzung, {}, { key }),
    () => location.assign('/'),
  );
  if (sitzungen.error) return <ErrorState problem={sitzungen.error} onRetry={sitzungen.refetch} />;
  if (!sitzungen.data) return <Loading rows={3} />;
  return (
    <div className="stack">
      <div className="row row-between">
        <div>
          <h2>{t.sitzungen}</h2>
          <p className="muted">{t.sitzungenText}</p>
        </div>
        <Button onClick={end.run} pending={end.pending}>
          {t.ueberall}
        </Button>
      </div>
      {end.problem && <ErrorState problem={end.problem} />}
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
          { id: 'angelegt', header: t.angelegt, cell: (row) => formatMoment(sprache, row.angelegtAm) },
          { id: 'zuletzt', header: t.zuletzt, cell: (row) => formatMoment(sprache, row.zuletztAm) },
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
