// Links that would like to bring files along.
import { describe, expect, test } from 'vitest';
import { asksForFiles } from '../../../electron/domain/mailto-files';

describe('a link that asks for files', () => {
  test.each([
    'mailto:anna@example.org?attach=/etc/passwd',
    'MAILTO:?subject=x&Attachment=file:///a.pdf',
    'mailto:a@b.example?attach=a&attach=b',
    'mailto:a@b.example?%61ttach=a',
  ])('%s does', (url) => expect(asksForFiles(url)).toBe(true));
  test.each([
    'mailto:anna@example.org',
    'mailto:anna@example.org?attach=',
    'mailto:anna@example.org?attach',
    'mailto:anna@example.org?subject=attach=x',
    'mailto:attach=x@example.org',
    'mailto:a@b.example#?attach=x',
  ])('%s does not', (url) => expect(asksForFiles(url)).toBe(false));
});
