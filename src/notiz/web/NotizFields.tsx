import { useTexts } from '#src/platform/web/sprache.tsx';
import type { Bound } from '#src/platform/web/use-form.ts';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { TextArea } from '#src/ui/web/TextField.tsx';
import { notizEbene } from '../notiz.ts';
import * as texts from './texts.ts';

export type NotizValues = { readonly text: string; readonly ebene: string };

/** What needs no server to be refused. */
export function checkNotiz({ text }: Pick<NotizValues, 'text'>): { text?: string } {
  return text.trim() === '' ? { text: 'pflichtfeld' } : {};
}

/** The note and who reads it, with what that means in words. */
export function NotizFields({ bind }: { bind: <K extends keyof NotizValues>(name: K) => Bound<string> }) {
  const t = useTexts(texts);
  const ebene = bind('ebene');
  const chosen = notizEbene.safeParse(ebene.value);
  return (
    <>
      <TextArea {...bind('text')} label={t.text} hint={t.textHinweis} required rows={4} />
      <ChoiceGroup
        {...ebene}
        label={t.ebene}
        required
        hint={chosen.success ? t.ebenenText[chosen.data] : undefined}
        options={notizEbene.options.map((value) => ({ value, label: t.ebenen[value] }))}
      />
    </>
  );
}
