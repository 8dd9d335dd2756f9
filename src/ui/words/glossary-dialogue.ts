/** The dialogue of SMTP, its replies, and what it leaves behind. */
import type { GlossaryEntry } from './glossary-entry.ts'

export const DIALOGUE: readonly GlossaryEntry[] = [
  {
    term: 'SMTP',
    id: 'smtp',
    matches: ['SMTP'],
    text: {
      everyday:
        'The language of mail servers: hello, from whom, for whom, here is the letter, goodbye.',
      technical:
        'Simple Mail Transfer Protocol: lines of commands and numbered replies by which mail is ' +
        'handed over. Both roads use the same protocol.',
      protocol:
        'A session of commands (EHLO, MAIL, RCPT, DATA, QUIT) and replies over a reliable ' +
        'stream; a transaction is one reverse-path, its forward-paths and the content.',
    },
    source: 'RFC 5321 §2.1 and §3.3',
  },
  {
    term: 'EHLO, HELO',
    id: 'ehlo',
    matches: ['EHLO', 'HELO'],
    text: {
      everyday:
        'The hello of the mail language: the caller says its name, and the server says what it ' +
        'can do.',
      technical:
        'First command of a session. The client gives its name, and the server lists its ' +
        'extensions. HELO is the older form, without extensions; the bot here uses it.',
      protocol:
        "EHLO with the client's domain; the 250 lists one extension per line. A name that does " +
        "not fit the client's address is by itself no ground for refusing mail (RFC 5321 " +
        '§4.1.4).',
    },
    source: 'RFC 5321 §4.1.1.1',
  },
  {
    term: 'Envelope',
    id: 'envelope',
    matches: ['envelope', 'envelopes'],
    text: {
      everyday:
        'What stands outside on a letter: from whom, for whom. Mail servers go by the envelope; ' +
        'the letter inside may name other people.',
      technical:
        'Sender and recipients as given in MAIL and RCPT. Servers deliver and report by the ' +
        'envelope; the From and To lines inside the message are for people, and may differ.',
      protocol:
        'Reverse-path and forward-paths, sent as commands before the content and apart from the ' +
        'header fields of RFC 5322.',
    },
    source: 'RFC 5321 §2.3.1',
  },
  {
    term: 'Reverse-path',
    id: 'reverse-path',
    matches: [
      'reverse-path',
      'reverse-paths',
      'envelope sender',
      'envelope senders',
      'return address',
    ],
    text: {
      everyday:
        'The return address on the envelope. If the letter cannot be delivered, the news goes ' +
        'there.',
      technical:
        'The sender of the envelope: failure reports go to it. SMTP by itself does not check it, ' +
        'so spam may name anybody.',
      protocol:
        'The argument of MAIL FROM. It is kept while the message is relayed, and final delivery ' +
        'writes it into Return-Path (RFC 5321 §4.4).',
    },
    source: 'RFC 5321 §4.1.1.2',
  },
  {
    term: 'Null reverse-path',
    id: 'null-reverse-path',
    matches: ['null reverse-path', 'empty envelope sender', 'empty return address'],
    text: {
      everyday:
        'An envelope without a return address. News of a failure travels in one, so that there ' +
        'is never news about the news.',
      technical:
        'The empty sender of failure reports. It keeps two servers from sending each other ' +
        'reports for ever.',
      protocol:
        'MAIL FROM:<>. Reports travel with it, and a message that has it must not cause another ' +
        'report (RFC 5321 §6.1).',
    },
    source: 'RFC 5321 §4.5.5',
  },
  {
    term: 'Reply code',
    id: 'reply-code',
    matches: ['reply code', 'reply codes', 'enhanced status code', 'enhanced status codes'],
    text: {
      everyday:
        'The number with which every answer of a server begins. Its first digit tells most: 2 is ' +
        'yes, 4 is not now, 5 is no.',
      technical:
        'Three digits at the beginning of each reply. The first decides what the client does ' +
        'next; the enhanced code behind them, three numbers with dots, gives the details.',
      protocol:
        'The first digit is the completion class (RFC 5321 §4.2.1). 3yz asks for more, as after ' +
        'DATA. An enhanced status code of the same class may follow (RFC 2034, RFC 3463).',
    },
    source: 'RFC 5321 §4.2',
  },
  {
    term: 'Yes (2yz)',
    id: 'reply-2yz',
    matches: ['2yz', 'the 250', 'a 250', 'its 250'],
    text: {
      everyday: 'Yes. After the letter itself this yes is a promise: from now on it is my job.',
      technical:
        'Success. The 250 after the data hands the responsibility over; the yes to an earlier ' +
        'command only means that this command is accepted.',
      protocol:
        'Positive completion. With the 250 after the end of the data the receiver has to deliver ' +
        'the message or report the failure (RFC 5321 §6.1).',
    },
    source: 'RFC 5321 §4.2.1',
  },
  {
    term: 'Not now (4yz)',
    id: 'reply-4yz',
    matches: ['4yz', 'temporary failure', 'temporary failures', 'temporary refusal'],
    text: {
      everyday: 'Not now. The letter is not lost: who comes back later may well be let in.',
      technical:
        'The server cannot or will not take the message now. The sender keeps it and tries again ' +
        'later. Greylisting says so on purpose.',
      protocol:
        'Transient negative completion: the client should repeat the sequence later. 421 also ' +
        'closes the session. A connection that fails has the same effect.',
    },
    source: 'RFC 5321 §4.2.1',
  },
  {
    term: 'No (5yz)',
    id: 'reply-5yz',
    matches: ['5yz', 'permanent failure', 'permanent failures'],
    text: {
      everyday: 'No, and asking again will not help. The sender has to be told.',
      technical:
        'Final refusal, for instance of a user who does not exist. A relay then reports the ' +
        'failure; a mail program shows an error.',
      protocol:
        'Permanent negative completion: do not repeat the same sequence. To a greeting, ' +
        'STARTTLS or AUTH it only means this host, now; our sender does as Postfix does.',
    },
    source: 'RFC 5321 §4.2.1',
  },
  {
    term: 'Received field',
    id: 'received-field',
    matches: ['Received field', 'Received fields', 'trace field', 'trace fields'],
    text: {
      everyday:
        'The stamp that every mail server puts on top of a letter: from whom I got it, and when.',
      technical:
        'A line that each server adds on top of the message. Read from the bottom up, these ' +
        'lines tell the way. Only those of servers you trust are reliable.',
      protocol:
        'Trace field with from, by, with, id, for and date. The word after with tells the kind ' +
        'of session, such as ESMTP or ESMTPSA (RFC 3848).',
    },
    source: 'RFC 5321 §4.4',
  },
  {
    term: 'Bounce (DSN)',
    id: 'bounce',
    matches: ['bounce', 'bounces', 'bounced', 'DSN', 'DSNs', 'failure report', 'failure reports'],
    text: {
      everyday: 'A letter from the post office: I could not deliver yours, and this is why.',
      technical:
        'Delivery status notification: the report that a relay mails to the sender of the ' +
        'envelope when it gets a final no, or gives up.',
      protocol:
        'multipart/report with a message/delivery-status part (RFC 6522, RFC 3464), sent with ' +
        'the null reverse-path.',
    },
    source: 'RFC 3464 §2, RFC 5321 §6.1',
  },
]
