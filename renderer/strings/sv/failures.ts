// What went wrong and what to do, in Swedish.
import type { Failure } from '../../../electron/contract/failure';
import { type FailureWords, sentences } from '../failure-words';
import { formatDay, formatNames, formatPlace, formatSize } from '../format';

const place = (about: Pick<Failure, 'host' | 'port'>): string => formatPlace(about, 'servern');
const size = (octets: number | undefined): string => (octets === undefined ? '?' : formatSize(octets, 'sv'));

export const failures: FailureWords = {
  'engine-restarted': sentences('Brevduvas postmotor stannade och startades om.', 'Inget du skrev har gått förlorat. Försök igen.'),
  'engine-unavailable': sentences(
    'Brevduvas postmotor är inte igång.',
    'Starta den igen med knappen ovanför. Det du har skrivit sedan den stannade finns bara i det här fönstret.',
  ),
  'invalid-input': sentences('Något på sidan stämmer inte.', 'Kontrollera det du fyllde i och försök igen.'),
  'not-found': sentences('Det här finns inte längre.', 'Det kan ha tagits bort eller flyttats.'),
  'not-possible-now': sentences('Det går inte att göra med det här meddelandet nu.', 'Det kan ha skickats eller ändrats under tiden.'),
  cancelled: sentences('Avbrutet.'),
  internal: sentences(
    'Något gick fel inne i Brevduva.',
    'Försök igen. Händer det på nytt: avsluta och starta Brevduva; inget du skrev går förlorat.',
  ),
  'disk-full': sentences(
    ({ name }) => `Disken är full${name ? ` (${name})` : ''}.`,
    'Frigör lite utrymme och försök igen. Utkastet är kvar.',
  ),
  'disk-read-only': sentences(
    ({ name }) => `Brevduva får inte skriva i ${name ?? 'sin mapp'}.`,
    'Ge dig själv skrivrätt där, eller starta Brevduva med en annan mapp.',
  ),
  'disk-error': sentences(
    ({ name }) => `Disken rapporterade ett fel${name ? ` i ${name}` : ''}.`,
    'Säkerhetskopiera det viktiga och kontrollera disken.',
  ),
  'database-damaged': sentences(
    'Brevduvas postfil är skadad.',
    'Den skadade filen sparas. Återställ den från en säkerhetskopia eller börja med en ny mapp.',
  ),
  'database-newer': sentences(
    'Den här profilen är gjord av en nyare Brevduva.',
    'Installera den nyare versionen igen eller börja med en annan mapp.',
  ),
  'profile-in-use': sentences('En annan Brevduva använder den här profilen.', 'Använd fönstret som är öppet eller stäng det först.'),
  'hosts-unconfirmed': sentences(
    ({ address, host }) =>
      `Servrarna som hittades${address ? ` för ${address}` : ''} hör till en annan domän: ${host ?? ''}. Inget lösenord har skickats dit.`,
    ({ host }) => `Är de din leverantörs? Ange dem då själv: --smtp ${host?.split(', ')[0] ?? 'VÄRD:PORT'} och --imap VÄRD:PORT.`,
  ),
  'secret-missing': sentences(
    ({ address }) => `Inget lösenord är sparat${address ? ` för ${address}` : ' för det här kontot'}.`,
    'Skriv in lösenordet. Posten väntar.',
  ),
  'vault-unreadable': sentences('Det sparade lösenordet går inte längre att läsa.', 'Skriv in det igen. Posten väntar.'),
  'vault-unavailable': sentences(
    ({ detail }) =>
      detail === 'locked' ? 'Datorns nyckelring är låst, och lösenordet ligger i den.' : 'Den här datorn har ingen nyckelring.',
    ({ detail }) =>
      detail === 'locked' ? 'Lås upp den och försök igen. Din post väntar.' : 'Lösenordet kan behållas tills du avslutar Brevduva.',
  ),
  offline: sentences('Väntar på nätverket.', 'Det skickas av sig självt när nätverket är tillbaka.'),
  'dns-failed': sentences(
    ({ host }) => `Det finns ingen server med namnet ${host ?? 'som angavs'}.`,
    'Kontrollera stavningen och att datorn är ansluten till nätet.',
  ),
  'connect-refused': sentences(
    (about) => `Kan inte nå ${place(about)}: anslutningen nekades.`,
    'Kontrollera serverns namn och port. Port 465 eller 587 är vanligast.',
  ),
  'connect-timeout': sentences(
    (about) => `Kan inte nå ${place(about)}: inget svar.`,
    'Porten kan vara spärrad av en brandvägg eller av ditt nät. Prova en annan port.',
  ),
  'greeting-timeout': sentences(
    (about) => `${place(about)} tar emot anslutningen men säger ingenting.`,
    'Säkerheten passar kanske inte porten: 465 är TLS, 587 är STARTTLS.',
  ),
  'connection-lost': sentences((about) => `Anslutningen till ${place(about)} bröts.`, 'Ett nytt försök görs automatiskt.'),
  'not-mail-server': sentences(
    (about) => `Det som svarar på ${place(about)} är ingen e-postserver, eller så är det fel port eller säkerhet.`,
    'Kontrollera serverns namn och port.',
  ),
  'wrong-security': sentences(
    (about) => `${place(about)} svarar inte som väntat: ingen e-postserver, eller fel port eller säkerhet.`,
    'Port 465 hör ihop med TLS, port 587 med STARTTLS.',
  ),
  'proxy-unreachable': sentences(
    ({ proxy = 'som angavs' }) => `Proxyn ${proxy} kan inte nås.`,
    'Kontrollera namn och port under ”Vägen till servern” och att datorn är i det nät där proxyn finns. Brevduva går inte runt den.',
  ),
  'proxy-silent': sentences(
    ({ proxy = 'som angavs' }) => `Proxyn ${proxy} svarar inte.`,
    'Den kan vara överbelastad, eller så är det något annat som lyssnar där. Ett nytt försök görs automatiskt; en längre tidsgräns kan hjälpa.',
  ),
  'proxy-sign-in': sentences(
    ({ proxy = 'som angavs' }) => `Proxyn ${proxy} godtar inte inloggningen.`,
    'Ange användarnamn och lösenord för proxyn under ”Vägen till servern”. Lösenordet till din e-post skickades inte.',
  ),
  'proxy-refused': sentences(
    ({ proxy = 'som angavs', ...about }) => `Proxyn ${proxy} ansluter inte till ${place(about)}.`,
    'Den kanske inte tillåter e-postportar eller hittar inte servern. Kontrollera serverns namn och port, eller fråga den som sköter proxyn.',
  ),
  'not-a-proxy': sentences(
    ({ proxy = 'som angavs' }) => `Det som svarar på ${proxy} är ingen proxy av det valda slaget.`,
    'Kontrollera under ”Vägen till servern” om den är SOCKS5 eller HTTP, och vilken port den har.',
  ),
  'encryption-refused': sentences(
    (about) => `Servern nekade kryptering; inget skickades. (${place(about)})`,
    'Brevduva skickar aldrig lösenord eller post öppet. Prova port 465 med TLS, eller fråga din leverantör.',
  ),
  'encryption-failed': sentences(
    (about) => `Det gick inte att skapa en säker anslutning till ${place(about)}.`,
    'Servern kan vara för gammal för dagens kryptering (TLS 1.2 eller nyare), eller så stör något på vägen.',
  ),
  'certificate-expired': sentences(
    ({ certificate, ...about }) =>
      `Certifikatet för ${place(about)} gick ut${certificate ? ` den ${formatDay(certificate.validTo, 'sv')}` : ''}. Ditt lösenord skickades inte.`,
    'Serverns ägare måste förnya det. Kontrollera också att datorns datum stämmer.',
  ),
  'certificate-not-yet-valid': sentences(
    ({ certificate, ...about }) =>
      `Certifikatet för ${place(about)} gäller först från ${certificate ? formatDay(certificate.validFrom, 'sv') : 'en senare dag'}. Ditt lösenord skickades inte.`,
    'Kontrollera att datorns datum stämmer.',
  ),
  'certificate-name': sentences(
    ({ certificate, host }) =>
      `Certifikatet hör till ${formatNames(certificate, 'en annan server')}, inte till ${host ?? 'den här servern'}. Ditt lösenord skickades inte.`,
    'Kontrollera serverns namn. Din leverantör kanske vill att du använder namnet i certifikatet.',
  ),
  'certificate-untrusted': sentences(
    ({ certificate, ...about }) =>
      `Certifikatet för ${place(about)} kommer från ${certificate?.issuer || 'någon'} som datorn inte litar på. Ditt lösenord skickades inte.`,
    'Fråga din leverantör. Ett företags egen utfärdare kan läggas till i inställningarna, och ett certifikat som du känner till kan godtas för just den här servern.',
  ),
  'certificate-changed': sentences(
    (about) => `${place(about)} visar ett annat certifikat än det du litar på. Ditt lösenord skickades inte.`,
    'Om ingen har berättat om ett nytt certifikat kan någon finnas emellan. Jämför fingeravtrycken med den som sköter servern innan du litar på det nya.',
  ),
  'sign-in-not-offered': sentences(
    (about) => `${place(about)} erbjuder ingen inloggning.`,
    'Det kan vara fel port (587 eller 465 är för människor), eller en server som inte tar emot post utifrån.',
  ),
  'sign-in-method': sentences(
    (about) => `${place(about)} erbjuder inget sätt att logga in som Brevduva kan.`,
    'Din leverantör kanske vill ha en annan sorts inloggning eller ett applösenord.',
  ),
  'sign-in-refused': sentences(
    ({ address }) => `Servern godtog inte användarnamnet eller lösenordet${address ? ` för ${address}` : ''}.`,
    'Skriv lösenordet igen. Många leverantörer vill ha ett applösenord i stället för ditt vanliga.',
  ),
  'app-password-needed': sentences(
    'Leverantören vill ha ett applösenord, inte ditt vanliga lösenord.',
    'Skapa ett i kontots säkerhetsinställningar och skriv in det här.',
  ),
  'sign-in-temporary': sentences(
    'Servern kan inte kontrollera lösenord just nu.',
    'Det är inget fel på ditt. Ett nytt försök görs automatiskt.',
  ),
  'oauth-needed': sentences(
    'Den här leverantören loggar bara in via sin egen webbsida.',
    'Inget lösenord fungerar här. Logga in med webbläsaren.',
  ),
  'smtp-auth-disabled': sentences(
    'Du är inloggad, men att skicka med ett e-postprogram (SMTP) är avstängt för den här brevlådan.',
    'Microsoft 365: en administratör slår på ”Autentiserad SMTP” för brevlådan (Microsoft 365 administrationscenter, Användare, E-post, Hantera e-postappar; https://aka.ms/smtp_auth_disabled). Outlook.com: Inställningar, E-post, Vidarebefordran och IMAP. Din e-post väntar.',
  ),
  'oauth-client-missing': sentences(
    'Brevduva är inte registrerat hos den här leverantören än och kan därför inte logga in dig där med webbläsaren.',
    'Ange ett klient-ID under Inställningar; stegen beskrivs där.',
  ),
  'oauth-denied': sentences('Du tillät det inte i webbläsaren.', 'Ingenting har ändrats. Försök igen när du vill.'),
  'oauth-timed-out': sentences('Det kom inget svar från webbläsaren.', 'Försök igen och slutför inloggningen på sidan som öppnas.'),
  'oauth-mismatch': sentences(
    'Svaret från webbläsaren hör till en annan inloggning och har därför inte använts.',
    'Försök igen och använd sidan som öppnas då.',
  ),
  'oauth-refused': sentences(
    ({ address, host }) => `${host ?? 'Leverantören'} godtar inte inloggningen${address ? ` för ${address}` : ''}.`,
    'Logga in igen och välj rätt konto i webbläsaren. IMAP eller SMTP kan behöva slås på i brevlådans inställningar.',
  ),
  'oauth-sign-in-again': sentences(
    ({ address }) => `Inloggningen${address ? ` för ${address}` : ''} gäller inte längre.`,
    'Logga in igen med webbläsaren. Din e-post väntar.',
  ),
  'oauth-unavailable': sentences(
    ({ host }) => `Inloggningsservern${host ? ` ${host}` : ''} kan inte användas just nu.`,
    'Försök igen om en stund. E-post som väntar går i väg av sig själv när det går.',
  ),
  'sender-refused': sentences(
    ({ address }) => `Du får inte skicka som ${address ?? 'den här adressen'}.`,
    'Välj en annan avsändaradress eller be leverantören tillåta den här.',
  ),
  'relay-denied': sentences(
    'Servern vill inte skicka vidare post åt dig.',
    'Oftast saknas inloggningen eller så hör avsändaradressen till ett annat konto. Kontrollera kontot.',
  ),
  'recipients-refused': sentences(
    'Servern nekade alla mottagare. Inget skickades.',
    'Se orsaken bredvid varje adress, rätta och skicka igen.',
  ),
  'some-recipients-refused': sentences('Några mottagare nekades; de andra har fått meddelandet.', 'Se orsaken bredvid varje adress.'),
  'temporarily-refused': sentences('Servern ber oss försöka senare.', 'Ett nytt försök görs automatiskt.'),
  'message-too-large': sentences(
    ({ size: octets, limit, name }) =>
      `Meddelandet är för stort${octets !== undefined && limit !== undefined ? `: ${size(octets)}, och servern tar emot ${size(limit)}` : ''}${name ? `. Den största filen är ${name}` : ''}. Inget skickades.`,
    'Ta bort eller förminska en fil, eller dela den med en länk.',
  ),
  'message-refused': sentences(
    'Servern nekade meddelandet. Inget skickades.',
    'Serverns egna ord säger varför. Redigera meddelandet och skicka igen.',
  ),
  'server-busy': sentences((about) => `${place(about)} är upptagen och stängde anslutningen.`, 'Ett nytt försök görs automatiskt.'),
  'outcome-unknown': sentences(
    'Kan ha skickats: anslutningen bröts innan servern bekräftade.',
    'Titta i Skickat eller fråga mottagaren. Brevduva skickar det inte två gånger av sig självt.',
  ),
  'changed-on-disk': sentences(
    'Det sparade meddelandet är inte längre det du skickade, så det skickades inte.',
    'Något har ändrat Brevduvas filer. Redigera meddelandet och skicka igen.',
  ),
  'schedule-missed': sentences(
    'Tiden då det här skulle skickas har passerat medan datorn var avstängd eller sov.',
    'Skicka nu, välj en ny tid eller behåll det.',
  ),
  'crashed-thrice': sentences(
    'Brevduva stannade tre gånger med det här meddelandet, så det är lagt åt sidan.',
    'Redigera det eller skicka igen när du är redo.',
  ),
  'imap-sign-in-refused': sentences(
    ({ address }) => `Servern för inkommande post godtog inte användarnamnet eller lösenordet${address ? ` för ${address}` : ''}.`,
    'Kontrollera lösenordet. Hos vissa leverantörer måste IMAP först slås på i deras inställningar.',
  ),
  'imap-unavailable': sentences(
    (about) => `Servern för inkommande post, ${place(about)}, går inte att använda just nu.`,
    'Ett nytt försök görs automatiskt.',
  ),
  'no-sent-folder': sentences('Servern har ingen mapp för skickat.', 'Brevduva kan skapa en.'),
  'append-over-quota': sentences(
    'Brevlådan är full, så kopian sparades inte där. Meddelandet skickades.',
    'En kopia finns på datorn. Frigör plats i brevlådan och försök igen.',
  ),
  'append-too-large': sentences('Servern tar inte emot en så stor kopia. Meddelandet skickades.', 'En kopia finns på datorn.'),
  'append-refused': sentences('Servern tog inte emot kopian. Meddelandet skickades.', 'Bara kopian försöks igen.'),
  'no-recipient': sentences('Ingen står i Till, Kopia eller Hemlig kopia.', 'Lägg till minst en adress.'),
  'address-invalid': sentences(
    ({ address }) => `${address ? `”${address}” är` : 'En av adresserna är'} ingen adress det går att skicka till.`,
    'Rätta eller ta bort den.',
  ),
  'attachment-is-folder': sentences(
    ({ name }) => `”${name ?? 'Det här'}” är en mapp. En mapp kan inte bifogas som den är.`,
    'Bifoga filerna i den, eller gör först en zip-fil av den.',
  ),
  'attachment-unreadable': sentences(
    ({ name }) => `Filen ”${name ?? ''}” går inte att läsa.`,
    'Den kan ha flyttats eller tagits bort, eller så saknar du behörighet.',
  ),
  'attachment-missing': sentences(
    ({ name }) => `Den sparade kopian av ”${name ?? 'en fil'}” är borta ur Brevduvas mapp.`,
    'Ta bort den ur meddelandet och bifoga den igen.',
  ),
  'not-a-letter': sentences(
    ({ name }) => `”${name ?? ''}” är inget brev.`,
    'Vill du skicka med filen skriver du ett brev och bifogar den där.',
  ),
  'letter-too-large': sentences(
    ({ name, size: octets, limit }) =>
      `${name ? `”${name}” är för stor för att öppnas som brev` : 'Brevet är för stort för en fil'}${octets !== undefined && limit !== undefined ? `: ${size(octets)}, och gränsen är ${size(limit)}` : ''}.`,
    'Filerna i brevet kan sparas en och en där det ligger nu.',
  ),
  'picture-unreadable': sentences(
    ({ name }) => `”${name ?? 'Det här'}” kan inte visas som bild. Den är skadad, eller ingen bild.`,
    'Den kan följa med brevet som en fil.',
  ),
  'picture-kind-unread': sentences(
    ({ name, kind }) =>
      `”${name ?? 'Det här'}” är en bild av ett slag som Brevduva inte kan läsa${kind === undefined ? '' : ` (${kind})`}, så den kan inte stå i texten.`,
    'Den kan följa med brevet som en fil. Spara den som JPEG först om den ska stå i texten.',
  ),
  'picture-too-large': sentences(
    ({ name, size: pixels }) =>
      `”${name ?? 'Det här'}” har för många bildpunkter för att visas i ett brev${pixels === undefined ? '' : `: ${Math.round(pixels / 1_000_000)} miljoner`}.`,
    'Förminska den först, eller skicka den som en fil.',
  ),
  'folder-too-large': sentences(
    ({ name }) => `”${name ?? 'Mappen'}” är för stor för en zip-fil: fler än 10 000 filer, mer än 2 GB eller för många mappar i mappar.`,
    'Bifoga en del av den, eller dela den med en länk.',
  ),
  'folder-empty': sentences(({ name }) => `Det finns inga filer i ”${name ?? 'mappen'}”. Inget bifogades.`, 'Välj en annan mapp.'),
  'draft-changed': sentences('Meddelandet ändrades medan det skickades.', 'Se över det och skicka igen.'),
  'account-missing': sentences('Kontot som det skulle skickas från finns inte längre.', 'Välj ett annat konto.'),
  'option-invalid': sentences(
    ({ name }) => `I alternativen för brevet kan ”${name ?? ''}” inte skickas som det står.`,
    'Rätta det där, eller ta bort det.',
  ),
  'identity-missing': sentences(
    'Adressen som det skulle skickas från är inte längre en av kontots identiteter.',
    'Välj en annan adress i Från.',
  ),
};
