// What the page gets of a message that was made to keep it busy.
import { describe, expect, it } from 'vitest';
import { parseMessage } from '../../../../electron/engine/mail/mime';
import { openedFrom } from '../../../../electron/engine/sent/opened';

const ref = { kind: 'local', id: 'm' } as const;
const open = async (html: string, type = 'text/html') => {
  const source = Buffer.from(`From: a@example.org\r\nContent-Type: ${type}; charset=utf-8\r\n\r\n${html}`);
  return openedFrom(ref, await parseMessage(source), source, null);
};

describe('a message of tags without end', () => {
  it('comes as its words alone, and says so', async () => {
    const { html, text, isTooIntricate } = await open(`<p>The words.</p>\r\n${'<b>'.repeat(20_001)}`);
    expect({ html, text: text.trim(), isTooIntricate }).toEqual({ html: null, text: 'The words.', isTooIntricate: true });
  });

  it('is another than an ordinary one', async () => {
    const { html, text, isTooIntricate } = await open('<p>The words.</p>');
    expect({ html: html?.trim(), text: text.trim(), isTooIntricate }).toEqual({
      html: '<p>The words.</p>',
      text: 'The words.',
      isTooIntricate: undefined,
    });
  });
});
