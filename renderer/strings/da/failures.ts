// What went wrong and what to do, in Danish.
import type { Failure } from '../../../electron/contract/failure';
import { type FailureWords, sentences } from '../failure-words';
import { formatDay, formatNames, formatPlace, formatSize } from '../format';

const place = (about: Pick<Failure, 'host' | 'port'>): string => formatPlace(about, 'serveren');
const size = (octets: number | undefined): string => (octets === undefined ? '?' : formatSize(octets, 'da'));

export const failures: FailureWords = {
  'engine-restarted': sentences('Brevduvas postmotor stoppede og blev startet igen.', 'Intet af det du skrev er gået tabt. Prøv igen.'),
  'engine-unavailable': sentences(
    'Brevduvas postmotor kører ikke.',
    'Start den igen med knappen ovenfor. Det, du har skrevet, siden den stoppede, er kun i dette vindue.',
  ),
  'invalid-input': sentences('Noget på siden passer ikke.', 'Se efter hvad du har skrevet, og prøv igen.'),
  'not-found': sentences('Det findes ikke længere.', 'Det kan være fjernet eller flyttet.'),
  'not-possible-now': sentences('Det kan ikke gøres med denne besked nu.', 'Den kan være sendt eller ændret i mellemtiden.'),
  cancelled: sentences('Annulleret.'),
  internal: sentences(
    'Noget gik galt inde i Brevduva.',
    'Prøv igen. Sker det igen, så afslut og start Brevduva; intet af det du skrev går tabt.',
  ),
  'disk-full': sentences(
    ({ name }) => `Disken er fuld${name ? ` (${name})` : ''}.`,
    'Skaf lidt plads, og prøv igen. Kladden er her stadig.',
  ),
  'disk-read-only': sentences(
    ({ name }) => `Brevduva må ikke skrive i ${name ?? 'sin mappe'}.`,
    'Giv dig selv skriveadgang der, eller start Brevduva med en anden mappe.',
  ),
  'disk-error': sentences(
    ({ name }) => `Disken meldte en fejl${name ? ` i ${name}` : ''}.`,
    'Tag en kopi af det vigtige, og undersøg disken.',
  ),
  'database-damaged': sentences(
    'Brevduvas postfil er beskadiget.',
    'Den beskadigede fil bliver gemt. Gendan den fra en sikkerhedskopi, eller begynd med en ny mappe.',
  ),
  'database-newer': sentences(
    'Denne profil er lavet af en nyere Brevduva.',
    'Installér den nyere version igen, eller begynd med en anden mappe.',
  ),
  'profile-in-use': sentences('En anden Brevduva bruger denne profil.', 'Brug det vindue der er åbent, eller luk det først.'),
  'hosts-unconfirmed': sentences(
    ({ address, host }) =>
      `De servere, der blev fundet${address ? ` til ${address}` : ''}, hører til et andet domæne: ${host ?? ''}. Ingen adgangskode er sendt dertil.`,
    ({ host }) => `Er de din udbyders? Så angiv dem selv: --smtp ${host?.split(', ')[0] ?? 'VÆRT:PORT'} og --imap VÆRT:PORT.`,
  ),
  'secret-missing': sentences(
    ({ address }) => `Der er ikke gemt en adgangskode${address ? ` til ${address}` : ' til denne konto'}.`,
    'Skriv adgangskoden. Posten venter.',
  ),
  'vault-unreadable': sentences('Den gemte adgangskode kan ikke længere læses.', 'Skriv den igen. Posten venter.'),
  'vault-unavailable': sentences(
    ({ detail }) =>
      detail === 'locked' ? 'Computerens nøglering er låst, og adgangskoden ligger i den.' : 'Denne computer har ingen nøglering.',
    ({ detail }) =>
      detail === 'locked' ? 'Lås den op, og prøv igen. Din post venter.' : 'Adgangskoden kan beholdes, indtil du afslutter Brevduva.',
  ),
  offline: sentences('Venter på netværket.', 'Den sendes af sig selv, når netværket er tilbage.'),
  'dns-failed': sentences(
    ({ host }) => `Der findes ingen server med navnet ${host ?? 'som blev angivet'}.`,
    'Se efter slåfejl, og om computeren er på nettet.',
  ),
  'connect-refused': sentences(
    (about) => `Kan ikke nå ${place(about)}: forbindelsen blev afvist.`,
    'Kontrollér serverens navn og port. Port 465 eller 587 er det almindelige.',
  ),
  'connect-timeout': sentences(
    (about) => `Kan ikke nå ${place(about)}: intet svar.`,
    'Porten kan være spærret af en firewall eller af dit netværk. Prøv en anden port.',
  ),
  'greeting-timeout': sentences(
    (about) => `${place(about)} tager imod forbindelsen, men siger ingenting.`,
    'Sikkerheden passer måske ikke til porten: 465 er TLS, 587 er STARTTLS.',
  ),
  'connection-lost': sentences((about) => `Forbindelsen til ${place(about)} blev afbrudt.`, 'Der prøves igen automatisk.'),
  'not-mail-server': sentences(
    (about) => `Det der svarer på ${place(about)}, er ikke en mailserver, eller også er porten eller sikkerheden forkert.`,
    'Kontrollér serverens navn og port.',
  ),
  'wrong-security': sentences(
    (about) => `${place(about)} svarer ikke som ventet: ikke en mailserver, eller forkert port eller sikkerhed.`,
    'Port 465 hører sammen med TLS, port 587 med STARTTLS.',
  ),
  'proxy-unreachable': sentences(
    ({ proxy = 'der er angivet' }) => `Proxyen ${proxy} kan ikke nås.`,
    'Kontrollér navn og port under »Vejen til serveren«, og om computeren er på det net, hvor proxyen findes. Brevduva går ikke uden om den.',
  ),
  'proxy-silent': sentences(
    ({ proxy = 'der er angivet' }) => `Proxyen ${proxy} svarer ikke.`,
    'Den kan være overbelastet, eller noget andet lytter der. Der prøves igen automatisk; en længere tidsgrænse kan hjælpe.',
  ),
  'proxy-sign-in': sentences(
    ({ proxy = 'der er angivet' }) => `Proxyen ${proxy} godtager ikke loginoplysningerne.`,
    'Angiv brugernavn og adgangskode til proxyen under »Vejen til serveren«. Adgangskoden til din mail blev ikke sendt.',
  ),
  'proxy-refused': sentences(
    ({ proxy = 'der er angivet', ...about }) => `Proxyen ${proxy} opretter ikke forbindelse til ${place(about)}.`,
    'Den tillader måske ikke mailporte eller kan ikke finde serveren. Kontrollér serverens navn og port, eller spørg den, der driver proxyen.',
  ),
  'not-a-proxy': sentences(
    ({ proxy = 'der er angivet' }) => `Det, der svarer på ${proxy}, er ikke en proxy af den valgte slags.`,
    'Kontrollér under »Vejen til serveren«, om den er SOCKS5 eller HTTP, og hvilken port den har.',
  ),
  'encryption-refused': sentences(
    (about) => `Serveren afviste kryptering; intet blev sendt. (${place(about)})`,
    'Brevduva sender aldrig adgangskode eller post ukrypteret. Prøv port 465 med TLS, eller spørg din udbyder.',
  ),
  'encryption-failed': sentences(
    (about) => `Der kunne ikke laves en sikker forbindelse til ${place(about)}.`,
    'Serveren kan være for gammel til nutidens kryptering (TLS 1.2 eller nyere), eller noget på vejen forstyrrer.',
  ),
  'certificate-expired': sentences(
    ({ certificate, ...about }) =>
      `Certifikatet for ${place(about)} udløb${certificate ? ` den ${formatDay(certificate.validTo, 'da')}` : ''}. Din adgangskode blev ikke sendt.`,
    'Serverens ejer skal forny det. Se også efter, om computerens dato er rigtig.',
  ),
  'certificate-not-yet-valid': sentences(
    ({ certificate, ...about }) =>
      `Certifikatet for ${place(about)} gælder først fra ${certificate ? formatDay(certificate.validFrom, 'da') : 'en senere dag'}. Din adgangskode blev ikke sendt.`,
    'Se efter, om computerens dato er rigtig.',
  ),
  'certificate-name': sentences(
    ({ certificate, host }) =>
      `Certifikatet tilhører ${formatNames(certificate, 'en anden server')}, ikke ${host ?? 'denne server'}. Din adgangskode blev ikke sendt.`,
    'Kontrollér serverens navn. Din udbyder vil måske have, at du bruger navnet i certifikatet.',
  ),
  'certificate-untrusted': sentences(
    ({ certificate, ...about }) =>
      `Certifikatet for ${place(about)} kommer fra ${certificate?.issuer || 'nogen'}, som computeren ikke stoler på. Din adgangskode blev ikke sendt.`,
    'Spørg din udbyder. Et firmas egen udsteder kan tilføjes i indstillingerne, og et certifikat, som du kender, kan godtages for netop denne server.',
  ),
  'certificate-changed': sentences(
    (about) => `${place(about)} viser et andet certifikat end det, du stoler på. Din adgangskode blev ikke sendt.`,
    'Hvis ingen har fortalt om et nyt certifikat, kan der være nogen imellem. Sammenlign fingeraftrykkene med den, der driver serveren, før du stoler på det nye.',
  ),
  'sign-in-not-offered': sentences(
    (about) => `${place(about)} tilbyder ikke at logge ind.`,
    'Det kan være den forkerte port (587 eller 465 er til mennesker), eller en server der ikke tager imod post udefra.',
  ),
  'sign-in-method': sentences(
    (about) => `${place(about)} tilbyder ingen måde at logge ind på, som Brevduva kender.`,
    'Din udbyder vil måske have en anden slags login eller en app-adgangskode.',
  ),
  'sign-in-refused': sentences(
    ({ address }) => `Serveren godtog ikke brugernavnet eller adgangskoden${address ? ` for ${address}` : ''}.`,
    'Skriv adgangskoden igen. Mange udbydere vil have en app-adgangskode i stedet for din sædvanlige.',
  ),
  'app-password-needed': sentences(
    'Udbyderen vil have en app-adgangskode, ikke din sædvanlige adgangskode.',
    'Lav en i kontoens sikkerhedsindstillinger, og skriv den her.',
  ),
  'sign-in-temporary': sentences(
    'Serveren kan ikke kontrollere adgangskoder lige nu.',
    'Der er ikke noget galt med din. Der prøves igen automatisk.',
  ),
  'oauth-needed': sentences(
    'Denne udbyder logger kun ind gennem sin egen webside.',
    'Ingen adgangskode virker her. Log ind med browseren.',
  ),
  'smtp-auth-disabled': sentences(
    'Du er logget ind, men afsendelse med et mailprogram (SMTP) er slået fra for denne postkasse.',
    'Microsoft 365: en administrator slår “Godkendt SMTP” til for postkassen (Microsoft 365 Administration, Brugere, Mail, Administrer mailapps; https://aka.ms/smtp_auth_disabled). Outlook.com: Indstillinger, Mail, Videresendelse og IMAP. Din mail venter.',
  ),
  'oauth-client-missing': sentences(
    'Brevduva er ikke registreret hos denne udbyder endnu og kan derfor ikke logge dig ind der med browseren.',
    'Angiv et klient-id under Indstillinger; trinnene er beskrevet der.',
  ),
  'oauth-denied': sentences('Du gav ikke lov i browseren.', 'Intet er ændret. Prøv igen, når du vil.'),
  'oauth-timed-out': sentences('Der kom ikke noget svar fra browseren.', 'Prøv igen, og gør login færdigt på den side, der åbner.'),
  'oauth-mismatch': sentences(
    'Svaret fra browseren hører til et andet login og blev derfor ikke brugt.',
    'Prøv igen, og brug den side, der åbner så.',
  ),
  'oauth-refused': sentences(
    ({ address, host }) => `${host ?? 'Udbyderen'} godtager ikke login${address ? ` for ${address}` : ''}.`,
    'Log ind igen, og vælg den rigtige konto i browseren. IMAP eller SMTP skal måske slås til i postkassens indstillinger.',
  ),
  'oauth-sign-in-again': sentences(
    ({ address }) => `Login${address ? ` for ${address}` : ''} gælder ikke længere.`,
    'Log ind igen med browseren. Din mail venter.',
  ),
  'oauth-unavailable': sentences(
    ({ host }) => `Loginserveren${host ? ` ${host}` : ''} kan ikke bruges lige nu.`,
    'Prøv igen om lidt. Mail, der venter, går af sted af sig selv, når den kan.',
  ),
  'sender-refused': sentences(
    ({ address }) => `Du må ikke sende som ${address ?? 'denne adresse'}.`,
    'Vælg en anden afsenderadresse, eller bed udbyderen om at tillade denne.',
  ),
  'relay-denied': sentences(
    'Serveren vil ikke sende post videre for dig.',
    'Som regel mangler login, eller afsenderadressen hører til en anden konto. Kontrollér kontoen.',
  ),
  'recipients-refused': sentences(
    'Serveren afviste alle modtagere. Intet blev sendt.',
    'Se grunden ved hver adresse, ret den, og send igen.',
  ),
  'some-recipients-refused': sentences('Nogle modtagere blev afvist; de andre har fået beskeden.', 'Se grunden ved hver adresse.'),
  'temporarily-refused': sentences('Serveren beder os prøve senere.', 'Der prøves igen automatisk.'),
  'message-too-large': sentences(
    ({ size: octets, limit, name }) =>
      `Beskeden er for stor${octets !== undefined && limit !== undefined ? `: ${size(octets)}, og serveren tager imod ${size(limit)}` : ''}${name ? `. Den største fil er ${name}` : ''}. Intet blev sendt.`,
    'Fjern eller formindsk en fil, eller del den med et link.',
  ),
  'message-refused': sentences(
    'Serveren afviste beskeden. Intet blev sendt.',
    'Serverens egne ord siger hvorfor. Redigér beskeden, og send igen.',
  ),
  'server-busy': sentences((about) => `${place(about)} har travlt og lukkede forbindelsen.`, 'Der prøves igen automatisk.'),
  'outcome-unknown': sentences(
    'Kan være sendt: forbindelsen blev afbrudt, før serveren bekræftede.',
    'Se i Sendt, eller spørg modtageren. Brevduva sender den ikke to gange af sig selv.',
  ),
  'changed-on-disk': sentences(
    'Den gemte besked er ikke længere det du sendte, så den blev ikke sendt.',
    'Noget har ændret Brevduvas filer. Redigér beskeden, og send igen.',
  ),
  'schedule-missed': sentences(
    'Tidspunktet, hvor denne skulle sendes, er passeret, mens computeren var slukket eller sov.',
    'Send den nu, vælg et nyt tidspunkt, eller behold den.',
  ),
  'crashed-thrice': sentences(
    'Brevduva stoppede tre gange med denne besked, så den er lagt til side.',
    'Redigér den, eller send igen, når du er klar.',
  ),
  'imap-sign-in-refused': sentences(
    ({ address }) => `Serveren for indgående post godtog ikke brugernavnet eller adgangskoden${address ? ` for ${address}` : ''}.`,
    'Kontrollér adgangskoden. Hos nogle udbydere skal IMAP først slås til i deres indstillinger.',
  ),
  'imap-unavailable': sentences(
    (about) => `Serveren for indgående post, ${place(about)}, kan ikke bruges lige nu.`,
    'Der prøves igen automatisk.',
  ),
  'no-sent-folder': sentences('Serveren har ingen mappe til sendt post.', 'Brevduva kan lave en.'),
  'append-over-quota': sentences(
    'Postkassen er fuld, så kopien blev ikke gemt der. Beskeden blev sendt.',
    'En kopi ligger på computeren. Skaf plads i postkassen, og prøv igen.',
  ),
  'append-too-large': sentences('Serveren tager ikke imod en så stor kopi. Beskeden blev sendt.', 'En kopi ligger på computeren.'),
  'append-refused': sentences('Serveren tog ikke imod kopien. Beskeden blev sendt.', 'Kun kopien prøves igen.'),
  'no-recipient': sentences('Der står ingen i Til, Kopi eller Skjult kopi.', 'Tilføj mindst én adresse.'),
  'address-invalid': sentences(
    ({ address }) => `${address ? `»${address}« er` : 'En af adresserne er'} ikke en adresse, der kan sendes til.`,
    'Ret den, eller fjern den.',
  ),
  'attachment-is-folder': sentences(
    ({ name }) => `»${name ?? 'Dette'}« er en mappe. En mappe kan ikke vedhæftes, som den er.`,
    'Vedhæft filerne i den, eller lav først en zip-fil af den.',
  ),
  'attachment-unreadable': sentences(
    ({ name }) => `Filen »${name ?? ''}« kan ikke læses.`,
    'Den kan være flyttet eller slettet, eller du mangler adgang.',
  ),
  'attachment-missing': sentences(
    ({ name }) => `Den gemte kopi af »${name ?? 'en fil'}« er væk fra Brevduvas mappe.`,
    'Fjern den fra beskeden, og vedhæft den igen.',
  ),
  'not-a-letter': sentences(
    ({ name }) => `»${name ?? ''}« er ikke et brev.`,
    'Vil du sende filen med, så skriv et brev, og vedhæft den der.',
  ),
  'letter-too-large': sentences(
    ({ name, size: octets, limit }) =>
      `${name ? `»${name}« er for stor til at blive åbnet som brev` : 'Brevet er for stort til en fil'}${octets !== undefined && limit !== undefined ? `: ${size(octets)}, og grænsen er ${size(limit)}` : ''}.`,
    'Filerne i brevet kan gemmes enkeltvis der, hvor det ligger nu.',
  ),
  'picture-unreadable': sentences(
    ({ name }) => `»${name ?? 'Dette'}« kan ikke vises som billede. Det er beskadiget, eller intet billede.`,
    'Det kan følge med brevet som en fil.',
  ),
  'picture-kind-unread': sentences(
    ({ name, kind }) =>
      `»${name ?? 'Dette'}« er et billede af en slags, som Brevduva ikke kan læse${kind === undefined ? '' : ` (${kind})`}, så det kan ikke stå i teksten.`,
    'Det kan følge med brevet som en fil. Gem det som JPEG først, hvis det skal stå i teksten.',
  ),
  'picture-too-large': sentences(
    ({ name, size: pixels }) =>
      `»${name ?? 'Dette'}« har for mange billedpunkter til at blive vist i et brev${pixels === undefined ? '' : `: ${Math.round(pixels / 1_000_000)} millioner`}.`,
    'Formindsk det først, eller send det som en fil.',
  ),
  'folder-too-large': sentences(
    ({ name }) =>
      `»${name ?? 'Mappen'}« er for stor til én zip-fil: flere end 10.000 filer, mere end 2 GB eller for mange mapper i mapper.`,
    'Vedhæft en del af den, eller del den med et link.',
  ),
  'folder-empty': sentences(({ name }) => `Der er ingen filer i »${name ?? 'mappen'}«. Intet blev vedhæftet.`, 'Vælg en anden mappe.'),
  'draft-changed': sentences('Beskeden blev ændret, mens den blev sendt.', 'Se den igennem, og send igen.'),
  'account-missing': sentences('Kontoen som den skulle sendes fra, findes ikke længere.', 'Vælg en anden konto.'),
  'option-invalid': sentences(
    ({ name }) => `I indstillingerne for brevet kan “${name ?? ''}” ikke sendes, som det står.`,
    'Ret det der, eller fjern det.',
  ),
  'identity-missing': sentences(
    'Adressen som det skulle sendes fra, er ikke længere en af kontoens identiteter.',
    'Vælg en anden adresse i Fra.',
  ),
};
