import type { KreisStamm } from '#src/kreis/contract.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import type { TerminZeile } from '../contract.ts';
import * as texts from './dialog-texts.ts';
import { TerminForm } from './TerminForm.tsx';
import { usualTermin, valuesOf } from './termin-values.ts';
import { subjectLabel } from './subject-label.ts';

/** What a new appointment begins with. */
export interface NeuerStart {
  readonly tag?: string | undefined;
  readonly von?: string | undefined;
  readonly gegenstand?: { readonly value: string; readonly label: string } | undefined;
}

export interface TerminDialogProps {
  readonly kreis: KreisStamm;
  readonly traegerId: string;
  readonly casemanagerId: string;
  readonly start: NeuerStart;
  /** Appointment that is changed, or cancelled in favour of a new one. */
  readonly termin?: TerminZeile | undefined;
  readonly mode: 'neu' | 'aendern' | 'ersatz';
  readonly onClose: () => void;
  readonly onDone: (tag: string) => void;
}

/** The dialog around the form of an appointment. */
export function TerminDialog(props: TerminDialogProps) {
  const { kreis, traegerId, casemanagerId, start, termin, mode, onClose, onDone } = props;
  const t = useTexts(texts);
  const fresh = usualTermin({ traegerId, casemanagerId, ...start });
  const initial = termin
    ? { ...valuesOf(termin, subjectLabel(termin)), ...(mode === 'ersatz' ? { tag: fresh.tag } : {}) }
    : fresh;
  const title = { neu: t.neu, aendern: t.aendern, ersatz: t.verlegen }[mode];
  return (
    <Dialog title={title} open onClose={onClose} wide>
      <TerminForm kreis={kreis} initial={initial} termin={termin} mode={mode} onDone={onDone} />
    </Dialog>
  );
}
