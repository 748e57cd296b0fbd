import { Fragment, type ReactNode } from 'react';
import type { Papiersprache } from '../sprachen.ts';
import './vordruck.css';

type Spoken = Pick<Papiersprache, 'tag' | 'richtung'>;

export const german: Spoken = { tag: 'de', richtung: 'ltr' };

/** Text in the language and direction of its readers, with the words that are filled in later set off. */
export function VordruckText({
  sprache,
  text,
  strong = false,
}: {
  sprache: Spoken;
  text: string;
  strong?: boolean;
}) {
  const Tag = strong ? 'strong' : 'span';
  return (
    <div className="vordruck-cell vordruck-text" lang={sprache.tag} dir={sprache.richtung}>
      {text.split(/\n\s*\n/).map((absatz, at) => (
        <p key={`${at}-${absatz}`}>
          <Tag>{withSlots(absatz, sprache.richtung)}</Tag>
        </p>
      ))}
    </div>
  );
}

const placeholder = /(\{\w+\})/;
const foreignPart = /(\{\w+\}|[\p{Script=Latin}§][\p{Script=Latin}\d\s.,:§()/@–-]*[\p{Script=Latin}\d])/u;

/** Placeholders are set off; in right-to-left text they and Latin words such as names of laws keep their own order. */
function withSlots(text: string, richtung: 'ltr' | 'rtl'): ReactNode {
  return text.split(richtung === 'rtl' ? foreignPart : placeholder).map((part, at) =>
    at % 2 === 0 ? (
      <Fragment key={`${at}-${part}`}>{part}</Fragment>
    ) : (
      <bdi key={`${at}-${part}`} className={part.startsWith('{') ? 'vordruck-slot' : undefined} dir="ltr">
        {part.startsWith('{') ? <Placeholder name={part.slice(1, -1)} /> : part}
      </bdi>
    ),
  );
}

/** A placeholder as it is typed. */
export function Placeholder({ name }: { name: string }) {
  return (
    <>
      {'{'}
      {name}
      {'}'}
    </>
  );
}
