/** Who may write in whose name: SPF, DKIM, DMARC, and what passing mail on does to them. */
import type { GlossaryEntry } from './glossary-entry.ts'

export const AUTHENTICATION: readonly GlossaryEntry[] = [
  {
    term: 'SPF',
    id: 'spf',
    matches: ['SPF'],
    text: {
      everyday:
        'An entry in the address book by which a place says which post offices may send letters in ' +
        'its name.',
      technical:
        'Sender Policy Framework: a DNS record with the servers that may use the domain in the ' +
        'envelope. It looks at the last client only, so mail that was passed on fails.',
      protocol:
        'TXT v=spf1 of the domain in MAIL FROM (or HELO). Results: none, neutral, pass, fail, ' +
        'softfail, temperror, permerror; at most ten terms that ask the DNS.',
    },
    source: 'RFC 7208',
  },
  {
    term: 'DKIM',
    id: 'dkim',
    matches: ['DKIM', 'signature', 'signatures', 'seal', 'seals'],
    text: {
      everyday:
        'A seal on the letter. Its pattern is in the address book, and it breaks when somebody ' +
        'changes the letter on the way.',
      technical:
        'A signature over body and some header fields, by a domain that answers for the message. ' +
        'It survives being passed on, but not being changed.',
      protocol:
        'DKIM-Signature with d=, s=, h=, bh=; the key is at selector._domainkey.domain. A signature ' +
        'that fails is no worse than none (§6.3).',
    },
    source: 'RFC 6376',
  },
  {
    term: 'DMARC',
    id: 'dmarc',
    matches: ['DMARC'],
    text: {
      everyday:
        'The wish of the owner of a name: what shall become of letters that bear the name, and for ' +
        'which nobody vouches.',
      technical:
        'A policy for the domain in the From field: it passes if SPF or DKIM passes for the same ' +
        'organization. Otherwise the owner asks for nothing, the junk folder, or refusal.',
      protocol:
        '_dmarc TXT: p=none, quarantine or reject; the policy domain is found by walking up the ' +
        "tree. The wish is the owner's, doing it the receiver's decision (§5.4).",
    },
    source: 'RFC 9989',
  },
  {
    term: 'Alignment',
    id: 'alignment',
    matches: ['alignment', 'aligned'],
    text: {
      everyday: 'The name that was vouched for is the name in the letterhead.',
      technical:
        'The domain that SPF or DKIM confirmed belongs to the same organization as the domain in ' +
        'the From field. Without it a pass says nothing about the author.',
      protocol: 'Relaxed: same organizational domain. Strict (aspf=s, adkim=s): the same domain.',
    },
    source: 'RFC 9989 §4.10.2',
  },
  {
    term: 'Forwarder',
    id: 'forwarder',
    matches: ['forwarder', 'forwarders', 'forwarding'],
    text: {
      everyday:
        'An old address that sends on whatever comes. The letter then arrives from somewhere that ' +
        'its writer has never heard of.',
      technical:
        'A server that passes mail for one address on to another. SPF then sees the forwarder, ' +
        'not the sender; a signature survives.',
      protocol:
        'Redirection with the reverse-path kept (an alias, RFC 5321 §3.9.1), or rewritten as SRS ' +
        'does.',
    },
    source: 'RFC 5321 §3.9.1, RFC 7208 §D',
  },
  {
    term: 'SRS',
    id: 'srs',
    matches: ['SRS'],
    text: {
      everyday:
        'The forwarder writes its own name on the envelope, and the old one behind it, so that ' +
        'notes still find the way back.',
      technical:
        "Sender Rewriting Scheme: the envelope's sender becomes an address of the forwarder, with " +
        'the first sender inside and a check value. SPF passes again; alignment is lost.',
      protocol: 'SRS0=hash=timestamp=domain=local@forwarder as reverse-path. No standard.',
    },
    source: 'Mailpath, option srs; RFC 7208 §D',
  },
]
