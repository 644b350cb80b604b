// Is this frame our own page? Asked before a frame is listened to, and before it is given a port.
import type { WebFrameMain } from 'electron';
import { pageUrl } from './content-policy';

/** True only for the main frame of a window that shows the program's page. */
export function isOwnPage(frame: WebFrameMain | null): frame is WebFrameMain {
  return frame !== null && frame.parent === null && frame.url.split('#')[0] === pageUrl;
}
