import { tiefe } from '#src/anfrage/anfrage.ts';
import { formatDay, isDay } from '#src/platform/day.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import type { Bound } from '#src/platform/web/use-form.ts';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { TextArea } from '#src/ui/web/TextField.tsx';
import { abweichungCode, schwereCode, type Einschaetzung } from '../bogen.ts';
import {
  bedarfe,
  countInstitutionen,
  differs,
  folgeterminBis,
  type Vorschlag,
  type VorschlagRegel,
} from '../rules.ts';
import type { BogenValues } from './bogen-values.ts';
import * as texts from './texts.ts';

export interface ErgebnisProps {
  readonly values: BogenValues;
  readonly bind: <K extends keyof BogenValues>(name: K) => Bound<BogenValues[K]>;
  readonly benannt: boolean;
  readonly vorschlag: Vorschlag;
  readonly regel: VorschlagRegel;
  readonly einschaetzung: Einschaetzung;
}

/** The proposal with its reason, and what the human decides. */
export function ErgebnisFields({ values, bind, benannt, vorschlag, regel, einschaetzung }: ErgebnisProps) {
  const t = useTexts(texts);
  const entscheidung = tiefe.safeParse(values.entscheidung).data ?? null;
  const differing = differs(entscheidung, vorschlag.tiefe);
  const severe = vorschlag.grund === 'schwere_ausnahme' && !differing;
  const bis = isDay(values.am) ? folgeterminBis(values.am, values.geklaert === 'ja') : null;
  return (
    <Card title={t.ergebnis}>
      <div className="stack">
        <output className="proposal">
          <span className="small muted">{t.vorschlag}</span>
          <strong>{t.tiefe[vorschlag.tiefe]}</strong>
          <span>{wordsOf(vorschlag, einschaetzung, regel, t)}</span>
        </output>
        {severe && benannt && <TextArea {...bind('schwereGrund')} label={t.schwereGrund} required rows={2} />}
        {severe && !benannt && (
          <ChoiceGroup
            {...bind('schwereCode')}
            label={t.schwereCode}
            required
            options={schwereCode.options.map((value) => ({ value, label: t.schwereName[value] }))}
          />
        )}
        <ChoiceGroup
          {...bind('entscheidung')}
          label={t.entscheidung}
          quietOptional
          options={[
            { value: '', label: t.entscheidungOffen },
            ...tiefe.options.map((value) => ({ value, label: t.tiefe[value] })),
          ]}
        />
        {differing && benannt && <TextArea {...bind('abweichung')} label={t.abweichung} required rows={2} />}
        {differing && !benannt && (
          <ChoiceGroup
            {...bind('abweichungCode')}
            label={t.abweichungCode}
            required
            options={abweichungCode.options.map((value) => ({ value, label: t.abweichungName[value] }))}
          />
        )}
        <ChoiceGroup
          {...bind('geklaert')}
          label={t.geklaert}
          hint={bis === null ? undefined : t.geklaertHinweis(formatDay(bis))}
          required
          options={[
            { value: 'nein', label: t.geklaertNein },
            { value: 'ja', label: t.geklaertJa },
          ]}
        />
      </div>
    </Card>
  );
}

/** Why the rule proposes what it proposes. */
function wordsOf(
  { grund }: Vorschlag,
  einschaetzung: Einschaetzung,
  { komplexerFall }: VorschlagRegel,
  t: Pick<typeof texts.de, 'warum'>,
): string {
  const anzahl = bedarfe(einschaetzung).length;
  const w = t.warum;
  switch (grund) {
    case 'schwelle':
      return komplexerFall.mehrereInstitutionen
        ? w.schwelleInstitutionen(anzahl, komplexerFall.lebensbereiche, countInstitutionen(einschaetzung))
        : w.schwelle(anzahl, komplexerFall.lebensbereiche);
    case 'wenige_bedarfe':
    case 'institutionen_fehlen':
    case 'zwischen':
      return w[grund](anzahl);
    case 'schwere_ausnahme':
    case 'negativliste':
    case 'kein_bedarf':
      return w[grund];
  }
}
