/** What a receiver knows of a caller, and where it puts what it does not trust. */
import type { GlossaryEntry } from './glossary-entry.ts'

export const RECEIVING: readonly GlossaryEntry[] = [
  {
    term: 'Block list (DNSBL)',
    id: 'dnsbl',
    matches: ['block list', 'block lists', 'blocklist', 'blocklists', 'DNSBL', 'DNSBLs'],
    text: {
      everyday:
        'A list of callers that have sent spam. A doorkeeper asks it before letting anybody in; ' +
        'who is on it stays outside.',
      technical:
        'A list of addresses that is asked through the DNS: the address backwards, in the zone of ' +
        'the list. An answer means listed; no such name means not listed.',
      protocol:
        'RFC 5782 §2.1: A at d.c.b.a.zone; 127.0.0.2 and the like for listed, a TXT record for the ' +
        'reason. Here a list that does not answer says nothing against anybody.',
    },
    source: 'RFC 5782',
  },
  {
    term: 'Spam trap',
    id: 'spam-trap',
    matches: ['spam trap', 'spam traps', 'spamtrap', 'spamtraps', 'trap', 'traps'],
    text: {
      everyday:
        'An address that belongs to nobody and was never given to anybody. Whoever writes to it ' +
        'has found it somewhere, and is sending spam.',
      technical:
        'A mailbox that no person has ever used, kept by the operator of a block list. Mail to it ' +
        'is reason enough to list its sender.',
      protocol:
        'A recipient without a user. Here a host of kind blocklist takes mail for its domain and ' +
        'lists the client address after a delay.',
    },
    source: 'Mailpath, its block lists',
  },
  {
    term: 'Reverse DNS (PTR)',
    id: 'reverse-dns',
    matches: ['reverse DNS', 'reverse name', 'reverse names', 'PTR', 'PTR record', 'PTR records'],
    text: {
      everyday:
        'The address book read backwards: from a number to a name. Proper post offices have one ' +
        'that leads there and back again.',
      technical:
        'The name of an address. A receiver looks it up and checks that the name leads back to ' +
        'the address. Only the owner of the address can enter it.',
      protocol:
        'PTR below in-addr.arpa, then A of that name. iprev: pass when it leads back, fail when it ' +
        'does not, permerror without a PTR record.',
    },
    source: 'RFC 8601 §3, RFC 1035 §3.5',
  },
  {
    term: 'Dynamic address',
    id: 'dynamic-address',
    matches: [
      'dynamic address',
      'dynamic addresses',
      'home connection',
      'home connections',
      "customer's line",
      "customers' lines",
    ],
    text: {
      everyday:
        'The number of a line at home. It changes, and many infected PCs have one, so many post ' +
        'offices take no letters straight from there.',
      technical:
        'An address from a range that a provider gives to its customers. Providers list them; ' +
        'receivers refuse mail from them, whoever it is.',
      protocol:
        'Known by a list of ranges (here pbl.example) or by a name that spells the address. It is a ' +
        'rule of the house and says nothing of the message.',
    },
    source: 'RFC 5782 §2.1; rspamd, hfilter',
  },
  {
    term: 'Reputation',
    id: 'reputation',
    matches: ['reputation', 'reputations'],
    text: {
      everyday: 'What a post office thinks of a sender after all that has come from there so far.',
      technical:
        'The share of spam among what an address or a domain has sent here. Old mail weighs less ' +
        'and less. Who has sent little has none at all.',
      protocol:
        'Two counts for each client address and each domain that SPF confirms, halved every ' +
        'half-life; thousandths of spam against a threshold.',
    },
    source: 'mox, Haraka; Mailpath, its reputation check',
  },
  {
    term: 'Snowshoe spam',
    id: 'snowshoe',
    matches: ['snowshoe', 'snowshoe spam'],
    text: {
      everyday:
        'Spam sent from very many places, a little from each, so that none of them is noticed: as ' +
        'a snowshoe spreads the weight.',
      technical:
        'Sending from many addresses and domains at a low rate each, to stay below every limit ' +
        'and out of the lists.',
      protocol: 'One campaign, many client addresses: per-client counts and reputations stay low.',
    },
    source: 'Mailpath, option bot.addresses',
  },
  {
    term: 'Junk folder',
    id: 'junk-folder',
    matches: ['junk folder', 'junk folders', 'junk'],
    text: {
      everyday:
        'A second letter box for what looks like spam. The letter has arrived, but its reader may ' +
        'never look there, and its writer hears nothing.',
      technical:
        'Accepted with a 250 and then put aside. To the sender it is delivered; no report is made.',
      protocol:
        'A local decision after the 250: responsibility has passed, and no notification tells of ' +
        'the folder.',
    },
    source: 'RFC 5321 §6.1',
  },
  {
    term: 'Backscatter',
    id: 'backscatter',
    matches: ['backscatter'],
    text: {
      everyday:
        'Notes about letters that one has never written: somebody forged the sender, and the note ' +
        'goes to whose name it was.',
      technical:
        'Bounces to forged senders. They come from servers that accept mail first and find out ' +
        'later that they cannot deliver it.',
      protocol:
        'DSNs to forged reverse-paths. A refusal in the session sends none: the client has to ' +
        'report (RFC 5321 §6.1).',
    },
    source: 'RFC 5321 §6.1',
  },
  {
    term: 'Open relay',
    id: 'open-relay',
    matches: ['open relay', 'open relays'],
    text: {
      everyday:
        'A post office that carries letters for anybody to anywhere. Spammers love it, and soon ' +
        'nobody takes letters from it any more.',
      technical:
        'A server that relays for strangers to domains that are not its own. It soon stands on ' +
        'block lists, and its own users suffer.',
      protocol: 'Accepts RCPT for foreign domains without authentication; here option open.',
    },
    source: 'RFC 5321 §7.9',
  },
]
