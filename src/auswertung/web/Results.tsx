import type { KreisStamm } from '#src/kreis/contract.ts';
import { download } from '#src/platform/web/call.ts';
import { useQuery, type QueryState } from '#src/platform/web/query.ts';
import { useSprache } from '#src/platform/web/sprache.tsx';
import { auswertungContract } from '../contract.ts';
import type { Auswertung } from '../papier-model.ts';
import type { ExportFormat } from '../tabelle.ts';
import { BeratungszeitCard } from './BeratungszeitCard.tsx';
import { sharedQuery, type Question } from './question.ts';
import { ResultView } from './ResultView.tsx';

export interface ResultsProps {
  readonly kreis: KreisStamm;
  readonly question: Question;
  readonly onAuswahl: (auswahl: boolean) => void;
}

/** Asks for the chosen table; each has its own operation and its own file. */
export function Results(props: ResultsProps) {
  switch (props.question.tabelle) {
    case 'fallzahlen':
      return <Fallzahlen {...props} />;
    case 'kontakte':
      return <Kontakte {...props} />;
    case 'merkmal':
      return <Merkmal {...props} />;
    case 'kontaktmerkmal':
      return <Kontaktmerkmal {...props} />;
    case 'baustein3':
      return <Baustein3 {...props} />;
    case 'stellen':
      return <Stellen {...props} />;
  }
}

function Fallzahlen(props: ResultsProps) {
  const { kreis, question } = props;
  const { sprache } = useSprache();
  const params = { kreisId: kreis.id };
  const query = { stichtag: question.stichtage.join(','), ...sharedQuery(question) };
  const state = useQuery(auswertungContract.countFallzahlen, { params, query }, { keep: true });
  const onExport = (format: ExportFormat) =>
    download(auswertungContract.exportFallzahlen, {
      params: { ...params, format },
      query: { ...query, sprache },
    });
  return (
    <Shown
      {...props}
      state={state}
      make={(daten) => ({ tabelle: 'fallzahlen', daten })}
      onExport={onExport}
    />
  );
}

function Kontakte(props: ResultsProps) {
  const { kreis, question } = props;
  const { sprache } = useSprache();
  const params = { kreisId: kreis.id };
  const query = {
    art: question.art,
    von: question.vonMonat,
    bis: question.bisMonat,
    ...sharedQuery(question),
  };
  const state = useQuery(auswertungContract.countKontakte, { params, query }, { keep: true });
  const onExport = (format: ExportFormat) =>
    download(auswertungContract.exportKontakte, {
      params: { ...params, format },
      query: { ...query, sprache },
    });
  return (
    <>
      <Shown
        {...props}
        state={state}
        make={(daten) => ({ tabelle: 'kontakte', daten })}
        onExport={onExport}
      />
      {!question.veroeffentlicht && <BeratungszeitCard kreis={kreis} question={question} />}
    </>
  );
}

function Merkmal(props: ResultsProps) {
  const { kreis, question } = props;
  const { sprache } = useSprache();
  const params = { kreisId: kreis.id };
  const query = {
    merkmal: question.merkmal,
    stichtag: question.stichtage.at(-1) ?? '',
    ...(question.top === undefined ? {} : { top: String(question.top) }),
    ...sharedQuery(question),
  };
  const state = useQuery(auswertungContract.countMerkmal, { params, query }, { keep: true });
  const onExport = (format: ExportFormat) =>
    download(auswertungContract.exportMerkmal, {
      params: { ...params, format },
      query: { ...query, sprache },
    });
  return (
    <Shown {...props} state={state} make={(daten) => ({ tabelle: 'merkmal', daten })} onExport={onExport} />
  );
}

function Kontaktmerkmal(props: ResultsProps) {
  const { kreis, question } = props;
  const { sprache } = useSprache();
  const params = { kreisId: kreis.id };
  const query = {
    merkmal: question.kontaktmerkmal,
    von: question.von,
    bis: question.bis,
    ...(question.top === undefined ? {} : { top: String(question.top) }),
    ...sharedQuery(question),
  };
  const state = useQuery(auswertungContract.countKontaktmerkmal, { params, query }, { keep: true });
  const onExport = (format: ExportFormat) =>
    download(auswertungContract.exportKontaktmerkmal, {
      params: { ...params, format },
      query: { ...query, sprache },
    });
  return (
    <Shown
      {...props}
      state={state}
      make={(daten) => ({ tabelle: 'kontaktmerkmal', daten })}
      onExport={onExport}
    />
  );
}

function Baustein3(props: ResultsProps) {
  const { kreis, question } = props;
  const { sprache } = useSprache();
  const params = { kreisId: kreis.id };
  const { region, veroeffentlicht } = sharedQuery(question);
  const query = { ...(region === undefined ? {} : { region }), veroeffentlicht };
  const state = useQuery(auswertungContract.listBaustein3, { params, query }, { keep: true });
  const onExport = (format: ExportFormat) =>
    download(auswertungContract.exportBaustein3, {
      params: { ...params, format },
      query: { ...query, sprache },
    });
  return (
    <Shown {...props} state={state} make={(daten) => ({ tabelle: 'baustein3', daten })} onExport={onExport} />
  );
}

function Stellen(props: ResultsProps) {
  const { kreis, question } = props;
  const { sprache } = useSprache();
  const params = { kreisId: kreis.id };
  const { region } = sharedQuery(question);
  const query = { stichtag: question.stichtage.at(-1) ?? '', ...(region === undefined ? {} : { region }) };
  const state = useQuery(auswertungContract.listStellen, { params, query }, { keep: true });
  const onExport = (format: ExportFormat) =>
    download(auswertungContract.exportStellen, {
      params: { ...params, format },
      query: { ...query, sprache },
    });
  return (
    <Shown {...props} state={state} make={(daten) => ({ tabelle: 'stellen', daten })} onExport={onExport} />
  );
}

interface ShownProps<T> extends ResultsProps {
  readonly state: QueryState<T>;
  readonly make: (daten: T) => Auswertung;
  readonly onExport: (format: ExportFormat) => Promise<string>;
}

function Shown<T>({ state, make, ...rest }: ShownProps<T>) {
  return (
    <ResultView
      {...rest}
      auswertung={state.data === undefined ? undefined : make(state.data)}
      error={state.error}
      loading={state.loading}
      outdated={state.outdated}
      onRetry={state.refetch}
    />
  );
}
