// Words of the coach: the server, the way to it, its encryption, and the copy in Sent, in Danish.
import { advice } from '../../advice-words';

export const server = {
  'server-busy': advice(
    'Serveren har travlt',
    'Den har afbrudt forbindelsen og beder dig komme igen.',
    'Vent: det prøves igen af sig selv.',
  ),
  'server-full': advice(
    'Serveren har ikke plads lige nu',
    'Dens disk eller hukommelse er fuld. Det er ikke din postkasse, der er ment.',
    'Vent: det prøves igen af sig selv. Sig det til udbyderen, hvis det bliver ved.',
  ),
  'server-down': advice(
    'Serveren er ikke i drift lige nu',
    'Den bliver efterset eller er ved at lukke.',
    'Vent: det prøves igen af sig selv.',
  ),
  'server-error': advice(
    'Serveren havde selv en fejl',
    'Noget gik galt inde i den, mens den arbejdede med din post.',
    'Vent, og prøv igen. Sig det til udbyderen, hvis det bliver ved.',
  ),
  'server-misconfigured': advice(
    'Serveren er sat forkert op',
    'Den siger det selv. Kun den, der driver den, kan ordne det.',
    'Giv udbyderen serverens egne ord.',
  ),
  'feature-missing': advice(
    'Serveren kan ikke det, der blev bedt om',
    'Den kender ikke en funktion, der skulle bruges.',
    'Prøv igen; giv ellers udbyderen serverens egne ord.',
  ),
  'parameters-refused': advice(
    'Serveren godtog ikke en detalje i afsendelsen',
    'Noget, der blev sagt sammen med adresserne, er ukendt for den.',
    'Prøv igen. Giv udbyderen serverens egne ord, hvis det bliver ved.',
  ),
  'command-unknown': advice(
    'Serveren forstår ikke, hvad den får at vide',
    'Det er måske en anden slags server, eller noget på vejen ændrer det, der bliver sagt.',
    'Se på serverens navn og port. Et antivirusprogram eller en firewall kan være i vejen.',
  ),
  'command-syntax': advice(
    'Serveren finder noget skrevet forkert',
    'Tit en adresse med et usædvanligt tegn i.',
    'Se på adresserne i beskeden, ret dem, og send igen.',
  ),
  'command-order': advice(
    'Serveren tabte tråden i samtalen',
    'Den ventede noget andet her.',
    'Prøv igen. Sig det til udbyderen, hvis det bliver ved.',
  ),
  'no-service-here': advice(
    'Denne server tager ikke imod post fra dig',
    'Den afviste dig, før noget var sagt: du skal til et andet navn eller en anden port, eller er spærret der.',
    'Se på serverens navn og port. Spørg ellers udbyderen.',
  ),
  'try-later': advice(
    'Serveren beder dig prøve senere',
    'Den tager ikke imod beskeden nu, men måske snart. Dens egne ord siger måske hvorfor.',
    'Vent: det prøves igen af sig selv.',
  ),
};

export const connection = {
  'no-network': advice(
    'Computeren har intet net',
    'Ingen vej fører til serveren.',
    'Se på kablet eller det trådløse net. Det går af sted af sig selv, når nettet er tilbage.',
  ),
  'name-unknown': advice(
    'Der er ingen server med det navn',
    'Navnet er skrevet forkert, eller serveren hedder noget andet.',
    'Se serverens navn på udbyderens hjælpeside.',
  ),
  'name-lookup-failed': advice(
    'Serverens navn kunne ikke slås op lige nu',
    'Nettets register (DNS) svarer ikke.',
    'Vent, eller se på dit net. Selve navnet kan være rigtigt.',
  ),
  'connection-refused': advice(
    'Ingen lytter på den port',
    'Serveren er der, men tager ikke imod forbindelser på den port; eller en firewall afviser dem.',
    'Prøv den anden port: 465 med TLS, 587 med STARTTLS. Se på serverens navn.',
  ),
  'host-unreachable': advice(
    'Ingen vej fører til serveren herfra',
    'Nettet kender ingen vej dertil. Den kan måske kun nås inde i et firma eller gennem VPN.',
    'Se på dit net eller VPN, og så på serverens navn.',
  ),
  'blocked-here': advice(
    'Noget på computeren forbyder forbindelsen',
    'En firewall eller et sikkerhedsprogram lader ikke Brevduva komme ud.',
    'Tillad Brevduva der, eller prøv den anden port.',
  ),
  'no-answer': advice(
    'Serveren svarer ikke',
    'Porten kan være spærret i dit net (mange spærrer port 25), eller serveren er nede.',
    'Prøv den anden port: 465 eller 587. På hotel eller café, prøv et andet net.',
  ),
  'no-greeting': advice(
    'Serveren tager imod forbindelsen, men siger intet',
    'Tit passer krypteringen ikke til porten, eller noget på vejen holder linjen.',
    'Brug TLS med port 465 og STARTTLS med port 587.',
  ),
  'connection-lost': advice(
    'Linjen blev afbrudt',
    'Forbindelsen endte, før beskeden var igennem. Intet blev sendt to gange.',
    'Ingenting: det prøves igen af sig selv.',
  ),
  'not-mail-server': advice(
    'Det, der svarer der, er ikke en mailserver',
    'Det er en webserver eller noget andet, eller siden for et net, der vil have dig til at logge ind først.',
    'Se på serverens navn og port. På hotel eller café, åbn browseren, og log ind på nettet.',
  ),
  'outcome-unknown': advice(
    'Den er måske blevet sendt',
    'Linjen blev afbrudt, efter at hele beskeden var gået af sted, og før serveren svarede.',
    'Se i Sendt, eller spørg modtageren. Den sendes aldrig igen af sig selv.',
  ),
};

export const encryption = {
  'wrong-security': advice(
    'Porten og krypteringen passer ikke sammen',
    'Den ene side taler krypteret fra starten, den anden gør ikke.',
    'Brug TLS med port 465 og STARTTLS med port 587.',
  ),
  'encryption-refused': advice(
    'Serveren nægtede at kryptere',
    'Den tilbyder ingen kryptering på den port, eller noget på vejen tager den væk. Intet blev sendt.',
    'Prøv port 465 med TLS. I et fremmed net, prøv et andet.',
  ),
  'encryption-later': advice(
    'Serveren kan ikke kryptere lige nu',
    'Den har selv en fejl. Intet blev sendt åbent.',
    'Vent: det prøves igen af sig selv. Den anden port virker måske med det samme.',
  ),
  'encryption-needed': advice(
    'Serveren vil have kryptering først',
    'Man kan hverken logge ind eller aflevere post, før linjen er krypteret.',
    'Brug TLS med port 465 eller STARTTLS med port 587.',
  ),
  'encryption-on-the-way': advice(
    'Modtagerens side vil have en krypteret vej hele vejen',
    'En server mellem din og deres krypterer ikke.',
    'Sig det til udbyderen. Fra din computer til udbyderen er det krypteret.',
  ),
  'handshake-failed': advice(
    'Der kom ingen sikker forbindelse i stand',
    'De to sider blev ikke enige om en kryptering, eller noget på vejen forstyrrer den.',
    'Prøv den anden port. Et antivirusprogram, der ser i posten, kan være i vejen.',
  ),
  'tls-too-old': advice(
    'Serverens kryptering er for gammel',
    'Den kan kun versioner, der ikke længere er sikre; TLS 1.2 er det mindste.',
    'Serveren må fornyes. Spørg udbyderen om navnet på en anden server.',
  ),
  'certificate-expired': advice(
    'Serverens certifikat er udløbet',
    'Det blev ikke fornyet i tide, eller computerens ur går forkert. Din adgangskode blev ikke sendt.',
    'Se på computerens dato. Vent ellers, til serverens ejer har fornyet det.',
  ),
  'certificate-not-yet-valid': advice(
    'Serverens certifikat gælder ikke endnu',
    'Oftest er computerens ur bagud. Din adgangskode blev ikke sendt.',
    'Stil computerens dato og tid rigtigt.',
  ),
  'certificate-name': advice(
    'Certifikatet hører til et andet navn',
    'Serveren viser sig at være en anden end navnet i dine indstillinger. Din adgangskode blev ikke sendt.',
    'Se på navnene i certifikatet. Tit er et af dem det rigtige servernavn.',
  ),
  'certificate-untrusted': advice(
    'Ingen, som computeren stoler på, står inde for serveren',
    'Certifikatets udsteder er ukendt her: et firmas egen, et antivirusprograms eller en fremmeds. Din adgangskode blev ikke sendt.',
    'Spørg udbyderen eller dit firma. I et fremmed net, prøv et andet.',
  ),
  'certificate-self-signed': advice(
    'Serveren står inde for sig selv',
    'Ingen anden har skrevet under på dens certifikat, så enhver kan have lavet det. Din adgangskode blev ikke sendt.',
    'Er det din egen server, så få udstedt et certifikat til den. Brug den ellers ikke.',
  ),
  'certificate-revoked': advice(
    'Serverens certifikat er trukket tilbage',
    'Udstederen har erklæret det ugyldigt. Din adgangskode blev ikke sendt.',
    'Spørg serverens ejer. Brug den ikke, før den har et nyt.',
  ),
};

export const copy = {
  'imap-busy': advice(
    'Serveren med Sendt kan ikke bruges lige nu',
    'Den har travlt eller bliver efterset.',
    'Vent: kopien prøves igen af sig selv. Beskeden er sendt.',
  ),
  'no-sent-folder': advice(
    'Postkassen har ingen mappe til sendt post',
    'Der er ingen plads til kopier af det, du sender.',
    'Lad Brevduva lave en i kontoens indstillinger.',
  ),
  'copy-over-quota': advice(
    'Din postkasse er fuld',
    'Beskeden blev sendt, men kopien fandt ingen plads i Sendt.',
    'Slet noget i postkassen, og gem kopien igen. Der er en på denne computer.',
  ),
  'copy-too-large': advice(
    'Kopien er for stor til din postkasse',
    'Beskeden blev sendt, men serveren med Sendt tager ikke imod noget så stort.',
    'Ingenting: kopien på computeren bliver der.',
  ),
  'copy-refused': advice(
    'Kopien blev ikke taget imod i Sendt',
    'Beskeden blev sendt; serveren med Sendt afviste kun kopien.',
    'Dens egne ord siger måske hvorfor. Kopien prøves igen af sig selv.',
  ),
};
