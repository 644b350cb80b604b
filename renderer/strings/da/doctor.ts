// Lægen: hvad hvert trin er, hvad der blev fundet, og hvad man gør, på dansk.
import type { Strings } from '../en';

export const doctor: Strings['doctor'] = {
  doctor: 'Læge',
  title: (address) => `Sådan har ${address} det`,
  intro: 'Ser på hvert trin mellem dig og dine modtagere og siger, hvad du kan gøre.',
  run: 'Undersøg',
  again: 'Undersøg igen',
  stop: 'Stop',
  sendsMessage: 'Send også en besked til mig selv, og tag tid',
  testMessage: {
    subject: 'Prøve fra Brevduva',
    text: 'Denne besked er sendt af Brevduva for at se, hvor lang tid den er undervejs. Du kan slette den.',
  },
  copy: 'Kopiér som tekst',
  copied: 'Kopieret',
  save: 'Gem …',
  fileName: 'laege',
  saved: (name: string) => `Gemt: ${name}`,
  look: 'Se nærmere med lægen',
  copyRecord: 'Kopiér posten',
  took: (ms) => (ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1).replace('.', ',')} s`),
  record: 'Til den, der passer domænet:',
  verdicts: { fine: 'Alt er fint.', attention: 'Det virker, men kan blive bedre.', broken: 'Noget står i vejen.' },
  running: 'Ser efter …',
  steps: {
    'dns-smtp': 'Navnet på serveren til udgående post',
    'dns-imap': 'Navnet på serveren til indgående post',
    srv: 'SRV: de servere dit domæne oplyser',
    'port-465': 'Port 465 (TLS)',
    'port-587': 'Port 587 (STARTTLS)',
    'port-2525': 'Port 2525',
    'port-25': 'Port 25',
    'port-993': 'Port 993 (IMAP, TLS)',
    'port-143': 'Port 143 (IMAP)',
    'smtp-tls': 'Forbindelse og kryptering',
    'smtp-hello': 'Hilsen og evner',
    'smtp-sign-in': 'Login for at sende',
    'smtp-sender': 'Ret til at sende fra denne adresse',
    'imap-tls': 'Forbindelse til postkassen',
    'imap-sign-in': 'Login til postkassen',
    'sent-folder': 'Mappen Sendt',
    arrival: 'En besked til dig selv',
    spf: 'SPF: hvem der må sende for dit domæne',
    dkim: 'DKIM: dit domænes signatur',
    dmarc: 'DMARC: hvad modtagere gør med forfalskninger',
    mx: 'MX: hvor svarene går hen',
  },
  states: {
    waiting: 'ikke endnu',
    running: 'i gang',
    fine: 'fint',
    attention: 'kan blive bedre',
    broken: 'i stykker',
    skipped: 'ikke undersøgt',
  },
  findings: {
    'port-closed': { says: 'Ingen svarer på denne port.', remedy: 'Kontrollér porten hos din udbyder.' },
    'port-hangs': {
      says: 'Der kommer intet tilbage fra denne port.',
      remedy: 'En firewall eller netoperatør kan blokere den. Prøv et andet net eller en anden port.',
    },
    'port-other-open': { says: 'Denne port er lukket, en anden på samme server er åben.', remedy: 'Skift til den åbne port.' },
    'certificate-soon': { says: 'Certifikatet udløber inden for to uger.', remedy: 'Den, der passer serveren, bør forny det.' },
    'foreign-root': {
      says: 'Certifikatet kommer fra en udsteder, som browsere ikke kender.',
      remedy:
        'Det passer for en virksomheds egen server. Hos en almindelig udbyder betyder det, at et program eller net læser med, ofte et antivirusprogram.',
    },
    'not-arrived': { says: 'Beskeden blev modtaget, men kom ikke frem inden for et minut.', remedy: 'Se i spammappen, og igen senere.' },
    'stayed-inside': {
      says: 'Beskeden forlod aldrig din udbyder, så dette kan ikke bedømmes.',
      remedy: 'Skriv til en adresse hos en anden udbyder, og se efter der.',
    },
    'spf-missing': {
      says: 'Dit domæne siger ikke, hvem der må sende for det.',
      remedy: 'Tilføj denne post, så stoler modtagere mere på din mail.',
    },
    'spf-fails': {
      says: 'Dit domæne forbyder serveren, der sendte dette.',
      remedy: 'Tilføj serveren i posten, eller send gennem den, der står der.',
    },
    'spf-weak': { says: 'Dit domæne er ubestemt om serveren, der sendte dette.', remedy: 'Nævn serveren i posten.' },
    'spf-invalid': {
      says: 'Dit domænes SPF-post bryder reglerne og gælder derfor ikke for nogen.',
      remedy: 'Der kan være to, en tastefejl eller mere end ti opslag. Spørg den, der passer domænet.',
    },
    'spf-other-domain': {
      says: 'Fejlmeddelelser går til et domæne hos din udbyder, og SPF passer for det. Det siger intet om dit eget.',
      remedy: 'Modtagere går så kun efter DKIM. Få dit eget domæne til fejlmeddelelser, hvis din udbyder tilbyder det.',
    },
    'spf-other-domain-fails': {
      says: 'Fejlmeddelelser går til et domæne hos din udbyder, og det domæne står ikke inde for den server, der sendte dette.',
      remedy: 'Udbyderen skal rette det: send dem denne rapport.',
    },
    'dns-silent': { says: 'DNS gav intet svar, så det kan ikke bedømmes.', remedy: 'Undersøg igen senere.' },
    'dkim-missing': {
      says: 'Beskeden er ikke signeret.',
      remedy: 'Slå DKIM til der, hvor din mail sendes fra, og offentliggør nøglen, du får.',
    },
    'dkim-fails': {
      says: 'Signaturen passer ikke.',
      remedy: 'Den offentliggjorte nøgle kan være en anden, eller noget ændrer din mail undervejs.',
    },
    'dkim-other-domain': {
      says: 'Beskeden er signeret, men for et andet domæne end dit.',
      remedy: 'Opret en nøgle for dit eget domæne hos den, der sender din mail.',
    },
    'dmarc-missing': {
      says: 'Dit domæne siger ikke, hvad man skal gøre med forfalskninger.',
      remedy: 'Begynd med denne post: den beder kun om rapporter.',
    },
    'dmarc-none': {
      says: 'DMARC beder om rapporter, men standser ingen forfalskninger.',
      remedy: 'Når rapporterne ser rigtige ud, kan du gå videre til quarantine.',
    },
    'dmarc-fails': {
      says: 'Modtagere kan ikke skelne denne besked fra en forfalskning.',
      remedy: 'SPF eller DKIM skal godkendes for domænet i din afsenderadresse.',
    },
    'srv-none': { says: 'Dit domæne oplyser ikke sine mailservere.', remedy: 'Det gør de fleste ikke; der skal ikke gøres noget.' },
    'srv-differs': {
      says: 'Dit domæne oplyser andre servere, end denne konto bruger.',
      remedy: 'Spørg udbyderen, hvilke der er de rigtige: kontoens kan være gamle.',
    },
    'name-by-system': {
      says: 'DNS-serverne i dine indstillinger kender ikke navnet. Det gør computeren selv, og posten går dertil.',
      remedy: 'Der skal ikke gøres noget. Uden DNS-servere i indstillingerne spørges computerens egne også her.',
    },
    'through-proxy': { says: 'Ikke slået op: med en proxy spørges der ikke om noget fra denne computer selv.', remedy: '' },
    'mx-missing': {
      says: 'Dit domæne tager ikke imod post: svar kommer ikke frem.',
      remedy: 'Tilføj en MX-post, eller send fra en adresse, der kan svares på.',
    },
  },
};
