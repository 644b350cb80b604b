#!/usr/bin/env node
// Stands in for fpm when electron-builder makes a .deb: fpm itself is a download, dpkg-deb is on every Debian.
// Called as `fpm -s dir -t deb [options] source=target ...`.
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const lists = { '-d': 'depends', '--depends': 'depends', '--deb-recommends': 'recommends' };
const bare = ['--force', '--debug'];

/** Options by name, the repeatable ones as lists, and the pairs of what goes where. */
const readArguments = (words) => {
  const request = { options: {}, depends: [], recommends: [], pairs: [] };
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (bare.includes(word)) continue;
    if (word in lists) {
      index += 1;
      request[lists[word]].push(words[index]);
    } else if (word.startsWith('-')) {
      index += 1;
      request.options[word.replace(/^-+/, '')] = words[index];
    } else {
      const equals = word.lastIndexOf('=');
      request.pairs.push({ source: word.slice(0, equals), target: word.slice(equals + 1) });
    }
  }
  return request;
};

/** A source with a slash at its end means its contents, as with rsync. */
const copyInto = (root, { source, target }) => {
  const place = path.join(root, target);
  const isContents = source.endsWith('/');
  mkdirSync(isContents ? place : path.dirname(place), { recursive: true });
  execFileSync('cp', ['-a', '--no-preserve=ownership', isContents ? `${source}.` : source, place]);
};

/** Debian Policy 5.6.13: the first line is the synopsis, further lines are indented, an empty one is a dot. */
const describe = (text, name) => {
  const [synopsis, ...rest] = text.trim().split('\n');
  return [synopsis || name, ...rest.map((line) => ` ${line.trim() || '.'}`)].join('\n');
};

const control = ({ options, depends, recommends }, installedKilobytes) => {
  const fields = {
    Package: options.name,
    Version: options.iteration ? `${options.version}-${options.iteration}` : options.version,
    Architecture: options.architecture,
    Maintainer: options.maintainer,
    'Installed-Size': installedKilobytes,
    Depends: depends.join(', '),
    Recommends: recommends.join(', '),
    Section: 'mail',
    Priority: options['deb-priority'] ?? 'optional',
    Homepage: options.url,
    Description: describe(options.description ?? '', options.name),
  };
  const filled = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  return `${filled.map(([name, value]) => `${name}: ${value}`).join('\n')}\n`;
};

const addScript = (folder, name, file) => {
  if (file === undefined) return;
  copyFileSync(file, path.join(folder, name));
  chmodSync(path.join(folder, name), 0o755);
};

/** The smallest for a release (minutes), else the quickest (seconds, a quarter larger; Debian 12 and newer read it). */
const compression = () => (process.env.BREVDUVA_RELEASE ? ['-Zxz'] : ['-Zzstd', '-z3']);

const build = (request, root) => {
  for (const pair of request.pairs) copyInto(root, pair);
  const kilobytes = Number.parseInt(execFileSync('du', ['-sk', root], { encoding: 'utf8' }), 10);
  const folder = path.join(root, 'DEBIAN');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'control'), control(request, kilobytes));
  addScript(folder, 'postinst', request.options['after-install']);
  addScript(folder, 'postrm', request.options['after-remove']);
  execFileSync('dpkg-deb', ['--root-owner-group', ...compression(), '--build', root, request.options.package], { stdio: 'inherit' });
};

const request = readArguments(process.argv.slice(2));
if (request.options.t !== 'deb') {
  process.stderr.write(`Only .deb packages can be made without fpm, not ${request.options.t}.\n`);
  process.exit(2);
}
const root = mkdtempSync(path.join(os.tmpdir(), 'brevduva-deb-'));
// mkdtemp makes it private; the folder becomes the root of the package, which everybody must be able to read.
chmodSync(root, 0o755);
try {
  build(request, root);
} finally {
  rmSync(root, { recursive: true, force: true });
}
