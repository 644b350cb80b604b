// Adds a file to a draft and takes one away, once each, also where the engine is started anew meanwhile.
import type { Result } from '../../../../electron/contract/failure';
import type { Attachment } from '../../../../electron/contract/model/drafts';
import type { SentFile } from '../../../../electron/contract/preload';
import { attach, call } from '../../../api';

/** When the engine was started anew meanwhile, looks first whether the file had arrived: nothing is attached twice. */
export async function attachOnce(file: File, how: SentFile, known: ReadonlySet<string>): Promise<Result<Attachment>> {
  for (;;) {
    const answer = await attach(file, how);
    if (answer.ok || answer.failure.code !== 'engine-restarted') return answer;
    const draft = await call('drafts.open', { draftId: how.draftId });
    const arrived = draft.ok
      ? draft.value.attachments.find((one) => !known.has(one.id) && one.name === file.name && one.size === file.size)
      : undefined;
    if (arrived !== undefined && how.as === 'file') return { ok: true, value: arrived };
    // A picture that was being made ready, a folder that was being zipped: begun again, without what is half done.
    if (arrived !== undefined) await detach(how.draftId, arrived.id);
  }
}

export async function detach(draftId: string, attachmentId: string): Promise<Result<null>> {
  for (;;) {
    const answer = await call('drafts.detach', { draftId, attachmentId });
    if (answer.ok || answer.failure.code !== 'engine-restarted') return answer;
  }
}

/** A BMP is the one kind of picture that the page reads and the engine does not: it goes on as a PNG. */
export async function readable(file: File): Promise<File> {
  if (file.type !== 'image/bmp') return file;
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (bitmap === null) return file;
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  const png = await canvas.convertToBlob({ type: 'image/png' }).catch(() => null);
  return png === null ? file : new File([png], file.name.replace(/\.bmp$/i, '.png'), { type: 'image/png' });
}
