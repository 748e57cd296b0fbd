import { useState } from 'react';
import { formatDay, today } from '#src/platform/day.ts';
import { describeCode } from '#src/platform/web/problem.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import type { AufgabeZeile } from '../contract.ts';
import './aufgabe.css';
import { AufgabeDialog } from './AufgabeDialog.tsx';
import * as texts from './texts.ts';
import { useStand } from './use-stand.ts';

export interface AufgabeCardProps {
  readonly kreisId: string;
  readonly fallId: string;
  readonly aufgaben: readonly AufgabeZeile[];
  readonly team: readonly { readonly id: string; readonly name: string }[];
  readonly canWrite: boolean;
}

/** Tasks of a case: open ones to tick off, done ones folded away. */
export function AufgabeCard({ kreisId, fallId, aufgaben, team, canWrite }: AufgabeCardProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const [dialog, setDialog] = useState<{ readonly aufgabe: AufgabeZeile | undefined }>();
  const stand = useStand(kreisId, fallId);
  // The box answers at once; the next version of the task, or a refusal, decides what stands.
  const [ticked, setTicked] = useState('');
  const open = aufgaben.filter((each) => each.stand === 'offen');
  const done = aufgaben.filter((each) => each.stand !== 'offen');
  const row = (aufgabe: AufgabeZeile) => (
    <Aufgabe
      key={aufgabe.id}
      aufgabe={aufgabe}
      ticked={ticked === versionOf(aufgabe) && !stand.problem}
      {...(canWrite
        ? {
            onTick: (fertig: boolean) => {
              setTicked(versionOf(aufgabe));
              stand.run(aufgabe.id, fertig ? 'erledigt' : 'offen', aufgabe.fassung);
            },
            onChange: () => setDialog({ aufgabe }),
          }
        : {})}
    />
  );
  return (
    <Card
      title={t.karte}
      actions={
        canWrite && (
          <Button kind="primary" icon="plus" onClick={() => setDialog({ aufgabe: undefined })}>
            {t.neu}
          </Button>
        )
      }
    >
      {stand.problem && (
        <p className="field-error" role="alert">
          {describeCode(sprache, stand.problem.code, t.code)}
        </p>
      )}
      {open.length === 0 ? (
        <p className="muted">{t.keineText}</p>
      ) : (
        <ul className="tasks">{open.map(row)}</ul>
      )}
      {done.length > 0 && (
        <details className="tasks-done">
          <summary>{t.frueher(done.length)}</summary>
          <ul className="tasks">{done.map(row)}</ul>
        </details>
      )}
      {dialog && (
        <AufgabeDialog
          kreisId={kreisId}
          fallId={fallId}
          aufgabe={dialog.aufgabe}
          team={team}
          onClose={() => setDialog(undefined)}
        />
      )}
    </Card>
  );
}

function versionOf({ id, fassung }: AufgabeZeile): string {
  return `${id}:${fassung}`;
}

function Aufgabe(props: {
  aufgabe: AufgabeZeile;
  ticked: boolean;
  onTick?: (fertig: boolean) => void;
  onChange?: () => void;
}) {
  const { aufgabe, ticked, onTick, onChange } = props;
  const t = useTexts(texts);
  const offen = aufgabe.stand === 'offen';
  return (
    <li className="task">
      <label className="task-check">
        <input
          type="checkbox"
          checked={ticked ? offen : !offen}
          disabled={!onTick}
          onChange={(event) => onTick?.(event.target.checked)}
        />
        <span className={offen ? 'preline' : 'preline task-text-done'}>{aufgabe.text}</span>
      </label>
      <div className="task-facts">
        <Facts aufgabe={aufgabe} />
        {offen && onChange && (
          <Button kind="quiet" small icon="edit" onClick={onChange}>
            {t.aendernKurz}
            <span className="sr-only">: {aufgabe.text}</span>
          </Button>
        )}
      </div>
    </li>
  );
}

function Facts({ aufgabe }: { aufgabe: AufgabeZeile }) {
  const t = useTexts(texts);
  const { zustaendigName: name, erledigtAm, erledigtVonName } = aufgabe;
  const origin = {
    hand: '',
    hilfeplan: t.ausHilfeplan,
    vermittlung: t.ausVermittlung,
    uebergabe: t.ausUebergabe,
  }[aufgabe.herkunft];
  if (erledigtAm !== null) {
    const words = aufgabe.stand === 'entfallen' ? t.entfallenAm : t.erledigtAm;
    return <span className="muted small">{words(formatDay(erledigtAm), erledigtVonName)}</span>;
  }
  return (
    <>
      <Due day={aufgabe.faelligAm} />
      {name !== null && (
        <span className="muted small">{aufgabe.zustaendigArbeitet ? name : t.nichtMehr(name)}</span>
      )}
      {origin !== '' && <span className="muted small">{origin}</span>}
    </>
  );
}

function Due({ day }: { day: string | null }) {
  const t = useTexts(texts);
  if (day === null) return <span className="muted small">{t.ohneFrist}</span>;
  const now = today();
  if (day < now) {
    return (
      <Badge tone="danger" icon="clock">
        {t.ueberfaellig(formatDay(day))}
      </Badge>
    );
  }
  if (day === now) {
    return (
      <Badge tone="warning" icon="clock">
        {t.heute}
      </Badge>
    );
  }
  return <span className="small figure">{t.bis(formatDay(day))}</span>;
}
