// Words of the coach: who sends, and who is to receive, in Swedish.
import { advice } from '../../advice-words';

export const sender = {
  'sender-not-yours': advice(
    'Du får inte skicka från den adressen',
    'Kontot du är inloggad med får inte använda den här avsändaradressen.',
    'Välj kontots egen adress i Från, eller låt leverantören lägga till den här.',
  ),
  'sender-not-verified': advice(
    'Sändningstjänsten känner inte till avsändaradressen än',
    'Sådana tjänster skickar bara från adresser eller domäner som har verifierats hos dem.',
    'Verifiera adressen eller dess domän hos tjänsten, eller välj en som är verifierad.',
  ),
  'sender-domain': advice(
    'Domänen i din avsändaradress går inte att hitta',
    'Servern slog upp domänen och hittade ingen plats som tar emot svar.',
    'Leta efter skrivfel i Från. Är domänen din, se till att dess MX-post är i ordning.',
  ),
  'sender-syntax': advice(
    'Avsändaradressen är inte skriven som servern vill ha den',
    'Ett tecken eller adressens form godtas inte.',
    'Rätta adressen i kontots inställningar.',
  ),
  'sender-locked': advice(
    'Leverantören har stoppat dina utskick',
    'Den misstänker att ditt konto missbrukas.',
    'Logga in på leverantörens webbsida, byt lösenord där och följ anvisningarna.',
  ),
  'microsoft-sender-blocked': advice(
    'Microsoft har stoppat dina utskick',
    'För mycket av det som lämnat ditt konto eller din organisation liknade skräppost.',
    'Byt lösenord och be den som sköter er Microsoft 365 att häva stoppet.',
  ),
  'icloud-sender': advice(
    'iCloud skickar bara från dina egna iCloud-adresser',
    'Avsändaradressen är varken din iCloud-adress eller ett av dess alias.',
    'Välj en av dina iCloud-adresser i Från, eller lägg till den här i iClouds inställningar.',
  ),
};

export const recipient = {
  'no-such-mailbox': advice(
    'Det finns ingen sådan brevlåda',
    'Servern känner till domänen, men ingen med det namnet.',
    'Leta efter ett skrivfel, eller fråga personen efter rätt adress.',
  ),
  'no-such-domain': advice(
    'Adressens domän går inte att hitta',
    'Delen efter @ finns inte, eller har ingen e-postserver.',
    'Leta efter ett skrivfel efter @.',
  ),
  'domain-takes-no-mail': advice(
    'Domänen tar inte emot någon post',
    'Ägaren har förklarat att ingen har en brevlåda där.',
    'Fråga personen efter en annan adress.',
  ),
  'recipient-syntax': advice(
    'Adressen är inte skriven som servern vill ha den',
    'Ett tecken saknas, är dubbelt eller får inte stå där.',
    'Rätta adressen.',
  ),
  'recipient-ambiguous': advice(
    'Adressen passar på flera personer',
    'Servern vet inte vem av dem som menas.',
    'Fråga efter den fullständiga adressen.',
  ),
  'mailbox-moved': advice(
    'Personen har en annan adress nu',
    'Brevlådan har flyttats. Serverns ord kan nämna den nya adressen.',
    'Använd den nya adressen.',
  ),
  'address-trouble': advice(
    'Servern har problem med adressen',
    'Mer än så säger den inte.',
    'Titta på adressen och fråga personen om den stämmer.',
  ),
  'mailbox-disabled': advice(
    'Brevlådan är stängd',
    'Den finns, men är avstängd eller har inte använts på länge.',
    'Nå personen på annat sätt och be om en adress som används.',
  ),
  'mailbox-full': advice(
    'Mottagarens brevlåda är full',
    'Det finns ingen plats för ditt brev förrän något tas bort där.',
    'Säg till personen på annat sätt och skicka igen senare.',
  ),
  'mailbox-busy': advice(
    'Brevlådan går inte att nå just nu',
    'Den används eller repareras hos mottagarens leverantör.',
    'Vänta: det prövas igen av sig självt.',
  ),
  'mailbox-takes-smaller': advice(
    'Brevet är för stort för den brevlådan',
    'Mottagaren får bara ta emot mindre brev.',
    'Ta bort eller krymp bilagor, eller dela dem med en länk.',
  ),
  'list-trouble': advice(
    'E-postlistan kunde inte skicka vidare',
    'Listan finns, men det gick inte att slå upp medlemmarna.',
    'Säg till den som sköter listan.',
  ),
  'recipient-restricted': advice(
    'Mottagarens server tar inte emot det här från dig',
    'En regel där tillåter bara vissa avsändare, eller stänger ute dig.',
    'Be personen släppa in din adress, eller skriv till en annan adress.',
  ),
  'group-restricted': advice(
    'Bara vissa får skriva till den gruppen',
    'Gruppen tar emot post från sina medlemmar eller sin egen organisation.',
    'Be gruppens ägare släppa in dig.',
  ),
  'blocked-by-recipient': advice(
    'Mottagarens sida har spärrat dig',
    'Din adress, domän eller e-postserver står på en egen lista hos dem.',
    'Nå dem på annat sätt och be att få bli struken från den.',
  ),
  'owner-changed': advice(
    'Adressen tillhör någon annan nu',
    'Brevlådan eller domänen har bytt ägare sedan du skrev senast.',
    'Fråga personen efter adressen som gäller i dag.',
  ),
  'non-ascii-address': advice(
    'En server på vägen klarar inte andra bokstäver än a–z i adresser',
    'Adressen har bokstäver som å eller ö, och servern kan bara den äldre formen.',
    'Be personen om en adress med vanliga bokstäver.',
  ),
  greylisted: advice(
    'Servern ber en ny avsändare att komma tillbaka',
    'Det kallas grålistning: första försöket skjuts upp för att hålla skräppost ute, ett senare släpps in.',
    'Gör ingenting: det prövas igen av sig självt om några minuter.',
  ),
  'relay-denied': advice(
    'Servern skickar inte vidare post åt dig',
    'Den tar bara emot post åt sina egna, eller vet inte att du är en av dem.',
    'Kontrollera att kontot har rätt server för utgående post och att inloggningen stämmer.',
  ),
  'microsoft-recipient-denied': advice(
    'Det finns ingen sådan brevlåda hos Microsoft',
    'Mottagarens organisation tar bara emot post till kända adresser, och den här är ingen av dem.',
    'Leta efter ett skrivfel, eller fråga personen efter rätt adress.',
  ),
  'routing-loop': advice(
    'Brevet gick runt i en cirkel',
    'Servrar hos mottagaren skickar det fram och tillbaka utan slut.',
    'Säg till mottagarens leverantör. Hos dig går det inte att laga.',
  ),
  'next-server-silent': advice(
    'Mottagarens server svarar inte',
    'Din leverantör nådde den inte, eller tappade förbindelsen.',
    'Vänta och försök igen. Kontrollera adressen om det inte ger sig.',
  ),
  'routing-trouble': advice(
    'Ingen väg till mottagarens server hittades',
    'Dess uppgifter i nätets register saknas eller är trasiga just nu.',
    'Kontrollera delen efter @ och försök igen senare.',
  ),
  'delivery-expired': advice(
    'Det prövades i dagar och gavs sedan upp',
    'Mottagarens server gick inte att nå under hela den tiden.',
    'Kontrollera adressen och skicka igen.',
  ),
  'all-refused': advice(
    'Alla mottagare nekades',
    'Servern godtog ingen av adresserna, så inget skickades.',
    'Se skälet vid varje adress, rätta det och skicka igen.',
  ),
  'some-refused': advice('Några mottagare nekades', 'De andra har fått brevet.', 'Se skälet vid varje adress.'),
};
