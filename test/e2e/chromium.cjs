// A browser for one person: Electron's own Chromium in a window of its own, apart from the program under test. It believes the authority
// of the test run, and shows what it is started with.
const { X509Certificate } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { app, BrowserWindow, session } = require('electron');

const pems =
  readFileSync(process.env.NODE_EXTRA_CA_CERTS, 'utf8').match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
const authorities = pems.map((pem) => new X509Certificate(pem));
const isIssued = ({ hostname, certificate }) => {
  const shown = new X509Certificate(certificate.data);
  return shown.checkHost(hostname) !== undefined && authorities.some((one) => shown.verify(one.publicKey));
};

app.setPath('userData', process.env.CHROMIUM_FOLDER);
app.whenReady().then(() => {
  session.defaultSession.setCertificateVerifyProc((request, answer) => answer(isIssued(request) ? 0 : -3)); // -3: as Chromium itself says
  // Nothing of a test leaves the computer.
  const isHere = (url) => ['localhost', '127.0.0.1'].includes(new URL(url).hostname);
  session.defaultSession.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: /^https?:/.test(url) && !isHere(url) }));
  const window = new BrowserWindow({ width: 900, height: 700, webPreferences: { sandbox: true } });
  window.loadURL(process.env.CHROMIUM_PAGE).catch(() => undefined); // a page that leads on at once counts as called off
});
app.on('window-all-closed', () => app.quit());
