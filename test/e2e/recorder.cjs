// Loaded into the program before it starts (electron -r): takes the place of what would leave the window, a system dialog,
// a notification, another program, writes down what was asked of it, and answers as the test says.
const electron = require('electron');

const recorder = { questions: [], notifications: [], links: [], saves: [], answers: [], savePath: null, openPaths: [], trayMenu: null };
Object.assign(globalThis, { recorder });

// A window that opens while Playwright is still connecting is sometimes never seen by it. So the program gets ready when both are.
// Playwright calls this function when it is connected, and adds that argument when it starts a program.
if (process.argv.includes('--remote-debugging-port=0')) {
  const ready = electron.app.whenReady();
  const connected = new Promise((resolve) => Object.assign(globalThis, { __playwright_run: resolve }));
  electron.app.whenReady = () => connected.then(() => ready);
}

/** Dialogs are called with or without a window in front. */
const optionsOf = (args) => args.at(-1);

electron.dialog.showMessageBox = async (...args) => {
  const { message, detail = '', buttons = [] } = optionsOf(args);
  recorder.questions.push({ message, detail, buttons });
  return { response: recorder.answers.shift() ?? 0, checkboxChecked: false };
};
electron.dialog.showErrorBox = (message, detail) => {
  recorder.questions.push({ message, detail, buttons: [] });
  process.stderr.write(`${message}\n${detail}\n`); // the program may end right after it
};
electron.dialog.showSaveDialog = async (...args) => {
  recorder.saves.push(optionsOf(args).defaultPath ?? '');
  return { canceled: recorder.savePath === null, filePath: recorder.savePath ?? '' };
};
electron.dialog.showOpenDialog = async () => ({ canceled: recorder.openPaths.length === 0, filePaths: recorder.openPaths });
electron.shell.openExternal = async (url) => void recorder.links.push(url);
electron.Notification.isSupported = () => true;
electron.Notification.prototype.show = function show() {
  recorder.notifications.push({ title: this.title, body: this.body });
  recorder.last = this;
};

// The tray is the desktop's; here is what the program put into it.
const { setContextMenu, destroy } = electron.Tray.prototype;
electron.Tray.prototype.setContextMenu = function remember(menu) {
  recorder.trayMenu = menu;
  setContextMenu.call(this, menu);
};
electron.Tray.prototype.destroy = function forget() {
  recorder.trayMenu = null;
  destroy.call(this);
};
