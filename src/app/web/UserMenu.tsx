import { useState } from 'react';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { applyTheme, currentTheme, type Theme } from '#src/platform/web/theme.ts';
import { Button, Link } from '#src/ui/web/Button.tsx';
import { Kbd } from '#src/ui/web/Badge.tsx';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { Menu } from '#src/ui/web/Menu.tsx';
import type { Ich } from '#src/zugang/contract.ts';
import * as texts from './texts.ts';

/** Who is signed in, language, colours, sign-out. */
export function UserMenu({ ich, kreisId, onSignOut }: { ich: Ich; kreisId: string; onSignOut: () => void }) {
  const t = useTexts(texts);
  const { sprache, setSprache } = useSprache();
  const [theme, setTheme] = useState(currentTheme);
  const rollen = ich.rollen.filter((rolle) => rolle.kreisId === kreisId);

  function chooseTheme(next: string) {
    const chosen: Theme = next === 'light' || next === 'dark' ? next : 'system';
    applyTheme(chosen);
    setTheme(chosen);
  }

  return (
    <Menu label={ich.name} icon="konto">
      <div className="stack">
        <div>
          <p>
            <strong>{ich.name}</strong>
          </p>
          {rollen.map((rolle) => (
            <p key={`${rolle.rolle}${rolle.traegerId}`} className="muted small">
              {t.rolle[rolle.rolle]}
              {rolle.traegerName !== null && `, ${rolle.traegerName}`}
              {rolle.regionName !== null && `, ${rolle.regionName}`}
            </p>
          ))}
        </div>
        <ChoiceGroup
          label={t.sprache}
          name="sprache"
          quietOptional
          value={sprache}
          onChange={(next) => setSprache(next === 'en' ? 'en' : 'de')}
          options={[
            { value: 'de', label: 'Deutsch' },
            { value: 'en', label: 'English' },
          ]}
        />
        <ChoiceGroup
          label={t.farben}
          name="farben"
          quietOptional
          value={theme}
          onChange={chooseTheme}
          options={[
            { value: 'system', label: t.farbenSystem },
            { value: 'light', label: t.farbenHell },
            { value: 'dark', label: t.farbenDunkel },
          ]}
        />
        <div className="small muted">
          <p>
            <Kbd>K</Kbd> {t.tasteKontakt}
          </p>
          <p>
            <Kbd>/</Kbd> {t.tasteSuche}
          </p>
        </div>
        <p>
          <Link href="/konto">{t.konto}</Link>
        </p>
        <p>
          <Link href="/glossar">{t.glossar}</Link>
        </p>
        <Button onClick={onSignOut}>{t.abmelden}</Button>
      </div>
    </Menu>
  );
}
