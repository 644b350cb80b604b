// Whether a mailto: URL asks for files. None is ever taken from a link (RFC 6068 names no such field); whoever follows one is told.

const wanting = /^(?:attach|attachment|attachments|attachfile)$/i;

export const asksForFiles = (url: string): boolean =>
  (/^\s*mailto:[^?#]*\?([^#]*)/i.exec(url)?.[1] ?? '').split('&').some((field) => {
    const [name = '', value = ''] = [field.slice(0, Math.max(0, field.indexOf('='))), field.slice(field.indexOf('=') + 1)];
    return value !== '' && wanting.test(name);
  });
