// Words of the coach: the message itself, limits of sending, and what is thought of the sender, in Danish.
import { advice } from '../../advice-words';

export const message = {
  'too-large': advice(
    'Beskeden er for stor',
    'Med sine vedhæftede filer er den større, end serveren tager imod. Filer vokser med en tredjedel på vejen.',
    'Fjern eller formindsk vedhæftede filer, eller del dem med et link.',
  ),
  'attachment-blocked': advice(
    'En vedhæftet fil er af en slags, der ikke slipper igennem',
    'Programmer, scripts og arkiver med den slags filer bliver stoppet, uanset indholdet.',
    'Fjern den, og del den med et link, eller send den i en anden form.',
  ),
  'looks-like-spam': advice(
    'Beskeden blev taget for spam',
    'Et filter bedømte teksten, linkene eller afsenderen. Det kan tage fejl.',
    'Skriv enklere, med færre links og billeder, eller bed modtageren lukke din adresse ind.',
  ),
  'link-listed': advice(
    'Et link i beskeden står på en advarselsliste',
    'Adressen, det fører til, er set i spam eller svindel.',
    'Fjern linket, også fra din signatur og fra citeret tekst.',
  ),
  virus: advice(
    'Serveren tror, at der er noget skadeligt i beskeden',
    'En scanner fandt en virus eller en tekst, der ligner svindel.',
    'Undersøg filerne på din computer, fjern den mistænkelige, og send igen.',
  ),
  'content-refused': advice(
    'Serveren tager ikke imod denne besked',
    'Noget i den, i teksten, formen eller de vedhæftede filer, godtages ikke der.',
    'Serverens egne ord siger måske hvad. Ret det, og send igen.',
  ),
  'not-compliant': advice(
    'Beskedens hoved er ikke, som serveren vil have det',
    'En linje som Fra eller Dato mangler, er der to gange eller har en forkert form.',
    'Redigér beskeden, se på Fra og emnet, og send igen.',
  ),
  'text-form': advice(
    'Serveren kan ikke klare tekstens form',
    'Den kan hverken tage imod eller omdanne den måde, bogstaver eller linjer er kodet på.',
    'Redigér beskeden, og send igen; undgå usædvanlige tegn i emnet.',
  ),
  'policy-refused': advice(
    'En regel hos serveren forbyder beskeden',
    'Den blev afvist af princip: for indholdet, afsenderen eller det sted, den kommer fra.',
    'Serverens egne ord siger måske hvorfor. Spørg modtagerens udbyder, eller få fat i personen på anden måde.',
  ),
  'transaction-failed': advice(
    'Serveren opgav beskeden',
    'Den siger kun, at det mislykkedes.',
    'Prøv en gang til. Slår det fejl igen, så ret beskeden eller spørg udbyderen.',
  ),
  'security-refused': advice(
    'Serveren afviste af hensyn til sikkerheden',
    'Mere siger den ikke, eller den kunne ikke kontrollere en beskyttelse, den kræver.',
    'Serverens egne ord siger måske hvilken. Spørg din udbyder.',
  ),
};

export const limits = {
  'gmail-daily-limit': advice(
    'Googles grænse for en dag er nået',
    'En Gmail-konto sender til omkring 500 modtagere om dagen, en Workspace-konto til omkring 2.000.',
    'Vent op til 24 timer. Det, der venter her, bliver her.',
  ),
  'sending-quota': advice(
    'Udbyderens grænse for afsendelse er nået',
    'Du må sende et bestemt antal beskeder i timen, om dagen eller om måneden, og så mange er sendt.',
    'Vent, til tiden er gået, eller bed udbyderen om mere.',
  ),
  'microsoft-recipient-quota': advice(
    'Microsofts grænse for modtagere er nået',
    'Kontoen har skrevet til så mange modtagere, som den må på 24 timer.',
    'Vent en dag, eller send resten fra en anden konto.',
  ),
  'microsoft-tenant-limit': advice(
    'Microsoft har stoppet din organisations afsendelse',
    'For meget, eller for meget, der lignede spam, har forladt organisationen.',
    'Bed den, der styrer jeres Microsoft 365, ophæve stoppet.',
  ),
  'rate-limited': advice(
    'Det gik for hurtigt for serveren',
    'Den tager kun imod en vis mængde post ad gangen fra én afsender.',
    'Vent: det prøves igen af sig selv, langsommere.',
  ),
  'too-many-recipients': advice(
    'For mange modtagere på én gang',
    'Serveren tager kun imod et vist antal adresser i én besked.',
    'Send den i flere dele, eller vent, til resten må komme af sted.',
  ),
  'too-many-connections': advice(
    'For mange forbindelser på samme tid',
    'Dine andre programmer eller enheder bruger måske også serveren.',
    'Vent: det prøves igen af sig selv.',
  ),
  'recipient-too-busy': advice(
    'Modtageren får for meget post lige nu',
    'Postkassen tager kun imod et vist antal beskeder ad gangen.',
    'Vent: det prøves igen af sig selv.',
  ),
};

export const reputation = {
  spamhaus: advice(
    'Din mailserver står på en af Spamhaus’ lister',
    'Spamhaus fører lister over netadresser, der er kommet spam fra, og hjemmeforbindelser, der ikke selv bør sende.',
    'Slå den op der. Er det en udbyders server, så sig det til udbyderen; er det din egen forbindelse, så send gennem en udbyder.',
  ),
  barracuda: advice(
    'Din mailserver står på Barracudas liste',
    'Barracuda har set spam fra dens adresse.',
    'Sig det til udbyderen; på listens side kan man bede om at blive slettet.',
  ),
  'microsoft-list': advice(
    'Microsoft har spærret din mailservers adresse',
    'Der kom spam fra den eller fra dens naboer. Din egen konto behøver ikke at have gjort noget.',
    'Sig det til udbyderen; på Microsofts side kan man bede om at blive slettet. Send så længe fra en anden konto.',
  ),
  'block-list': advice(
    'Din mailserver står på en spærreliste',
    'Modtagerens side afviser post fra adresser på den liste, den nævner.',
    'Giv udbyderen serverens egne ord. Send fra en anden konto, indtil adressen er slettet.',
  ),
  'bad-reputation': advice(
    'Modtagerens side stoler ikke på din mailserver',
    'Den har et dårligt ry: for lidt kendt, eller for meget spam derfra.',
    'Sig det til udbyderen. Så længe kan en anden konto måske komme igennem.',
  ),
  'yahoo-complaints': advice(
    'Yahoo udsætter post fra din mailserver',
    'Der har været klager eller mere post end sædvanligt derfra.',
    'Vent. Bliver det ved i dagevis, så sig det til udbyderen.',
  ),
  'gmail-unsolicited': advice(
    'Google tager det for uønsket post',
    'Dit domæne, din mailserver eller selve beskeden ligner spam for Google.',
    'Skriv enklere, med færre links. Er det dit eget domæne, så se Googles retningslinjer for afsendere.',
  ),
  spf: advice(
    'Dit domæne tillader ikke denne server at sende for sig (SPF)',
    'Domænet i din adresse nævner de servere, der må sende for det, og din er ikke med.',
    'Send med den konto, der hører til adressen, eller få serveren føjet til domænets SPF-post.',
  ),
  dkim: advice(
    'Dit domænes underskrift mangler eller er forkert (DKIM)',
    'Modtagerens side vil have bevis for, at beskeden er fra dit domæne og uændret.',
    'Send gennem domænets egen udbyder, eller få DKIM sat op der.',
  ),
  dmarc: advice(
    'Dit domænes regel siger, at beskeden skal afvises (DMARC)',
    'Domænet i Fra beder andre afvise post, der ikke kommer fra dets egne servere.',
    'Send med den konto, der hører til adressen. Man kan ikke sende fra en gmail.com- eller yahoo.com-adresse gennem en anden server.',
  ),
  'not-authenticated': advice(
    'Intet beviser, at beskeden er fra dit domæne',
    'Modtagerens side kræver SPF og DKIM og fandt ingen af dem i orden.',
    'Send gennem domænets egen udbyder, eller få SPF, DKIM og DMARC sat op for det.',
  ),
  'reverse-dns': advice(
    'Din mailserver har ikke noget eget navn (omvendt DNS)',
    'Mange servere tager ikke imod post fra en netadresse uden navn.',
    'Det må den ordne, der driver mailserveren. Send gennem en udbyder, hvis du har en hjemmeforbindelse.',
  ),
  'forwarding-chain': advice(
    'Beviset gik tabt, da beskeden blev sendt videre (ARC)',
    'En liste eller en videresendelse har ændret beskeden, og dens segl kan ikke kontrolleres.',
    'Skriv direkte til personen uden listen eller videresendelsen.',
  ),
};
