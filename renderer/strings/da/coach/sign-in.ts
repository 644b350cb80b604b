// Words of the coach: signing in, in Danish.
import { advice } from '../../advice-words';

export const signIn = {
  'wrong-password': advice(
    'Brugernavnet eller adgangskoden er forkert',
    'Serveren kender ikke det par. Nogle udbydere siger det samme, når de vil have en app-adgangskode i stedet for din sædvanlige.',
    'Skriv adgangskoden igen, og se på brugernavnet. Har udbyderen app-adgangskoder, så lav en og skriv den.',
  ),
  'app-password': advice(
    'Udbyderen vil have en app-adgangskode',
    'Med totrinsbekræftelse lukkes mailprogrammer ind med en adgangskode, der kun er lavet til dem.',
    'Lav en app-adgangskode i kontoens sikkerhedsindstillinger, og skriv den her.',
  ),
  'gmail-password': advice(
    'Google afviste brugernavnet eller adgangskoden',
    'Google tager ikke imod din sædvanlige adgangskode fra mailprogrammer, kun en app-adgangskode. Svaret er det samme, hvis adressen er skrevet forkert.',
    'Lav en app-adgangskode på din Google-konto, og skriv den her. Se også på brugernavnet: det er hele adressen.',
  ),
  'gmail-app-password': advice(
    'Google vil have en app-adgangskode',
    'Din Google-konto har totrinsbekræftelse. Mailprogrammer skal så have en adgangskode, der kun er lavet til dem.',
    'Lav en app-adgangskode på din Google-konto, og skriv de seksten bogstaver her.',
  ),
  'gmail-web-login': advice(
    'Google vil først se dig i browseren',
    'Det så usædvanligt ud for Google: et nyt sted, et nyt program eller en lang pause.',
    'Log ind på Gmail i browseren, bekræft, at det var dig, og skriv så adgangskoden igen her.',
  ),
  'microsoft-smtp-off': advice(
    'Afsendelse fra mailprogrammer er slået fra for denne Microsoft-postkasse',
    'Microsoft kalder det ”godkendt SMTP”. Det er slået fra for din organisation eller din postkasse, så ingen adgangskode hjælper.',
    'Bed den, der styrer jeres Microsoft 365, slå det til for din postkasse, eller send fra en anden konto.',
  ),
  'microsoft-password-off': advice(
    'Microsoft tager ikke imod adgangskoder fra mailprogrammer her',
    'At logge ind med brugernavn og adgangskode er slået fra. Kun Microsofts egen loginside godtages.',
    'Ingen adgangskode virker. Log ind gennem Microsoft, hvor Brevduva tilbyder det, eller send fra en anden konto.',
  ),
  'microsoft-policy': advice(
    'Microsoft lod dig ikke logge ind',
    'Adgangskoden kan være forkert, eller en regel i din organisation forbyder at logge ind på denne måde eller herfra.',
    'Prøv adgangskoden i browseren. Virker den der, så spørg den, der styrer jeres Microsoft 365.',
  ),
  'microsoft-anonymous': advice(
    'Microsoft så ikke, at du loggede ind',
    'Post afleveres hos smtp.office365.com eller smtp-mail.outlook.com, port 587. Andre servere tager ikke imod udefra.',
    'Se på serverens navn og kontoens adgangskode.',
  ),
  'yahoo-app-password': advice(
    'Yahoo vil have en app-adgangskode',
    'Yahoo og AOL tager ikke imod din sædvanlige adgangskode fra mailprogrammer.',
    'Lav en app-adgangskode i kontoens sikkerhedsindstillinger, og skriv den her.',
  ),
  'icloud-app-password': advice(
    'iCloud vil have en app-specifik adgangskode',
    'Apple tager ikke imod din sædvanlige adgangskode fra mailprogrammer. Brugernavnet skal måske være iCloud-adressen og ikke et andet Apple-id.',
    'Lav en app-specifik adgangskode på din Apple-konto, og skriv den her.',
  ),
  'gmx-access-off': advice(
    'Adgangskoden er forkert, eller mailprogrammer er slået fra',
    'GMX, WEB.DE og mail.com lukker først mailprogrammer ind, når ”POP3 og IMAP” er slået til i postkassens indstillinger.',
    'Slå det til i postkassen i browseren, og skriv så adgangskoden igen. Med tofaktorlogin skal du bruge en app-adgangskode.',
  ),
  'imap-off': advice(
    'IMAP er slået fra for postkassen',
    'Postkassen lader ikke mailprogrammer læse den, så kopier kan ikke lægges i Sendt.',
    'Slå IMAP til i postkassens indstillinger i browseren, og prøv igen.',
  ),
  'too-many-attempts': advice(
    'For mange forsøg på at logge ind slog fejl',
    'Efter flere forkerte adgangskoder lukker serveren døren et stykke tid, også når en anden af dine enheder var årsagen.',
    'Vent et kvarter. Ret adgangskoden her og på dine andre enheder, før du prøver igen.',
  ),
  'suspicious-sign-in': advice(
    'Udbyderen finder det mistænkeligt',
    'Det ser nyt eller usædvanligt ud og stoppes, indtil du har bekræftet, at det var dig.',
    'Log ind på postkassen i browseren, svar på det, der spørges om, og prøv så igen her.',
  ),
  'sign-in-later': advice(
    'Serveren kan ikke kontrollere adgangskoder lige nu',
    'Fejlen er hos serveren. Den siger intet om din adgangskode.',
    'Vent: det prøves igen af sig selv. Skift ikke adgangskode for dette.',
  ),
  'password-change': advice(
    'Serveren vil have en ny adgangskode af dig',
    'Adgangskoden skal fornyes, før den godtages igen.',
    'Skift den hos udbyderen, og skriv så den nye her.',
  ),
  'sign-in-needed': advice(
    'Serveren tager ikke imod post, uden at man logger ind',
    'Den regnede ikke forbindelsen for logget ind eller har glemt det.',
    'Se på kontoens adgangskode og server. Post afleveres på port 465 eller 587.',
  ),
  'mechanism-refused': advice(
    'Serveren godtager ikke denne måde at logge ind på',
    'Den vil have en anden måde, en stærkere, eller slet ingen på denne port.',
    'Prøv den anden port, og en app-adgangskode, hvis udbyderen har dem. Spørg ellers udbyderen, hvordan man logger ind.',
  ),
  'sign-in-not-offered': advice(
    'Serveren lader ingen logge ind her',
    'På denne port tager den kun imod post fra andre servere, eller først efter krypteringen.',
    'Brug port 465 med TLS eller port 587 med STARTTLS, og navnet på serveren til udgående post.',
  ),
  'account-disabled': advice(
    'Kontoen er låst hos udbyderen',
    'Den er lukket eller sat på pause: ubetalt, ubrugt eller efter noget usædvanligt.',
    'Log ind på udbyderens webside, der står hvorfor. Den kan ikke låses op herfra.',
  ),
  'own-web-page-only': advice(
    'Denne udbyder lukker kun ind gennem sin egen side',
    'Den tager slet ikke imod adgangskoder fra mailprogrammer.',
    'Brug dens loginside, hvor Brevduva tilbyder den, eller send fra en anden konto.',
  ),
  'imap-password': advice(
    'Serveren med Sendt lod dig ikke logge ind',
    'Brugernavnet eller adgangskoden passer ikke der, eller IMAP er slået fra i postkassens indstillinger.',
    'Skriv adgangskoden igen. Slå IMAP til hos udbyderen, hvis der er sådan en knap.',
  ),
};
