// Vejen til en kontos servere, og certifikater, som man stoler på.
import type { Strings } from '../en';

export const way: Strings['way'] = {
  title: 'Vejen til serveren',
  asUsual: 'Den lige vej, med sædvanlig tålmodighed.',
  change: 'Skift vej',
  fold: 'Færdig',
  proxy: 'Proxy',
  proxies: { none: 'Ingen', system: 'Systemets', socks5: 'SOCKS5', http: 'HTTP' },
  proxyHints: {
    none: 'Brevduva opretter selv forbindelse til serverne.',
    system:
      'Brevduva spørger computerens indstillinger for hver server. En proxy, som et konfigurationsscript (PAC) angiver, findes ikke: skriv den her.',
    socks5: 'Alt for denne konto går gennem proxyen, også opslag af navne. Hvis den ikke kan nås, venter posten.',
    http: 'Alt for denne konto går gennem proxyen, også opslag af navne. Hvis den ikke kan nås, venter posten.',
  },
  host: 'Proxyserver',
  port: 'Proxyens port',
  user: 'Brugernavn til proxyen',
  userHint: 'Lad feltet stå tomt, hvis proxyen ikke kræver login.',
  password: 'Adgangskode til proxyen',
  storedPassword: 'Den gemte bruges, medmindre du angiver en anden.',
  timeout: 'Tidsgrænse i sekunder',
  timeoutHint:
    'Hvor længe Brevduva venter på en forbindelse, en hilsen eller et svar, før der prøves igen senere. Lad feltet stå tomt for den sædvanlige tid, omkring et minut; sæt den op ved en langsom server eller et langsomt net.',
  ehloName: 'Navn i EHLO',
  ehloNameHint:
    'Hvad Brevduva kalder computeren, når den hilser på serveren. Lad feltet stå tomt for ikke at afsløre noget; nogle servere vil have et bestemt navn.',
  problems: {
    ehlo: 'Et værtsnavn som mail.example.org eller en adresse i kantede parenteser som [192.0.2.1].',
    timeout: 'Et helt tal fra 10 til 600.',
  },
  edit: {
    'way.host': 'Skift proxy',
    'way.port': 'Skift proxyens port',
    'way.password': 'Angiv proxyens adgangskode',
    'way.timeout': 'Vent længere',
    'way.ehloName': 'Skift navnet',
  },
  through: (kind, place) => `Gennem ${kind} ${place}`,
  throughSystem: 'Gennem computerens proxy',
  waits: (seconds) => `venter ${seconds} s`,
  callsItself: (name) => `hilser som ${name}`,
  trusted: 'Certifikater, du stoler på',
  trustedHint: 'Hvert gælder kun for én server, og kun så længe serveren viser netop dette.',
  trustedSince: (day) => `siden ${day}`,
  forget: 'Stol ikke længere på det',
  forgetOf: (place) => `Stol ikke længere på certifikatet for ${place}`,
  trust: 'Se på certifikatet og afgør det',
  trustNew: 'Sammenlign de to certifikater',
  ask: {
    title: (place) => `Stol på dette certifikat for ${place}?`,
    why: 'Hvis der er nogen mellem dig og serveren, ser det sådan ud, og så får de din adgangskode og din post.',
    how: 'Spørg den, der driver serveren, om certifikatets fingeraftryk, pr. telefon eller på papir, og sammenlign hvert tegn. Stol kun på det, hvis det er det samme.',
    what: 'Det gælder kun for denne server og port på denne konto. Hvis serveren en dag viser et andet, standser Brevduva og spørger dig igen.',
    before: 'Det, du stoler på',
    now: 'Det, der kom nu',
    yes: 'Det er det samme: stol på det',
    no: 'Stol ikke på det',
  },
  saved: (place) => `Nu stoler Brevduva på certifikatet for ${place}.`,
  roots: 'Firmaets certifikatudstedere',
  rootsHint:
    'Hvis firmaet står inde for sine egne servere, så tilføj dets certifikat her (en .pem- eller .crt-fil fra it-afdelingen). Det gælder ved siden af de sædvanlige.',
  addRoot: 'Tilføj en certifikatfil',
  rootsWrong: 'Der er intet certifikat i filen, som Brevduva kan læse. Det skal være PEM: tekst, der begynder med »BEGIN CERTIFICATE«.',
  notAuthority:
    'Dette er en servers eget certifikat, ikke en udsteders. Stol på det i kontoen i stedet, hvor det vises, når kontrollen møder det.',
  rootUntil: (day) => `til ${day}`,
  removeRoot: (name) => `Fjern ${name}`,
  appPassword: 'Dette ligner en app-adgangskode. Mellemrum mellem grupperne udelades.',
  notAppPassword: (provider) =>
    `En app-adgangskode fra ${provider} har 16 bogstaver. Dette ligner en anden adgangskode, som ville blive afvist her.`,
};
