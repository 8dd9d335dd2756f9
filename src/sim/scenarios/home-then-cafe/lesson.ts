/** The words of this scenario. What came of the run stands in braces, as a reading. */
import type { Lesson } from '../scenario.ts'
import { TITLE } from './title.ts'

const DIRECT = 'direct.alice-1.outcome'
const STAYS_HOME = 'stays-home.alice-1.outcome'
const OWN_KEY = 'own-key.alice-1.outcome'
const THIEF = 'own-key.alice-2.outcome'

const ARRIVES = ['delivered']
const STAYS_OUT = ['refused', 'bounced', 'lost', 'queued']

export const lesson: Lesson = {
  title: TITLE.title,
  question: {
    everyday:
      "Alice writes at home, and her laptop tries again from a café. What still tells Bob's server that it is she?",
    technical:
      "The client's address changes between two attempts. What survives: triplet, SPF, DKIM?",
    protocol:
      'The client moves to another /24. Do the triplet, SPF ip4 and a DKIM signature still pass?',
  },
  bets: [
    {
      id: 'only-what-travels',
      answer: {
        everyday: 'only a seal that travels with the laptop, and it travels with a thief too',
        technical: 'only DKIM with the key on the laptop; a thief has it too',
        protocol: 'only the signature, valid for whoever holds the key',
      },
      rightWhen: [
        [
          { reading: DIRECT, oneOf: STAYS_OUT },
          { reading: STAYS_HOME, oneOf: ARRIVES },
          { reading: OWN_KEY, oneOf: ARRIVES },
          { reading: THIEF, oneOf: ARRIVES },
        ],
      ],
    },
    {
      id: 'it-is-the-same-laptop',
      answer: {
        everyday: 'nothing is lost: the laptop and its name are the same',
        technical: 'nothing is lost: same program, same HELO, same sender',
        protocol: 'the triplet holds: same HELO and reverse-path',
      },
      rightWhen: [[{ reading: DIRECT, oneOf: ARRIVES }]],
    },
    {
      id: 'a-key-is-a-person',
      answer: {
        everyday: 'the seal: it shows that Alice herself has written',
        technical: 'DKIM: it proves that Alice is the author',
        protocol: 'DKIM: it authenticates the person in From',
      },
      rightWhen: [
        [
          { reading: OWN_KEY, oneOf: ARRIVES },
          { reading: THIEF, oneOf: STAYS_OUT },
        ],
      ],
    },
    {
      id: 'nothing-helps',
      answer: {
        everyday: 'nothing: from a café no letter gets in',
        technical: 'nothing: public networks are refused anyway',
        protocol: 'nothing passes from an address outside the SPF record',
      },
      rightWhen: [[{ reading: OWN_KEY, oneOf: STAYS_OUT }]],
    },
  ],
  watch: [
    {
      everyday: "What does Bob's server say to the first knock from the café?",
      technical: 'Which reply does the first attempt from the café get, and why that one?',
      protocol: 'Compare the triplets of the first two attempts on the direct road.',
    },
    {
      everyday: 'When the café is known at last, why is the letter turned away after all?',
      technical: 'At which stage does the third attempt fail, and on whose word?',
      protocol:
        'Which client-ip does SPF see at the third attempt, and what does DMARC make of it?',
    },
    {
      everyday:
        'In the evening somebody else writes to Bob in her name. On which road does it work?',
      technical: "Follow the thief's message: in which worlds is it accepted?",
      protocol: "Which Authentication-Results does the thief's message get with the stolen key?",
    },
  ],
  explanation: [
    {
      everyday:
        'Home, then café: {direct.alice-1.outcome}, after {direct.alice-1.attempts} knocks. Home ' +
        'both times: {stays-home.alice-1.outcome}, knocks: {stays-home.alice-1.attempts}. With a ' +
        'seal of her own: {own-key.alice-1.outcome}. By post office: ' +
        '{relayed.alice-1.outcome}, after {relayed.alice-1.took}, while the lid was closed.',
      technical:
        'Address changes: {direct.alice-1.firstReply}, {direct.alice-1.firstGap} later again, ' +
        'then {direct.alice-1.lastReply}: {direct.alice-1.outcome}. Same address: ' +
        '{stays-home.alice-1.outcome} at attempt {stays-home.alice-1.attempts}. Key on the laptop: ' +
        '{own-key.alice-1.outcome} at attempt {own-key.alice-1.attempts}. Relay: ' +
        '{relayed.alice-1.outcome} after {relayed.alice-1.took}.',
      protocol:
        'Two client networks: {direct.alice-1.lastReply} after {direct.alice-1.attempts} attempts. ' +
        'One network: {stays-home.alice-1.lastReply}, attempts {stays-home.alice-1.attempts}. Two ' +
        'networks and DKIM: {own-key.alice-1.lastReply}, attempts {own-key.alice-1.attempts}. ' +
        'Relay: {relayed.alice-1.lastReply}, {relayed.alice-1.took}.',
    },
    {
      everyday:
        "Bob's server knew a visitor from Alice's street. The visitor from the café is somebody " +
        'else to it, so the waiting begins anew. A laptop that is carried about all day is a ' +
        'stranger at every stop. Knocking again is not enough: it has to be from the same place.',
      technical:
        'Greylisting keys on the client network, sender and recipient. Another network is another ' +
        'key, and a first contact. The retry law was kept to the letter, and the wait began again ' +
        'all the same: {direct.alice-1.firstGap} were lost, and more for the next retry.',
      protocol:
        'The triplet has the client as {option:mx.greylist.key}; from another /24 it is new and ' +
        'its delay of {option:mx.greylist.delay} starts over. RFC 6647 §4.1 names that trouble, ' +
        'with DHCP and with pools of senders. By age the next attempt comes more than an hour later.',
    },
    {
      everyday:
        'Then the second question: does this street send for her domain? Her domain has named two ' +
        "streets, her home's and the school's. A café is neither, and no list could name all " +
        'cafés. So her own domain says: whoever sends from there is not me. ' +
        'The letter was turned away on her own word.',
      technical:
        'SPF lists addresses. The café is not in it, and cannot be: whoever sits there could then ' +
        'send for her. Without a signature nothing else is aligned, so DMARC fails, and the ' +
        'domain itself asks for p=reject.',
      protocol:
        'ip4 names the home line and the relay, then -all: SPF fail from the café (RFC 7208 §5.6). ' +
        'Without DKIM there is no aligned identifier, so DMARC fails and p=reject is applied ' +
        '(RFC 9989 §5.3). An SPF record wide enough for every café would authorise everybody ' +
        'in it.',
    },
    {
      everyday:
        'A seal does not ask for the street. With hers the letter came in from the café. But a ' +
        'seal can be stolen with the laptop: the letter that the thief wrote to Bob, asking for ' +
        'money in her name: {own-key.alice-2.outcome}. Without the seal it was ' +
        '{direct.alice-2.outcome}. When she had the stolen seal declared void: ' +
        '{key-withdrawn.alice-2.outcome}, and with her new one she herself: ' +
        '{key-withdrawn.alice-1.outcome}.',
      technical:
        'DKIM is independent of the address: the key on the laptop works from anywhere, until it ' +
        'works for somebody else. The phishing mail signed with the stolen key: ' +
        '{own-key.alice-2.outcome}; without a key: {direct.alice-2.outcome}. After revocation: ' +
        '{key-withdrawn.alice-2.outcome}, and Alice with a new selector: ' +
        '{key-withdrawn.alice-1.outcome}. Until somebody notices, both are Alice.',
      protocol:
        'A signature proves possession of the key (RFC 6376 §1), not a person. Mail of the thief ' +
        'with the key: {own-key.alice-2.outcome}; without: {direct.alice-2.outcome}. With p= ' +
        'empty (RFC 6376 §3.6.1): {key-withdrawn.alice-2.outcome}; selector s2: ' +
        '{key-withdrawn.alice-1.outcome}. Simplified: in that world the key is revoked from the ' +
        'start; caches would keep the old record for its TTL.',
    },
    {
      everyday:
        "And the post office? It stays in its street, is known at Bob's door, is named by her " +
        'domain, and keeps its seal behind locked doors. Alice may sit in any café: she shows her ' +
        'password at the counter. If the laptop is stolen, she gets a new password, and nobody ' +
        'else has to learn of it.',
      technical:
        'The relay is the fixed point: one address for greylisting and SPF, one place for the ' +
        'key. The laptop only needs a password, which is changed in a minute and checked in one ' +
        'place. A key in the DNS is known to the whole world and takes its TTL to die.',
      protocol:
        'Submission (RFC 6409) replaces address and key on the client by a credential (RFC 4954) ' +
        'that only the MSA checks. Revoking it is local and immediate. Client address, SPF and ' +
        "DKIM are then the ADMD's, and do not move.",
    },
  ],
  next: [
    {
      everyday: 'Let Alice open the laptop at home again. How many knocks does she need?',
      technical: 'Switch on laptop.same-address. Which two checks does it satisfy at once?',
      protocol: 'Set laptop.same-address. At which attempt is the triplet old enough?',
    },
    {
      everyday: "Let Bob's server forgo the waiting. Does the letter get in from the café?",
      technical: 'Switch off mx.greylist.on and close the lid before she writes. What decides now?',
      protocol: 'Set mx.greylist.on to off and mx.spf to refuse. At which command does it end?',
    },
    {
      everyday: "Let Bob's server not heed what her domain asks for. Who else gets in by that?",
      technical: 'Set mx.dmarc to note. Which messages are accepted now, and from whom?',
      protocol: "Set mx.dmarc to note. Compare Alice's direct message and the thief's.",
    },
  ],
}
