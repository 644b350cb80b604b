// Words of the coach: signing in, in Swedish.
import { advice } from '../../advice-words';

export const signIn = {
  'wrong-password': advice(
    'Användarnamnet eller lösenordet är fel',
    'Servern känner inte till det paret. Vissa leverantörer säger samma sak när de vill ha ett applösenord i stället för ditt vanliga.',
    'Skriv in lösenordet igen och titta på användarnamnet. Har leverantören applösenord, skapa ett och skriv in det.',
  ),
  'app-password': advice(
    'Leverantören vill ha ett applösenord',
    'Med tvåstegsverifiering släpps e-postprogram in med ett lösenord som är gjort bara för dem.',
    'Skapa ett applösenord i kontots säkerhetsinställningar och skriv in det här.',
  ),
  'gmail-password': advice(
    'Google nekade användarnamnet eller lösenordet',
    'Google tar inte emot ditt vanliga lösenord från e-postprogram, bara ett applösenord. Samma svar kommer om adressen är felskriven.',
    'Skapa ett applösenord i ditt Google-konto och skriv in det här. Kontrollera också användarnamnet: det är hela adressen.',
  ),
  'gmail-app-password': advice(
    'Google vill ha ett applösenord',
    'Ditt Google-konto har tvåstegsverifiering. E-postprogram behöver då ett lösenord som är gjort bara för dem.',
    'Skapa ett applösenord i ditt Google-konto och skriv in de sexton bokstäverna här.',
  ),
  'gmail-web-login': advice(
    'Google vill först se dig i webbläsaren',
    'Inloggningen såg ovanlig ut för Google: en ny plats, ett nytt program eller ett långt uppehåll.',
    'Logga in i Gmail i webbläsaren, intyga att det var du och skriv sedan in lösenordet igen här.',
  ),
  'microsoft-smtp-off': advice(
    'Att skicka med e-postprogram är avstängt för den här Microsoft-brevlådan',
    'Microsoft kallar det ”autentiserad SMTP”. Det är avstängt för din organisation eller din brevlåda, så inget lösenord hjälper.',
    'Be den som sköter er Microsoft 365 att slå på det för din brevlåda, eller skicka från ett annat konto.',
  ),
  'microsoft-password-off': advice(
    'Microsoft tar inte emot lösenord från e-postprogram här',
    'Inloggning med användarnamn och lösenord är avstängd. Bara Microsofts egen inloggningssida godtas.',
    'Inget lösenord fungerar. Logga in via Microsoft där Brevduva erbjuder det, eller skicka från ett annat konto.',
  ),
  'microsoft-policy': advice(
    'Microsoft släppte inte igenom inloggningen',
    'Lösenordet kan vara fel, eller så förbjuder en regel i din organisation att logga in så här eller härifrån.',
    'Pröva lösenordet i webbläsaren. Fungerar det där, fråga den som sköter er Microsoft 365.',
  ),
  'microsoft-anonymous': advice(
    'Microsoft såg ingen inloggning',
    'Post lämnas in hos smtp.office365.com eller smtp-mail.outlook.com, port 587. Andra servrar tar inte emot något utifrån.',
    'Kontrollera serverns namn och kontots lösenord.',
  ),
  'yahoo-app-password': advice(
    'Yahoo vill ha ett applösenord',
    'Yahoo och AOL tar inte emot ditt vanliga lösenord från e-postprogram.',
    'Skapa ett applösenord i kontots säkerhetsinställningar och skriv in det här.',
  ),
  'icloud-app-password': advice(
    'iCloud vill ha ett appspecifikt lösenord',
    'Apple tar inte emot ditt vanliga lösenord från e-postprogram. Användarnamnet kan behöva vara iCloud-adressen, inte ett annat Apple-ID.',
    'Skapa ett appspecifikt lösenord i ditt Apple-konto och skriv in det här.',
  ),
  'gmx-access-off': advice(
    'Lösenordet är fel, eller så är e-postprogram avstängda',
    'GMX, WEB.DE och mail.com släpper in e-postprogram först när ”POP3 och IMAP” har slagits på i brevlådans inställningar.',
    'Slå på det i brevlådan i webbläsaren och skriv sedan in lösenordet igen. Med tvåfaktorsinloggning behövs ett applösenord.',
  ),
  'imap-off': advice(
    'IMAP är avstängt för brevlådan',
    'Brevlådan låter inte e-postprogram läsa den, så inga kopior kan läggas i Skickat.',
    'Slå på IMAP i brevlådans inställningar i webbläsaren och försök igen.',
  ),
  'too-many-attempts': advice(
    'För många inloggningar misslyckades',
    'Efter flera fel lösenord stänger servern dörren en stund, även när en annan av dina enheter var orsaken.',
    'Vänta en kvart. Rätta lösenordet här och på dina andra enheter innan du försöker igen.',
  ),
  'suspicious-sign-in': advice(
    'Leverantören tycker att inloggningen är misstänkt',
    'Den ser ny eller ovanlig ut och stoppas tills du har intygat att det var du.',
    'Logga in i brevlådan i webbläsaren, svara på det som frågas där och försök sedan igen här.',
  ),
  'sign-in-later': advice(
    'Servern kan inte kontrollera lösenord just nu',
    'Felet är hos servern. Det säger ingenting om ditt lösenord.',
    'Vänta: det prövas igen av sig självt. Byt inte lösenord för detta.',
  ),
  'password-change': advice(
    'Servern vill ha ett nytt lösenord av dig',
    'Lösenordet måste förnyas innan det godtas igen.',
    'Byt det hos leverantören och skriv sedan in det nya här.',
  ),
  'sign-in-needed': advice(
    'Servern tar inte emot post utan inloggning',
    'Den räknade inte förbindelsen som inloggad, eller har glömt det.',
    'Kontrollera kontots lösenord och server. Post lämnas in på port 465 eller 587.',
  ),
  'mechanism-refused': advice(
    'Servern godtar inte det här sättet att logga in',
    'Den vill ha ett annat sätt, ett starkare, eller inget alls på den här porten.',
    'Pröva den andra porten, och ett applösenord om leverantören har sådana. Fråga annars leverantören vilken inloggning som gäller.',
  ),
  'sign-in-not-offered': advice(
    'Servern erbjuder ingen inloggning här',
    'På den här porten tar den bara emot post från andra servrar, eller så kommer inloggningen efter krypteringen.',
    'Använd port 465 med TLS eller port 587 med STARTTLS, och namnet på servern för utgående post.',
  ),
  'account-disabled': advice(
    'Kontot är låst hos leverantören',
    'Det har stängts av: obetalt, oanvänt eller efter något ovanligt.',
    'Logga in på leverantörens webbsida, där står varför. Här går det inte att låsa upp.',
  ),
  'own-web-page-only': advice(
    'Leverantören släpper bara in via sin egen sida',
    'Den tar inte emot lösenord från e-postprogram alls.',
    'Använd dess inloggningssida där Brevduva erbjuder den, eller skicka från ett annat konto.',
  ),
  'imap-password': advice(
    'Servern med Skickat nekade inloggningen',
    'Användarnamnet eller lösenordet passar inte där, eller så är IMAP avstängt i brevlådans inställningar.',
    'Skriv in lösenordet igen. Slå på IMAP hos leverantören om det finns en sådan knapp.',
  ),
};
