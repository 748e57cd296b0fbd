import type { KreisStamm } from '#src/kreis/contract.ts';
import { codeName } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Badge, type Tone } from '#src/ui/web/Badge.tsx';
import { Link } from '#src/ui/web/Button.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { isBedarf } from '../rules.ts';
import { ressourceArt, type Bedarf, type Runde } from '../runde.ts';
import * as texts from './texts.ts';

type Row = Runde['bereich'][number];

const tones: Readonly<Record<Bedarf, Tone>> = {
  dringend: 'danger',
  bedarf: 'info',
  keiner: 'success',
  nicht_besprochen: 'neutral',
};

export interface ProfilCardProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  readonly runde: Runde;
}

/** One round at a glance: needs with both views and resources, urgent ones first; the rest in a line each. */
export function ProfilCard({ kreis, fallId, runde }: ProfilCardProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const name = (code: string) => codeName(kreis.codeliste.lebensbereich, code, sprache);
  const needs = (['dringend', 'bedarf'] as const).flatMap((bedarf) =>
    runde.bereich.filter((each) => each.bedarf === bedarf),
  );
  // No need by the rating, but something to build on, another view or something to read.
  const told = runde.bereich.filter(
    (each) =>
      !isBedarf(each.bedarf) &&
      (isBedarf(each.sicht ?? undefined) ||
        each.worte !== '' ||
        each.notiz !== '' ||
        ressourceArt.options.some((art) => each.ressource[art].vorhanden === true)),
  );
  const others = (bedarf: Bedarf) =>
    runde.bereich
      .filter((each) => each.bedarf === bedarf && !told.includes(each))
      .map(({ code }) => name(code));
  return (
    <Card title={t.profil} flush>
      <Table
        caption={t.profil}
        rows={[...needs, ...told]}
        rowKey={({ code }) => code}
        columns={[
          {
            id: 'bereich',
            header: t.bereich,
            rowHeader: true,
            cell: (row) => (
              <span className="row">
                {name(row.code)}
                {row.neu && <Badge>{t.neu}</Badge>}
              </span>
            ),
          },
          {
            id: 'fachlich',
            header: t.fachlich,
            nowrap: true,
            cell: ({ bedarf }) => <Badge tone={tones[bedarf]}>{t.bedarf[bedarf]}</Badge>,
          },
          { id: 'sicht', header: t.eigeneSicht, cell: (row) => <SichtCell row={row} /> },
          { id: 'ressourcen', header: t.ressourcen, cell: (row) => <RessourceCell row={row} /> },
          {
            id: 'ziel',
            header: '',
            nowrap: true,
            cell: ({ code, bedarf }) =>
              isBedarf(bedarf) && (
                <Link
                  href={`/k/${kreis.id}/fall/${fallId}?teil=hilfeplan&lebensbereich=${encodeURIComponent(code)}`}
                >
                  <span aria-hidden="true">{t.ziel}</span>
                  <span className="sr-only">{t.zielZu(name(code))}</span>
                </Link>
              ),
          },
        ]}
      />
      <div className="assess-rest">
        <NameLine label={t.keinBedarfIn} names={others('keiner')} />
        <NameLine label={t.nichtBesprochenIn} names={others('nicht_besprochen')} />
      </div>
    </Card>
  );
}

function SichtCell({ row }: { row: Row }) {
  const t = useTexts(texts);
  const differs = row.sicht !== null && row.sicht !== row.bedarf;
  return (
    <div>
      {row.sicht === null ? <span className="muted">{t.nichtGefragt}</span> : t.bedarf[row.sicht]}
      {differs && <span className="muted small assess-line">{t.andereSicht}</span>}
      {row.worte !== '' && <q className="preline assess-line">{row.worte}</q>}
    </div>
  );
}

function RessourceCell({ row }: { row: Row }) {
  const t = useTexts(texts);
  const named = ressourceArt.options.filter((art) => row.ressource[art].vorhanden === true);
  const asked = ressourceArt.options.some((art) => row.ressource[art].vorhanden !== null);
  return (
    <div>
      {named.length === 0 && <span className="muted">{asked ? t.keineRessource : t.nichtGefragt}</span>}
      {named.map((art) => (
        <span key={art} className="assess-line">
          <span className="muted">{t.ressource[art]}</span> {row.ressource[art].text}
        </span>
      ))}
      {row.notiz !== '' && (
        <span className="preline assess-line">
          <span className="muted">{t.notiz}:</span> {row.notiz}
        </span>
      )}
    </div>
  );
}

function NameLine({ label, names }: { label: string; names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <p>
      <span className="muted">{label}:</span> {names.join(' · ')}
    </p>
  );
}
