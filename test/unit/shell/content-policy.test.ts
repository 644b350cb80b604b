import { expect, test } from 'vitest';
import { answerHeaders, contentPolicy } from '../../../electron/shell/content-policy';

const rules = new Map(contentPolicy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]));

test('the policy starts from nothing and names no host', () => {
  expect(contentPolicy.startsWith("default-src 'none'")).toBe(true);
  const sources = new Set([...rules.values()].flat());
  expect([...sources].sort()).toEqual(["'none'", "'self'", "'unsafe-inline'", 'blob:', 'data:']);
});

test('scripts come from the program alone, and only styles may stand in the page', () => {
  expect(rules.get('script-src')).toEqual(["'self'"]);
  const inline = [...rules].filter(([, sources]) => sources.includes("'unsafe-inline'")).map(([name]) => name);
  expect(inline).toEqual(['style-src']);
});

test('nothing is fetched, posted, framed or rebased', () => {
  for (const name of ['connect-src', 'frame-src', 'base-uri', 'form-action', 'frame-ancestors'])
    expect(rules.get(name)).toEqual(["'none'"]);
});

test('answers are not sniffed and tell nobody where they were asked from', () => {
  expect(answerHeaders).toMatchObject({ 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' });
});
