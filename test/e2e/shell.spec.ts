// What the page can't do, whatever it tries: the window's walls, seen from inside.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, newProfile, test } from './app';
import { openPipe } from './pipe';

test('the page has no Node, no Electron and no eval', async ({ app }) => {
  const found = await app.page.evaluate(async () => {
    const isThere = (name: string): boolean => name in window;
    // In a task of the page's own: what a debugger evaluates is exempt from the content policy.
    const evaluated = await new Promise<string>((resolve) =>
      setTimeout(() => {
        try {
          resolve(String(new Function('return "allowed"')()));
        } catch (error) {
          resolve(error instanceof Error ? error.name : 'refused');
        }
      }),
    );
    return {
      names: ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer'].filter(isThere),
      eval: evaluated,
      bridge: Object.keys((window as unknown as { brevduva: object }).brevduva).sort(),
    };
  });
  expect(found).toEqual({ names: [], eval: 'EvalError', bridge: ['askShell', 'dropCalls', 'listen', 'listenShell', 'send', 'sendFile'] });
});

test('the window is sandboxed and isolated', async ({ app }) => {
  const flags = await app.electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows().map((window) => window.webContents);
    return contents.map((each) => {
      const preferences = (each as unknown as { getLastWebPreferences: () => Record<string, unknown> }).getLastWebPreferences();
      const { sandbox, contextIsolation, nodeIntegration, nodeIntegrationInSubFrames, webSecurity, webviewTag } = preferences;
      return { sandbox, contextIsolation, nodeIntegration, nodeIntegrationInSubFrames, webSecurity, webviewTag };
    });
  });
  expect(flags).toEqual([
    {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    },
  ]);
});

test('the page reaches no server, not even one on this computer', async ({ app }) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('hello');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const outcomes = await app.page.evaluate(async (address) => {
    const loads = (element: HTMLImageElement | HTMLLinkElement | HTMLIFrameElement, show: () => void): Promise<string> =>
      new Promise((resolve) => {
        element.addEventListener('load', () => resolve('loaded'));
        element.addEventListener('error', () => resolve('refused'));
        document.addEventListener('securitypolicyviolation', () => resolve('refused'), { once: true });
        show();
        document.body.append(element);
      });
    const picture = new Image();
    const style = Object.assign(document.createElement('link'), { rel: 'stylesheet' });
    const frame = document.createElement('iframe');
    return {
      fetch: await fetch(`http://${address}/fetch`).then(
        () => 'loaded',
        () => 'refused',
      ),
      beacon: navigator.sendBeacon(`http://${address}/beacon`) ? 'queued' : 'refused',
      picture: await loads(picture, () => {
        picture.src = `http://${address}/picture`;
      }),
      style: await loads(style, () => {
        style.href = `http://${address}/style`;
      }),
      frame: await loads(frame, () => {
        frame.src = `http://${address}/frame`;
      }),
      module: await import(`http://${address}/module.js`).then(
        () => 'loaded',
        () => 'refused',
      ),
      socket: await new Promise<string>((resolve) => {
        try {
          const socket = new WebSocket(`ws://${address}/socket`);
          socket.onopen = () => resolve('loaded');
          socket.onerror = () => resolve('refused');
        } catch {
          resolve('refused');
        }
      }),
    };
  }, `127.0.0.1:${port}`);
  const { beacon: _sentOrNot, ...refusals } = outcomes;
  expect(refusals).toEqual({
    fetch: 'refused',
    picture: 'refused',
    style: 'refused',
    frame: 'refused',
    module: 'refused',
    socket: 'refused',
  });
  await app.quit();
  server.close();
  expect(asked).toEqual([]);
});

test('a letter in a frame can show no remote picture and run no script, and its links open outside', async ({ app }) => {
  const shown = await app.page.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-same-origin allow-popups');
    frame.srcdoc =
      '<p id="text" style="color: rgb(1, 2, 3)">Dear Anna</p><img src="https://tracker.example/1.gif" id="remote">' +
      '<script>document.title = "ran"</script><a id="link" href="https://example.com/page" target="_blank">a link</a>';
    await new Promise((resolve) => {
      frame.addEventListener('load', resolve);
      document.body.append(frame);
    });
    const letter = frame.contentDocument;
    const text = letter?.getElementById('text');
    const picture = letter?.getElementById('remote');
    letter?.querySelector<HTMLAnchorElement>('#link')?.click();
    return {
      text: text?.textContent,
      colour: text === null || text === undefined ? null : getComputedStyle(text).color,
      title: letter?.title,
      pictureWidth: picture instanceof HTMLElement ? (picture as HTMLImageElement).naturalWidth : 0,
    };
  });
  expect(shown).toEqual({ text: 'Dear Anna', colour: 'rgb(1, 2, 3)', title: '', pictureWidth: 0 });
  await expect.poll(() => app.openedLinks()).toEqual(['https://example.com/page']);
  expect(app.electron.windows()).toHaveLength(1);
});

test('no new window opens and the page goes nowhere', async ({ app }) => {
  const address = app.page.url();
  const opened = await app.page.evaluate(() => {
    const windows = ['about:blank', 'file:///etc/passwd', 'app://brevduva/index.html', 'http://example.com/'].map((url) =>
      window.open(url),
    );
    location.href = 'https://example.com/';
    return windows.filter((each) => each !== null).length;
  });
  expect(opened).toBe(0);
  await app.page.evaluate(() => {
    location.href = 'file:///etc/passwd';
  });
  await app.page.evaluate(() => {
    location.href = 'app://brevduva/assets/none.html';
  });
  expect(app.page.url()).toBe(address);
  expect(app.electron.windows()).toHaveLength(1);
  expect(await app.openedLinks()).toEqual([]);
});

test('the page gets no permission: no camera, no place, no notifications, no clipboard reading', async ({ app }) => {
  const answers = await app.page.evaluate(async () => {
    const refused = (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'granted',
        () => 'refused',
      );
    return {
      camera: await refused(navigator.mediaDevices.getUserMedia({ video: true })),
      place: await refused(new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))),
      notifications: await Notification.requestPermission(),
      clipboard: await refused(navigator.clipboard.readText()),
    };
  });
  expect(answers).toEqual({ camera: 'refused', place: 'refused', notifications: 'denied', clipboard: 'refused' });
});

test('only links of the allow-list leave, odd ones after a question, and mailto: comes back to the composer', async ({ app }) => {
  const pipe = await openPipe(app.page);
  const open = (url: string): Promise<unknown> => pipe.askShell('links.open', { url });
  expect(await open('https://example.com/help')).toMatchObject({ ok: true });
  for (const url of [
    'http://example.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://host/share',
    'vscode://x',
    'https:\u0000//x',
  ])
    expect(await open(url)).toMatchObject({ ok: false });
  await app.answer(1, 0);
  expect(await open('https://bank.example@evil.example/')).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  expect(await open('https://192.168.0.1/')).toMatchObject({ ok: true });
  expect(await open('mailto:anna@example.com')).toMatchObject({ ok: true });
  expect(await app.openedLinks()).toEqual(['https://example.com/help', 'https://192.168.0.1/']);
  expect((await app.questions()).map(({ message }) => message)).toEqual([
    expect.stringContaining('evil.example'),
    expect.stringContaining('192.168.0.1'),
  ]);
  await expect.poll(() => pipe.shellEvents()).toContainEqual({ kind: 'mailto', url: 'mailto:anna@example.com' });
});

test('the page can name no file: attaching by path and reading outside its folder are refused', async ({ app }) => {
  const pipe = await openPipe(app.page);
  await expect(pipe.begin('drafts.attachFile', { draftId: 'x', path: '/etc/passwd', isInline: false })).rejects.toThrow('needs a File');
  const statuses = await app.page.evaluate(async () => {
    const picture = (address: string): Promise<string> =>
      new Promise((resolve) => {
        const image = new Image();
        image.onload = () => resolve('shown');
        image.onerror = () => resolve('refused');
        image.src = address;
      });
    const paths = [
      '../main/main.js',
      '%2e%2e/main/main.js',
      '..%2fmain%2fmain.js',
      'picture/../../settings.json',
      `picture/${'0'.repeat(64)}`,
    ];
    return Promise.all(paths.map((each) => picture(`app://brevduva/${each}`)));
  });
  expect(new Set(statuses)).toEqual(new Set(['refused']));
});

test('a stored picture is shown, a file that only claims to be one is not', async ({ launch }) => {
  const profile = await newProfile();
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const files = { [`aa${'0'.repeat(62)}`]: png, [`bb${'0'.repeat(62)}`]: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') };
  for (const [name, bytes] of Object.entries(files)) {
    const folder = path.join(profile, 'blobs', name.slice(0, 2));
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, name), bytes);
  }
  const app = await launch({ profile });
  const widths = await app.page.evaluate(
    (names) =>
      Promise.all(
        names.map(
          (name) =>
            new Promise<number>((resolve) => {
              const image = new Image();
              image.onload = () => resolve(image.naturalWidth);
              image.onerror = () => resolve(-1);
              image.src = `app://brevduva/picture/${name}`;
            }),
        ),
      ),
    Object.keys(files),
  );
  expect(widths).toEqual([1, -1]);
});

/** Chromium's own record of everything its network code did. */
type NetRecord = {
  readonly constants: { readonly logEventTypes: Record<string, number> };
  readonly events: readonly { readonly type: number }[];
};

test('starting, working and quitting makes no request to any network', async ({ launch }, testInfo) => {
  const record = testInfo.outputPath('net.json');
  const app = await launch({ args: [`--log-net-log=${record}`] });
  await app.page.waitForLoadState('networkidle');
  await app.quit();
  const { constants, events } = JSON.parse(await readFile(record, 'utf8')) as NetRecord;
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, type]) => [type, name]));
  const happened = [...new Set(events.map(({ type }) => names.get(type) ?? ''))];
  expect(happened).not.toEqual([]);
  expect(
    happened.filter((name) =>
      /^(URL_REQUEST|HOST_RESOLVER|TCP_|UDP_|SOCKET|HTTP_STREAM|HTTP_TRANSACTION|PROXY_RESOLUTION|QUIC_SESSION$)/.test(name),
    ),
  ).toEqual([]);
});
