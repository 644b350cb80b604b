// The peer: a window with one page in it that can be edited, and nothing else. Run by Electron with the page's file as its last word.
const { app, BrowserWindow } = require('electron');

void app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 840 }).loadFile(process.argv.at(-1)));
