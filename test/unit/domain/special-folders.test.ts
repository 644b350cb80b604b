// Finding Sent, and the folder for drafts, among a mailbox's folders.
import { describe, expect, it } from 'vitest';
import { chooseDraftsFolder, chooseSentFolder, type ListedFolder } from '../../../electron/domain/special-folders';

const folder = (path: string, more: Partial<ListedFolder> = {}): ListedFolder => {
  const delimiter = more.delimiter ?? '/';
  return { path, name: path.split(delimiter).at(-1) ?? path, delimiter, specialUse: null, flags: [], ...more };
};
const inbox = folder('INBOX');

describe('the folder the server marks as Sent', () => {
  it('wins over a familiar name', () => {
    expect(chooseSentFolder([inbox, folder('Sent'), folder('Post/Ut', { specialUse: '\\Sent' })])).toEqual({
      path: 'Post/Ut',
      by: 'special-use',
    });
  });
  it('counts in any case, as an attribute or as a flag', () => {
    expect(chooseSentFolder([inbox, folder('A', { specialUse: '\\sent' })])).toEqual({ path: 'A', by: 'special-use' });
    expect(chooseSentFolder([inbox, folder('B', { flags: ['\\HasNoChildren', '\\SENT'] })])).toEqual({ path: 'B', by: 'special-use' });
  });
  it("is the person's own where a shared mailbox shows another", () => {
    expect(
      chooseSentFolder([folder('Other Users/bob/Sent', { specialUse: '\\Sent' }), folder('Skickat', { specialUse: '\\Sent' })])?.path,
    ).toBe('Skickat');
  });
  it('is not one that can hold no mail', () => {
    expect(chooseSentFolder([folder('Sent', { specialUse: '\\Sent', flags: ['\\Noselect'] }), folder('Sent Items')])).toEqual({
      path: 'Sent Items',
      by: 'name',
    });
    expect(chooseSentFolder([folder('Sent', { flags: ['\\nonexistent'] })])).toBeNull();
  });
});

describe('without marks', () => {
  it.each([
    'Sent',
    'SENT',
    'Sent Items',
    'Sent Messages',
    'Skickat',
    'Skickade objekt',
    'Sendt',
    'Sendte elementer',
    'Gesendet',
    'Gesendete Objekte',
    'Envoyés',
    'Éléments envoyés',
    'Enviados',
    'Posta inviata',
    'Verzonden items',
    'Sendte meldinger',
    'Lähetetyt',
    'Elementy wysłane',
    'Itens enviados',
    'Odeslaná pošta',
    'Отправленные',
    '送信済み',
  ])('knows "%s" at the top', (name) => {
    expect(chooseSentFolder([inbox, folder('Drafts'), folder(name)])).toEqual({ path: name, by: 'name' });
  });
  it('knows a name under INBOX, with a dot as the delimiter', () => {
    expect(chooseSentFolder([folder('INBOX', { delimiter: '.' }), folder('INBOX.Skickat', { delimiter: '.' })])).toEqual({
      path: 'INBOX.Skickat',
      by: 'name',
    });
  });
  it('knows a name under [Gmail]', () => {
    expect(chooseSentFolder([inbox, folder('[Gmail]', { flags: ['\\Noselect'] }), folder('[Gmail]/Gesendet')])?.path).toBe(
      '[Gmail]/Gesendet',
    );
  });
  it('knows a name whose accents are written apart', () => {
    expect(chooseSentFolder([folder('Envoyés'.normalize('NFD'))])).not.toBeNull();
  });
  it('prefers the plain name, and the top to a place below', () => {
    expect(chooseSentFolder([folder('Skickat'), folder('Sent Items'), folder('Sent')])?.path).toBe('Sent');
    expect(chooseSentFolder([folder('INBOX/Sent'), folder('Sent')])?.path).toBe('Sent');
  });
  it("leaves the person's own folders alone", () => {
    expect(chooseSentFolder([inbox, folder('Clients/Sent'), folder('Sent to printer'), folder('Presents')])).toBeNull();
  });
  it('finds none in an empty mailbox', () => {
    expect(chooseSentFolder([])).toBeNull();
  });
  it('copes with a server that has no levels', () => {
    expect(chooseSentFolder([inbox, folder('Sent', { delimiter: '', name: 'Sent' })])?.path).toBe('Sent');
  });
});

describe('the folder for drafts', () => {
  it('is the one the server marks, whatever it is called', () => {
    expect(chooseDraftsFolder([folder('Drafts'), folder('Half done', { specialUse: '\\Drafts' })])).toEqual({
      path: 'Half done',
      by: 'special-use',
    });
  });

  it('or one whose name means it, in some language, at the top', () => {
    expect(chooseDraftsFolder([folder('Sent'), folder('Kladder')])).toEqual({ path: 'Kladder', by: 'name' });
    expect(chooseDraftsFolder([folder('INBOX/Utkast')])).toEqual({ path: 'INBOX/Utkast', by: 'name' });
    expect(chooseDraftsFolder([folder('Clients/Drafts'), folder('Sent')])).toBeNull();
  });
});
