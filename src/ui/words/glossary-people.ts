/** Who takes part in the delivery of mail. */
import type { GlossaryEntry } from './glossary-entry.ts'

export const TAKING_PART: readonly GlossaryEntry[] = [
  {
    term: 'Mail program (MUA)',
    id: 'mua',
    matches: ['mail program', 'mail programs', 'MUA', 'MUAs'],
    text: {
      everyday:
        'The program or app in which you write and read mail. It sleeps when your computer ' +
        'sleeps.',
      technical:
        'Mail user agent: the program in which people write and read mail. It normally hands ' +
        'everything it sends to one submission server; on the direct road of this laboratory it ' +
        "dials the recipient's server itself.",
      protocol:
        'Message User Agent: acts for its user at the edge of the mail system and submits to an ' +
        'MSA. It often cannot queue and retry as RFC 5321 §4.5.4.1 asks of a sender.',
    },
    source: 'RFC 5598 §4.2, RFC 5321 §2.3.3',
  },
  {
    term: 'Submission server (MSA)',
    id: 'msa',
    matches: ['submission server', 'submission servers', 'MSA', 'MSAs'],
    text: {
      everyday:
        "The counter of Alice's post office. It wants to see her name and password before it " +
        'takes a letter.',
      technical:
        'Mail submission agent: the server to which mail programs hand outgoing mail, encrypted ' +
        'and with a login. Here it shares one host with the relay.',
      protocol:
        'Mail Submission Agent: accepts messages from MUAs under the rules of RFC 6409 and hands ' +
        'them to an MTA. In this model MSA and MTA are one host, with one queue and one Received ' +
        'field.',
    },
    source: 'RFC 6409 §3, RFC 5598 §4.3',
  },
  {
    term: 'Relay',
    id: 'relay',
    matches: [
      'relay',
      'relays',
      'outgoing server',
      'outgoing servers',
      'post office',
      'post offices',
    ],
    text: {
      everyday:
        "The post office of e-mail. It is always open, takes Alice's letter, promises to deliver " +
        'it, and keeps trying. In your mail settings it is called the outgoing server (SMTP).',
      technical:
        "A mail server that accepts a message and passes it on towards the recipient's server. " +
        "Here it is the provider's outgoing server: submission and relay in one host.",
      protocol:
        'An SMTP server that accepts a message and then sends it on as an SMTP client, adding ' +
        'nothing but trace fields. With its 250 after the data the message becomes its ' +
        'responsibility (RFC 5321 §6.1).',
    },
    source: 'RFC 5321 §2.3.10',
  },
  {
    term: 'Mail transfer agent (MTA)',
    id: 'mta',
    matches: ['MTA', 'MTAs', 'mail server', 'mail servers'],
    text: {
      everyday:
        'A mail server: a computer that takes letters, keeps them safe and carries them on.',
      technical:
        'Mail transfer agent: a server that moves mail between servers and keeps in a queue what ' +
        'it cannot deliver yet. Postfix, Exim and Sendmail are such programs.',
      protocol:
        'Message Transfer Agent: SMTP server and SMTP client in one. It takes responsibility ' +
        'with a 250, queues and retries (RFC 5321 §4.5.4.1), and reports failure (RFC 5321 ' +
        '§6.1).',
    },
    source: 'RFC 5598 §4.3, RFC 5321 §2.3.3',
  },
  {
    term: 'Mail exchanger (MX)',
    id: 'mx',
    matches: [
      'MX',
      'MXs',
      'mail exchanger',
      'mail exchangers',
      "Bob's mail server",
      "Bob's server",
    ],
    text: {
      everyday:
        "The server at which Bob's letters arrive and where his letter box is. It is on day and " +
        "night, so Bob's phone may be off.",
      technical:
        'The server that takes mail for a domain. The DNS names it, and any client may dial it ' +
        'on port 25. Here it has the mailboxes as well.',
      protocol:
        "A host named in a domain's MX records. It receives SMTP on port 25 for that domain; " +
        'here it also makes the final delivery, at once.',
    },
    source: 'RFC 5321 §3.6.2 and §5.1',
  },
  {
    term: 'Spam bot',
    id: 'spam-bot',
    matches: [
      'spam bot',
      'spam bots',
      'bot',
      'bots',
      'spam program',
      'spam programs',
      'infected PC',
    ],
    text: {
      everyday:
        "A program that has crept into somebody's PC and sends spam from there. The owner knows " +
        'nothing of it.',
      technical:
        'Malware on a home PC that dials mail exchangers itself. The one here tries once, keeps ' +
        'no queue and does not say goodbye. Some real ones do come back.',
      protocol:
        'An SMTP client that says HELO, does not pipeline, leaves without QUIT, and never ' +
        'retries after a 4yz. Real bots differ; some retry.',
    },
    source: 'Mailpath, its bot; RFC 6647 describes the habit',
  },
]
