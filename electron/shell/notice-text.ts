// What a notification says.
import type { Strings } from '../../renderer/strings/en';
import type { Notice } from '../contract/model/status';

/** The title says what happened, the body which message it is about and why. */
export function noticeText(notice: Notice, { shell, failures }: Strings): { readonly title: string; readonly body: string } {
  if (notice.kind === 'missed')
    return { title: shell.notices.missed(notice.count), body: failures['schedule-missed'].remedy({ code: 'schedule-missed' }) };
  if (notice.kind === 'salvaged') return { title: shell.notices.salvaged, body: shell.notices.salvagedHow(notice) };
  const why = notice.failure === null ? '' : failures[notice.failure.code].says(notice.failure);
  if (notice.kind === 'paused') return { title: shell.notices.paused(notice.address), body: plain(why) };
  const [first = '', ...others] = notice.to;
  const to = others.length === 0 ? first : shell.notices.andMore(first, others.length);
  const lines = [shell.notices.about(notice.subject.slice(0, 100), to), why];
  return { title: shell.notices[notice.kind], body: plain(lines.filter((line) => line !== '').join('\n')) };
}

/** Linux desktops read the body as markup: a stranger's subject must bring neither a link nor a picture that is fetched. */
const plain = (text: string): string => text.replaceAll('<', '‹').replaceAll('>', '›');
