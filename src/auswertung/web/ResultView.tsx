import { useEffect, useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { asProblem, ProblemError } from '#src/platform/web/problem.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { toPapier } from '../papier.ts';
import type { Auswertung, Liste } from '../papier-model.ts';
import type { ExportFormat } from '../tabelle.ts';
import { Diagramm } from './Diagramm.tsx';
import { PapierTable } from './PapierTable.tsx';
import { sharedQuery, type Question } from './question.ts';
import * as texts from './texts.ts';

export interface ResultViewProps {
  readonly kreis: KreisStamm;
  readonly question: Question;
  readonly auswertung: Auswertung | undefined;
  readonly error: ProblemError | undefined;
  readonly loading: boolean;
  readonly outdated: boolean;
  readonly onRetry: () => void;
  readonly onExport: (format: ExportFormat) => Promise<string>;
  /** Tells whether one of several Träger can be chosen. */
  readonly onAuswahl: (auswahl: boolean) => void;
}

/** Table, chart, how it was counted, footnotes and files of one answer. */
export function ResultView(props: ResultViewProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const { auswertung, error, question, kreis } = props;
  const abilities = auswertung && 'abilities' in auswertung.daten ? auswertung.daten.abilities : undefined;
  const auswahl = abilities?.auswahl;
  const { onAuswahl } = props;
  useEffect(() => {
    if (auswahl !== undefined) onAuswahl(auswahl);
  }, [auswahl, onAuswahl]);

  if (error) return <ErrorState problem={fieldProblem(error)} codes={t.codes} onRetry={props.onRetry} />;
  if (!auswertung || props.loading) return <Loading rows={8} />;
  const papier = toPapier(auswertung, sprache);
  const listHref =
    abilities?.liste && !question.veroeffentlicht
      ? (liste: Liste) => hrefOf(kreis.id, liste, question)
      : undefined;
  const empty = papier.zeilen.length === 0;
  // A table of many columns needs the whole width.
  const beside = papier.spalten.length <= 4;
  return (
    <section className="stack auswertung-ergebnis" aria-label={t.ergebnis}>
      <header className="row row-between auswertung-kopf">
        <div>
          <h2>{papier.titel}</h2>
          <p className="muted">{papier.untertitel}</p>
        </div>
        {!empty && <Files onExport={props.onExport} />}
      </header>
      {empty ? (
        <EmptyState icon="auswertung" title={t.leerTitel}>
          {t.leerText}
        </EmptyState>
      ) : (
        <div className={beside ? 'auswertung-blick' : 'stack'}>
          <div className="stack">
            <PapierTable papier={papier} sprache={sprache} listHref={listHref} outdated={props.outdated} />
            {papier.fussnoten.length > 0 && (
              <ol className="fussnoten" aria-label={t.fussnoten}>
                {papier.fussnoten.map((f) => (
                  <li key={f.nr} id={`fussnote-${f.nr}`}>
                    <span className="fussnote-marke">{f.nr})</span> {f.text}
                  </li>
                ))}
              </ol>
            )}
          </div>
          {auswertung.tabelle !== 'stellen' && (
            <Card title={t.diagramm}>
              <Diagramm auswertung={auswertung} />
            </Card>
          )}
        </div>
      )}
      <Card title={t.zaehlung}>
        <div className="stack prose">
          <p>{papier.text}</p>
          <ul className="muted auswertung-notizen">
            {papier.notizen.map((notiz) => (
              <li key={notiz}>{notiz}</li>
            ))}
          </ul>
        </div>
      </Card>
    </section>
  );
}

function Files({ onExport }: Pick<ResultViewProps, 'onExport'>) {
  const t = useTexts(texts);
  const toast = useToast();
  const [pending, setPending] = useState<ExportFormat>();
  const [problem, setProblem] = useState<ProblemError>();
  async function save(format: ExportFormat) {
    setPending(format);
    setProblem(undefined);
    try {
      toast(t.gespeichert(await onExport(format)));
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setPending(undefined);
    }
  }
  return (
    <div className="auswertung-dateien">
      <ul className="row" aria-label={t.ausgeben}>
        {(['xlsx', 'pdf', 'csv', 'json'] as const).map((format) => (
          <li key={format}>
            <Button small icon="download" pending={pending === format} onClick={() => void save(format)}>
              {t.format[format]}
            </Button>
          </li>
        ))}
        <li>
          <Button small onClick={() => print()}>
            {t.drucken}
          </Button>
        </li>
      </ul>
      {problem && <ErrorState problem={problem} codes={t.codes} />}
    </div>
  );
}

/** The reason at a field says more than that some field is wrong. */
function fieldProblem(problem: ProblemError): ProblemError {
  const [first] = problem.felder;
  return first ? new ProblemError({ code: first.code, status: problem.status }) : problem;
}

function hrefOf(kreisId: string, liste: Liste, question: Question): string {
  const { region, traeger, kenntnisstand } = sharedQuery(question);
  const filter = new URLSearchParams();
  const entries = Object.entries({ region, traeger, kenntnisstand, ...liste.filter });
  for (const [name, value] of entries) {
    // The list of contacts knows no Kenntnisstand.
    if (value !== undefined && (name !== 'kenntnisstand' || liste.seite === 'fall')) filter.set(name, value);
  }
  return `/k/${kreisId}/${liste.seite}?${filter.toString()}`;
}
