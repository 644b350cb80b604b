// What the fallback Electron runs when it is started with a folder: the part of Electron's own default app that this project needs.
// An ES module with a top-level await, so that `ready` waits until an ES module entry has been read, as in the original.
import { existsSync, readFileSync } from 'node:fs';
import { Module } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

/** The first argument that is no option is the program; `-r module` is how test drivers put their loader in first. */
const readArguments = (args) => {
  const loaders = [];
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index];
    if (word === '--version' || word === '-v') return { loaders, program: null, isVersionAsked: true };
    if (word === '-r' || word === '--require') {
      index += 1;
      loaders.push(args[index]);
    } else if (!word.startsWith('-')) {
      return { loaders, program: path.resolve(word), isVersionAsked: false };
    }
  }
  return { loaders, program: null, isVersionAsked: false };
};

const takeNamesFrom = (folder) => {
  const file = path.join(folder, 'package.json');
  if (!existsSync(file)) return;
  const description = JSON.parse(readFileSync(file, 'utf8'));
  if (description.version) app.setVersion(description.version);
  app.setName(description.productName ?? description.name ?? app.getName());
  app.setDesktopName(description.desktopName ?? `${description.name ?? app.getName()}.desktop`);
};

const { loaders, program, isVersionAsked } = readArguments(process.argv.slice(1));
if (isVersionAsked) {
  console.log(`v${process.versions.electron}`);
  process.exit(0);
}
if (program === null) {
  console.error('Start it with the folder or the file of a program.');
  process.exit(1);
}
Module._preloadModules(loaders);
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
const isFolder = existsSync(path.join(program, 'package.json'));
if (isFolder) takeNamesFrom(program);
app.setAppPath(isFolder ? program : path.dirname(program));
try {
  await import(pathToFileURL(Module._resolveFilename(program, null, true)).href);
} catch (error) {
  console.error('The program could not be started.');
  console.error(error instanceof Error ? error.stack : error);
  process.exit(1);
}
