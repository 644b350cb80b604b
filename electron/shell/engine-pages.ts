// The pages that talk to the engine: each gets a port of its own, now and whenever the engine starts anew.
import { MessageChannelMain, type UtilityProcess, type WebFrameMain } from 'electron';
import { portChannel } from '../contract/channels';
import type { FromShell } from '../contract/parent';
import { isOwnPage } from './own-page';

export type EnginePages = {
  /** Frames that are not our page get nothing. `engine`: null while there is none. */
  readonly add: (frame: WebFrameMain | null, engine: UtilityProcess | null) => void;
  /** A new engine: every page gets a port to it. */
  readonly connectAll: (engine: UtilityProcess) => void;
};

export function createEnginePages(): EnginePages {
  /** By the place of each in its window: a page that is loaded anew takes the place of the one before. */
  const pages = new Map<number, WebFrameMain>();
  return {
    add(frame, engine) {
      if (!isOwnPage(frame)) return; // the empty page that every window begins with asks too
      pages.set(frame.frameTreeNodeId, frame);
      if (engine !== null) connect(frame, engine);
    },
    connectAll(engine) {
      for (const [place, page] of pages) {
        if (page.isDestroyed()) pages.delete(place);
        else connect(page, engine);
      }
    },
  };
}

function connect(page: WebFrameMain, engine: UtilityProcess): void {
  if (page.isDestroyed() || page.detached || !isOwnPage(page)) return;
  const { port1, port2 } = new MessageChannelMain();
  engine.postMessage({ kind: 'page' } satisfies FromShell, [port1]);
  page.postMessage(portChannel, null, [port2]);
}
