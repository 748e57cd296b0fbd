import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { languageName } from '#src/platform/web/languages.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { describeCode } from '#src/platform/web/problem.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Badge, Notice } from '#src/ui/web/Badge.tsx';
import { Button, ButtonLink } from '#src/ui/web/Button.tsx';
import { DescriptionList } from '#src/ui/web/DescriptionList.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { papiersprachen } from '#src/vordruck/sprachen.ts';
import { terminContract, type TerminStand, type TerminZeile } from '../contract.ts';
import { standRefusal } from '../rules.ts';
import * as words from './dialog-texts.ts';
import { subjectLabel } from './subject-label.ts';
import * as texts from './texts.ts';
import { TerminzettelLinks } from './TerminzettelLinks.tsx';

export interface TerminDetailProps {
  readonly kreis: KreisStamm;
  readonly termin: TerminZeile;
  readonly onClose: () => void;
  readonly onChange: () => void;
  /** Cancels in favour of a new appointment. */
  readonly onReplace: () => void;
  /** Opens the form of a contact for the case. */
  readonly onRecordKontakt: (fall: { fallId: string; label: string }) => void;
}

/** One appointment: what was agreed, and what became of it. */
export function TerminDetail(props: TerminDetailProps) {
  const { kreis, termin, onClose, onChange, onReplace, onRecordKontakt } = props;
  const t = useTexts(texts);
  const d = useTexts(words);
  const { sprache } = useSprache();
  const toast = useToast();
  const [happened, setHappened] = useState(false);
  const [now] = useState(() => new Date());
  const stand = useAction(
    (key: string, next: TerminStand) =>
      call(
        terminContract.setTerminStand,
        {
          params: { kreisId: kreis.id, terminId: termin.id },
          body: { fassung: termin.fassung, stand: next, ersatz: null },
        },
        { key },
      ),
    () => toast(d.standGesetzt),
  );
  const label = subjectLabel(termin);
  const { fallId, anfrageId } = termin;
  const mayRecord = (fallId !== null && termin.nummer !== null) || anfrageId !== null;
  const begun = standRefusal('stattgefunden', new Date(termin.beginn), now) === undefined;

  function say(next: TerminStand) {
    stand.run(next);
    if (next === 'stattgefunden' && mayRecord) setHappened(true);
  }

  return (
    <Dialog title={`${t.art[termin.art]}, ${formatDay(termin.tag)}`} open onClose={onClose}>
      <div className="stack">
        <Facts kreis={kreis} termin={termin} label={label} />
        {stand.problem && (
          <Notice tone="danger" alert>
            {describeCode(sprache, stand.problem.code, t.code)}
          </Notice>
        )}
        {happened && !stand.problem && termin.stand === 'stattgefunden' ? (
          <Notice tone="success">
            <p>{d.kontaktText}</p>
            <div className="row">
              {fallId !== null ? (
                <Button kind="primary" icon="kontakt" onClick={() => onRecordKontakt({ fallId, label })}>
                  {d.kontaktJetzt}
                </Button>
              ) : (
                <ButtonLink
                  kind="primary"
                  icon="kontakt"
                  href={`/k/${kreis.id}/anfrage/${anfrageId}?kontakt=neu`}
                >
                  {d.kontaktJetzt}
                </ButtonLink>
              )}
              <Button onClick={onClose}>{d.spaeter}</Button>
            </div>
          </Notice>
        ) : termin.stand === 'geplant' ? (
          <>
            {begun ? <h3>{d.was}</h3> : <p className="muted">{d.schonVorbei}</p>}
            <div className="row">
              {begun && (
                <>
                  <Button
                    kind="primary"
                    icon="check"
                    pending={stand.pending}
                    onClick={() => say('stattgefunden')}
                  >
                    {d.stattgefunden}
                  </Button>
                  <Button onClick={() => say('nicht_erschienen')}>{d.nichtErschienen}</Button>
                </>
              )}
              <Button onClick={onReplace}>{d.absagenNeu}</Button>
              <Button onClick={() => say('abgesagt')}>{d.absagen}</Button>
              {!begun && (
                <Button icon="edit" onClick={onChange}>
                  {d.aendern}
                </Button>
              )}
            </div>
          </>
        ) : (
          <div className="row">
            {termin.stand === 'stattgefunden' && mayRecord && (
              <Button icon="kontakt" onClick={() => setHappened(true)}>
                {d.kontaktJetzt}
              </Button>
            )}
            <Button kind="quiet" onClick={() => say('geplant')}>
              {d.wiederPlanen}
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  );
}

function Facts({ kreis, termin, label }: { kreis: KreisStamm; termin: TerminZeile; label: string }) {
  const t = useTexts(texts);
  const d = useTexts(words);
  const { sprache } = useSprache();
  const language = papiersprachen.find(({ code }) => code === termin.dolmetschen);
  const wo = [
    termin.standortId === null ? '' : nameOf(kreis.standort, termin.standortId),
    termin.raumName ?? '',
  ].filter(Boolean);
  const href =
    termin.fallId === null
      ? `/k/${kreis.id}/anfrage/${termin.anfrageId}`
      : termin.nummer === null
        ? undefined
        : `/k/${kreis.id}/fall/${termin.fallId}`;
  const items = [
    { term: d.wann, value: `${formatDay(termin.tag)}, ${t.uhr(termin.von, termin.bis)}` },
    { term: d.gegenstand, value: label },
    { term: d.fachkraft, value: termin.casemanagerName ?? '' },
    { term: d.wo, value: wo.join(', ') },
    { term: d.mit, value: termin.mitStelleName ?? '' },
    { term: d.grund, value: termin.begleitungGrund === null ? '' : d[termin.begleitungGrund] },
    {
      term: d.dolmetschen,
      value: language
        ? `${sprache === 'de' ? language.name : languageName('en', language.tag)}, ${termin.dolmetschenBestaetigt ? d.zugesagt : d.offen}`
        : '',
    },
  ].filter(({ value }) => value !== '');
  return (
    <>
      <DescriptionList items={[...items, { term: d.stand, value: <Badge>{t.stand[termin.stand]}</Badge> }]} />
      <div className="row">
        {(termin.anfrageId !== null || termin.fallId !== null) && href !== undefined && (
          <ButtonLink href={href} small kind="quiet" icon="right">
            {termin.fallId === null ? d.zurAnfrage : d.zumFall}
          </ButtonLink>
        )}
        {termin.art !== 'intern' && (
          <TerminzettelLinks
            kreisId={kreis.id}
            traegerId={termin.traegerId}
            terminId={termin.id}
            sprache={termin.dolmetschen}
          />
        )}
      </div>
    </>
  );
}
