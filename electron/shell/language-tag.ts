// One clean language tag out of what systems say.

/** `said`: in the order of trust, e.g. "sv_SE.UTF-8", "C", "da". Answers a BCP 47 tag; "en" where nobody names a language. */
export function pickLanguageTag(said: readonly (string | null | undefined)[]): string {
  for (const word of said) {
    const tag = (word ?? '').split(/[.@]/)[0]?.replaceAll('_', '-') ?? '';
    if (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag)) return tag;
  }
  return 'en';
}
