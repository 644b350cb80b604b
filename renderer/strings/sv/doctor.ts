// Doktorn: vad varje steg är, vad som hittades och vad man gör, på svenska.
import type { Strings } from '../en';

export const doctor: Strings['doctor'] = {
  doctor: 'Doktor',
  title: (address) => `Så mår ${address}`,
  intro: 'Tittar på varje steg mellan dig och dina mottagare och säger vad du kan göra.',
  run: 'Undersök',
  again: 'Undersök igen',
  stop: 'Stoppa',
  sendsMessage: 'Skicka också ett meddelande till mig själv och ta tid',
  testMessage: {
    subject: 'Prov från Brevduva',
    text: 'Det här meddelandet skickade Brevduva för att se hur lång tid det tar att komma fram. Du kan ta bort det.',
  },
  copy: 'Kopiera som text',
  copied: 'Kopierat',
  save: 'Spara …',
  fileName: 'doktor',
  saved: (name: string) => `Sparat: ${name}`,
  look: 'Titta närmare med doktorn',
  copyRecord: 'Kopiera posten',
  took: (ms) => (ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1).replace('.', ',')} s`),
  record: 'Till den som sköter domänen:',
  verdicts: { fine: 'Allt är bra.', attention: 'Det fungerar men kan bli bättre.', broken: 'Något står i vägen.' },
  running: 'Tittar …',
  steps: {
    'dns-smtp': 'Namnet på servern för utgående post',
    'dns-imap': 'Namnet på servern för inkommande post',
    srv: 'SRV: servrarna som din domän anger',
    'port-465': 'Port 465 (TLS)',
    'port-587': 'Port 587 (STARTTLS)',
    'port-2525': 'Port 2525',
    'port-25': 'Port 25',
    'port-993': 'Port 993 (IMAP, TLS)',
    'port-143': 'Port 143 (IMAP)',
    'smtp-tls': 'Anslutning och kryptering',
    'smtp-hello': 'Hälsning och förmågor',
    'smtp-sign-in': 'Inloggning för att skicka',
    'smtp-sender': 'Rätt att skicka från den här adressen',
    'imap-tls': 'Anslutning till brevlådan',
    'imap-sign-in': 'Inloggning till brevlådan',
    'sent-folder': 'Mappen Skickat',
    arrival: 'Ett meddelande till dig själv',
    spf: 'SPF: vem som får skicka för din domän',
    dkim: 'DKIM: din domäns signatur',
    dmarc: 'DMARC: vad mottagare gör med förfalskningar',
    mx: 'MX: vart svaren går',
  },
  states: {
    waiting: 'inte ännu',
    running: 'pågår',
    fine: 'bra',
    attention: 'kan bli bättre',
    broken: 'trasigt',
    skipped: 'inte undersökt',
  },
  findings: {
    'port-closed': { says: 'Ingen svarar på den här porten.', remedy: 'Kontrollera porten hos din leverantör.' },
    'port-hangs': {
      says: 'Inget kommer tillbaka från den här porten.',
      remedy: 'En brandvägg eller nätoperatör kan blockera den. Prova ett annat nät eller en annan port.',
    },
    'port-other-open': { says: 'Den här porten är stängd, en annan på samma server är öppen.', remedy: 'Byt till den öppna porten.' },
    'certificate-soon': { says: 'Certifikatet går ut inom två veckor.', remedy: 'Den som sköter servern bör förnya det.' },
    'foreign-root': {
      says: 'Certifikatet kommer från en utfärdare som webbläsare inte känner till.',
      remedy:
        'Det stämmer för ett företags egen server. Hos en vanlig leverantör betyder det att ett program eller nät läser med, ofta ett antivirusprogram.',
    },
    'not-arrived': { says: 'Meddelandet togs emot men kom inte fram inom en minut.', remedy: 'Titta i skräpposten, och igen senare.' },
    'stayed-inside': {
      says: 'Meddelandet lämnade aldrig din leverantör, så det här går inte att bedöma.',
      remedy: 'Skriv till en adress hos en annan leverantör och titta där.',
    },
    'spf-missing': {
      says: 'Din domän säger inte vem som får skicka för den.',
      remedy: 'Lägg till den här posten, så litar mottagare mer på din post.',
    },
    'spf-fails': {
      says: 'Din domän förbjuder servern som skickade det här.',
      remedy: 'Lägg till servern i posten, eller skicka genom den som står där.',
    },
    'spf-weak': { says: 'Din domän är obestämd om servern som skickade det här.', remedy: 'Nämn servern i posten.' },
    'spf-invalid': {
      says: 'Din domäns SPF-post bryter mot reglerna och gäller därför inte för någon.',
      remedy: 'Det kan finnas två, ett skrivfel eller fler än tio uppslagningar. Fråga den som sköter domänen.',
    },
    'spf-other-domain': {
      says: 'Studsar går till en domän hos din leverantör, och SPF stämmer för den. Det säger inget om din egen.',
      remedy: 'Mottagare går då bara efter DKIM. Ordna en egen studsdomän om din leverantör erbjuder det.',
    },
    'spf-other-domain-fails': {
      says: 'Studsar går till en domän hos din leverantör, och den domänen står inte för servern som skickade det här.',
      remedy: 'Leverantören måste rätta till det: skicka dem den här rapporten.',
    },
    'dns-silent': { says: 'DNS gav inget svar, så det här går inte att bedöma.', remedy: 'Undersök igen senare.' },
    'dkim-missing': { says: 'Meddelandet är inte signerat.', remedy: 'Slå på DKIM där din post skickas och publicera nyckeln du får.' },
    'dkim-fails': {
      says: 'Signaturen stämmer inte.',
      remedy: 'Den publicerade nyckeln kan vara en annan, eller så ändras din post på vägen.',
    },
    'dkim-other-domain': {
      says: 'Meddelandet är signerat, men för en annan domän än din.',
      remedy: 'Lägg upp en nyckel för din egen domän hos den som skickar din post.',
    },
    'dmarc-missing': {
      says: 'Din domän säger inte vad man ska göra med förfalskningar.',
      remedy: 'Börja med den här posten: den ber bara om rapporter.',
    },
    'dmarc-none': {
      says: 'DMARC ber om rapporter men stoppar inga förfalskningar.',
      remedy: 'När rapporterna ser bra ut kan du gå vidare till quarantine.',
    },
    'dmarc-fails': {
      says: 'Mottagare kan inte skilja det här meddelandet från en förfalskning.',
      remedy: 'SPF eller DKIM måste godkännas för domänen i din avsändaradress.',
    },
    'srv-none': { says: 'Din domän annonserar inte sina mejlservrar.', remedy: 'Det gör de flesta inte; inget behöver göras.' },
    'srv-differs': {
      says: 'Din domän anger andra servrar än det här kontot använder.',
      remedy: 'Fråga leverantören vilka som gäller: kontots kan vara gamla.',
    },
    'name-by-system': {
      says: 'DNS-servrarna i dina inställningar känner inte till namnet. Datorn själv gör det, och posten går dit.',
      remedy: 'Inget behöver göras. Utan DNS-servrar i inställningarna frågas datorns egna även här.',
    },
    'through-proxy': { says: 'Inte uppslaget: med en proxy frågas ingenting från den här datorn själv.', remedy: '' },
    'mx-missing': {
      says: 'Din domän tar inte emot post: svar kommer inte fram.',
      remedy: 'Lägg till en MX-post, eller skicka från en adress som går att svara på.',
    },
  },
};
