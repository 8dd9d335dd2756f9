/** The words of this scenario. What came of the run stands in braces, as a reading. */
import type { Lesson } from '../scenario.ts'
import { TITLE } from './title.ts'

const DIRECT = 'direct.alice-1.outcome'
const DIRECT_REPLY = 'direct.alice-1.lastReply'
const RELAYED = 'relayed.alice-1.outcome'

export const lesson: Lesson = {
  title: TITLE.title,
  question: {
    everyday:
      "The road out of Alice's house that mail servers use is closed. What does her program tell her?",
    technical:
      "Alice's ISP blocks outgoing port 25. Which error does she see on each road, and when?",
    protocol:
      'Outbound TCP port 25 is filtered, 587 is not. What does the client see on each road?',
  },
  bets: [
    {
      id: 'silence',
      answer: {
        everyday: 'straight: nobody answers, and it waits in vain for a while',
        technical: 'direct: a connect timeout after a while, and no reply',
        protocol: 'direct: no SYN-ACK, so a timeout; no SMTP reply at all',
      },
      rightWhen: [
        [
          { reading: DIRECT_REPLY, oneOf: ['connect timeout'] },
          { reading: 'direct.@mx.sessions', oneOf: [0] },
          { reading: RELAYED, oneOf: ['delivered'] },
        ],
      ],
    },
    {
      id: 'bob-says-no',
      answer: {
        everyday: "straight: Bob's server says at once that homes are not welcome",
        technical: "direct: the MX refuses her ISP's customers at once",
        protocol: 'direct: a 5yz from the MX at once',
      },
      rightWhen: [[{ reading: DIRECT, oneOf: ['refused'] }]],
    },
    {
      id: 'nobody-gets-out',
      answer: {
        everyday: 'on both roads nothing: who cannot get out cannot get to the post office',
        technical: 'nothing on either road: the relay is out there as well',
        protocol: 'both fail: submission leaves by the same access network',
      },
      rightWhen: [[{ reading: RELAYED, oneOf: ['lost', 'queued', 'refused', 'bounced'] }]],
    },
    {
      id: 'only-spam',
      answer: {
        everyday: 'no error: such a wall stops spam, not letters like hers',
        technical: 'no error: the filter tells spam from mail',
        protocol: 'none: the filter drops unsolicited mail only',
      },
      rightWhen: [[{ reading: DIRECT, oneOf: ['delivered'] }]],
    },
  ],
  watch: [
    {
      everyday: "How far does Alice's letter get on the straight road? Who answers?",
      technical: 'How far does the direct connection get, and is there one line of SMTP in it?',
      protocol: 'Which segments leave on the direct road, and which come back?',
    },
    {
      everyday: "What do the infected PCs next door do, and what does Bob's server notice of them?",
      technical: "Look into the MX's log: which of the bots has left a line there?",
      protocol: 'Compare the sessions that the MX has seen with those that the bots have begun.',
    },
    {
      everyday: 'By which road does the letter get to the post office, and what must Alice show?',
      technical: 'Which port does the hand-over to the relay use, and what does it ask for?',
      protocol: 'Which port and which commands has the submission session (RFC 6409, RFC 4954)?',
    },
  ],
  explanation: [
    {
      everyday:
        'Straight: {direct.alice-1.outcome}. Alice was told after {direct.alice-1.toldAfter}, ' +
        "and not by Bob's server: it has seen {direct.@mx.sessions} visitors. By post office: " +
        '{relayed.alice-1.outcome}, after {relayed.alice-1.took}.',
      technical:
        'Direct: {direct.alice-1.lastReply} after {direct.alice-1.toldAfter}; sessions at the ' +
        'MX: {direct.@mx.sessions}. Relayed, over port 587: {relayed.alice-1.outcome} after ' +
        '{relayed.alice-1.took}; sessions at the MX: {relayed.@mx.sessions}, the one of the relay.',
      protocol:
        'Direct: {direct.alice-1.lastReply}, status {direct.alice-1.status}, user told after ' +
        '{direct.alice-1.toldAfter}; the MX saw {direct.@mx.sessions} connections. Relayed: ' +
        '{relayed.alice-1.lastReply} after {relayed.alice-1.took}; connections at the MX: ' +
        '{relayed.@mx.sessions}.',
    },
    {
      everyday:
        'A closed road gives no answer. Nobody says no, so nobody can say why: the program knocks, ' +
        'hears nothing, and gives up when it has waited long enough. It cannot tell a closed road ' +
        "from a house where nobody is at home. Alice will think that Bob's server is broken.",
      technical:
        'A filter that drops packets gives no error. The program dials, waits for its connect ' +
        'timeout, and has learnt nothing: an MX that is down looks the same. The message text ' +
        'says "timed out", not "your ISP does not allow this". Trying again does not help.',
      protocol:
        'Dropped SYNs leave the client with its own timer. RFC 5321 has no minimum for it; the ' +
        "half-minute is Postfix's. The status is that of an unreachable host, so a client with a " +
        'queue would go on for days (RFC 5321 §4.5.4.1). Simplified: the filter drops silently; ' +
        'some networks answer with a reset instead.',
    },
    {
      everyday:
        'Why wall people in? The PCs next door are full of spam, and their owners know nothing of ' +
        'it. With the road open, letters that came through: {open.all.delivered}, and only one ' +
        "of them is Alice's. With the road closed, Bob's server did not even hear of the " +
        'others. Each company that closes it keeps its spam at home.',
      technical:
        'The filter is there for the bots. With port 25 open the MX had {open.@mx.sessions} ' +
        'sessions and {open.all.delivered} messages were delivered, all but one of them spam. ' +
        "With it closed they leave no line in Bob's log. Bots dial the MX themselves, and that " +
        'is exactly what a direct mail program does, too.',
      protocol:
        'RFC 5068 §3.1 has providers separate submission from relay, so that port 25 can be ' +
        'filtered for end users. Delivered with 25 open: {open.all.delivered}; with 25 filtered, ' +
        'direct: {direct.all.delivered}. To the filter a bot and an MUA that transfers by itself ' +
        'are the same thing: a client of the access range that dials port 25.',
    },
    {
      everyday:
        'The road to the post office is another one, and it stays open, because there one has to ' +
        'show a password. So the post office knows its customers, and can stop one of them. The ' +
        'price: a stolen password is a way out. With hers, the PCs brought ' +
        '{stolen-password.all.delivered} letters through, and they look like the ' +
        "school's own.",
      technical:
        'Port 587 is not filtered, because it demands a login. The relay knows who sends, can ' +
        'count, and can shut an account. That is what an SMTP server is for here: the guarded ' +
        'gate in the wall. With a stolen account the bots delivered ' +
        '{stolen-password.all.delivered} messages: the gate is as good as its passwords.',
      protocol:
        'Submission (RFC 6409 §4.3) requires authentication, so each message has an accountable ' +
        'origin; filtering 25 moves all mail of an access network there. With stolen credentials ' +
        '(RFC 4954) {stolen-password.all.delivered} messages were delivered through the MSA. ' +
        'What is left is quota and revocation at the MSA.',
    },
  ],
  next: [
    {
      everyday: 'Let the program be patient and try for days. Does it get through in the end?',
      technical: 'Set laptop.retry to postfix. How many attempts until it gives up, and why?',
      protocol: 'Set laptop.retry to postfix. Does any retry law pass a filter?',
    },
    {
      everyday:
        "Open the road for Alice alone. How could her company tell her from the neighbours' PCs?",
      technical:
        'Set laptop.port-25 to open and leave the bots blocked. Who could run such a list?',
      protocol: 'Set laptop.port-25 to open. By what could an access network make the exception?',
    },
    {
      everyday:
        'What must the post office ask of its customers, now that all spam wants through it?',
      technical: 'In the world with the stolen account, which option of the relay would help?',
      protocol: 'Which limits can an MSA set per account, and what do they cost honest users?',
    },
  ],
}
