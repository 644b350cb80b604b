// What is known of attempts while they run and is never stored: how far the upload is, and the conversation so far.
import type { TranscriptLine } from '../../contract/model/outbox';
import type { Clock } from '../rooms';

export type LiveAttempt = {
  readonly line: (line: TranscriptLine) => void;
  /** Octets of the message handed over so far. */
  readonly progress: (octets: number) => void;
  readonly lines: () => readonly TranscriptLine[];
  readonly end: () => void;
};

export type Live = {
  readonly begin: (id: string) => LiveAttempt;
  /** Null: not being sent. */
  readonly progressOf: (id: string) => number | null;
  readonly linesOf: (id: string) => readonly TranscriptLine[] | null;
};

/** ms between two pushes of progress: more than a person can see. */
const pace = 50;
/** Lines kept of one conversation; a message to thousands says the same thing thousands of times. */
const mostLines = 2000;

export function createLive(clock: Clock, changed: (id: string) => void): Live {
  const running = new Map<string, { lines: TranscriptLine[]; octets: number }>();
  const paced = new Set<string>();
  const tell = (id: string): void => {
    if (paced.size === 0) clock.after(pace, tellAll); // one timer for all: most messages are gone before it rings
    paced.add(id);
  };
  const tellAll = (): void => {
    const ids = [...paced].filter((id) => running.has(id));
    paced.clear();
    for (const id of ids) changed(id);
  };
  return {
    begin(id) {
      const attempt = { lines: [] as TranscriptLine[], octets: 0 };
      running.set(id, attempt);
      return {
        line(line) {
          if (attempt.lines.length < mostLines) attempt.lines.push(line);
          tell(id);
        },
        progress(octets) {
          attempt.octets = octets;
          tell(id);
        },
        lines: () => attempt.lines,
        end: () => void (running.get(id) === attempt && running.delete(id)),
      };
    },
    progressOf: (id) => running.get(id)?.octets ?? null,
    linesOf: (id) => running.get(id)?.lines ?? null,
  };
}
