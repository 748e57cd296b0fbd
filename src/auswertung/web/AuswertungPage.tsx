import { useCallback, useState } from 'react';
import { Link as RouteLink, useLocation, useSearchParams } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { today } from '#src/platform/day.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import './auswertung.css';
import { QuestionBar, type Changes } from './QuestionBar.tsx';
import { keptParams, readQuestion, tabellen } from './question.ts';
import { Results } from './Results.tsx';
import * as texts from './texts.ts';

/** Figures of the Kreis: table, choice and answer all stand in the address, so that it can be kept and sent. */
export function AuswertungPage({
  kreis,
}: {
  readonly kreis: KreisStamm;
  readonly can: (ability: string) => boolean;
}) {
  const t = useTexts(texts);
  const [location] = useLocation();
  const [params, setParams] = useSearchParams();
  const [auswahl, setAuswahl] = useState(false);
  const heute = today();
  const base = `/k/${kreis.id}/auswertung`;
  const question = readQuestion(location.slice(base.length + 1), params, heute);

  const change = useCallback(
    (changes: Changes) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes)) {
            if (value === undefined || value === '') next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );

  return (
    <Page title={t.titel} windowTitle={`${t.tabelle[question.tabelle]} · ${t.titel}`} lead={<p>{t.lead}</p>}>
      <nav className="auswertung-tabellen" aria-label={t.tabellen}>
        <ul>
          {tabellen.map((name) => (
            <li key={name}>
              <RouteLink
                href={`${base}/${name}${keptParams(params)}`}
                aria-current={name === question.tabelle ? 'page' : undefined}
              >
                {t.tabelle[name]}
              </RouteLink>
            </li>
          ))}
        </ul>
      </nav>
      <QuestionBar kreis={kreis} question={question} heute={heute} auswahl={auswahl} onChange={change} />
      <Results key={question.tabelle} kreis={kreis} question={question} onAuswahl={setAuswahl} />
    </Page>
  );
}
