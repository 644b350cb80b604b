// Vägen till ett kontos servrar, och certifikat som man litar på.
import type { Strings } from '../en';

export const way: Strings['way'] = {
  title: 'Vägen till servern',
  asUsual: 'Raka vägen, med vanligt tålamod.',
  change: 'Ändra vägen',
  fold: 'Klar',
  proxy: 'Proxy',
  proxies: { none: 'Ingen', system: 'Systemets', socks5: 'SOCKS5', http: 'HTTP' },
  proxyHints: {
    none: 'Brevduva ansluter själv till servrarna.',
    system:
      'Brevduva frågar datorns inställningar för varje server. En proxy som ett konfigurationsskript (PAC) anger hittas inte: skriv in den här.',
    socks5: 'Allt för det här kontot går genom proxyn, även uppslagning av namn. Om den inte kan nås väntar posten.',
    http: 'Allt för det här kontot går genom proxyn, även uppslagning av namn. Om den inte kan nås väntar posten.',
  },
  host: 'Proxyserver',
  port: 'Proxyns port',
  user: 'Användarnamn för proxyn',
  userHint: 'Lämna tomt om proxyn inte kräver inloggning.',
  password: 'Lösenord för proxyn',
  storedPassword: 'Det sparade används om du inte anger ett annat.',
  timeout: 'Tidsgräns i sekunder',
  timeoutHint:
    'Hur länge Brevduva väntar på en anslutning, en hälsning eller ett svar innan ett nytt försök görs senare. Lämna tomt för den vanliga tiden, ungefär en minut; höj den för en långsam server eller ett långsamt nät.',
  ehloName: 'Namn i EHLO',
  ehloNameHint:
    'Vad Brevduva kallar datorn när den hälsar på servern. Lämna tomt för att inte avslöja något; vissa servrar vill ha ett eget namn.',
  problems: {
    ehlo: 'Ett värdnamn som mail.example.org, eller en adress inom hakparentes som [192.0.2.1].',
    timeout: 'Ett heltal från 10 till 600.',
  },
  edit: {
    'way.host': 'Ändra proxyn',
    'way.port': 'Ändra proxyns port',
    'way.password': 'Ange proxyns lösenord',
    'way.timeout': 'Vänta längre',
    'way.ehloName': 'Ändra namnet',
  },
  through: (kind, place) => `Genom ${kind} ${place}`,
  throughSystem: 'Genom datorns proxy',
  waits: (seconds) => `väntar ${seconds} s`,
  callsItself: (name) => `hälsar som ${name}`,
  trusted: 'Certifikat som du litar på',
  trustedHint: 'Vart och ett gäller bara en server, och bara så länge servern visar just detta.',
  trustedSince: (day) => `sedan ${day}`,
  forget: 'Lita inte längre på det',
  forgetOf: (place) => `Lita inte längre på certifikatet för ${place}`,
  trust: 'Titta på certifikatet och bestäm',
  trustNew: 'Jämför de två certifikaten',
  ask: {
    title: (place) => `Lita på det här certifikatet för ${place}?`,
    why: 'Om någon finns mellan dig och servern är det så här det ser ut, och då får de ditt lösenord och din post.',
    how: 'Fråga den som sköter servern efter certifikatets fingeravtryck, per telefon eller på papper, och jämför varje tecken. Lita bara på det om det är samma.',
    what: 'Det gäller bara den här servern och porten för det här kontot. Om servern någon gång visar ett annat stannar Brevduva och frågar dig igen.',
    before: 'Det du litar på',
    now: 'Det som kom nu',
    yes: 'Det är samma: lita på det',
    no: 'Lita inte på det',
  },
  saved: (place) => `Nu litar Brevduva på certifikatet för ${place}.`,
  roots: 'Företagets certifikatutfärdare',
  rootsHint:
    'Om företaget går i god för sina egna servrar, lägg till dess certifikat här (en .pem- eller .crt-fil från it-avdelningen). Det gäller vid sidan av de vanliga.',
  addRoot: 'Lägg till en certifikatfil',
  rootsWrong: 'Det finns inget certifikat i filen som Brevduva kan läsa. Det måste vara PEM: text som börjar med ”BEGIN CERTIFICATE”.',
  notAuthority:
    'Det här är en servers eget certifikat, inte en utfärdares. Lita på det i kontot i stället, där det visas när kontrollen möter det.',
  rootUntil: (day) => `till ${day}`,
  removeRoot: (name) => `Ta bort ${name}`,
  appPassword: 'Det här ser ut som ett applösenord. Mellanrummen mellan grupperna utelämnas.',
  notAppPassword: (provider) =>
    `Ett applösenord från ${provider} har 16 bokstäver. Det här ser ut som ett annat lösenord, som skulle avvisas här.`,
};
