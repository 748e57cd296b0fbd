import { useState } from 'react';
import { call } from '#src/platform/web/call.ts';
import { formatMoment } from '#src/platform/web/format.ts';
import { invalidate, useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { faktorContract, type FaktorStand } from '../contract.ts';
import { fewCodes } from '../rules.ts';
import { CodeSheet } from './CodeSheet.tsx';
import { canUsePasskeys } from './passkey.ts';
import { PasskeySetup } from './PasskeySetup.tsx';
import * as texts from './texts.ts';
import { TotpSetup } from './TotpSetup.tsx';

type Adding = 'totp' | 'passkey' | readonly string[] | undefined;

/** Apps, passkeys and recovery codes of the own account. */
export function FaktorCard() {
  const t = useTexts(texts);
  const toast = useToast();
  const stand = useQuery(faktorContract.listFaktor, {});
  const [adding, setAdding] = useState<Adding>();
  if (stand.error) return <ErrorState problem={stand.error} onRetry={stand.refetch} />;
  if (!stand.data) return <Loading rows={3} />;
  const { totp, passkey } = stand.data;
  const none = totp.length + passkey.length === 0;

  function close() {
    setAdding(undefined);
    invalidate();
  }
  const finish = ({ codes }: { codes: string[] | null }) => {
    toast(t.eingerichtet);
    if (codes) setAdding(codes);
    else close();
  };
  const title = typeof adding === 'object' ? t.codesTitel : adding === 'totp' ? t.wegApp : t.wegPasskey;
  return (
    <Card title={t.faktoren}>
      <div className="stack">
        <p className="muted">{none ? `${t.ohne} ${t.ohneText}` : t.faktorenText}</p>
        {!none && <FaktorTable stand={stand.data} />}
        <div className="row">
          <Button icon="plus" onClick={() => setAdding('totp')}>
            {t.appHinzufuegen}
          </Button>
          {canUsePasskeys() && (
            <Button icon="plus" onClick={() => setAdding('passkey')}>
              {t.passkeyHinzufuegen}
            </Button>
          )}
        </div>
        {!none && <CodesLeft anzahl={stand.data.codes} onRenewed={setAdding} />}
      </div>
      <Dialog
        title={title}
        open={adding !== undefined}
        onClose={close}
        wide={adding === 'totp'}
        locked={typeof adding === 'object'}
      >
        {adding === 'totp' && <TotpSetup onDone={finish} onBack={close} />}
        {adding === 'passkey' && <PasskeySetup onDone={finish} onBack={close} />}
        {typeof adding === 'object' && <CodeSheet codes={adding} onDone={close} />}
      </Dialog>
    </Card>
  );
}

function FaktorTable({ stand }: { stand: FaktorStand }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const remove = useAction(
    (key, faktorId: string) => call(faktorContract.removeFaktor, { params: { faktorId } }, { key }),
    () => toast(t.entfernt),
  );
  const rows = [
    ...stand.totp.map((row) => ({ ...row, art: t.app, zuletztAm: null })),
    ...stand.passkey.map((row) => ({ ...row, art: t.passkey })),
  ];
  return (
    <>
      {remove.problem && <ErrorState problem={remove.problem} codes={t.refusal} />}
      <Table
        caption={t.faktoren}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { id: 'name', header: t.name, rowHeader: true, cell: (row) => row.name },
          { id: 'art', header: t.art, cell: (row) => row.art },
          { id: 'seit', header: t.seit, cell: (row) => formatMoment(sprache, row.angelegtAm) },
          {
            id: 'entfernen',
            header: '',
            cell: (row) => (
              <Button
                kind="quiet"
                small
                title={t.entfernenVon(row.name)}
                pending={remove.pending}
                onClick={() => remove.run(row.id)}
              >
                {t.entfernen}
              </Button>
            ),
          },
        ]}
      />
    </>
  );
}

function CodesLeft(props: { anzahl: number; onRenewed: (codes: readonly string[]) => void }) {
  const t = useTexts(texts);
  // Without a key: what is shown once is not kept for a repeat.
  const renew = useAction(
    () => call(faktorContract.renewCodes, {}),
    ({ codes }) => props.onRenewed(codes),
  );
  const few = props.anzahl <= fewCodes;
  return (
    <Notice tone={few ? 'warning' : 'info'} title={t.uebrig(props.anzahl)}>
      <p>
        {few && `${t.wenige} `}
        {t.erneuernText}
      </p>
      {renew.problem && <ErrorState problem={renew.problem} codes={t.refusal} />}
      <p>
        <Button small pending={renew.pending} onClick={() => renew.run()}>
          {t.erneuern}
        </Button>
      </p>
    </Notice>
  );
}
