import { useState } from 'react';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { EmptyState } from '#src/ui/web/States.tsx';
import { Table, type Column } from '#src/ui/web/Table.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { findBegriffe, type Abkuerzung, type Begriff } from './find-begriffe.ts';
import * as texts from './texts.ts';

/** The words of the programme and its abbreviations, made from glossary.yaml. */
export function GlossarPage() {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const [suche, setSuche] = useState('');
  const { begriffe, abkuerzungen } = findBegriffe(suche);
  const begriffColumns: readonly Column<Begriff>[] = [
    { id: 'term', header: t.begriff, rowHeader: true, cell: ({ term }) => <span lang="de">{term}</span> },
    { id: 'english', header: t.englisch, cell: ({ english }) => <span lang="en">{english}</span> },
    {
      id: 'bedeutung',
      header: t.bedeutung,
      cell: ({ bedeutung, definition }) => (sprache === 'de' ? bedeutung : definition),
    },
    {
      id: 'source',
      header: t.quelle,
      wideOnly: true,
      cell: ({ source }) => <span className="muted small">{source}</span>,
    },
  ];
  const abkuerzungColumns: readonly Column<Abkuerzung>[] = [
    { id: 'name', header: t.abkuerzung, rowHeader: true, cell: ({ name }) => name },
    { id: 'meaning', header: t.bedeutung, cell: ({ meaning }) => <span lang="de">{meaning}</span> },
  ];
  const anzahl = begriffe.length + abkuerzungen.length;
  return (
    <Page title={t.glossar} lead={<p>{t.glossarLead}</p>}>
      <search className="columns">
        <TextField
          label={t.glossarSuche}
          name="glossar"
          type="search"
          quietOptional
          value={suche}
          onChange={setSuche}
        />
      </search>
      <p>
        <output className="muted">{t.treffer(anzahl)}</output>
      </p>
      {anzahl === 0 && <EmptyState icon="search" title={t.glossarLeer} />}
      {abkuerzungen.length > 0 && (
        <Table
          caption={t.abkuerzungen}
          showCaption
          columns={abkuerzungColumns}
          rows={abkuerzungen}
          rowKey={({ name }) => name}
        />
      )}
      {begriffe.length > 0 && (
        <Table
          caption={t.begriffe}
          showCaption
          columns={begriffColumns}
          rows={begriffe}
          rowKey={({ id }) => id}
        />
      )}
    </Page>
  );
}
