import { useState } from 'react';
import type { Answer } from '#src/platform/contract.ts';
import { formatMoment } from '#src/platform/web/format.ts';
import { languageName } from '#src/platform/web/languages.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Button, PaperLink } from '#src/ui/web/Button.tsx';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import type { vordruckContract } from '../contract.ts';
import { papiersprachen, type Papiersprache } from '../sprachen.ts';
import { ForeignForm } from './ForeignForm.tsx';
import { ReleaseUebersetzung } from './ReleaseDialog.tsx';
import * as texts from './texts.ts';
import { flattenInhalt } from './vordruck-fields.ts';
import { german, VordruckText } from './VordruckText.tsx';

type Stand = Answer<typeof vordruckContract.getVordruck>;
type Fremd = Stand['uebersetzung'][number];

const foreign = papiersprachen.filter(({ code }) => code !== 'deu');

/** German and one other language side by side, with what the translation is good for and what can be done. */
export function ForeignText({ kreisId, stand }: { kreisId: string; stand: Stand }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const [code, setCode] = useState(foreign[0]?.code ?? '');
  const [editing, setEditing] = useState(false);
  const chosen = foreign.find((each) => each.code === code) ?? foreign[0];
  if (!chosen) return null;
  const fremd = find(stand, chosen);
  const state = stateOf(chosen, fremd);
  return (
    <Card>
      <div className="stack">
        <div className="row row-between">
          <SelectField
            name="sprache"
            label={t.sprache}
            quietOptional
            empty={null}
            value={chosen.code}
            onChange={(next) => {
              setCode(next);
              setEditing(false);
            }}
            options={foreign.map((each) => ({
              value: each.code,
              label: `${languageName(sprache, each.code)} · ${t.sprachStand[stateOf(each, find(stand, each))]}`,
            }))}
          />
          {!editing && (
            <div className="row row-end">
              {(state === 'freigegeben' || state === 'entwurf') && (
                <PaperLink href={`/api/kreis/${kreisId}/papier/vordruck/${stand.id}?sprache=${chosen.code}`}>
                  {t.drucken}
                </PaperLink>
              )}
              {stand.abilities.edit && stand.stand !== 'abgeloest' && (
                <Button icon="edit" onClick={() => setEditing(true)}>
                  {t.bearbeiten}
                </Button>
              )}
              {fremd && fremd.stand === 'entwurf' && fremd.passt && (
                <ReleaseUebersetzung kreisId={kreisId} stand={stand} fremd={fremd} />
              )}
            </div>
          )}
        </div>
        <StateNotice sprache={chosen} fremd={fremd} stand={stand} />
        {editing ? (
          <ForeignForm
            key={chosen.code}
            kreisId={kreisId}
            stand={stand}
            sprache={chosen}
            onClose={() => setEditing(false)}
          />
        ) : (
          fremd && <SideBySide stand={stand} fremd={fremd} sprache={chosen} />
        )}
      </div>
    </Card>
  );
}

function SideBySide({ stand, fremd, sprache }: { stand: Stand; fremd: Fremd; sprache: Papiersprache }) {
  const left = Object.entries(flattenInhalt(stand.inhalt));
  const right = flattenInhalt(fremd.inhalt);
  return (
    <div className="vordruck-pair">
      {left.map(([name, text]) => {
        const strong = name === 'titel' || name.endsWith('ueberschrift');
        return (
          <div key={name} className="vordruck-row">
            <VordruckText sprache={german} text={text} strong={strong} />
            <VordruckText sprache={sprache} text={right[name] ?? ''} strong={strong} />
          </div>
        );
      })}
    </div>
  );
}

function StateNotice(props: { sprache: Papiersprache; fremd: Fremd | undefined; stand: Stand }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const { fremd, stand } = props;
  const state = stateOf(props.sprache, fremd);
  const by = fremd?.freigegebenVon;
  return (
    <Notice tone={state === 'freigegeben' ? 'success' : state === 'entwurf' ? 'info' : 'warning'}>
      <p>{state === 'fehlt' ? t.hinweis.passtNicht : t.hinweis[state]}</p>
      {fremd?.freigegebenAm != null && by != null && (
        <p className="small">{t.freigegebenVon(formatMoment(sprache, fremd.freigegebenAm), by)}</p>
      )}
      {stand.stand === 'entwurf' && <p className="small">{t.erstDeutsch}</p>}
      {stand.stand === 'freigegeben' && state !== 'freigegeben' && !stand.abilities.release && (
        <p className="small">{t.darfNicht}</p>
      )}
    </Notice>
  );
}

function find(stand: Stand, sprache: Papiersprache): Fremd | undefined {
  return stand.uebersetzung.find((each) => each.sprache === sprache.code);
}

function stateOf(
  sprache: Papiersprache,
  fremd: Fremd | undefined,
): 'freigegeben' | 'entwurf' | 'passtNicht' | 'fehlt' | 'aus' {
  if (!fremd) return 'fehlt';
  if (!fremd.passt) return 'passtNicht';
  if (fremd.stand === 'freigegeben') return 'freigegeben';
  return sprache.nurFreigegeben ? 'aus' : 'entwurf';
}
