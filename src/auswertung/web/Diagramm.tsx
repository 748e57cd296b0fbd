import { createElement, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useSprache } from '#src/platform/web/sprache.tsx';
import { drawDiagramm } from '../chart/diagramm.ts';
import { seitenfarben, type SvgNode } from '../chart/svg.ts';
import type { Auswertung } from '../papier-model.ts';

const narrowest = 260;
const widest = 1120;

/** The chart of a table, drawn to the width that there is, so that its words keep their size on a phone. */
export function Diagramm({ auswertung }: { auswertung: Auswertung }) {
  const { sprache } = useSprache();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [breite, setBreite] = useState(560);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setBreite(Math.round(Math.min(widest, Math.max(narrowest, entry.contentRect.width))));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const node = drawDiagramm(auswertung, { sprache, breite, id, farben: seitenfarben });
  return (
    <div ref={box} className="diagramm">
      {node && toReact(node, 'svg')}
    </div>
  );
}

function toReact(node: SvgNode, key: string): ReactNode {
  const children = node.children.map((child, index) =>
    typeof child === 'string' ? child : toReact(child, String(index)),
  );
  return createElement(node.tag, { ...node.attrs, key }, ...children);
}
