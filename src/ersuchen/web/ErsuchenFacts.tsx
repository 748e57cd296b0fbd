import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Link } from '#src/ui/web/Button.tsx';
import { DescriptionList, type Described } from '#src/ui/web/DescriptionList.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import type { ErsuchenDetail } from '../ersuchen.ts';
import { AmpelBadge } from './AmpelBadge.tsx';
import * as texts from './texts.ts';

/** What is known of a request; the words only where the answer brought them. */
export function ErsuchenFacts({ kreis, ersuchen: e }: { kreis: KreisStamm; ersuchen: ErsuchenDetail }) {
  const t = useTexts(texts);
  const frist = formatDay(e.fristAm);
  const items: Described[] = [
    {
      term: t.frist,
      value: (
        <span className="row">
          {e.verlaengert ? t.verlaengertBis(frist) : frist} <AmpelBadge ampel={e.ampel} />
        </span>
      ),
    },
    { term: t.stand, value: t.standWort[e.stand] },
    { term: t.eingang, value: `${formatDay(e.eingegangenAm)}, ${t.wegWort[e.weg]}, ${t.durchWort[e.durch]}` },
    { term: t.traeger, value: nameOf(kreis.traeger, e.traegerId) },
    ...(e.fallId === null
      ? []
      : [
          {
            term: t.fall,
            value: <Link href={`/k/${kreis.id}/fall/${e.fallId}?teil=einwilligungen`}>{t.zurAkte}</Link>,
          },
        ]),
    ...(e.feld === null ? [] : [{ term: t.feld, value: t.feldWort[e.feld] }]),
    ...(e.anlass === null ? [] : [{ term: t.grund, value: t.anlassWort[e.anlass] }]),
    ...(e.wunsch === '' ? [] : [{ term: t.wunsch, value: <Words text={e.wunsch} /> }]),
    ...(e.identitaet === null
      ? []
      : [{ term: t.schrittWort['identitaet_geprueft'] ?? '', value: t.identitaetWort[e.identitaet] }]),
    ...(e.verlaengertGrund === null || e.verlaengertAm === null
      ? []
      : [
          {
            term: t.schrittWort['verlaengert'] ?? '',
            value: `${t.verlaengertWort[e.verlaengertGrund]} (${formatDay(e.verlaengertAm)})`,
          },
        ]),
    ...(e.entscheidung === null
      ? []
      : [
          {
            term: t.entscheidung,
            value:
              e.ablehnung === null
                ? t.entscheidungWort[e.entscheidung]
                : `${t.entscheidungWort[e.entscheidung]}: ${t.ablehnungWort[e.ablehnung]}`,
          },
        ]),
    ...(e.antwort === '' ? [] : [{ term: t.antwort, value: <Words text={e.antwort} /> }]),
  ];
  return (
    <Card title={t.antrag}>
      <DescriptionList items={items} />
    </Card>
  );
}

function Words({ text }: { text: string }) {
  return (
    <span className="preline" lang="de">
      {text}
    </span>
  );
}
