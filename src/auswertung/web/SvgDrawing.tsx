import { createElement, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { SvgNode } from '../chart/svg.ts';
import './drawing.css';

const narrowest = 260;
const widest = 1120;

export interface SvgDrawingProps {
  /** Draws to a width in pixels; the id is unique on the page. */
  readonly draw: (breite: number, id: string) => SvgNode | undefined;
  /** Where a drawing may be narrower or must not become as wide as a page. */
  readonly least?: number;
  readonly most?: number;
}

/** A drawing at the width that there is, so that its words keep their size on a phone. */
export function SvgDrawing({ draw, least = narrowest, most = widest }: SvgDrawingProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [breite, setBreite] = useState(Math.min(560, most));
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setBreite(Math.round(Math.min(most, Math.max(least, entry.contentRect.width))));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [least, most]);
  const node = draw(breite, id);
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
