export type Theme = 'system' | 'light' | 'dark';

const STORE = 'lotse.farben';

/** The choice of the last visit; `system` follows the computer. */
export function currentTheme(): Theme {
  const kept = localStorage.getItem(STORE);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

export function applyTheme(theme: Theme): void {
  if (theme === 'system') {
    localStorage.removeItem(STORE);
    delete document.documentElement.dataset['kernTheme'];
    return;
  }
  localStorage.setItem(STORE, theme);
  document.documentElement.dataset['kernTheme'] = theme;
}
