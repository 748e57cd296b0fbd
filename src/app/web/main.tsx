import 'virtual:kern-tokens.css';
import '@fontsource/fira-sans/latin-400.css';
import '@fontsource/fira-sans/latin-500.css';
import '@fontsource/fira-sans/latin-600.css';
import './fira-sans-ext.css';
import './other-scripts.css';
import '#src/ui/web/style/base.css';
import '#src/ui/web/style/control.css';
import '#src/ui/web/style/content.css';
import '#src/ui/web/style/frame.css';
import { createRoot } from 'react-dom/client';
import { applyTheme, currentTheme } from '#src/platform/web/theme.ts';
import { App, findSession } from './App.tsx';

applyTheme(currentTheme());
const root = document.getElementById('lotse');
if (root) createRoot(root).render(<App first={findSession()} />);
