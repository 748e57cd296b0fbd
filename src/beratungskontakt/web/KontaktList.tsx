import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { languageName } from '#src/platform/web/languages.ts';
import { codeName } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { NachtragList } from '#src/notiz/web/NachtragList.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Button, Link } from '#src/ui/web/Button.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { beratungskontaktContract } from '../contract.ts';
import type { KontaktMitNachtrag } from '../kontakt.ts';
import { CorrectKontakt } from './CorrectKontakt.tsx';
import * as texts from './texts.ts';

const FIRST = 30;
const MOST = 500;
const RECENT = 3;

/** All contacts of a case, newest first. */
export function KontaktList({ kreis, fallId }: { kreis: KreisStamm; fallId: string }) {
  const t = useTexts(texts);
  const [anzahl, setAnzahl] = useState(FIRST);
  const [correcting, setCorrecting] = useState<KontaktMitNachtrag>();
  const list = useQuery(
    beratungskontaktContract.listBeratungskontakt,
    { params: { kreisId: kreis.id, fallId }, query: { anzahl } },
    { keep: true },
  );
  if (list.error) return <ErrorState problem={list.error} onRetry={list.refetch} />;
  if (!list.data) return <Loading rows={5} />;
  const { gesamt, kontakt } = list.data;
  if (gesamt === 0) {
    return (
      <EmptyState icon="kontakt" title={t.keineTitel}>
        {t.keineText}
      </EmptyState>
    );
  }
  return (
    <div className="stack">
      <ol className="contacts">
        {kontakt.map((each) => (
          <Kontakt key={each.id} kreis={kreis} kontakt={each} onCorrect={() => setCorrecting(each)} />
        ))}
      </ol>
      {gesamt > kontakt.length && (
        <div className="more">
          <Button small pending={list.outdated} onClick={() => setAnzahl(MOST)}>
            {t.alle(gesamt)}
          </Button>
        </div>
      )}
      {correcting && (
        <CorrectKontakt
          kreis={kreis}
          fallId={fallId}
          kontakt={correcting}
          onClose={() => setCorrecting(undefined)}
        />
      )}
    </div>
  );
}

/** The last few contacts of a case beside its overview; nothing where there is none. */
export function RecentKontakt({ kreis, fallId }: { kreis: KreisStamm; fallId: string }) {
  const t = useTexts(texts);
  const list = useQuery(beratungskontaktContract.listBeratungskontakt, {
    params: { kreisId: kreis.id, fallId },
    query: { anzahl: RECENT },
  });
  if (!list.data || list.data.gesamt === 0) return null;
  return (
    <Card title={t.letzte} actions={<Link href="?teil=kontakte">{t.alleZeigen}</Link>}>
      <ol className="contacts contacts-plain">
        {list.data.kontakt.map((each) => (
          <Kontakt key={each.id} kreis={kreis} kontakt={each} />
        ))}
      </ol>
    </Card>
  );
}

function Kontakt({
  kreis,
  kontakt,
  onCorrect,
}: {
  kreis: KreisStamm;
  kontakt: KontaktMitNachtrag;
  onCorrect?: () => void;
}) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const facts = [
    t.wert[kontakt.format],
    kontakt.ort === 'kein' ? '' : t.wert[kontakt.ort],
    kontakt.dauerMinuten === null ? '' : t.minuten(kontakt.dauerMinuten),
    kontakt.sprache === null ? '' : languageName(sprache, kontakt.sprache),
    kontakt.dolmetschen === 'kein' ? '' : t.dolmetschenWort(t.wert[kontakt.dolmetschen]),
    kontakt.vonName === null ? '' : t.von(kontakt.vonName),
  ].filter(Boolean);
  return (
    <li className="contact">
      <div className="row row-between">
        <div className="row">
          <strong className="figure">{formatDay(kontakt.am)}</strong>
          <Badge tone={kontakt.qualifiziert ? 'success' : 'neutral'}>
            {kontakt.qualifiziert ? t.qualifiziertJa : t.qualifiziertNein}
          </Badge>
        </div>
        {kontakt.abilities.correct && onCorrect && (
          <Button kind="quiet" small icon="edit" onClick={onCorrect}>
            {t.berichtigen}
          </Button>
        )}
      </div>
      <p className="muted small">{facts.join(' · ')}</p>
      {kontakt.lebensbereich.length > 0 && (
        <p className="row">
          {kontakt.lebensbereich.map((code) => (
            <Badge key={code}>{codeName(kreis.codeliste.lebensbereich, code, sprache)}</Badge>
          ))}
        </p>
      )}
      {kontakt.notiz !== null && kontakt.notiz !== '' && <p className="preline prose">{kontakt.notiz}</p>}
      <NachtragList nachtrag={kontakt.nachtrag} />
    </li>
  );
}
