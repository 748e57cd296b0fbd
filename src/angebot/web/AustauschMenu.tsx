import { download } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Button, Link } from '#src/ui/web/Button.tsx';
import { Menu } from '#src/ui/web/Menu.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { austauschContract, austauschFormat, type AustauschFormat } from '../austausch-contract.ts';
import type { Filter } from './angebot-filter.ts';
import * as texts from './austausch-texts.ts';

/** Takes the list as it is filtered out of Lotse, and leads to where one is read. */
export function AustauschMenu(props: { kreisId: string; filter: Filter; mayImport: boolean }) {
  const { kreisId, filter, mayImport } = props;
  const t = useTexts(texts);
  const toast = useToast();
  const save = useAction(
    (_key, format: AustauschFormat) =>
      download(austauschContract.exportAngebot, { params: { kreisId }, query: { ...filter, format } }),
    (name) => toast(t.ausgegeben(name)),
  );
  return (
    <Menu label={t.austausch} icon="uebernahme">
      <div className="stack">
        {mayImport && <Link href={`/k/${kreisId}/angebot/einlesen`}>{t.einlesenTitel}</Link>}
        <p className="small muted">{t.ausgeben}</p>
        {austauschFormat.options.map((format) => (
          <Button key={format} kind="quiet" small pending={save.pending} onClick={() => save.run(format)}>
            {t.ausgebenAls[format]}
          </Button>
        ))}
        {save.problem && <ErrorState problem={save.problem} />}
      </div>
    </Menu>
  );
}
