// What a settings file leaves out of what it is allowed to name: the secrets of registered programs, and pictures it can't carry.
import type { PortableAccount, PortableSettings } from '../../contract/model/settings-file';

/** `clientSecret` is secret where it is a person's own provider's; the others are easily fetched again. */
export function withoutClientSecrets(settings: PortableSettings): PortableSettings {
  const { oauth } = settings;
  if (oauth === undefined) return settings;
  return {
    ...settings,
    oauth: {
      ...oauth,
      google: { ...oauth.google, clientSecret: '' },
      own: { ...oauth.own, clientSecret: '' },
    },
  };
}

/** The pictures of signatures lie in this profile's store, under names that mean nothing elsewhere. */
export function withoutPictures(account: PortableAccount): PortableAccount {
  type Traits = NonNullable<PortableAccount['own']>;
  const bare = <T extends Traits>(traits: T): T =>
    traits.signatures === undefined
      ? traits
      : {
          ...traits,
          signatures: traits.signatures.map((signature) => ({
            ...signature,
            html: signature.html.replace(/<img\b[^>]*app:\/\/brevduva\/picture\/[^>]*>/gi, ''),
          })),
        };
  return {
    ...account,
    ...(account.own === undefined ? {} : { own: bare(account.own) }),
    ...(account.aliases === undefined ? {} : { aliases: account.aliases.map(bare) }),
  };
}
