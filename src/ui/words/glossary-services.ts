/** Services, ports and the DNS. */
import type { GlossaryEntry } from './glossary-entry.ts'

export const SERVICES: readonly GlossaryEntry[] = [
  {
    term: 'Submission',
    id: 'submission',
    matches: ['submission', 'submissions'],
    text: {
      everyday: 'Handing your letter in at your own post office.',
      technical:
        'The first leg, from mail program to submission server: encrypted, with a login, on a ' +
        'port of its own. What follows, from server to server, is relaying.',
      protocol:
        'RFC 6409: a service apart from relay, so that a site can demand authentication and put ' +
        'messages right. Here on port 587, with STARTTLS and AUTH.',
    },
    source: 'RFC 6409',
  },
  {
    term: 'STARTTLS',
    id: 'starttls',
    matches: ['STARTTLS', 'TLS'],
    text: {
      everyday: 'Let us go on in secret: from here on, nobody on the way can read along.',
      technical:
        'The command that makes a plain session an encrypted one, before any password is sent. ' +
        'In this model only submission offers it.',
      protocol:
        'RFC 3207: STARTTLS, 220, TLS handshake, EHLO once more. The handshake is one round trip ' +
        'here, and port 25 offers no STARTTLS: simplified.',
    },
    source: 'RFC 3207 §4',
  },
  {
    term: 'AUTH',
    id: 'auth',
    matches: ['AUTH', 'login'],
    text: {
      everyday: 'Showing your name and password at your own post office.',
      technical:
        'The login of SMTP. A submission server takes mail for any address only from users it ' +
        'knows. An MX asks for none: strangers may bring mail for its own domain.',
      protocol:
        'RFC 4954; here PLAIN with its initial response, after STARTTLS only. RFC 6409 §4.3 ' +
        "demands authentication by default. The model looks at the user's name, not at the " +
        'password.',
    },
    source: 'RFC 4954 §4',
  },
  {
    term: 'Port 25',
    id: 'port-25',
    matches: ['port 25'],
    text: {
      everyday:
        'The door at which a mail server takes letters from anybody who brings some for its ' +
        'people.',
      technical:
        'TCP port of SMTP between servers. Many access providers block it for homes, since ' +
        'infected PCs send spam that way; option port-25 does so here.',
      protocol:
        'The port on which SMTP servers listen. A provider that blocks it drops the SYN: the client ' +
        'sees a timeout (option port-25).',
    },
    source: 'RFC 5321 §4.5.4.2',
  },
  {
    term: 'Port 587',
    id: 'port-587',
    matches: ['port 587', 'port 465'],
    text: {
      everyday: 'The door of the post office for its own customers.',
      technical:
        'TCP port of submission. On its neighbour 465 the encryption begins with the first byte; ' +
        'this model uses 587.',
      protocol:
        'Submission, here with STARTTLS (RFC 6409 §3.1); 465 is submission over implicit TLS ' +
        '(RFC 8314 §3.3) and not simulated.',
    },
    source: 'RFC 6409 §3.1, RFC 8314 §3.3',
  },
  {
    term: 'DNS',
    id: 'dns',
    matches: ['DNS', 'name server', 'name servers'],
    text: {
      everyday:
        'The address book of the internet. It tells which server takes the mail for a name, and ' +
        'under which number to reach it.',
      technical:
        "Domain Name System: asked for the MX record of the recipient's domain and for " +
        'addresses. Who asks remembers the answer for its time to live.',
      protocol:
        'Here: zones as data, one name server, and a cache on each host for answers and denials ' +
        '(RFC 2308). A question costs a round trip unless it is cached.',
    },
    source: 'RFC 1034, RFC 2308',
  },
  {
    term: 'MX record',
    id: 'mx-record',
    matches: ['MX record', 'MX records'],
    text: {
      everyday: 'The line in the address book that says: letters for this name go to that server.',
      technical:
        'DNS record that names a mail server of a domain, with a preference; the lowest number ' +
        'is tried first. A domain without one is reached at its own address.',
      protocol:
        'Preference and exchange. Equals are shuffled; no MX means an implicit one with ' +
        'preference 0; a null MX means that the domain takes no mail (RFC 7505).',
    },
    source: 'RFC 5321 §5.1, RFC 1035 §3.3.9',
  },
]
