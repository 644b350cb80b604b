// Words of the coach: the message itself, limits of sending, and what is thought of the sender, in Swedish.
import { advice } from '../../advice-words';

export const message = {
  'too-large': advice(
    'Brevet är för stort',
    'Med sina bilagor är det större än servern tar emot. Bilagor växer med en tredjedel på vägen.',
    'Ta bort eller krymp bilagor, eller dela dem med en länk.',
  ),
  'attachment-blocked': advice(
    'En bilaga är av ett slag som inte släpps igenom',
    'Program, skript och arkiv med sådana filer stoppas, vad de än innehåller.',
    'Ta bort den och dela den med en länk, eller skicka den i en annan form.',
  ),
  'looks-like-spam': advice(
    'Brevet togs för skräppost',
    'Ett filter bedömde texten, länkarna eller avsändaren. Det kan ha fel.',
    'Skriv enklare, med färre länkar och bilder, eller be mottagaren släppa in din adress.',
  ),
  'link-listed': advice(
    'En länk i brevet står på en varningslista',
    'Adressen den leder till har setts i skräppost eller bedrägerier.',
    'Ta bort länken, även ur din signatur och ur citerad text.',
  ),
  virus: advice(
    'Servern tror att det finns något skadligt i brevet',
    'Ett skydd hittade ett virus, eller en text som liknar bedrägeri.',
    'Kontrollera filerna på din dator, ta bort den misstänkta och skicka igen.',
  ),
  'content-refused': advice(
    'Servern tar inte emot det här brevet',
    'Något i det, i texten, formen eller bilagorna, godtas inte där.',
    'Serverns egna ord kan säga vad. Ändra det och skicka igen.',
  ),
  'not-compliant': advice(
    'Brevhuvudet är inte som servern vill ha det',
    'En rad som Från eller Datum saknas, är dubbel eller har fel form.',
    'Redigera brevet, titta på Från och ämnet, och skicka igen.',
  ),
  'text-form': advice(
    'Servern klarar inte textens form',
    'Den kan varken ta emot eller omvandla hur bokstäver eller rader är kodade.',
    'Redigera brevet och skicka igen; undvik ovanliga tecken i ämnet.',
  ),
  'policy-refused': advice(
    'En regel hos servern förbjuder brevet',
    'Det nekades av princip: för innehållet, avsändaren eller varifrån det kommer.',
    'Serverns egna ord kan säga varför. Fråga mottagarens leverantör, eller nå personen på annat sätt.',
  ),
  'transaction-failed': advice(
    'Servern gav upp brevet',
    'Den säger bara att det misslyckades.',
    'Försök en gång till. Misslyckas det igen, ändra brevet eller fråga leverantören.',
  ),
  'security-refused': advice(
    'Servern nekade av säkerhetsskäl',
    'Mer säger den inte, eller så kunde den inte kontrollera ett skydd som den kräver.',
    'Serverns egna ord kan säga vilket. Fråga din leverantör.',
  ),
};

export const limits = {
  'gmail-daily-limit': advice(
    'Googles gräns för en dag är nådd',
    'Ett Gmail-konto skickar till ungefär 500 mottagare om dagen, ett Workspace-konto till ungefär 2 000.',
    'Vänta upp till 24 timmar. Det som väntar här ligger kvar.',
  ),
  'sending-quota': advice(
    'Leverantörens gräns för utskick är nådd',
    'Du får skicka ett visst antal brev per timme, dag eller månad, och så många har gått iväg.',
    'Vänta tills tiden är över, eller be leverantören om mer.',
  ),
  'microsoft-recipient-quota': advice(
    'Microsofts gräns för mottagare är nådd',
    'Kontot har skrivit till så många mottagare som det får på 24 timmar.',
    'Vänta en dag, eller skicka resten från ett annat konto.',
  ),
  'microsoft-tenant-limit': advice(
    'Microsoft har stoppat din organisations utskick',
    'För mycket, eller för mycket som liknade skräppost, har lämnat organisationen.',
    'Be den som sköter er Microsoft 365 att häva stoppet.',
  ),
  'rate-limited': advice(
    'Det gick för fort för servern',
    'Den tar bara emot en viss mängd post åt gången från en avsändare.',
    'Vänta: det prövas igen av sig självt, långsammare.',
  ),
  'too-many-recipients': advice(
    'För många mottagare på en gång',
    'Servern tar bara emot ett visst antal adresser i ett brev.',
    'Skicka det i flera delar, eller vänta tills resten får gå.',
  ),
  'too-many-connections': advice(
    'För många förbindelser samtidigt',
    'Dina andra program eller enheter kan också använda servern.',
    'Vänta: det prövas igen av sig självt.',
  ),
  'recipient-too-busy': advice(
    'Mottagaren får för mycket post just nu',
    'Brevlådan tar bara emot ett visst antal brev åt gången.',
    'Vänta: det prövas igen av sig självt.',
  ),
};

export const reputation = {
  spamhaus: advice(
    'Din e-postserver står på en av Spamhaus listor',
    'Spamhaus listar nätadresser som det kommit skräppost från, och hemförbindelser som inte ska skicka själva.',
    'Slå upp den där. Är det en leverantörs server, säg till leverantören; är det din egen förbindelse, skicka via en leverantör.',
  ),
  barracuda: advice(
    'Din e-postserver står på Barracudas lista',
    'Barracuda har sett skräppost från dess adress.',
    'Säg till leverantören; på listans sida går det att begära strykning.',
  ),
  'microsoft-list': advice(
    'Microsoft har spärrat din e-postservers adress',
    'Skräppost kom från den eller från dess grannar. Ditt eget konto behöver inte ha gjort något.',
    'Säg till leverantören; på Microsofts sida går det att begära strykning. Skicka tills vidare från ett annat konto.',
  ),
  'block-list': advice(
    'Din e-postserver står på en spärrlista',
    'Mottagarens sida nekar post från adresser på listan som den nämner.',
    'Ge leverantören serverns egna ord. Skicka från ett annat konto tills adressen är struken.',
  ),
  'bad-reputation': advice(
    'Mottagarens sida litar inte på din e-postserver',
    'Den har dåligt rykte: för okänd, eller för mycket skräppost därifrån.',
    'Säg till leverantören. Tills vidare kan ett annat konto komma fram.',
  ),
  'yahoo-complaints': advice(
    'Yahoo skjuter upp post från din e-postserver',
    'Det har kommit klagomål, eller mer post än vanligt därifrån.',
    'Vänta. Håller det på i dagar, säg till leverantören.',
  ),
  'gmail-unsolicited': advice(
    'Google tar det för oönskad post',
    'Din domän, din e-postserver eller själva brevet liknar skräppost för Google.',
    'Skriv enklare, med färre länkar. Är det din egen domän, läs Googles riktlinjer för avsändare.',
  ),
  spf: advice(
    'Din domän tillåter inte den här servern att skicka åt den (SPF)',
    'Domänen i din adress räknar upp vilka servrar som får skicka åt den, och din är inte med.',
    'Skicka med kontot som hör till adressen, eller låt lägga till servern i domänens SPF-post.',
  ),
  dkim: advice(
    'Din domäns underskrift saknas eller är fel (DKIM)',
    'Mottagarens sida vill ha bevis på att brevet kommer från din domän och är oförändrat.',
    'Skicka via domänens egen leverantör, eller låt sätta upp DKIM där.',
  ),
  dmarc: advice(
    'Din domäns regel säger att brevet ska nekas (DMARC)',
    'Domänen i Från ber andra att neka post som inte kommer från dess egna servrar.',
    'Skicka med kontot som hör till adressen. Från en gmail.com- eller yahoo.com-adress går det inte att skicka via en annan server.',
  ),
  'not-authenticated': advice(
    'Inget bevisar att brevet kommer från din domän',
    'Mottagarens sida kräver SPF och DKIM, och fann inget av dem i ordning.',
    'Skicka via domänens egen leverantör, eller låt sätta upp SPF, DKIM och DMARC för den.',
  ),
  'reverse-dns': advice(
    'Din e-postserver har inget eget namn (omvänd DNS)',
    'Många servrar tar inte emot post från en nätadress utan namn.',
    'Den som sköter e-postservern måste ordna det. Skicka via en leverantör om du har en hemförbindelse.',
  ),
  'forwarding-chain': advice(
    'Beviset gick förlorat när brevet skickades vidare (ARC)',
    'En lista eller en vidarebefordran har ändrat brevet, och förseglingen går inte att kontrollera.',
    'Skriv direkt till personen, utan listan eller vidarebefordran.',
  ),
};
