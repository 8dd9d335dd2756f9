/** The words of this scenario. What came of the run stands in braces, as a reading. */
import type { Lesson } from '../scenario.ts'
import { TITLE } from './title.ts'

const NO_NAME = 'direct.alice-1.outcome'
const WRONG_NAME = 'unconfirmed.alice-1.outcome'
const NAMED = 'confirmed.alice-1.outcome'
const RELAYED = 'relayed.alice-1.outcome'
const NAMELESS_RELAY = 'nameless-relay.alice-1.outcome'

const ARRIVES = ['delivered']
const STAYS_OUT = ['lost', 'refused', 'bounced', 'queued']

export const lesson: Lesson = {
  title: TITLE.title,
  question: {
    everyday:
      "Only this differs: has Alice's house a name in the address book, and where does it lead? Who gets in?",
    technical:
      'No PTR, a PTR that does not point back, one that does: which clients does the MX let in?',
    protocol:
      'One client under three states of its in-addr.arpa entry. Which transactions succeed?',
  },
  bets: [
    {
      id: 'points-back',
      answer: {
        everyday: 'only with a name that leads back, and that goes for post offices as well',
        technical: 'only with a name that points back, be it laptop or relay',
        protocol: 'only forward-confirmed ones, MUA or MTA alike',
      },
      rightWhen: [
        [
          { reading: NO_NAME, oneOf: STAYS_OUT },
          { reading: WRONG_NAME, oneOf: STAYS_OUT },
          { reading: NAMED, oneOf: ARRIVES },
          { reading: NAMELESS_RELAY, oneOf: STAYS_OUT },
        ],
      ],
    },
    {
      id: 'any-name',
      answer: {
        everyday: 'with any name: having one is enough',
        technical: 'with any PTR: it only has to exist',
        protocol: 'any PTR will do, confirmed or not',
      },
      rightWhen: [
        [
          { reading: NO_NAME, oneOf: STAYS_OUT },
          { reading: WRONG_NAME, oneOf: ARRIVES },
          { reading: NAMED, oneOf: ARRIVES },
        ],
      ],
    },
    {
      id: 'only-the-relay',
      answer: {
        everyday: 'only the post office: a laptop is a laptop, whatever its door says',
        technical: 'only the relay: the MX sees that the laptop is no server',
        protocol: 'only the MTA: the MX can tell an MUA from an MTA',
      },
      rightWhen: [
        [
          { reading: NO_NAME, oneOf: STAYS_OUT },
          { reading: NAMED, oneOf: STAYS_OUT },
          { reading: RELAYED, oneOf: ARRIVES },
        ],
      ],
    },
    {
      id: 'patience',
      answer: {
        everyday: 'all of them: it says "later", so whoever waits gets in',
        technical: 'all: a temporary refusal ends, one must only retry',
        protocol: 'all: a 4yz goes away with time',
      },
      rightWhen: [
        [
          { reading: NO_NAME, oneOf: ARRIVES },
          { reading: WRONG_NAME, oneOf: ARRIVES },
        ],
      ],
    },
  ],
  watch: [
    {
      everyday: "What does Bob's server look up before it answers?",
      technical: 'Which two questions does the MX put to the DNS about the client?',
      protocol: 'Follow the queries of the MX: PTR, then A of what it was told.',
    },
    {
      everyday: 'The laptop without a name comes back again and again. Does anything change?',
      technical: 'Watch the queue of the nameless client: does any retry get another answer?',
      protocol: 'Compare the first and the last reply on the road without a PTR.',
    },
    {
      everyday: 'How much of the letter has been read when it is turned away?',
      technical: 'At which command does the refusal come, and how much content had been sent?',
      protocol: 'At which command is the reply given, and did DATA ever come?',
    },
  ],
  explanation: [
    {
      everyday:
        'No name on the door: {direct.alice-1.outcome}, after {direct.alice-1.attempts} knocks. A ' +
        'name that leads elsewhere: {unconfirmed.alice-1.outcome}. A name that leads back: ' +
        '{confirmed.alice-1.outcome}, knocks: {confirmed.alice-1.attempts}. By post office: ' +
        '{relayed.alice-1.outcome}. By a post office without a name: ' +
        '{nameless-relay.alice-1.outcome}.',
      technical:
        'No PTR: {direct.alice-1.lastReply}, attempts {direct.alice-1.attempts}, in the end ' +
        '{direct.alice-1.outcome}. PTR that does not point back: {unconfirmed.alice-1.lastReply}, ' +
        '{unconfirmed.alice-1.outcome}. PTR that points back: {confirmed.alice-1.lastReply}, ' +
        '{confirmed.alice-1.outcome}. Relay: {relayed.alice-1.outcome}; relay without a PTR: ' +
        '{nameless-relay.alice-1.lastReply}, {nameless-relay.alice-1.outcome}.',
      protocol:
        'iprev permerror: {direct.alice-1.lastReply}, {direct.alice-1.outcome} after ' +
        '{direct.alice-1.attempts} attempts. iprev fail: {unconfirmed.alice-1.lastReply}, ' +
        '{unconfirmed.alice-1.outcome}. iprev pass: {confirmed.alice-1.lastReply}, ' +
        '{confirmed.alice-1.outcome}. Relay, iprev pass: {relayed.alice-1.outcome}; without its ' +
        'PTR: {nameless-relay.alice-1.lastReply}, {nameless-relay.alice-1.outcome}.',
    },
    {
      everyday:
        "Bob's server sees only a number, the address of the house. It asks the address book: " +
        'what is the name of this house? Then it asks the other way round: where is the house of ' +
        'that name? Only when both answers fit does the name count. Anybody can write a false ' +
        'name over their own door, but nobody can make the true owner of the name agree.',
      technical:
        'The MX asks for the PTR of the client address and then for the addresses of that name. ' +
        'The PTR is written by whoever owns the address range, the forward record by whoever ' +
        'owns the name. If the two agree, two owners vouch for each other; a PTR alone can claim ' +
        'any name there is.',
      protocol:
        'PTR of the address, A or AAAA of the result, and a comparison: iprev (RFC 8601 §3), also ' +
        'known as FCrDNS. The reverse tree is delegated with the address block, the forward one ' +
        'with the domain. RFC 5321 §4.1.4 forbids refusing a client only because its HELO name ' +
        'does not fit; this check is not about HELO but about the address.',
    },
    {
      everyday:
        'What has that to do with spam? An infected PC cannot get itself such a name: the ' +
        'company that owns the line would have to write it. Most homes have no name or one made ' +
        'of numbers. So a name that leads back says little about the letter, and a good deal ' +
        'about the house: somebody wanted a mail server there and asked for it.',
      technical:
        'A bot cannot set a PTR, and its owner has no idea. A confirmed name is weak evidence of ' +
        'good will, but its absence is strong evidence of a machine that nobody set up as a mail ' +
        'server. It is cheap to ask, before a single octet of content has been sent: content ' +
        'read from the nameless client: {direct.alice-1.read}.',
      protocol:
        'Neither result says anything about content or author; octets of content seen from the ' +
        'client without PTR: {direct.alice-1.read}. What is tested is control over the address, ' +
        'which an infected host has not. A spammer with rented servers sets a PTR in a minute: ' +
        'a necessary condition at many receivers, and a sufficient one nowhere.',
    },
    {
      everyday:
        'And "later" was a lie. Knocking again changed nothing, because waiting puts no name on a ' +
        'door. The answer is polite: it is meant for a post office whose name is missing by ' +
        'mistake. Somebody there reads the error, mends it, and the letters that wait go through. ' +
        'At home nobody is there to mend it, and the name is not hers to write.',
      technical:
        'The refusal is temporary because the DNS can fail and because a forgotten PTR can be ' +
        'mended while mail waits in the queue. A postmaster sees the deferrals and fixes it. On ' +
        "a home line the PTR is the ISP's, and most do not change it for anybody. So the relay " +
        'passes because somebody owns its address and looks after it.',
      protocol:
        "Postfix's default code for both is 450, unknown_client_reject_code: a missing record may " +
        'be a temporary failure of the DNS or of an operator. Some sites use 550 with the same ' +
        'enhanced codes. Whoever cannot change the delegation of the block cannot mend it; that ' +
        'is the difference between a residential client and an MTA.',
    },
  ],
  next: [
    {
      everyday: 'Let the server be content with any name. Which of the three gets in now?',
      technical: 'Set mx.reverse-dns.action to needs-name. What can a liar write into it?',
      protocol: 'Set mx.reverse-dns.action to needs-name. Which result changes, and what is lost?',
    },
    {
      everyday: 'Let the laptop be even more patient, for days. Is it worth the wait?',
      technical: 'Set laptop.queue.lifetime to 5 d. How many attempts are made in vain?',
      protocol: 'Raise laptop.queue.lifetime to 432000 s. When would a client give up sooner?',
    },
    {
      everyday: 'Would a name made of numbers do, as companies give them to homes?',
      technical:
        'Set mx.dynamic.action to refuse and mx.dynamic.by to name. Whose name is generic?',
      protocol: 'A generic PTR can pass iprev. Which heuristic looks at the name itself?',
    },
  ],
}
