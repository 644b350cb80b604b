// Words of the coach: the server, the way to it, its encryption, and the copy in Sent, in Swedish.
import { advice } from '../../advice-words';

export const server = {
  'server-busy': advice(
    'Servern är upptagen',
    'Den har brutit förbindelsen och ber dig komma tillbaka.',
    'Vänta: det prövas igen av sig självt.',
  ),
  'server-full': advice(
    'Servern har ingen plats just nu',
    'Dess disk eller minne är fullt. Det är inte din brevlåda som menas.',
    'Vänta: det prövas igen av sig självt. Säg till leverantören om det inte ger sig.',
  ),
  'server-down': advice(
    'Servern är inte i drift just nu',
    'Den ses över, eller håller på att stänga.',
    'Vänta: det prövas igen av sig självt.',
  ),
  'server-error': advice(
    'Servern hade ett eget fel',
    'Något gick snett inne i den när den arbetade med din post.',
    'Vänta och försök igen. Säg till leverantören om det inte ger sig.',
  ),
  'server-misconfigured': advice(
    'Servern är fel inställd',
    'Den säger det själv. Bara den som sköter den kan laga det.',
    'Ge leverantören serverns egna ord.',
  ),
  'feature-missing': advice(
    'Servern kan inte göra det som begärdes',
    'Den känner inte till en funktion som behövdes.',
    'Försök igen; ge annars leverantören serverns egna ord.',
  ),
  'parameters-refused': advice(
    'Servern godtog inte en detalj i sändningen',
    'Något som sades tillsammans med adresserna är okänt för den.',
    'Försök igen. Ge leverantören serverns egna ord om det inte ger sig.',
  ),
  'command-unknown': advice(
    'Servern förstår inte vad den får höra',
    'Det kan vara en annan sorts server, eller så ändrar något på vägen det som sägs.',
    'Kontrollera serverns namn och port. Ett virusskydd eller en brandvägg kan vara i vägen.',
  ),
  'command-syntax': advice(
    'Servern tycker att något är felskrivet',
    'Ofta en adress med ett ovanligt tecken i.',
    'Titta på adresserna i brevet, rätta dem och skicka igen.',
  ),
  'command-order': advice(
    'Servern tappade tråden i samtalet',
    'Den väntade sig något annat här.',
    'Försök igen. Säg till leverantören om det inte ger sig.',
  ),
  'no-service-here': advice(
    'Den här servern tar inte emot post från dig',
    'Den nekade innan något hade sagts: du ska till ett annat namn eller en annan port, eller är spärrad där.',
    'Kontrollera serverns namn och port. Fråga annars leverantören.',
  ),
  'try-later': advice(
    'Servern ber dig försöka senare',
    'Den tar inte emot brevet nu, men kanske snart. Dess egna ord kan säga varför.',
    'Vänta: det prövas igen av sig självt.',
  ),
};

export const connection = {
  'no-network': advice(
    'Datorn har inget nät',
    'Ingen väg leder till servern.',
    'Titta på kabeln eller det trådlösa nätet. Det går iväg av sig självt när nätet är tillbaka.',
  ),
  'name-unknown': advice(
    'Det finns ingen server med det namnet',
    'Namnet är felskrivet, eller så heter servern något annat.',
    'Kontrollera serverns namn på leverantörens hjälpsida.',
  ),
  'name-lookup-failed': advice(
    'Serverns namn gick inte att slå upp just nu',
    'Nätets register (DNS) svarar inte.',
    'Vänta, eller titta på ditt nät. Själva namnet kan vara rätt.',
  ),
  'connection-refused': advice(
    'Ingen lyssnar på den porten',
    'Servern finns, men tar inte emot förbindelser på den porten; eller så avvisar en brandvägg dem.',
    'Pröva den andra porten: 465 med TLS, 587 med STARTTLS. Kontrollera serverns namn.',
  ),
  'host-unreachable': advice(
    'Ingen väg leder till servern härifrån',
    'Nätet känner ingen väg dit. Den kanske bara nås inom ett företag eller via VPN.',
    'Kontrollera ditt nät eller VPN, sedan serverns namn.',
  ),
  'blocked-here': advice(
    'Något på datorn förbjuder förbindelsen',
    'En brandvägg eller ett säkerhetsprogram släpper inte ut Brevduva.',
    'Tillåt Brevduva där, eller pröva den andra porten.',
  ),
  'no-answer': advice(
    'Servern svarar inte',
    'Porten kan vara spärrad i ditt nät (många spärrar port 25), eller så ligger servern nere.',
    'Pröva den andra porten: 465 eller 587. På hotell eller kafé, pröva ett annat nät.',
  ),
  'no-greeting': advice(
    'Servern tar emot förbindelsen men säger inget',
    'Ofta passar krypteringen inte porten, eller så håller något på vägen linjen.',
    'Använd TLS med port 465 och STARTTLS med port 587.',
  ),
  'connection-lost': advice(
    'Linjen bröts',
    'Förbindelsen tog slut innan brevet var igenom. Inget skickades två gånger.',
    'Ingenting: det prövas igen av sig självt.',
  ),
  'not-mail-server': advice(
    'Det som svarar där är ingen e-postserver',
    'Det är en webbserver eller något annat, eller sidan för ett nät som vill att du loggar in först.',
    'Kontrollera serverns namn och port. På hotell eller kafé, öppna webbläsaren och logga in på nätet.',
  ),
  'outcome-unknown': advice(
    'Det kan ha skickats',
    'Linjen bröts efter att hela brevet hade gått iväg och innan servern svarade.',
    'Titta i Skickat eller fråga mottagaren. Det skickas aldrig igen av sig självt.',
  ),
};

export const encryption = {
  'wrong-security': advice(
    'Porten och krypteringen passar inte ihop',
    'Den ena sidan talar krypterat från början, den andra inte.',
    'Använd TLS med port 465 och STARTTLS med port 587.',
  ),
  'encryption-refused': advice(
    'Servern vägrade kryptera',
    'Den erbjuder ingen kryptering på den porten, eller så tar något på vägen bort den. Inget skickades.',
    'Pröva port 465 med TLS. I ett främmande nät, pröva ett annat.',
  ),
  'encryption-later': advice(
    'Servern kan inte kryptera just nu',
    'Den har ett eget fel. Inget skickades öppet.',
    'Vänta: det prövas igen av sig självt. Den andra porten kan fungera genast.',
  ),
  'encryption-needed': advice(
    'Servern vill ha kryptering först',
    'Den tar varken emot inloggning eller post innan linjen är krypterad.',
    'Använd TLS med port 465 eller STARTTLS med port 587.',
  ),
  'encryption-on-the-way': advice(
    'Mottagarens sida vill ha en krypterad väg hela vägen',
    'En server mellan din och deras krypterar inte.',
    'Säg till leverantören. Från din dator till leverantören är det krypterat.',
  ),
  'handshake-failed': advice(
    'Ingen säker förbindelse kom till stånd',
    'De två sidorna enades inte om en kryptering, eller så stör något på vägen.',
    'Pröva den andra porten. Ett virusskydd som tittar i posten kan vara i vägen.',
  ),
  'tls-too-old': advice(
    'Serverns kryptering är för gammal',
    'Den kan bara versioner som inte längre är säkra; TLS 1.2 är det minsta.',
    'Servern måste förnyas. Fråga leverantören efter namnet på en annan server.',
  ),
  'certificate-expired': advice(
    'Serverns certifikat har gått ut',
    'Det förnyades inte i tid, eller så går datorns klocka fel. Ditt lösenord skickades inte.',
    'Titta på datorns datum. Vänta annars tills serverns ägare har förnyat det.',
  ),
  'certificate-not-yet-valid': advice(
    'Serverns certifikat gäller inte än',
    'Oftast går datorns klocka efter. Ditt lösenord skickades inte.',
    'Ställ datorns datum och tid rätt.',
  ),
  'certificate-name': advice(
    'Certifikatet hör till ett annat namn',
    'Servern visar sig vara någon annan än namnet i dina inställningar. Ditt lösenord skickades inte.',
    'Titta på namnen i certifikatet. Ofta är ett av dem det rätta servernamnet.',
  ),
  'certificate-untrusted': advice(
    'Ingen som datorn litar på går i god för servern',
    'Certifikatets utfärdare är okänd här: ett företags egen, ett virusskydds eller en främlings. Ditt lösenord skickades inte.',
    'Fråga leverantören eller ditt företag. I ett främmande nät, pröva ett annat.',
  ),
  'certificate-self-signed': advice(
    'Servern går i god för sig själv',
    'Ingen annan har skrivit under dess certifikat, så vem som helst kan ha gjort det. Ditt lösenord skickades inte.',
    'Är det din egen server, skaffa ett utfärdat certifikat till den. Använd den annars inte.',
  ),
  'certificate-revoked': advice(
    'Serverns certifikat har dragits in',
    'Utfärdaren har förklarat det ogiltigt. Ditt lösenord skickades inte.',
    'Fråga serverns ägare. Använd den inte förrän den har ett nytt.',
  ),
};

export const copy = {
  'imap-busy': advice(
    'Servern med Skickat går inte att använda just nu',
    'Den är upptagen eller ses över.',
    'Vänta: kopian prövas igen av sig själv. Brevet är skickat.',
  ),
  'no-sent-folder': advice(
    'Brevlådan har ingen mapp för skickat',
    'Det finns ingen plats för kopior av det du skickar.',
    'Låt Brevduva skapa en i kontots inställningar.',
  ),
  'copy-over-quota': advice(
    'Din brevlåda är full',
    'Brevet skickades, men kopian fick ingen plats i Skickat.',
    'Ta bort något i brevlådan och spara kopian igen. En finns kvar på datorn.',
  ),
  'copy-too-large': advice(
    'Kopian är för stor för din brevlåda',
    'Brevet skickades, men servern med Skickat tar inte emot något så stort.',
    'Ingenting: kopian på datorn ligger kvar.',
  ),
  'copy-refused': advice(
    'Kopian togs inte emot i Skickat',
    'Brevet skickades; servern med Skickat nekade bara kopian.',
    'Dess egna ord kan säga varför. Kopian prövas igen av sig själv.',
  ),
};
