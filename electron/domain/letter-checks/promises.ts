// Words that promise a file, in the languages of the program. What speaks of somebody else's file, or of none, promises nothing.

const words = [
  ...['attach(?:ed|ing|es|ments?)?', 'enclos(?:ed|ing|ures?)'],
  ...['bifog(?:a|ar|as|ade?|at|ad)', 'bilag(?:a|an|as|d|da|t|or|orna|ornas)', 'bilägg(?:a|er|s|es)'],
  ...['bilag(?:et|ene|enes)?', 'vedhæft(?:e|er|es|et|ede|ning|ningen|ninger|ningerne)', 'vedlagte?', 'vedlægge(?:r|s)?'],
].join('|');
const promises = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words})(?![\\p{L}\\p{N}])`, 'giu');

/** Stands before it where nothing is sent along, or somebody else has sent it. */
const before =
  /(?:(?<![\p{L}])(?:no|not|without|any|your|whose|don.t|didn.t|cannot|can.t|utan|ingen|inga|inget|inte|din|dina|ditt|er|era|ert|uden|intet|ikke|jeres|dit|dine)(?:\s+[\p{L}]{1,12})?|thanks? (?:you )?for the|tack för|tak for|received the|opened the|fick|öppnade|modtog|åbnede)\s*$/iu;
/** Stands behind it: what one is attached to is dear to one, or built in; what somebody has sent is theirs. */
const behind =
  /^\s+(?:to\s+(?!(?:this|the|my)\s+(?:e-?mail|mail|letter|message))|(?:that\s+|which\s+)?(?:you|they|he|she)\s|(?:som\s+)?(?:du|ni|han|hon|de)\s|(?:som\s+)?(?:I|hun)\s|great|importance|vikt|vægt)/u;
/** To attach is done to a file where somebody does it; "attach importance", "attaches a handle". */
const bareVerb = /^(?:attach|attaches|enclose)$/i;
const doer = /(?<![\p{L}])(?:I|we|I.ll|we.ll|I.ve|will|am|let me)\s+(?:also\s+|now\s+)?$/iu;

/** The first word that does; null: none does. */
export function promiseIn(text: string): string | null {
  for (const { 0: word, index } of text.matchAll(promises)) {
    const [left, right] = [text.slice(Math.max(0, index - 60), index), text.slice(index + word.length, index + word.length + 60)];
    if (before.test(left) || behind.test(right) || (bareVerb.test(word) && !doer.test(left))) continue;
    return word;
  }
  return null;
}
