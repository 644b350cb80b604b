// What electron-builder makes. Only the .deb is built and tested here; the other targets are configured and untested.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { at } from '../setup/places.mjs';
import { windowLibraries } from '../setup/system-packages.mjs';

/** The SQLite binding brings a binary for every system and its C sources: a package needs one binary. */
const sqlite = 'node_modules/@photostructure/sqlite';
const leftOut = [`${sqlite}/src`, `${sqlite}/scripts`, `${sqlite}/binding.gyp`];
/** sharp's binaries, a package for each system: npm brings this one's, and only that goes inside. */
const pictures = 'node_modules/@img/sharp';

/** On Linux the desktop knows them by their type. */
const letterFiles = [{ ext: 'eml', name: 'Letter', mimeType: 'message/rfc822', role: 'Viewer' }];

/**
 * @param {import('../setup/electron.mjs').Runtime | null} runtime what goes inside; null: electron-builder fetches the one for another system
 * @returns {import('electron-builder').Configuration}
 */
export const builderConfig = (runtime) => ({
  appId: 'org.brevduva.brevduva',
  productName: 'Brevduva',
  copyright: 'Copyright the Brevduva authors',
  directories: { output: 'dist', buildResources: 'build/icons' },
  ...(runtime ? { electronDist: runtime.folder, electronVersion: runtime.version } : {}),
  files: [
    'package.json',
    'out/main/**',
    'out/preload/**',
    'out/renderer/**',
    '!**/*.{map,d.cts,d.mts}',
    ...leftOut.map((place) => `!${place}`),
    ...leftOut.map((place) => `!${place}/**`),
    `!${sqlite}/prebuilds/**`,
    // biome-ignore lint: electron-builder fills in platform and arch.
    `${sqlite}/prebuilds/` + '${platform}-${arch}/**',
    `!${sqlite}/prebuilds/**/*.musl.node`,
    '!node_modules/sharp/{src,install}/**',
    '!node_modules/hunspell-wasm/{src,docs,tsconfig.json}',
    '!node_modules/hunspell-wasm/{src,docs}/**',
    `!${pictures}-*/**`,
    `!${pictures}-libvips-*/**`,
    // biome-ignore-start lint: electron-builder fills in platform and arch.
    `${pictures}-` + '${platform}-${arch}/**',
    `${pictures}-libvips-` + '${platform}-${arch}/**',
    // biome-ignore-end lint: see above
  ],
  asar: true,
  // A library that another one loads can't lie in the archive either. Hunspell and its dictionaries are others' (LGPL, MPL), unchanged:
  // they lie beside the program as files that can be exchanged.
  asarUnpack: ['**/*.node', `${pictures}-*/lib/**`, 'node_modules/hunspell-wasm/**', 'node_modules/dictionary-*/**'],
  npmRebuild: false,
  publish: null,
  // The builder makes no .deb without one, and there is no page of the project to name: what there is to read comes with the package.
  extraMetadata: { homepage: 'file:///usr/share/doc/brevduva/' },
  protocols: [{ name: 'Mail address', schemes: ['mailto'] }],
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    onlyLoadAppFromAsar: true,
    enableEmbeddedAsarIntegrityValidation: true,
    grantFileProtocolExtraPrivileges: false,
    loadBrowserProcessSpecificV8Snapshot: false,
  },
  afterPack: tidy,
  linux: {
    target: ['deb', 'AppImage'],
    executableName: 'brevduva',
    icon: 'build/icons',
    category: 'Network;Email',
    mimeTypes: ['message/rfc822'],
    synopsis: 'A desktop mail client whose job is sending',
    maintainer: 'The Brevduva authors <brevduva@users.noreply.github.com>',
    syncDesktopName: true,
    desktop: {
      entry: {
        GenericName: 'Mail client',
        Keywords: 'mail;email;smtp;send;',
        'Comment[sv]': 'En e-postklient som skickar',
        'Comment[da]': 'En mailklient, der sender',
      },
    },
  },
  deb: {
    depends: windowLibraries,
    recommends: ['gnome-keyring | kwalletmanager'],
    fpm: [`${at('LICENSE')}=/usr/share/doc/brevduva/copyright`],
  },
  win: { target: ['nsis'], fileAssociations: letterFiles, icon: 'build/icons/512x512.png' },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
  mac: { target: ['dmg'], fileAssociations: letterFiles, category: 'public.app-category.productivity', icon: 'build/icons/512x512.png' },
});

/** Electron's default app would run any folder it is given; our set-up's notes say nothing to a user. */
async function tidy({ appOutDir, packager }) {
  const resources = packager.getResourcesDir(appOutDir);
  const strays = [path.join(resources, 'default_app.asar'), path.join(appOutDir, '.recipe'), path.join(appOutDir, 'LICENSE.electron.txt')];
  await Promise.all(strays.map((file) => rm(file, { force: true })));
}

export const fpmStandIn = at('build/package/fpm-on-dpkg.mjs');
