/** The card and the probes. Option values: what each check is set to while it is on. */
import { ALICE, BOB } from '../school.ts'
import type { HiddenCheck, MysterySpec } from '../mystery.ts'

const CLIENT_CHECKS: readonly HiddenCheck[] = [
  {
    id: 'name',
    title: {
      everyday: 'Turns away computers whose address has no name',
      technical: 'Reverse DNS: the address needs a name that points back',
      protocol: 'Requires a forward-confirmed PTR (iprev)',
    },
    settings: { 'mx.reverse-dns.action': 'needs-name' },
    decidedBy: {
      everyday:
        'A letter from the home line. Its address has no name, and nothing else is wrong with it. ' +
        'The answer sounds like "come back later", but its words name the missing name.',
      technical:
        'A probe from the home line, which lacks a PTR and nothing else: a 450 that is no greylisting.',
      protocol:
        'Probe from home: iprev permerror, all else passes: a 450 at RCPT that is no greylisting.',
    },
  },
  {
    id: 'dynamic',
    title: {
      everyday: 'Turns away dial-up and home lines',
      technical: 'Dynamic ranges: a list of home lines',
      protocol: 'Policy block list of dynamic ranges (pbl.example)',
    },
    settings: { 'mx.dynamic.action': 'refuse' },
    decidedBy: {
      everyday:
        'A letter from the dial-up line, which has a good name but is on the list of such lines.',
      technical: 'A probe from the dial-up line: PTR in order, address in pbl.example.',
      protocol: 'Probe from dialup: iprev pass, listed in pbl.example only.',
    },
  },
  {
    id: 'blocklist',
    title: {
      everyday: 'Turns away addresses known for spam',
      technical: 'Block list: addresses seen sending spam',
      protocol: 'DNSBL (dnsbl.example)',
    },
    settings: { 'mx.dnsbl.action': 'refuse' },
    decidedBy: {
      everyday: 'A letter from the computer on the block list, which has no other fault.',
      technical: 'A probe from the listed address: PTR in order, address in dnsbl.example.',
      protocol: 'Probe from listed: iprev pass, listed in dnsbl.example only.',
    },
  },
  {
    id: 'greylist',
    title: {
      everyday: 'Tells strangers to come back later',
      technical: 'Greylisting',
      protocol: 'Greylisting (RFC 6647)',
    },
    settings: { 'mx.greylist.on': 'on' },
    decidedBy: {
      everyday:
        'The very first letter of the post office: told to come back, and let in when it did. The ' +
        'same letter soon after tells nothing any more, for by then it is known.',
      technical:
        'The first message of a clean sender: a temporary refusal at RCPT, and acceptance after ' +
        'the delay. A triplet that is known already shows nothing.',
      protocol: 'First contact of a clean triplet: 450 at RCPT; the same triplet later: 250.',
    },
  },
]

const OTHER_CHECKS: readonly HiddenCheck[] = [
  {
    id: 'spf',
    title: {
      everyday: "Asks the sender's domain who may send for it",
      technical: 'SPF: a fail is refused',
      protocol: 'SPF fail rejected (RFC 7208 §8.4)',
    },
    settings: { 'mx.spf': 'refuse' },
    decidedBy: {
      everyday:
        'A letter from the post office in the name of the domain that sends no mail: stopped at ' +
        'the envelope, or not.',
      technical:
        'From the relay with the sender at strict.example (-all): refused at RCPT, or not.',
      protocol:
        'Relay, MAIL FROM strict.example (v=spf1 -all, no DMARC): 550 5.7.23 at RCPT, or not.',
    },
  },
  {
    id: 'dmarc',
    title: {
      everyday: 'Guards the name that the reader sees',
      technical: "DMARC: the domain's wish to reject is done",
      protocol: 'DMARC p=reject applied (RFC 9989 §5.4)',
    },
    settings: { 'mx.dmarc': 'apply' },
    decidedBy: {
      everyday:
        'A letter from the post office, honest on the envelope and with a protected name inside. ' +
        'It can only be stopped once the letter itself has been read: look at which stage.',
      technical:
        'From the relay, envelope in order, From field at guarded.example (p=reject): refused ' +
        'after the data, or not. Greylisting may hide it at first: the relay comes back.',
      protocol: 'Relay, RFC5322.From guarded.example (p=reject), no aligned pass: 550 after DATA.',
    },
  },
  {
    id: 'recipient',
    title: {
      everyday: 'Looks at the door whether the person lives here',
      technical: 'Recipient validation at RCPT (else accepted, then reported)',
      protocol: 'Recipient validation at RCPT',
    },
    settings: { 'mx.recipient.check': 'at-rcpt' },
    decidedBy: {
      everyday:
        'A letter to nobody: refused at the door, or taken in and sent back with a report. The ' +
        'second is also an answer. Where strangers have to wait, the second knock tells.',
      technical:
        'A probe to an unknown user: 5yz at RCPT, or accepted and reported. Greylisting comes ' +
        'first here, so only the second attempt of the relay decides.',
      protocol: 'RCPT for an unknown mailbox: 550 5.1.1, or 250 and a DSN; after greylisting.',
    },
  },
  {
    id: 'rate',
    title: {
      everyday: 'Counts how often one computer calls',
      technical: 'Rate limit per client address',
      protocol: 'Rate limit per client (anvil)',
    },
    settings: { 'mx.limits.messages': '2' },
    decidedBy: {
      everyday:
        'Several letters in a row from one place, without a pause. It also goes unnoticed longest: ' +
        'whoever always waits never meets it.',
      technical: 'Three probes from one address within a minute: the third is put off, or not.',
      protocol: 'Three transactions of one client within the time unit: 4yz, or none.',
    },
  },
]

export const RIDDLE: MysterySpec = {
  host: 'mx',
  probes: 12,
  checks: [...CLIENT_CHECKS, ...OTHER_CHECKS],
  places: [
    {
      host: 'relay',
      title: {
        everyday: 'the post office (it comes back by itself)',
        technical: 'the relay: clean, and it retries',
        protocol: 'smtp.school.example, a queueing MTA',
      },
    },
    {
      host: 'home',
      title: {
        everyday: 'the home line: an address without a name',
        technical: 'the home line: no PTR',
        protocol: '203.0.113.25: no PTR',
      },
    },
    {
      host: 'dialup',
      title: {
        everyday: 'the dial-up line',
        technical: 'the dial-up line: PTR, in the dynamic ranges',
        protocol: '198.51.100.77: in pbl.example',
      },
    },
    {
      host: 'listed',
      title: {
        everyday: 'the computer on the block list',
        technical: 'the listed address: PTR, on the block list',
        protocol: '203.0.113.66: in dnsbl.example',
      },
    },
  ],
  senders: [
    {
      id: 'own',
      title: {
        everyday: 'Alice, as herself',
        technical: 'alice@school.example',
        protocol: 'alice@school.example: no SPF, no DMARC',
      },
      from: ALICE,
    },
    {
      id: 'strict',
      title: {
        everyday: 'a domain that never sends mail, on the envelope',
        technical: 'news@strict.example: SPF -all',
        protocol: 'news@strict.example: v=spf1 -all, no DMARC',
      },
      from: 'news@strict.example',
    },
    {
      id: 'guarded',
      title: {
        everyday: 'Alice on the envelope, a protected name inside',
        technical: 'From: head@guarded.example (p=reject), envelope of Alice',
        protocol: 'RFC5322.From guarded.example: p=reject; MAIL FROM school.example',
      },
      from: ALICE,
      author: 'head@guarded.example',
    },
  ],
  recipients: [
    { id: 'bob', title: { everyday: 'Bob', technical: BOB, protocol: BOB }, to: BOB },
    {
      id: 'nobody',
      title: {
        everyday: 'somebody who does not exist',
        technical: 'nobody@college.example: unknown',
        protocol: 'nobody@college.example: no such mailbox',
      },
      to: 'nobody@college.example',
    },
  ],
  waits: ['0 s', '1 min', '10 min'],
}

/** What holds while a check is off, where that is not the option's default. */
export const WHILE_OFF: Readonly<Record<string, string>> = {
  'mx.recipient.check': 'after-accepting',
}
