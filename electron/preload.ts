// The one pipe between the sandboxed page, the engine and the shell. Small, and without libraries: it runs before the page does.
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type * as channels from './contract/channels';
import type { EngineListener, PreloadApi } from './contract/preload';

// Written out, because this file stands alone; the types keep them in step.
const portChannel: typeof channels.portChannel = 'brevduva:port';
const shellChannel: typeof channels.shellChannel = 'brevduva:shell';
const shellEventChannel: typeof channels.shellEventChannel = 'brevduva:event';

/** Grows while the page or the port is not there yet; more than this is a fault, and the oldest is as good as lost. */
const mostHeld = 10_000;

let port: MessagePort | null = null;
let hear: EngineListener | null = null;
let reset: (() => void) | null = null;
let hearShell: ((event: unknown) => void) | null = null;
const toEngine: unknown[] = [];
const toPage: unknown[] = [];
const shellEvents: unknown[] = [];

function hold(queue: unknown[], message: unknown): void {
  if (queue.length < mostHeld) queue.push(message);
}

function post(message: unknown): void {
  if (port === null) hold(toEngine, message);
  else port.postMessage(message);
}

/** What a message of pipe.ts says of itself; undefined where it says nothing. */
function saidBy(message: unknown, key: 'kind' | 'name'): unknown {
  return typeof message === 'object' && message !== null ? Reflect.get(message, key) : undefined;
}

const api: PreloadApi = {
  send(message) {
    // A page can't name a path: only sendFile makes these calls, from a File that the person has chosen.
    const name = saidBy(message, 'name');
    if (name === 'drafts.attachFile' || name === 'drafts.attachFolder') throw new Error(`${name} needs a File`);
    post(message);
  },
  listen(listener, onReset) {
    hear = listener;
    reset = onReset;
    for (const message of toPage.splice(0)) listener(message);
  },
  sendFile(id, file, { draftId, copyId, as }) {
    const path = webUtils.getPathForFile(file);
    if (path === '') return false;
    post({
      kind: 'call',
      id: Number(id),
      ...(as === 'folder'
        ? { name: 'drafts.attachFolder', input: { draftId: String(draftId), path, copyId: String(copyId) } }
        : { name: 'drafts.attachFile', input: { draftId: String(draftId), path, copyId: String(copyId), isInline: as === 'picture' } }),
    });
    return true;
  },
  dropCalls() {
    const kept = toEngine.filter((message) => saidBy(message, 'kind') !== 'call');
    toEngine.splice(0, toEngine.length, ...kept);
  },
  askShell: (name, input) => ipcRenderer.invoke(shellChannel, String(name), input),
  listenShell(listener) {
    hearShell = listener;
    for (const event of shellEvents.splice(0)) listener(event);
  },
};

ipcRenderer.on(portChannel, (event) => {
  const next = event.ports[0];
  if (next === undefined) return;
  const isFirst = port === null;
  port?.close();
  toPage.length = 0; // answers of the engine that is gone belong to calls that are about to be reset
  port = next;
  next.onmessage = ({ data }) => {
    if (next !== port) return;
    if (hear === null) hold(toPage, data);
    else hear(data);
  };
  if (isFirst) for (const message of toEngine.splice(0)) next.postMessage(message);
  else reset?.();
});

ipcRenderer.on(shellEventChannel, (_event, data) => {
  if (hearShell === null) hold(shellEvents, data);
  else hearShell(data);
});

contextBridge.exposeInMainWorld('brevduva', api);
ipcRenderer.send(portChannel);
