// The page's start: asks the shell for everything the first picture needs, then draws it.
import { createRoot } from 'react-dom/client';
import { askShell, connect, onShellEvent } from './api';
import { App } from './app';
import { Composer, Palette } from './features/frame/lazy-rooms';
import { writeWaiting } from './features/frame/navigation';
import { session } from './features/frame/session';
import { hearShell } from './features/frame/shell-events';
import { stepBackWhileTyping } from './features/frame/step-back';
import './ui/styles';

async function start(): Promise<void> {
  connect();
  onShellEvent(hearShell);
  stepBackWhileTyping();
  const answer = await askShell('start', {});
  if (answer.ok) session.set((before) => ({ ...before, ...answer.value }));
  if (session.get().accounts.length > 0) void writeWaiting();
  const root = document.getElementById('root');
  if (root !== null) createRoot(root).render(<App />);
  // Once the first picture stands: the composer is what comes next, so it is ready before the click; then what a key opens to type in.
  requestIdleCallback(() => void Composer.load().then(() => requestIdleCallback(() => void Palette.load())));
}

void start();
