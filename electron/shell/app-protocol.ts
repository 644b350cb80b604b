// Serves the page and the pictures of letters as app://brevduva/, with the content policy on every answer.
import { readFile, stat } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { type Folders, fileOfAddress, pictureType } from './app-paths';
import { answerHeaders, printHeaders } from './content-policy';
import { printedPage } from './print-pages';

/** Must run before Electron is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } }]);
}

export function serveApp(session: Session, folders: Folders): void {
  session.protocol.handle('app', (request) => answer(request, folders));
}

/** Octets. More than any picture in a letter: a large file must not be read into this process to find out what it is. */
const largestAnswer = 64_000_000;

async function read(file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return (await stat(file)).size > largestAnswer ? null : await readFile(file);
  } catch {
    return null;
  }
}

async function answer(request: Request, folders: Folders): Promise<Response> {
  const found = request.method === 'GET' ? fileOfAddress(request.url, folders) : null;
  const print = request.method === 'GET' ? printedPage(request.url) : null;
  if (print !== null) return new Response(print, { headers: printHeaders });
  const bytes = found === null ? null : await read(found.file);
  if (found === null || bytes === null) return refusal();
  const type = found.kind === 'page' ? found.type : pictureType(bytes);
  if (type === null) return refusal(); // an attachment that only claims to be a picture
  return new Response(bytes, { headers: { ...answerHeaders, 'Content-Type': type } });
}

const refusal = (): Response => new Response(null, { status: 404, headers: answerHeaders });
