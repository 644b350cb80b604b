// Words of the coach: who sends, and who is to receive, in Danish.
import { advice } from '../../advice-words';

export const sender = {
  'sender-not-yours': advice(
    'Du må ikke sende fra den adresse',
    'Den konto, du er logget ind med, må ikke bruge denne afsenderadresse.',
    'Vælg kontoens egen adresse i Fra, eller få denne føjet til hos udbyderen.',
  ),
  'sender-not-verified': advice(
    'Afsendelsestjenesten kender ikke afsenderadressen endnu',
    'Sådanne tjenester sender kun fra adresser eller domæner, der er bekræftet hos dem.',
    'Bekræft adressen eller dens domæne hos tjenesten, eller vælg en, der er bekræftet.',
  ),
  'sender-domain': advice(
    'Domænet i din afsenderadresse kan ikke findes',
    'Serveren slog dit domæne op og fandt intet sted, der tager imod svar.',
    'Se efter slåfejl i Fra. Er domænet dit, så få dets MX-post bragt i orden.',
  ),
  'sender-syntax': advice(
    'Afsenderadressen er ikke skrevet, som serveren vil have den',
    'Et tegn eller adressens form godtages ikke.',
    'Ret adressen i kontoens indstillinger.',
  ),
  'sender-locked': advice(
    'Udbyderen har stoppet din afsendelse',
    'Den har mistanke om, at din konto bliver misbrugt.',
    'Log ind på udbyderens webside, skift adgangskode der, og følg det, den beder om.',
  ),
  'microsoft-sender-blocked': advice(
    'Microsoft har stoppet din afsendelse',
    'For meget af det, der har forladt din konto eller organisation, lignede spam.',
    'Skift adgangskode, og bed den, der styrer jeres Microsoft 365, ophæve stoppet.',
  ),
  'icloud-sender': advice(
    'iCloud sender kun fra dine egne iCloud-adresser',
    'Afsenderadressen er hverken din iCloud-adresse eller et af dens aliasser.',
    'Vælg en af dine iCloud-adresser i Fra, eller føj denne til i iClouds indstillinger.',
  ),
};

export const recipient = {
  'no-such-mailbox': advice(
    'Der er ingen sådan postkasse',
    'Serveren kender domænet, men ingen med det navn.',
    'Se efter en slåfejl, eller spørg personen om den rigtige adresse.',
  ),
  'no-such-domain': advice(
    'Adressens domæne kan ikke findes',
    'Delen efter @ findes ikke eller har ingen mailserver.',
    'Se efter en slåfejl efter @.',
  ),
  'domain-takes-no-mail': advice(
    'Domænet tager slet ikke imod post',
    'Ejeren har erklæret, at ingen har en postkasse der.',
    'Spørg personen om en anden adresse.',
  ),
  'recipient-syntax': advice(
    'Adressen er ikke skrevet, som serveren vil have den',
    'Et tegn mangler, er der to gange eller må ikke stå der.',
    'Ret adressen.',
  ),
  'recipient-ambiguous': advice(
    'Adressen passer på flere personer',
    'Serveren ved ikke, hvem af dem der er ment.',
    'Spørg efter den fulde adresse.',
  ),
  'mailbox-moved': advice(
    'Personen har en anden adresse nu',
    'Postkassen er flyttet. Serverens ord nævner måske den nye adresse.',
    'Brug den nye adresse.',
  ),
  'address-trouble': advice(
    'Serveren har besvær med adressen',
    'Mere siger den ikke.',
    'Se på adressen, og spørg personen, om den er rigtig.',
  ),
  'mailbox-disabled': advice(
    'Postkassen er lukket',
    'Den findes, men er slået fra eller har længe ikke været brugt.',
    'Få fat i personen på anden måde, og bed om en adresse, der bruges.',
  ),
  'mailbox-full': advice(
    'Modtagerens postkasse er fuld',
    'Der er ikke plads til din besked, før noget bliver slettet der.',
    'Sig det til personen på anden måde, og send igen senere.',
  ),
  'mailbox-busy': advice(
    'Postkassen kan ikke nås lige nu',
    'Den er i brug eller under reparation hos modtagerens udbyder.',
    'Vent: det prøves igen af sig selv.',
  ),
  'mailbox-takes-smaller': advice(
    'Beskeden er for stor til den postkasse',
    'Modtageren kan kun få mindre beskeder.',
    'Fjern eller formindsk vedhæftede filer, eller del dem med et link.',
  ),
  'list-trouble': advice(
    'Maillisten kunne ikke sende videre',
    'Listen findes, men dens medlemmer kunne ikke slås op.',
    'Sig det til den, der styrer listen.',
  ),
  'recipient-restricted': advice(
    'Modtagerens server tager ikke imod dette fra dig',
    'En regel der tillader kun bestemte afsendere, eller lukker dig ude.',
    'Bed personen lukke din adresse ind, eller skriv til en anden adresse.',
  ),
  'group-restricted': advice(
    'Kun bestemte personer må skrive til denne gruppe',
    'Gruppen tager imod post fra sine medlemmer eller sin egen organisation.',
    'Bed gruppens ejer lukke dig ind.',
  ),
  'blocked-by-recipient': advice(
    'Modtagerens side har spærret for dig',
    'Din adresse, dit domæne eller din mailserver står på deres egen liste.',
    'Få fat i dem på anden måde, og bed om at blive slettet fra den.',
  ),
  'owner-changed': advice(
    'Adressen tilhører en anden nu',
    'Postkassen eller domænet har skiftet ejer, siden du skrev sidst.',
    'Spørg personen om adressen, der bruges i dag.',
  ),
  'non-ascii-address': advice(
    'En server på vejen kan ikke klare andre bogstaver end a–z i adresser',
    'Adressen har bogstaver som æ eller ø, og serveren kan kun den ældre form.',
    'Bed personen om en adresse med almindelige bogstaver.',
  ),
  greylisted: advice(
    'Serveren beder en ny afsender komme igen',
    'Det hedder grålistning: det første forsøg udsættes for at holde spam ude, et senere lukkes ind.',
    'Gør ingenting: det prøves igen af sig selv om nogle minutter.',
  ),
  'relay-denied': advice(
    'Serveren sender ikke post videre for dig',
    'Den tager kun imod post til sine egne, eller ved ikke, at du er en af dem.',
    'Se efter, at kontoen har den rigtige server til udgående post, og at du er logget rigtigt ind.',
  ),
  'microsoft-recipient-denied': advice(
    'Der er ingen sådan postkasse hos Microsoft',
    'Modtagerens organisation tager kun imod post til kendte adresser, og denne er ikke en af dem.',
    'Se efter en slåfejl, eller spørg personen om den rigtige adresse.',
  ),
  'routing-loop': advice(
    'Beskeden gik rundt i ring',
    'Servere hos modtageren sender den frem og tilbage uden ende.',
    'Sig det til modtagerens udbyder. Det kan ikke ordnes hos dig.',
  ),
  'next-server-silent': advice(
    'Modtagerens server svarer ikke',
    'Din udbyder kunne ikke nå den eller mistede forbindelsen.',
    'Vent, og prøv igen. Se på adressen, hvis det bliver ved.',
  ),
  'routing-trouble': advice(
    'Der blev ikke fundet nogen vej til modtagerens server',
    'Dens oplysninger i nettets register mangler eller er i stykker lige nu.',
    'Se på delen efter @, og prøv igen senere.',
  ),
  'delivery-expired': advice(
    'Det blev prøvet i dagevis og så opgivet',
    'Modtagerens server kunne ikke nås i al den tid.',
    'Se på adressen, og send igen.',
  ),
  'all-refused': advice(
    'Alle modtagere blev afvist',
    'Serveren tog ikke imod nogen af adresserne, så intet blev sendt.',
    'Se grunden ved hver adresse, ret den, og send igen.',
  ),
  'some-refused': advice('Nogle modtagere blev afvist', 'De andre har fået beskeden.', 'Se grunden ved hver adresse.'),
};
