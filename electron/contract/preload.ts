// What the preload puts on `window.brevduva`. The page sees this and nothing else.

export type EngineListener = (message: unknown) => void;

/** `picture`: for the text. `copyId`: by which the page follows the copy. */
export type SentFile = { readonly draftId: string; readonly copyId: string; readonly as: 'file' | 'picture' | 'folder' };

export type PreloadApi = {
  /** Sends one message of pipe.ts to the engine. Calls that name a path are refused here. */
  readonly send: (message: unknown) => void;
  /** Hears the engine's messages. `reset` is called when a new engine port arrives: every pending call is lost. */
  readonly listen: (listener: EngineListener, reset: () => void) => void;
  /** `drafts.attachFile` or `drafts.attachFolder` for a File from a drop or a picker; false when it has no path (pasted): send its bytes instead. */
  readonly sendFile: (id: number, file: File, how: SentFile) => boolean;
  /** Forgets the calls that still wait for the engine's first start: they have been answered otherwise. */
  readonly dropCalls: () => void;
  /** One call of shell.ts; answers a Result. */
  readonly askShell: (name: string, input: unknown) => Promise<unknown>;
  readonly listenShell: (listener: (event: unknown) => void) => void;
};
