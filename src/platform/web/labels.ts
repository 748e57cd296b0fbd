/** Words that name a record on this screen, kept in memory only, so that a next page need not read the name again. */
const labels = new Map<string, string>();

export function rememberLabel(id: string, label: string): void {
  labels.set(id, label);
}

export function recallLabel(id: string): string | undefined {
  return labels.get(id);
}

/** Names must not outlive the session. */
export function forgetLabels(): void {
  labels.clear();
}
