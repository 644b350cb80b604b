// Sentences by which servers are recognised. Plain pieces of text that follow one another, and no patterns:
// the words come from strangers, and searching for a piece takes as long as the text is, whatever it holds.
import type { SmtpStage } from '../../contract/failure';
import type { CoachId } from './entries';

export type Phrase = {
  readonly id: CoachId;
  /** Lower case; each alternative may be pieces with " … " between them, which must come in this order. */
  readonly says: readonly string[];
  /** Only at these stages: a stranger's server must not be able to talk somebody into typing a password. */
  readonly stages?: readonly SmtpStage[];
  /** Only from servers whose name ends so. */
  readonly hosts?: readonly string[];
};

/** What is looked at of a server's words; more than this no sentence needs. */
const longest = 2000;

/** Lower case, one blank between words, plain apostrophes. */
export const plainWords = (said: string): string => said.slice(0, longest).toLowerCase().replace(/[‘’]/g, "'").replace(/\s+/g, ' ').trim();

function holds(words: string, says: string): boolean {
  let from = 0;
  for (const piece of says.split(' … ')) {
    const at = words.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return true;
}

const isHost = (host: string, ending: string): boolean => host === ending || host.endsWith(`.${ending}`);

/** @param words from plainWords; `stage` null: not known */
export function fitsPhrase(phrase: Phrase, words: string, stage: SmtpStage | null, host: string): boolean {
  if (phrase.stages !== undefined && (stage === null || !phrase.stages.includes(stage))) return false;
  if (phrase.hosts !== undefined && !phrase.hosts.some((ending) => isHost(host, ending))) return false;
  return phrase.says.some((says) => holds(words, says));
}
