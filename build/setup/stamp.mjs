// .setup-stamp.json: what the last good run saw, so that a run with nothing to do ends at once.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { stampFile } from './places.mjs';

/** @returns {Record<string, string>} empty when there is none, or when it can't be read: then everything is looked at again */
export const readStamp = () => {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return {};
  }
};

export const writeStamp = (change) => writeFileSync(stampFile, `${JSON.stringify({ ...readStamp(), ...change }, null, 2)}\n`);

/** Short hash of a file's text, or '' when it is not there. */
export const hashOf = (file) => {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
  } catch {
    return '';
  }
};
