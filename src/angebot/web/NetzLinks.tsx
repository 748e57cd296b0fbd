import { useTexts } from '#src/platform/web/sprache.tsx';
import { Link } from '#src/ui/web/Button.tsx';
import * as texts from './texts.ts';

/** The other pages about the network, under its title. */
export function NetzLinks({ kreisId }: { kreisId: string }) {
  const t = useTexts(texts);
  const base = `/k/${kreisId}`;
  return (
    <nav className="row" aria-label={t.mehrZumNetz}>
      <Link href={`${base}/angebot/ueberblick`}>{t.ueberblick}</Link>
      <Link href={`${base}/vereinbarung`}>{t.vereinbarungen}</Link>
      <Link href={`${base}/netzwerktreffen`}>{t.treffen}</Link>
    </nav>
  );
}
