// In which languages a letter is written, told by the small words that every sentence needs. It costs one look-up a word and no dictionary.
import type { SpellingLanguage } from '../../contract/model/spelling';

/** English is one here: its small words don't tell which it is. */
type Tongue = 'en' | 'sv' | 'da';
export type Evidence = Readonly<Record<Tongue, number>>;

const lists: Readonly<Record<Tongue, string>> = {
  en: `the be to of and a in that have it for not on with he as you do at this but his by from they we say her she or an will my one all would
    there their what so up out if about who get which go me when make can like time no just him know take into your some could them see other
    than then now look only come its over think also back after use two how our work first well even new want because any these give us is
    are was were been has had did does am dear hello hi hey thanks thank regards best please sorry let here hope soon yours sincerely
    kind attached meeting should shall may might i i'm don't it's`,
  sv: `och i att det som en på är av för med den till inte ett han de om hade men så har jag var sig vi hon när nu kan man skulle alla också då
    där du ska vid ni honom eller än mycket blev detta vad mig från under ingen dem kunde bara sitt hur in bli efter upp över vara mer ut hans
    henne sedan några mot ju något blir oss dig måste skall hos många vill själv ha väl ut gör göra år hej tack hälsningar kära bästa vänliga
    snälla mitt din ditt dina min mina er ert era vår vårt våra denna här finns få får kommer gärna idag imorgon möte måndag tisdag onsdag
    torsdag fredag lördag söndag bifogar ses allt någon ännu utan därför eftersom innan`,
  da: `og i at det en den til er som på de med han af for ikke der var mig sig men et har om vi min havde ham hun nu over da fra du ud sin dem
    os op man hans hvor eller hvad skal selv her alle vil blev kunne ind når være dog noget ville jo deres efter ned skulle denne end dette
    mit også under have dig anden hende mine alt meget sit sine vor mod disse hvis din nogle hos blive mange ad bliver hendes være hej tak
    hilsen kære bedste venlig venlige mvh jeg blevet kan får gør gøre år dag uge møde mandag tirsdag onsdag torsdag fredag lørdag søndag
    vedhæftet ses god godt hvordan hvornår hvorfor fordi ingen uden inden lige gerne jer jeres`,
};
const tongues = Object.keys(lists) as Tongue[];

const tonguesOf: ReadonlyMap<string, readonly Tongue[]> = (() => {
  const map = new Map<string, Tongue[]>();
  for (const tongue of tongues) for (const word of new Set(lists[tongue].split(/\s+/))) map.set(word, [...(map.get(word) ?? []), tongue]);
  return map;
})();

/** Letters that only one or two of them have. */
function tonguesOfLetters(word: string): readonly Tongue[] {
  if (/[äö]/.test(word)) return ['sv'];
  if (/[æø]/.test(word)) return ['da'];
  return word.includes('å') ? ['sv', 'da'] : [];
}

export const noEvidence: Evidence = { en: 0, sv: 0, da: 0 };

/** How much in these words speaks for each. */
export function evidenceIn(words: Iterable<string>): Evidence {
  const found = { ...noEvidence };
  for (const written of words) {
    const word = written.toLowerCase();
    for (const tongue of tonguesOf.get(word) ?? tonguesOfLetters(word)) found[tongue] += 1;
  }
  return found;
}

/** A paragraph of another language than the rest needs so much to be believed. */
const enough = 3;

const tongueOf = (language: SpellingLanguage): Tongue => (language === 'sv' || language === 'da' ? language : 'en');
const strongest = (evidence: Evidence, among: readonly Tongue[]): readonly Tongue[] => {
  const most = Math.max(...among.map((tongue) => evidence[tongue]));
  return most === 0 ? [] : among.filter((tongue) => evidence[tongue] === most);
};

/**
 * The languages of a letter, the one that most of it is in first. `paragraphs`: what was found in each. All that are allowed, where
 * nothing tells; never none.
 */
export function languagesOf(paragraphs: Iterable<Evidence>, allowed: readonly SpellingLanguage[]): readonly SpellingLanguage[] {
  const among = tongues.filter((tongue) => allowed.some((language) => tongueOf(language) === tongue));
  if (among.length < 2) return allowed;
  const all = { ...noEvidence };
  const spoken = new Set<Tongue>();
  for (const evidence of paragraphs) {
    for (const tongue of among) all[tongue] += evidence[tongue];
    const [only, ...others] = strongest(evidence, among);
    if (only !== undefined && others.length === 0 && evidence[only] >= enough) spoken.add(only);
  }
  for (const tongue of strongest(all, among)) spoken.add(tongue);
  if (spoken.size === 0) return allowed;
  const inOrder = [...spoken].sort((a, b) => all[b] - all[a] || tongues.indexOf(a) - tongues.indexOf(b));
  return inOrder.flatMap((tongue) => allowed.filter((language) => tongueOf(language) === tongue));
}

/** So many words and so few right ones: a paragraph in a language that nobody here knows. It is left alone. */
export const isForeign = (words: number, wrong: number): boolean => words >= 6 && wrong > words * 0.6;
