// Words of the coach: the server, the way to it, its encryption, and the copy in Sent.
import { advice } from '../../advice-words';

export const server = {
  'server-busy': advice('The server is busy', 'It has closed the connection and asks to come back.', 'Wait: it is tried again by itself.'),
  'server-full': advice(
    'The server has no room right now',
    'Its disk or memory is full. It is not your mailbox that is meant.',
    'Wait: it is tried again by itself. If it stays so, tell your provider.',
  ),
  'server-down': advice(
    'The server is not at work right now',
    'It is being looked after, or is just closing.',
    'Wait: it is tried again by itself.',
  ),
  'server-error': advice(
    'The server had a fault of its own',
    'Something went wrong inside it while it worked on your mail.',
    'Wait and try again. If it stays so, tell your provider.',
  ),
  'server-misconfigured': advice(
    'The server is set up wrongly',
    'It says so itself. Only whoever runs it can mend that.',
    'Tell your provider the server’s own words.',
  ),
  'feature-missing': advice(
    'The server can’t do what was asked',
    'It does not know a feature that was wanted.',
    'Try again; if it stays so, tell your provider the server’s own words.',
  ),
  'parameters-refused': advice(
    'The server did not accept a detail of the sending',
    'Something said along with the addresses is unknown to it.',
    'Try again. If it stays so, tell your provider the server’s own words.',
  ),
  'command-unknown': advice(
    'The server does not understand what it is told',
    'It may be another kind of server, or something in between changes what is said.',
    'Check the server’s name and port. A virus scanner or a firewall may be in the way.',
  ),
  'command-syntax': advice(
    'The server finds something wrongly written',
    'Often an address with an unusual character in it.',
    'Look at the addresses in the message, correct them and send it again.',
  ),
  'command-order': advice(
    'The server lost the thread of the conversation',
    'It expected something else at this point.',
    'Try again. If it stays so, tell your provider.',
  ),
  'no-service-here': advice(
    'This server takes no mail from you',
    'It refused you before anything was said: another name or port is meant for you, or you are blocked there.',
    'Check the server’s name and port. Otherwise ask your provider.',
  ),
  'try-later': advice(
    'The server asks to try again later',
    'It takes the message not now, but perhaps soon. Its own words may say why.',
    'Wait: it is tried again by itself.',
  ),
};

export const connection = {
  'no-network': advice(
    'This computer has no network',
    'No way leads to the server.',
    'Look at the cable or the wireless network. It goes out by itself when the network is back.',
  ),
  'name-unknown': advice(
    'There is no server by this name',
    'The name is mistyped, or the server has another one.',
    'Check the server’s name on your provider’s help page.',
  ),
  'name-lookup-failed': advice(
    'The server’s name could not be looked up just now',
    'The network’s directory (DNS) does not answer.',
    'Wait, or look at your network. The name itself may be right.',
  ),
  'connection-refused': advice(
    'Nothing listens at this port',
    'The server is there, but takes no connections at this port; or a firewall turns them away.',
    'Try the other port: 465 with TLS, 587 with STARTTLS. Check the server’s name.',
  ),
  'host-unreachable': advice(
    'No way leads to the server from here',
    'The network knows no route to it. It may be reachable only inside a company or through a VPN.',
    'Check your network or VPN, then the server’s name.',
  ),
  'blocked-here': advice(
    'Something on this computer forbids the connection',
    'A firewall or a security program does not let Brevduva out.',
    'Allow Brevduva in it, or try the other port.',
  ),
  'no-answer': advice(
    'The server does not answer',
    'The port may be blocked by your network (many block port 25), or the server is down.',
    'Try the other port: 465 or 587. In a hotel or a café, try another network.',
  ),
  'no-greeting': advice(
    'The server takes the connection but says nothing',
    'Often the encryption does not fit the port, or something in between holds the line.',
    'Use TLS with port 465 and STARTTLS with port 587.',
  ),
  'connection-lost': advice(
    'The line broke',
    'The connection ended before the message was through. Nothing was sent twice.',
    'Nothing: it is tried again by itself.',
  ),
  'not-mail-server': advice(
    'What answers there is not a mail server',
    'It is a web server or something else, or the page of a network that wants you to sign in first.',
    'Check the server’s name and port. In a hotel or a café, open the browser and sign in to the network.',
  ),
  'outcome-unknown': advice(
    'It may have been sent',
    'The line broke after the whole message had gone out and before the server answered.',
    'Look in Sent or ask the recipient. It is never sent again by itself.',
  ),
};

export const encryption = {
  'wrong-security': advice(
    'Port and encryption do not fit each other',
    'One side speaks encrypted from the start, the other does not.',
    'Use TLS with port 465 and STARTTLS with port 587.',
  ),
  'encryption-refused': advice(
    'The server refused to encrypt',
    'It offers no encryption at this port, or something in between takes it away. Nothing was sent.',
    'Try port 465 with TLS. In a strange network, try another one.',
  ),
  'encryption-later': advice(
    'The server can’t encrypt right now',
    'It has a fault of its own. Nothing was sent in the open.',
    'Wait: it is tried again by itself. The other port may work at once.',
  ),
  'encryption-needed': advice(
    'The server wants encryption first',
    'It takes neither sign-in nor mail before the line is encrypted.',
    'Use TLS with port 465 or STARTTLS with port 587.',
  ),
  'encryption-on-the-way': advice(
    'The recipient’s side wants an encrypted way all along',
    'A server between yours and theirs does not encrypt.',
    'Tell your provider. From your computer to your provider it is encrypted.',
  ),
  'handshake-failed': advice(
    'No secure connection came about',
    'The two sides did not agree on an encryption, or something in between disturbs it.',
    'Try the other port. A virus scanner that looks into mail may be in the way.',
  ),
  'tls-too-old': advice(
    'The server’s encryption is too old',
    'It knows only versions that are no longer safe; TLS 1.2 is the least.',
    'The server has to be renewed. Ask your provider for another server’s name.',
  ),
  'certificate-expired': advice(
    'The server’s certificate has expired',
    'It was not renewed in time, or this computer’s clock is wrong. Your password was not sent.',
    'Look at this computer’s date. Otherwise wait until the server’s owner has renewed it.',
  ),
  'certificate-not-yet-valid': advice(
    'The server’s certificate is not valid yet',
    'Most often this computer’s clock is behind. Your password was not sent.',
    'Set this computer’s date and time right.',
  ),
  'certificate-name': advice(
    'The certificate belongs to another name',
    'The server proves to be somebody else than the name in your settings. Your password was not sent.',
    'Look at the names in the certificate. Often one of them is the right server name to enter.',
  ),
  'certificate-untrusted': advice(
    'Nobody this computer trusts vouches for the server',
    'The certificate’s issuer is unknown here: a company’s own, a virus scanner’s, or a stranger’s. Your password was not sent.',
    'Ask your provider or your company. In a strange network, try another one.',
  ),
  'certificate-self-signed': advice(
    'The server vouches for itself',
    'Its certificate was signed by nobody else, so anybody could have made it. Your password was not sent.',
    'If it is your own server, have a certificate issued for it. Otherwise do not use it.',
  ),
  'certificate-revoked': advice(
    'The server’s certificate was withdrawn',
    'Its issuer has declared it invalid. Your password was not sent.',
    'Ask the server’s owner. Do not use it until it has a new one.',
  ),
};

export const copy = {
  'imap-busy': advice(
    'The server with Sent can’t be used right now',
    'It is busy or being looked after.',
    'Wait: the copy is tried again by itself. Your message was sent.',
  ),
  'no-sent-folder': advice(
    'The mailbox has no Sent folder',
    'There is no place for the copies of what you send.',
    'Let Brevduva make one in the account’s settings.',
  ),
  'copy-over-quota': advice(
    'Your mailbox is full',
    'The message was sent, but its copy found no room in Sent.',
    'Delete something in your mailbox, then save the copy again. One is kept on this computer.',
  ),
  'copy-too-large': advice(
    'The copy is too large for your mailbox',
    'The message was sent, but the server with Sent takes none of this size.',
    'Nothing: the copy on this computer stays.',
  ),
  'copy-refused': advice(
    'The copy was not taken into Sent',
    'The message was sent; the server with Sent refused only the copy.',
    'Its own words may say why. The copy is tried again by itself.',
  ),
};
