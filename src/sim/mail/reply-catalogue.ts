/**
 * Every reply that our servers give, in Postfix's shape. The texts are protocol literals.
 *
 * Sources, named in the line before an entry: *recorded* = seen in a session of a real Postfix
 * 3.7; *Postfix* = its smtpd; *postgrey*, *rspamd* = those programs; else the RFC.
 * Entries under *local* never travel: a client keeps them where no server said anything.
 *
 * Facts keep the position of a reply in this list, so new entries come last.
 */
import type { ReplySpec } from './reply-spec.ts'
import { experienceReplies } from './reply-experience.ts'
import { senderReplies } from './reply-sender.ts'
import { turnReplies } from './reply-turn.ts'

const all: ReplySpec[] = []

function say(name: string, code: number, enhanced: string | null, text: string): ReplySpec {
  const spec: ReplySpec = Object.freeze({ index: all.length, name, code, enhanced, text })
  all.push(spec)
  return spec
}

/** The catalogue by name. */
export const R = {
  // --- the dialogue as it should be; recorded
  greeting: say('greeting', 220, null, '{host} ESMTP Postfix'),
  ehlo: say('ehlo', 250, null, '{host}'),
  // RFC 5321 §4.1.1.1; Postfix
  helo: say('helo', 250, null, '{host}'),
  senderOk: say('senderOk', 250, '2.1.0', 'Ok'),
  recipientOk: say('recipientOk', 250, '2.1.5', 'Ok'),
  startContent: say('startContent', 354, null, 'End data with <CR><LF>.<CR><LF>'),
  queued: say('queued', 250, '2.0.0', 'Ok: queued as {detail}'),
  // RSET and NOOP; recorded
  ok: say('ok', 250, '2.0.0', 'Ok'),
  bye: say('bye', 221, '2.0.0', 'Bye'),
  // VRFY, RFC 5321 §3.5.3; Postfix
  cannotVerify: say('cannotVerify', 252, '2.0.0', '{about}'),

  // --- encryption and authentication; Postfix
  readyForTls: say('readyForTls', 220, '2.0.0', 'Ready to start TLS'),
  // RFC 3207 §4
  tlsUnavailable: say('tlsUnavailable', 454, '4.7.0', 'TLS not available due to local problem'),
  tlsActive: say('tlsActive', 554, '5.5.1', 'Error: TLS already active'),
  mustStartTls: say('mustStartTls', 530, '5.7.0', 'Must issue a STARTTLS command first'),
  authenticated: say('authenticated', 235, '2.7.0', 'Authentication successful'),
  // RFC 4954 §6; Postfix's own template answers 554 at RCPT instead
  authRequired: say('authRequired', 530, '5.7.0', 'Authentication required'),
  badCredentials: say(
    'badCredentials',
    535,
    '5.7.8',
    'Error: authentication failed: authentication failure',
  ),
  authNotEnabled: say('authNotEnabled', 503, '5.5.1', 'Error: authentication not enabled'),
  alreadyAuthenticated: say('alreadyAuthenticated', 503, '5.5.1', 'Error: already authenticated'),
  // RFC 4954 §4
  unknownMechanism: say('unknownMechanism', 504, '5.5.4', 'Unrecognized authentication type'),
  // RFC 4954 §4
  badAuthEncoding: say('badAuthEncoding', 501, '5.5.2', 'Error: cannot decode response'),

  // --- commands out of order; Postfix
  helloFirst: say('helloFirst', 503, '5.5.1', 'Error: send HELO/EHLO first'),
  nestedMail: say('nestedMail', 503, '5.5.1', 'Error: nested MAIL command'),
  needMail: say('needMail', 503, '5.5.1', 'Error: need MAIL command'),
  needRecipient: say('needRecipient', 503, '5.5.1', 'Error: need RCPT command'),
  inTransaction: say('inTransaction', 503, '5.5.1', 'Error: MAIL transaction in progress'),
  // RFC 5321 §4.2.2
  badSequence: say('badSequence', 503, '5.5.1', 'Error: bad sequence of commands'),
  // recorded
  noValidRecipients: say('noValidRecipients', 554, '5.5.1', 'Error: no valid recipients'),

  // --- syntax; Postfix
  badSyntax: say('badSyntax', 500, '5.5.2', 'Error: bad syntax'),
  // RFC 5321 §4.2.4; older versions of Postfix say 502
  unknownCommand: say('unknownCommand', 500, '5.5.2', 'Error: command not recognized'),
  notImplemented: say('notImplemented', 502, '5.5.1', 'Error: command not implemented'),
  // RFC 5321 §4.5.3.1.9
  lineTooLong: say('lineTooLong', 500, '5.5.2', 'Error: line too long'),
  syntaxEhlo: say('syntaxEhlo', 501, '5.5.4', 'Syntax: EHLO hostname'),
  syntaxHelo: say('syntaxHelo', 501, '5.5.4', 'Syntax: HELO hostname'),
  syntaxMail: say('syntaxMail', 501, '5.5.4', 'Syntax: MAIL FROM:<address>'),
  syntaxRcpt: say('syntaxRcpt', 501, '5.5.4', 'Syntax: RCPT TO:<address>'),
  syntaxData: say('syntaxData', 501, '5.5.4', 'Syntax: DATA'),
  syntaxRset: say('syntaxRset', 501, '5.5.4', 'Syntax: RSET'),
  syntaxQuit: say('syntaxQuit', 501, '5.5.4', 'Syntax: QUIT'),
  syntaxVrfy: say('syntaxVrfy', 501, '5.5.4', 'Syntax: VRFY address'),
  syntaxStartTls: say('syntaxStartTls', 501, '5.5.4', 'Syntax: STARTTLS'),
  syntaxAuth: say('syntaxAuth', 501, '5.5.4', 'Syntax: AUTH mechanism'),
  badSender: say('badSender', 501, '5.1.7', 'Bad sender address syntax'),
  badRecipient: say('badRecipient', 501, '5.1.3', 'Bad recipient address syntax'),
  badSize: say('badSize', 501, '5.5.4', 'Bad message size syntax'),
  unsupportedOption: say('unsupportedOption', 555, '5.5.4', 'Unsupported option'),

  // --- the server ends the session, RFC 5321 §3.8
  // Postfix
  tooManyErrors: say('tooManyErrors', 421, '4.7.0', '{host} Error: too many errors'),
  // Postfix
  timeoutExceeded: say('timeoutExceeded', 421, '4.4.2', '{host} Error: timeout exceeded'),
  // RFC 5321 §4.2.3; code of RFC 3463 §3.4
  shuttingDown: say(
    'shuttingDown',
    421,
    '4.3.2',
    '{host} Service not available, closing transmission channel',
  ),

  // --- limits of the site
  // RFC 5321 §4.5.3.1.10; Postfix
  tooManyRecipients: say('tooManyRecipients', 452, '4.5.3', 'Error: too many recipients'),
  // at MAIL, RFC 1870 §6.1; Postfix
  sizeExceeded: say('sizeExceeded', 552, '5.3.4', 'Message size exceeds fixed limit'),
  // after the content, RFC 1870 §6.3; recorded
  messageTooBig: say('messageTooBig', 552, '5.3.4', 'Error: message file too big'),
  // Postfix
  noStorage: say('noStorage', 452, '4.3.1', 'Insufficient system storage'),
  // Postfix
  queueFileError: say('queueFileError', 451, '4.3.0', 'Error: queue file write error'),
  // RFC 5321 §4.2.3, RFC 3463 §3.3
  mailboxFull: say('mailboxFull', 452, '4.2.2', '<{about}>: Mailbox full'),

  // --- who may write to whom; recorded except where said
  greylisted: say(
    'greylisted',
    450,
    '4.2.0',
    '<{about}>: Recipient address rejected: Greylisted, ' +
      'see http://postgrey.schweikert.ch/help/{aboutDomain}.html',
  ),
  userUnknown: say(
    'userUnknown',
    550,
    '5.1.1',
    '<{about}>: Recipient address rejected: User unknown in virtual mailbox table',
  ),
  // defer_unauth_destination, the default of Postfix
  relayDeniedForNow: say('relayDeniedForNow', 454, '4.7.1', '<{about}>: Relay access denied'),
  // reject_unauth_destination; Postfix
  relayDenied: say('relayDenied', 554, '5.7.1', '<{about}>: Relay access denied'),
  // RFC 7505 §4.2; Postfix
  recipientNullMx: say(
    'recipientNullMx',
    556,
    '5.1.10',
    '<{about}>: Recipient address rejected: Domain {aboutDomain} does not accept mail (nullMX)',
  ),
  senderDomainUnknown: say(
    'senderDomainUnknown',
    450,
    '4.1.8',
    '<{about}>: Sender address rejected: Domain not found',
  ),
  // RFC 7505 §4.2; Postfix
  senderNullMx: say(
    'senderNullMx',
    550,
    '5.7.27',
    '<{about}>: Sender address rejected: Domain {aboutDomain} does not accept mail (nullMX)',
  ),
  heloNotQualified: say(
    'heloNotQualified',
    504,
    '5.5.2',
    '<{about}>: Helo command rejected: need fully-qualified hostname',
  ),
  heloInvalid: say('heloInvalid', 501, '5.5.2', '<{about}>: Helo command rejected: Invalid name'),
  // Postfix
  heloUnknown: say('heloUnknown', 450, '4.7.1', '<{about}>: Helo command rejected: Host not found'),

  // --- what is known of the client; recorded except where said
  noReverseName: say(
    'noReverseName',
    450,
    '4.7.1',
    'Client host rejected: cannot find your reverse hostname, [{client}]',
  ),
  // Postfix, default of unknown_client_reject_code
  unconfirmedName: say(
    'unconfirmedName',
    450,
    '4.7.25',
    'Client host rejected: cannot find your hostname, [{client}]',
  ),
  unconfirmedNameStrict: say(
    'unconfirmedNameStrict',
    550,
    '5.7.25',
    'Client host rejected: cannot find your hostname, [{client}]',
  ),
  // {about} is the list's zone, with its reason behind it if there is one
  blocklisted: say(
    'blocklisted',
    554,
    '5.7.1',
    'Service unavailable; Client host [{client}] blocked using {about}',
  ),
  tooManyConnections: say(
    'tooManyConnections',
    421,
    '4.7.0',
    '{host} Error: too many connections from {client}',
  ),
  tooMuchMail: say('tooMuchMail', 450, '4.7.1', 'Error: too much mail from {client}'),
  // postfix anvil, recipient rate; Postfix
  tooManyFrom: say('tooManyFrom', 450, '4.7.1', 'Error: too many recipients from {client}'),
  // pregreet and unauthorised pipelining; Postfix
  outOfSync: say('outOfSync', 554, '5.5.0', 'Error: SMTP protocol synchronization'),

  // --- authentication of the message and its content
  // RFC 7208 §8.4, RFC 7372 §3.2; recorded
  spfFail: say(
    'spfFail',
    550,
    '5.7.23',
    '<{about}>: Recipient address rejected: Message rejected due to: SPF fail - not authorized',
  ),
  // RFC 7208 §8.6, RFC 7372 §3.2
  spfTempError: say('spfTempError', 451, '4.7.24', 'SPF validation error'),
  // RFC 7208 §8.7, RFC 7372 §3.2
  spfPermError: say('spfPermError', 550, '5.7.24', 'SPF validation error'),
  // RFC 7372 §3.1
  noPassingSignature: say('noPassingSignature', 550, '5.7.20', 'No passing DKIM signature found'),
  // RFC 7372 §3.4 (several methods failed)
  dmarcReject: say('dmarcReject', 550, '5.7.26', 'Rejected by the DMARC policy of {about}'),
  // rspamd
  contentSpam: say('contentSpam', 554, '5.7.1', 'Spam message rejected'),
  // rspamd
  contentLater: say('contentLater', 451, '4.7.1', 'Try again later'),

  // --- local: what a client notes for itself when nobody answered; Postfix smtp(8)
  tlsDone: say('tlsDone', 220, null, '(TLS established)'),
  tlsFailed: say('tlsFailed', 454, '4.7.5', 'Cannot start TLS: handshake failure'),
  tlsNotOffered: say('tlsNotOffered', 450, '4.7.4', 'TLS is required, but was not offered by host'),
  connectRefused: say('connectRefused', 450, '4.4.1', 'connect to {host}: Connection refused'),
  connectTimeout: say('connectTimeout', 450, '4.4.1', 'connect to {host}: Connection timed out'),
  lostConnection: say('lostConnection', 450, '4.4.2', 'lost connection with {host}'),
  conversationTimeout: say(
    'conversationTimeout',
    450,
    '4.4.2',
    'conversation with {host} timed out',
  ),

  // --- ETRN and ATRN
  ...turnReplies(say),

  // --- a message that goes round in circles, RFC 5321 §6.3; Postfix cleanup, hopcount_limit
  tooManyHops: say('tooManyHops', 554, '5.4.0', 'Error: too many hops'),

  // --- a site in trouble, or one that will not have this client; in Postfix's shape
  // instead of the greeting, RFC 5321 §3.1; without a status there, RFC 2034 §4
  noService: say('noService', 554, null, '{host} No SMTP service here'),
  // to EHLO and HELO, RFC 5321 §4.3.2
  heloRefused: say('heloRefused', 550, '5.7.1', '<{about}>: Helo command rejected: Access denied'),
  // to MAIL
  senderLater: say('senderLater', 451, '4.3.0', '<{about}>: Temporary lookup failure'),
  // to MAIL, RFC 5321 §4.3.2; Postfix's own template says 554
  senderRefused: say(
    'senderRefused',
    550,
    '5.7.1',
    '<{about}>: Sender address rejected: Access denied',
  ),
  // to DATA
  dataLater: say(
    'dataLater',
    451,
    '4.3.0',
    '<DATA>: Data command rejected: Temporary lookup failure',
  ),
  dataRefused: say('dataRefused', 554, '5.7.1', '<DATA>: Data command rejected: Access denied'),
  // after the data, RFC 5321 §4.2.3, RFC 3463 §3.7; Postfix cleanup says 550 5.7.1
  contentRefused: say('contentRefused', 554, '5.6.0', 'Error: message content rejected'),

  // --- who sends
  ...senderReplies(say),

  // --- what a site makes of its own experience with a sender
  ...experienceReplies(say),
} as const

/** The catalogue in order: `REPLIES[spec.index] === spec`. */
export const REPLIES: readonly ReplySpec[] = all

/** Those that never travel: they stand for a silence. */
export const LOCAL_REPLIES: readonly ReplySpec[] = all.slice(
  R.tlsDone.index,
  R.conversationTimeout.index + 1,
)
