// No window ever goes anywhere: navigation, new windows and webviews are denied, whatever made the contents.
import { app, type WebContents } from 'electron';
import { pageUrl } from './content-policy';

/** `openLink` gets what a person clicked; it decides by its own list. */
export function lockNavigation(openLink: (url: string) => void): void {
  app.on('web-contents-created', (_event, contents) => lock(contents, openLink));
}

function lock(contents: WebContents, openLink: (url: string) => void): void {
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url);
    return { action: 'deny' };
  });
  contents.on('will-frame-navigate', (event) => {
    // A letter's frame starts as about:srcdoc; the page itself may only be loaded anew.
    const isAllowed = event.isMainFrame ? event.url === pageUrl : event.url === 'about:srcdoc';
    if (!isAllowed) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
