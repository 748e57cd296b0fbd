import { useSprache } from '#src/platform/web/sprache.tsx';
import { drawDiagramm } from '../chart/diagramm.ts';
import { seitenfarben } from '../chart/svg.ts';
import type { Auswertung } from '../papier-model.ts';
import { SvgDrawing } from './SvgDrawing.tsx';

/** The chart of a table. */
export function Diagramm({ auswertung }: { auswertung: Auswertung }) {
  const { sprache } = useSprache();
  return (
    <SvgDrawing
      draw={(breite, id) => drawDiagramm(auswertung, { sprache, breite, id, farben: seitenfarben })}
    />
  );
}
