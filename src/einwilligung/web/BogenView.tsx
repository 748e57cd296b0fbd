import { useTexts } from '#src/platform/web/sprache.tsx';
import type { VordruckInhalt } from '#src/vordruck/inhalt.ts';
import { findPapiersprache } from '#src/vordruck/sprachen.ts';
import { Notice } from '#src/ui/web/Badge.tsx';
import type { BogenText } from '../contract.ts';
import * as texts from './texts.ts';
import './einwilligung.css';

export interface BogenViewProps {
  readonly text: Pick<BogenText, 'deutsch' | 'uebersetzung'>;
}

/** A text beside its translation, each in its own direction; drafts say that the German one decides. */
export function BogenView({ text }: BogenViewProps) {
  const t = useTexts(texts);
  const { deutsch, uebersetzung } = text;
  const sprache = uebersetzung ? findPapiersprache(uebersetzung.sprache) : undefined;
  return (
    <div className="stack">
      {uebersetzung?.stand === 'entwurf' && <Notice tone="warning">{t.ungeprueft}</Notice>}
      <div className="paper">
        <Blatt inhalt={deutsch} tag="de" richtung="ltr" label={t.deutscherText} />
        {uebersetzung && sprache && (
          <Blatt
            inhalt={uebersetzung.inhalt}
            tag={sprache.tag}
            richtung={sprache.richtung}
            label={t.uebersetzung(sprache.eigenname)}
          />
        )}
      </div>
    </div>
  );
}

interface BlattProps {
  readonly inhalt: VordruckInhalt;
  readonly tag: string;
  readonly richtung: 'ltr' | 'rtl';
  readonly label: string;
}

function Blatt({ inhalt, tag, richtung, label }: BlattProps) {
  return (
    // It scrolls, so the keyboard has to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="paper-text" lang={tag} dir={richtung} aria-label={label} tabIndex={0}>
      <h3>{inhalt.titel}</h3>
      {inhalt.abschnitt.map((abschnitt) => (
        <div key={abschnitt.ueberschrift}>
          <h4>{abschnitt.ueberschrift}</h4>
          {abschnitt.absatz.map((absatz) => (
            <p key={absatz}>{absatz}</p>
          ))}
        </div>
      ))}
      <p>
        <strong>{inhalt.erklaerung}</strong>
      </p>
    </section>
  );
}
