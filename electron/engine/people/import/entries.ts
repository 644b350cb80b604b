// What a file of addresses holds, once it is read: people, each once, and what can't be taken over.

import type { z } from 'zod';
import type { importPreviewSchema, skippedWhys } from '../../../contract/model/people';
import { parseAddress, recipientKey } from '../../../domain/addresses';

export type Entry = { readonly name: string; readonly address: string; readonly groups: string[] };
export type SkippedWhy = (typeof skippedWhys)[number];
export type Skipped = { readonly place: number; readonly text: string; readonly why: SkippedWhy };
export type Refused = Extract<z.infer<typeof importPreviewSchema>, { readonly kind: 'refused' }>;
export type Entries = {
  readonly people: readonly Entry[];
  /** How many were left out, and the first of them. */
  readonly skipped: number;
  readonly skippedSample: readonly Skipped[];
};

const mostSampled = 50;
/** More people than one has: a list for a campaign, perhaps. */
export const mostPeople = 100_000;

/** Groups that one person is in, and all of a file's. */
const mostGroupsOfOne = 50;
const mostGroups = 1_000;

export type Gathering = {
  /** One row or card. Every one of its addresses is a person. */
  readonly add: (place: number, name: string, addresses: readonly string[], groups: readonly string[]) => void;
  readonly skip: (place: number, text: string, why: SkippedWhy) => void;
  readonly isFull: () => boolean;
  readonly entries: () => Entries;
};

const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();

export function createGathering(): Gathering {
  const people = new Map<string, Entry>();
  const skippedSample: Skipped[] = [];
  const known = new Set<string>();
  let skipped = 0;
  /** Those of one row that there is room for. */
  const groupsOf = (named: readonly string[]): string[] => {
    const own = new Set<string>();
    for (const each of named) {
      if (own.size >= mostGroupsOfOne) break;
      const group = oneLine(each).slice(0, 200);
      if (group === '' || (!known.has(group) && known.size >= mostGroups)) continue;
      known.add(group);
      own.add(group);
    }
    return [...own];
  };
  const skip = (place: number, text: string, why: SkippedWhy): void => {
    skipped += 1;
    if (skippedSample.length < mostSampled) skippedSample.push({ place, text: oneLine(text).slice(0, 200), why });
  };
  return {
    skip,
    isFull: () => people.size > mostPeople,
    entries: () => ({ people: [...people.values()], skipped, skippedSample }),
    add(place, name, addresses, groups) {
      const called = oneLine(name).slice(0, 320);
      if (addresses.length === 0) return skip(place, called, 'no-address');
      const own = groupsOf(groups);
      for (const text of addresses) {
        const read = parseAddress(text);
        if (read.kind === 'bad') {
          skip(place, text, 'bad-address');
          continue;
        }
        const key = recipientKey(read.address);
        const before = people.get(key);
        if (before === undefined) people.set(key, { name: called || read.name, address: read.address, groups: own });
        else {
          skip(place, text, 'twice');
          people.set(key, {
            ...before,
            name: before.name || called,
            groups: [...new Set([...before.groups, ...own])].slice(0, mostGroupsOfOne),
          });
        }
      }
    },
  };
}
