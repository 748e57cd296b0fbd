import type { Answer } from '#src/platform/contract.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { PaperLink } from '#src/ui/web/Button.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import type { vordruckContract } from '../contract.ts';
import * as texts from './texts.ts';
import { german, VordruckText } from './VordruckText.tsx';

/** The German text as it stands, with what the Träger says of itself. */
export function GermanText(props: { kreisId: string; stand: Answer<typeof vordruckContract.getVordruck> }) {
  const { kreisId, stand } = props;
  const t = useTexts(texts);
  const { inhalt, angabe } = stand;
  return (
    <div className="stack">
      <Card
        title={t.text}
        actions={
          <PaperLink href={`/api/kreis/${kreisId}/papier/vordruck/${stand.id}`}>{t.drucken}</PaperLink>
        }
      >
        <div className="vordruck-row">
          <VordruckText sprache={german} text={inhalt.titel} strong />
        </div>
        {inhalt.abschnitt.map(({ ueberschrift, absatz }) => (
          <div key={ueberschrift} className="vordruck-row">
            <VordruckText sprache={german} text={ueberschrift} strong />
            <VordruckText sprache={german} text={absatz.join('\n\n')} />
          </div>
        ))}
        {inhalt.zweck.length > 0 && (
          <ul className="vordruck-row vordruck-ticks">
            {inhalt.zweck.map(({ code, text }) => (
              <li key={code}>
                <VordruckText sprache={german} text={text} />
              </li>
            ))}
          </ul>
        )}
        <div className="vordruck-row">
          <VordruckText sprache={german} text={inhalt.erklaerung} strong />
        </div>
      </Card>
      <Card title={t.angaben}>
        <dl className="stack">
          {(['traeger', 'anschrift', 'datenschutz'] as const).map((name) => (
            <div key={name}>
              <dt className="small muted">{t.angabe[name]}</dt>
              <dd lang="de">{angabe[name]}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </div>
  );
}
