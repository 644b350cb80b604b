// Words of the coach: the message itself, limits of sending, and what is thought of the sender.
import { advice } from '../../advice-words';

export const message = {
  'too-large': advice(
    'The message is too large',
    'With its attachments it is larger than the server takes. Attachments grow by a third on the way.',
    'Remove or shrink attachments, or share them with a link.',
  ),
  'attachment-blocked': advice(
    'An attachment is of a kind that is not let through',
    'Programs, scripts and archives with such files in them are stopped, whatever they contain.',
    'Take it out and share it with a link, or send it in another form.',
  ),
  'looks-like-spam': advice(
    'The message was taken for spam',
    'A filter judged the text, the links or the sender. It can be wrong.',
    'Write a plainer text with fewer links and pictures, or ask the recipient to let your address in.',
  ),
  'link-listed': advice(
    'A link in the message stands on a warning list',
    'The address it leads to has been seen in spam or fraud.',
    'Take the link out, also from your signature and from quoted text.',
  ),
  virus: advice(
    'The server believes that there is something harmful in it',
    'A scanner found a virus, or a text that looks like fraud.',
    'Check the files on your computer, take out the suspicious one, and send it again.',
  ),
  'content-refused': advice(
    'The server does not take this message',
    'Something in it, in its text, form or attachments, is not accepted there.',
    'Its own words may say what. Change that and send it again.',
  ),
  'not-compliant': advice(
    'The message’s headers are not as the server wants them',
    'A line such as From or Date is missing, doubled or of the wrong form.',
    'Edit the message, look at From and the subject, and send it again.',
  ),
  'text-form': advice(
    'The server can’t handle the form of the text',
    'It can neither take nor convert how letters or lines are encoded.',
    'Edit the message and send it again; avoid unusual signs in the subject.',
  ),
  'policy-refused': advice(
    'A rule of the server forbids this message',
    'It was refused on principle: for its content, its sender, or where it comes from.',
    'Its own words may say why. Ask the recipient’s provider, or reach the person in another way.',
  ),
  'transaction-failed': advice(
    'The server gave up on the message',
    'It says only that it failed.',
    'Try once more. If it fails again, change the message or ask your provider.',
  ),
  'security-refused': advice(
    'The server refused it for reasons of security',
    'It does not say more, or could not check a protection it asks for.',
    'Its own words may say which. Ask your provider.',
  ),
};

export const limits = {
  'gmail-daily-limit': advice(
    'Google’s limit for a day is reached',
    'A Gmail account sends to about 500 recipients a day, a Workspace account to about 2,000.',
    'Wait up to 24 hours. What waits here stays here.',
  ),
  'sending-quota': advice(
    'Your provider’s sending limit is reached',
    'You may send so many messages in an hour, a day or a month, and that many have gone.',
    'Wait until the time is over, or ask your provider for more.',
  ),
  'microsoft-recipient-quota': advice(
    'Microsoft’s limit of recipients is reached',
    'The account has written to as many recipients as it may in 24 hours.',
    'Wait a day, or send the rest from another account.',
  ),
  'microsoft-tenant-limit': advice(
    'Microsoft has stopped your organisation’s sending',
    'Too much, or too much that looked like spam, left your organisation.',
    'Ask whoever manages your Microsoft 365 to lift the stop.',
  ),
  'rate-limited': advice(
    'It went too fast for the server',
    'The server takes only so much mail in a while from one sender.',
    'Wait: it is tried again by itself, more slowly.',
  ),
  'too-many-recipients': advice(
    'Too many recipients at once',
    'The server takes only so many addresses in one message.',
    'Send it in several parts, or wait until the rest may go.',
  ),
  'too-many-connections': advice(
    'Too many connections at the same time',
    'Other programs or devices of yours may be using the server as well.',
    'Wait: it is tried again by itself.',
  ),
  'recipient-too-busy': advice(
    'The recipient is getting too much mail right now',
    'Their mailbox takes only so many messages in a while.',
    'Wait: it is tried again by itself.',
  ),
};

export const reputation = {
  spamhaus: advice(
    'Your mail server stands on a list of Spamhaus',
    'Spamhaus lists addresses of the network that spam came from, and home connections that should not send by themselves.',
    'Look it up there. With a provider’s server, tell the provider; with your own connection, send through a provider.',
  ),
  barracuda: advice(
    'Your mail server stands on Barracuda’s list',
    'Barracuda has seen spam from its address.',
    'Tell your provider; the list’s page takes requests for removal.',
  ),
  'microsoft-list': advice(
    'Microsoft has blocked the address of your mail server',
    'Spam came from it or from its neighbours. Your own account need not have done anything.',
    'Tell your provider; Microsoft’s page takes requests for removal. Until then, send from another account.',
  ),
  'block-list': advice(
    'Your mail server stands on a block list',
    'The recipient’s side refuses mail from addresses on the list it names.',
    'Tell your provider the server’s own words. Until it is off the list, send from another account.',
  ),
  'bad-reputation': advice(
    'The recipient’s side does not trust your mail server',
    'It has a poor reputation: too little known, or too much spam from there.',
    'Tell your provider. Until then, another account may get through.',
  ),
  'yahoo-complaints': advice(
    'Yahoo puts off mail from your mail server',
    'There were complaints, or more mail than usual from there.',
    'Wait. If it goes on for days, tell your provider.',
  ),
  'gmail-unsolicited': advice(
    'Google takes it for unwanted mail',
    'Your domain, your mail server or the message itself looks to Google like spam.',
    'Write a plainer text with fewer links. If it is your own domain, look at Google’s guidelines for senders.',
  ),
  spf: advice(
    'Your domain does not allow this server to send for it (SPF)',
    'The domain of your address lists the servers that may send for it, and yours is not among them.',
    'Send with the account that belongs to the address, or have the server added to the domain’s SPF record.',
  ),
  dkim: advice(
    'The signature of your domain is missing or wrong (DKIM)',
    'The recipient’s side wants proof that the message is from your domain and unchanged.',
    'Send through your domain’s own provider, or have DKIM set up there.',
  ),
  dmarc: advice(
    'Your domain’s rule says to refuse this mail (DMARC)',
    'The domain in From asks others to refuse mail that does not come from its own servers.',
    'Send with the account that belongs to that address. You can’t send as a gmail.com or yahoo.com address through another server.',
  ),
  'not-authenticated': advice(
    'Nothing proves that the mail is from your domain',
    'The recipient’s side asks for SPF and DKIM, and found neither in order.',
    'Send through your domain’s own provider, or have SPF, DKIM and DMARC set up for it.',
  ),
  'reverse-dns': advice(
    'Your mail server has no name of its own (reverse DNS)',
    'Many servers take no mail from an address of the network without a name.',
    'Whoever runs your mail server has to set it. From a home connection, send through a provider.',
  ),
  'forwarding-chain': advice(
    'The proof was lost when the mail was passed on (ARC)',
    'A list or a forwarding changed the message, and its seal can’t be checked.',
    'Write to the person directly, without the list or the forwarding.',
  ),
};
