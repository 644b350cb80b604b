// Words of the coach: who sends, and who is to receive.
import { advice } from '../../advice-words';

export const sender = {
  'sender-not-yours': advice(
    'You may not send as this address',
    'The account you signed in with is not allowed to use this From address.',
    'Choose the account’s own address in From, or have this one added at your provider.',
  ),
  'sender-not-verified': advice(
    'The sending service does not know this From address yet',
    'Such services send only from addresses or domains that were verified with them.',
    'Verify the address or its domain at the service, or choose one that is verified.',
  ),
  'sender-domain': advice(
    'The domain of your From address can’t be found',
    'The server looked up your domain and found no place that takes answers.',
    'Check From for typing mistakes. If the domain is yours, have its MX record put in order.',
  ),
  'sender-syntax': advice(
    'Your From address is not written as the server wants it',
    'A character or the form of the address is not accepted.',
    'Correct the address in the account’s settings.',
  ),
  'sender-locked': advice(
    'Your provider has stopped your sending',
    'It suspects that your account is being misused.',
    'Sign in to the provider’s web page, change the password there and follow what it asks.',
  ),
  'microsoft-sender-blocked': advice(
    'Microsoft has stopped your sending',
    'Too much of what left your account or your organisation looked like spam.',
    'Change the password, then ask whoever manages your Microsoft 365 to lift the block.',
  ),
  'icloud-sender': advice(
    'iCloud sends only from your own iCloud addresses',
    'The From address is neither your iCloud address nor one of its aliases.',
    'Choose one of your iCloud addresses in From, or add this one in iCloud’s settings.',
  ),
};

export const recipient = {
  'no-such-mailbox': advice(
    'There is no such mailbox',
    'The server knows the domain, but nobody by this name.',
    'Look for a typing mistake, or ask the person for the right address.',
  ),
  'no-such-domain': advice(
    'The domain of the address can’t be found',
    'The part after the @ does not exist, or has no mail server.',
    'Look for a typing mistake after the @.',
  ),
  'domain-takes-no-mail': advice(
    'This domain takes no mail at all',
    'Its owner has declared that nobody has a mailbox there.',
    'Ask the person for another address.',
  ),
  'recipient-syntax': advice(
    'The address is not written as the server wants it',
    'A character is missing, doubled or not allowed there.',
    'Correct the address.',
  ),
  'recipient-ambiguous': advice(
    'The address fits several people',
    'The server can’t tell which of them is meant.',
    'Ask for the full address.',
  ),
  'mailbox-moved': advice(
    'The person has another address now',
    'The mailbox was moved. The server’s words may name the new address.',
    'Use the new address.',
  ),
  'address-trouble': advice(
    'The server has trouble with the address',
    'It does not say more than that.',
    'Look at the address, and ask the person if it is right.',
  ),
  'mailbox-disabled': advice(
    'The mailbox is closed',
    'It exists, but was disabled or has not been used for long.',
    'Reach the person in another way and ask for an address in use.',
  ),
  'mailbox-full': advice(
    'The recipient’s mailbox is full',
    'There is no room for your message until something is deleted there.',
    'Tell the person in another way, and send it again later.',
  ),
  'mailbox-busy': advice(
    'The mailbox can’t be reached right now',
    'It is in use or under repair at the recipient’s provider.',
    'Wait: it is tried again by itself.',
  ),
  'mailbox-takes-smaller': advice(
    'The message is too large for this mailbox',
    'The recipient may receive only smaller messages.',
    'Take out or shrink attachments, or share them with a link.',
  ),
  'list-trouble': advice(
    'The mailing list could not pass it on',
    'The list exists, but its members could not be looked up.',
    'Tell whoever runs the list.',
  ),
  'recipient-restricted': advice(
    'The recipient’s server does not take this mail from you',
    'A rule there allows only certain senders, or yours is shut out.',
    'Ask the person to let your address in, or write to another address.',
  ),
  'group-restricted': advice(
    'Only certain people may write to this group',
    'The group takes mail from its members or from its own organisation.',
    'Ask the group’s owner to let you in.',
  ),
  'blocked-by-recipient': advice(
    'The recipient’s side has blocked you',
    'Your address, domain or mail server stands on a list of their own.',
    'Reach them in another way and ask to be taken off it.',
  ),
  'owner-changed': advice(
    'The address belongs to somebody else now',
    'The mailbox or the domain has changed hands since you last wrote.',
    'Ask the person for the address in use today.',
  ),
  'non-ascii-address': advice(
    'A server on the way can’t handle letters outside a–z in addresses',
    'The address has letters such as å or ö, and the server speaks only the older form.',
    'Ask the person for an address in plain letters.',
  ),
  greylisted: advice(
    'The server asks a new sender to come back',
    'This is called greylisting: the first try is put off to keep out spam, a later one is let in.',
    'Do nothing: it is tried again by itself in some minutes.',
  ),
  'relay-denied': advice(
    'The server won’t pass mail on for you',
    'It takes mail for its own people only, or does not know that you are one of them.',
    'Check that the account has the right server for sending and that the sign-in is right.',
  ),
  'microsoft-recipient-denied': advice(
    'There is no such mailbox at Microsoft',
    'The recipient’s organisation takes mail for known addresses only, and this is none of them.',
    'Look for a typing mistake, or ask the person for the right address.',
  ),
  'routing-loop': advice(
    'The message went round in a circle',
    'Servers on the recipient’s side pass it to one another without end.',
    'Tell the recipient’s provider. Nothing at your end can mend it.',
  ),
  'next-server-silent': advice(
    'The recipient’s server does not answer',
    'Your provider could not reach it, or lost the connection.',
    'Wait and try again. If it stays so, check the address.',
  ),
  'routing-trouble': advice(
    'No way to the recipient’s server was found',
    'Its entries in the network’s directory are missing or broken just now.',
    'Check the part after the @, and try again later.',
  ),
  'delivery-expired': advice(
    'It was tried for days and then given up',
    'The recipient’s server could not be reached in all that time.',
    'Check the address, and send it again.',
  ),
  'all-refused': advice(
    'Every recipient was refused',
    'The server took none of the addresses, so nothing was sent.',
    'See the reason beside each address, correct it and send again.',
  ),
  'some-refused': advice('Some recipients were refused', 'The others have the message.', 'See the reason beside each address.'),
};
