import { anfrageContract } from '#src/anfrage/contract.ts';
import { fallContract } from '#src/fall/contract.ts';
import { recallLabel } from '#src/platform/web/labels.ts';
import { useQuery } from '#src/platform/web/query.ts';

/** The Anfrage or case that the address names, as the form of an appointment takes it; undefined until it is known. */
export function useSubjectOf(
  kreisId: string,
  anfrageId: string | null,
  fallId: string | null,
): { readonly value: string; readonly label: string } | undefined {
  const anfrage = useQuery(
    anfrageContract.getAnfrage,
    anfrageId === null ? undefined : { params: { kreisId, anfrageId } },
  );
  // The page before has mostly read the name already.
  const known = fallId === null ? undefined : recallLabel(fallId);
  const fall = useQuery(
    fallContract.getFall,
    fallId === null || known !== undefined ? undefined : { params: { kreisId, fallId } },
  );
  if (anfrageId !== null)
    return anfrage.data && { value: `anfrage:${anfrageId}`, label: anfrage.data.nummer };
  if (fallId === null) return undefined;
  const label = known ?? fall.data?.nummer;
  return label === undefined ? undefined : { value: `fall:${fallId}`, label };
}
