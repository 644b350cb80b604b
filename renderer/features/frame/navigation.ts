// Where the person is: the room, and what is open in each room. The only router there is.
import type { CallInput } from '../../../electron/contract/api';
import { type MessageRef, messageRefSchema } from '../../../electron/contract/model/messages';
import { asksForFiles } from '../../../electron/domain/mailto-files';
import { askShell, call } from '../../api';
import { createStore } from '../../hooks/create-store';
import { chooseLanguage, stringsFor } from '../../strings/languages';
import { Composer } from './lazy-rooms';
import { keepMade } from './made-drafts';
import { say, sayFailure } from './notices';
import { defaultAccount, session } from './session';

export const rooms = ['drafts', 'outbox', 'sent', 'practice', 'people', 'accounts', 'doctor', 'settings', 'help'] as const;
export type Room = (typeof rooms)[number];
/** `selected`: a draft's id, an outbox entry's id, a message's key (messageKey), a person's id or a group's key, an account's id or NEW_ACCOUNT, an account's id, an advice's id. */
export type Navigation = { readonly room: Room; readonly selected: Readonly<Record<Room, string | null>> };

export const NEW_ACCOUNT = 'new';

export const navigation = createStore<Navigation>({
  room: 'drafts',
  selected: {
    drafts: null,
    outbox: null,
    sent: null,
    practice: null,
    people: null,
    accounts: null,
    doctor: null,
    settings: null,
    help: null,
  },
});

/** Where the help page was opened from, so that Esc leads back to what the question was about. */
let beforeHelp: Room = 'drafts';

/** Goes to a room. `selected` left out: what was open there before; null: nothing. */
export function open(room: Room, selected?: string | null): void {
  const { letter, letters } = session.get();
  if (letter !== null) {
    // A letter's own window shows nothing else.
    void askShell('letters.show', { room, ...(selected === undefined ? {} : { selected }) });
    return;
  }
  if (room === 'drafts' && typeof selected === 'string' && letters.includes(selected)) {
    void askShell('letters.open', { draftId: selected });
    return open('drafts');
  }
  if (room === 'help' && navigation.get().room !== 'help') beforeHelp = navigation.get().room;
  navigation.set((before) => ({
    room,
    selected: selected === undefined ? before.selected : { ...before.selected, [room]: selected },
  }));
}

/** Opens a thing of the room that is shown. */
export const select = (id: string | null): void => open(navigation.get().room, id);

/** Esc: from the thing to its list, from people, accounts and settings to the letters. Nothing typed is lost by it: rooms save as they go. */
export function back(): void {
  const { room, selected } = navigation.get();
  if (selected[room] !== null) open(room, null);
  else if (room === 'help') open(beforeHelp);
  else if (room === 'people' || room === 'accounts' || room === 'doctor' || room === 'settings') open('drafts');
}

/** Something that was open is gone: a draft that was sent or thrown away. */
export function closeIfOpen(room: Room, id: string): void {
  if (navigation.get().selected[room] === id) navigation.set((before) => ({ ...before, selected: { ...before.selected, [room]: null } }));
}

type Creation = CallInput<'drafts.create'>;

/** Makes a draft and opens it. `from` left out: as letters begin. Its id; null: there is none, which is said. */
export async function writeNew(
  start: Creation['start'] = { kind: 'empty' },
  from: Pick<Creation, 'accountId' | 'identityId'> = { accountId: defaultAccount()?.id ?? null },
): Promise<string | null> {
  const making = call('drafts.create', { ...from, start });
  const [draft] = await Promise.all([making, Composer.load()]);
  if (draft.ok) {
    keepMade(draft.value);
    open('drafts', draft.value.id);
    if (start.kind === 'mailto' && asksForFiles(start.url)) sayFilesNotTaken();
    return draft.value.id;
  }
  sayFailure(draft.failure);
  return null;
}

/** Long enough to be read by who looks at the letter first, ms. */
const READ_LATER = 60_000;

function sayFilesNotTaken(): void {
  const { settings, systemLanguage } = session.get();
  const { letterView } = stringsFor(chooseLanguage(settings.language, systemLanguage));
  say({ tone: 'plain', text: letterView.filesNotTaken }, READ_LATER);
}

/** After the first account: what the program was started for, or an empty letter. */
export async function writeFirst(): Promise<void> {
  if (!(await writeWaiting())) await writeNew();
}

/** The letters that the program was started for; false: it was for none. */
export async function writeWaiting(): Promise<boolean> {
  const { mailto, files } = session.get();
  session.set((before) => ({ ...before, mailto: null, files: [] }));
  for (const file of files) await writeNew({ kind: 'file', ...file });
  if (mailto !== null) await writeNew({ kind: 'mailto', url: mailto });
  return mailto !== null || files.length > 0;
}

export const useRoom = (): Room => navigation.use((value) => value.room);
export const useSelected = (room: Room): string | null => navigation.use((value) => value.selected[room]);

/** A message's reference as one string, for lists and for what is open. */
export const messageKey = (ref: MessageRef): string => JSON.stringify(ref);

/** null when the key is none. */
export function messageOfKey(key: string): MessageRef | null {
  try {
    const parsed = messageRefSchema.safeParse(JSON.parse(key));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
