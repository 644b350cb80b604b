// Numbers every change of a draft and brings the newest to the engine within a second. It holds the last revision
// that the engine has not acknowledged, and sends it again when the engine was started anew.
import type { CallInput, CallOutput } from '../../../electron/contract/api';
import type { Failure, Result } from '../../../electron/contract/failure';
import type { Place } from '../../../electron/contract/model/draft-desk';
import type { Draft, DraftContent } from '../../../electron/contract/model/drafts';

/** What the keeper asks of its surroundings: the pipe, and time. */
export type KeeperTools = {
  readonly save: (input: CallInput<'drafts.save'>) => Promise<Result<CallOutput<'drafts.save'>>>;
  readonly keepPlace: (input: CallInput<'drafts.keepPlace'>) => Promise<Result<null>>;
  /** Runs `work` after `ms`; the returned function calls it off. */
  readonly later: (ms: number, work: () => void) => () => void;
};

export type KeeperState = {
  /** Whether the engine has acknowledged everything. */
  readonly isSaved: boolean;
  /** Why the last attempt to save failed. */
  readonly failure: Failure | null;
};

/** Where somebody is in the draft, and what they can undo in its text (history/write-history.ts). */
export type Whereabouts = { readonly place: Place; readonly history: string };
export type WhereaboutsSource = { readonly place: () => Place; readonly history: () => string };

export type DraftKeeper = {
  readonly draftId: string;
  /** The content as it is now; reads the editor when it has changed. */
  readonly content: () => DraftContent;
  /** The content without reading the editor: its text may be an older one. */
  readonly settled: () => DraftContent;
  readonly change: (part: Partial<DraftContent>) => void;
  /** The editor's text changed. Its HTML is read only when it is needed, so that a key press costs nothing. */
  readonly touchText: () => void;
  /** Where the editor's HTML is read from; null when the editor goes. */
  readonly setTextSource: (read: (() => string) | null) => void;
  /** The cursor moved, or another field has it. */
  readonly touchPlace: () => void;
  /** Where place and history are read from; null when the sheet goes. */
  readonly setWhereabouts: (source: WhereaboutsSource | null) => void;
  /** As they were when the sheet went; null: it never was there. */
  readonly leftAt: () => Whereabouts | null;
  /** As they are now; null: the sheet is not there. */
  readonly whereabouts: () => Whereabouts | null;
  /** Saves what is not saved yet; answers the revision that is stored. */
  readonly flush: () => Promise<Result<number>>;
  readonly state: () => KeeperState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Tells of every change, for checks that look at the whole. */
  readonly onChange: (listener: () => void) => () => void;
};

/** How long a change waits for the next one, ms: well under the second in which it must be stored. */
const PATIENCE = 400;
/** The same for the cursor. */
const PLACE_PATIENCE = 700;
const RETRY_AFTER = 2000;
/** The engine may be started again several times in a row before it is given up. */
const RESTARTS = 8;

export function createDraftKeeper(draft: Pick<Draft, 'id' | 'revision' | 'content'>, tools: KeeperTools): DraftKeeper {
  let content = draft.content;
  let revision = draft.revision;
  let acknowledged = draft.revision;
  let readText: (() => string) | null = null;
  let isTextStale = false;
  let stopTimer: (() => void) | null = null;
  let underWay: Promise<Result<number>> | null = null;
  let state: KeeperState = { isSaved: true, failure: null };
  let whereabouts: WhereaboutsSource | null = null;
  let leftAt: Whereabouts | null = null;
  /** The stored history is of an older text. */
  let isHistoryOwed = false;
  let isPlaceOwed = false;
  let stopPlaceTimer: (() => void) | null = null;
  const listeners = new Set<() => void>();
  const changeListeners = new Set<() => void>();

  const setState = (next: KeeperState): void => {
    if (next.isSaved === state.isSaved && next.failure === state.failure) return;
    state = next;
    for (const listener of listeners) listener();
  };
  const freshContent = (): DraftContent => {
    if (isTextStale && readText !== null) {
      content = { ...content, html: readText() };
      isTextStale = false;
    }
    return content;
  };
  // Not a debounce: a person who types without a pause is saved too.
  const schedule = (ms: number): void => {
    stopTimer ??= tools.later(ms, () => {
      stopTimer = null;
      void flush();
    });
  };
  const changed = (): void => {
    revision += 1;
    setState({ isSaved: false, failure: state.failure });
    schedule(PATIENCE);
    for (const listener of changeListeners) listener();
  };

  /** Read in the same turn as the text it belongs to. */
  const freshSession = (): CallInput<'drafts.save'>['session'] => {
    if (whereabouts !== null)
      leftAt = { place: whereabouts.place(), history: isHistoryOwed ? whereabouts.history() : (leftAt?.history ?? '') };
    if (leftAt === null) return undefined;
    return isHistoryOwed ? leftAt : { place: leftAt.place };
  };
  const savePlace = (): void => {
    stopPlaceTimer?.();
    stopPlaceTimer = null;
    if (!isPlaceOwed || acknowledged < revision) return; // goes with the text
    isPlaceOwed = false;
    const place = whereabouts?.place() ?? leftAt?.place;
    // A place that is lost costs a glance, so it is not asked for twice.
    if (place !== undefined) void tools.keepPlace({ draftId: draft.id, revision: acknowledged, place });
  };

  async function saveNewest(): Promise<Result<number>> {
    let restarts = 0;
    while (acknowledged < revision) {
      const sent = revision;
      const newest = freshContent();
      const session = freshSession();
      const isHistorySent = isHistoryOwed;
      isHistoryOwed = false;
      isPlaceOwed = false;
      const answer = await tools.save({
        draftId: draft.id,
        revision: sent,
        content: newest,
        ...(session === undefined ? {} : { session }),
      });
      if (isHistorySent && !(answer.ok && answer.value.revision === sent)) isHistoryOwed = true;
      if (answer.ok) {
        // Someone else stored a newer one (a page that was reloaded): what is on this screen is what the person means.
        if (answer.value.revision > sent) revision = answer.value.revision + Math.max(1, revision - sent);
        acknowledged = Math.max(acknowledged, answer.value.revision);
        setState({ isSaved: acknowledged >= revision, failure: null });
      } else if (answer.failure.code === 'engine-restarted' && restarts < RESTARTS) {
        restarts += 1; // its outcome is unknown; the same revision again does no harm
      } else {
        setState({ isSaved: false, failure: answer.failure });
        if (answer.failure.code !== 'not-found') schedule(RETRY_AFTER);
        return answer;
      }
    }
    return { ok: true, value: acknowledged };
  }

  async function flush(): Promise<Result<number>> {
    stopTimer?.();
    stopTimer = null;
    underWay ??= saveNewest().finally(() => {
      underWay = null;
    });
    const result = await underWay;
    savePlace();
    return result.ok && acknowledged < revision ? flush() : result;
  }

  return {
    draftId: draft.id,
    content: freshContent,
    settled: () => content,
    change: (part) => {
      content = { ...content, ...part };
      changed();
    },
    touchText: () => {
      isTextStale = true;
      isHistoryOwed = true;
      changed();
    },
    setTextSource: (read) => {
      if (read === null) freshContent();
      readText = read;
    },
    touchPlace: () => {
      isPlaceOwed = true;
      stopPlaceTimer ??= tools.later(PLACE_PATIENCE, savePlace);
    },
    setWhereabouts: (source) => {
      if (source === null && whereabouts !== null) leftAt = { place: whereabouts.place(), history: whereabouts.history() };
      whereabouts = source;
    },
    leftAt: () => leftAt,
    whereabouts: () => (whereabouts === null ? null : { place: whereabouts.place(), history: whereabouts.history() }),
    flush,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onChange: (listener) => {
      changeListeners.add(listener);
      return () => changeListeners.delete(listener);
    },
  };
}
