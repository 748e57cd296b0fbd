import type { ReactNode } from 'react';

export interface Described {
  readonly term: string;
  readonly value: ReactNode;
}

/** Facts as term and value, side by side where there is room. */
export function DescriptionList({ items }: { items: readonly Described[] }) {
  return (
    <dl className="facts">
      {items.map((item) => (
        <div key={item.term}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
