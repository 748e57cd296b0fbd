import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Menu } from '#src/ui/web/Menu.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { beobachtungArt, beobachtungContract, type BeobachtungArt } from '../contract.ts';
import * as texts from './texts.ts';
import type { WorteGegenstand } from './WorteDialog.tsx';
import { WorteInline } from './WorteInline.tsx';

export interface BeobachtungButtonProps {
  readonly kreis: KreisStamm;
  readonly fallId?: string;
  readonly angebotId?: string;
  readonly lebensbereich?: string;
  readonly kommuneId?: string | null;
  /** Only this kind, as one button; without it a menu of the three. */
  readonly art?: BeobachtungArt;
}

/** Notes what is met, where it is met: one click stores it, words can be added afterwards. */
export function BeobachtungButton({ kreis, art, ...bezug }: BeobachtungButtonProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const [worte, setWorte] = useState<WorteGegenstand>();
  const [done, setDone] = useState<WorteGegenstand>();
  const lebensbereich =
    bezug.lebensbereich === undefined || bezug.lebensbereich === '' ? null : bezug.lebensbereich;
  const kommuneId = bezug.kommuneId ?? null;
  const add = useAction(
    async (key, welche: BeobachtungArt) => {
      const body = {
        art: welche,
        lebensbereich,
        kommuneId,
        angebotId: bezug.angebotId ?? null,
        stelleId: null,
        fallId: bezug.fallId ?? null,
        text: '',
      };
      const { beobachtungId, fassung } = await call(
        beobachtungContract.addBeobachtung,
        { params: { kreisId: kreis.id }, body },
        { key },
      );
      return { id: beobachtungId, fassung, art: welche, lebensbereich, kommuneId, text: '' };
    },
    (neu) => {
      toast(t.gespeichert(t.art[neu.art]));
      setDone(neu);
    },
  );
  return (
    <>
      {art === undefined ? (
        <Menu label={t.knopf} icon="info" small>
          {(panel) =>
            beobachtungArt.options.map((each) => (
              <Button
                key={each}
                kind="quiet"
                small
                pending={add.pending}
                popoverTarget={panel}
                onClick={() => add.run(each)}
              >
                {t.art[each]}
              </Button>
            ))
          }
        </Menu>
      ) : (
        <Button small icon="info" pending={add.pending} onClick={() => add.run(art)}>
          {t.art[art]}
        </Button>
      )}
      {done && !worte && (
        <Button small kind="quiet" icon="edit" onClick={() => setWorte(done)}>
          {t.worte}
        </Button>
      )}
      {add.problem && <ErrorState problem={add.problem} codes={t.code} />}
      {worte && (
        <WorteInline
          kreisId={kreis.id}
          beobachtung={worte}
          onDone={() => {
            setWorte(undefined);
            setDone(undefined);
          }}
        />
      )}
    </>
  );
}
