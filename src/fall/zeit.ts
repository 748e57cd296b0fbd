/** Minutes as hours and minutes: 760 is "12:40 h". */
export function formatDauer(minuten: number, einheit: string): string {
  return `${Math.floor(minuten / 60)}:${String(minuten % 60).padStart(2, '0')} ${einheit}`;
}
