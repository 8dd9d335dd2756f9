/** The words of this scenario. What came of the run stands in braces, as a reading. */
import type { Lesson } from '../scenario.ts'
import { TITLE } from './title.ts'

const INBOX = ['inbox']
const LAST_FOLDER = 'vouched-for.alice-7.folder'

export const lesson: Lesson = {
  title: TITLE.title,
  question: {
    everyday:
      'What must Alice give her laptop, until its letters are taken like those of the post office?',
    technical:
      'Rung by rung the laptop gets what a server has. From which rung on is it as good as the relay?',
    protocol:
      'A client acquires the properties of an MTA one by one. Which of them suffices for the inbox?',
  },
  bets: [
    {
      id: 'all-of-them',
      answer: {
        everyday: 'only all of them, and then time: by then it is a post office',
        technical: 'only all of them, and a history: then it is a mail server',
        protocol: 'all of them and a history: it is an MTA then',
      },
      rightWhen: [
        [
          { reading: 'always-on.alice-1.outcome', oneOf: ['lost'] },
          { reading: 'named.alice-1.outcome', oneOf: ['refused'] },
          { reading: 'off-the-list.alice-1.outcome', oneOf: ['refused'] },
          { reading: 'vouched-for.alice-1.folder', oneOf: ['junk'] },
          { reading: LAST_FOLDER, oneOf: INBOX },
        ],
      ],
    },
    {
      id: 'patience',
      answer: {
        everyday: 'patience: a drawer for letters and a machine that never sleeps',
        technical: 'a queue on a machine that is always on',
        protocol: 'queue and availability: the rest is decoration',
      },
      rightWhen: [[{ reading: 'always-on.alice-1.folder', oneOf: INBOX }]],
    },
    {
      id: 'a-proper-address',
      answer: {
        everyday: 'an address of its own, with a name on the door',
        technical: 'a fixed address with a proper PTR',
        protocol: 'a static address with confirmed reverse DNS',
      },
      rightWhen: [[{ reading: 'named.alice-1.folder', oneOf: INBOX }]],
    },
    {
      id: 'never',
      answer: {
        everyday: 'nothing is ever enough: homes are not believed',
        technical: 'never: big providers keep small servers out',
        protocol: 'none: residential clients stay refused',
      },
      rightWhen: [[{ reading: LAST_FOLDER, oneOf: ['junk'] }]],
    },
  ],
  watch: [
    {
      everyday: 'At each rung: what is the reason this time?',
      technical: 'Which check objects on each rung, and would the next rung have helped?',
      protocol: 'Note the reply that decided in each world, and the check that gave it.',
    },
    {
      everyday: 'Which rungs can Alice climb by herself, and for which does she need others?',
      technical: 'Which rungs are settings of the laptop, and which are records of somebody else?',
      protocol: 'Which rungs change the host, which the DNS, and which the receiver?',
    },
    {
      everyday: 'On the last rung: what becomes of the first letter, and of the same one later?',
      technical: 'With everything in place, compare the first message and the last one.',
      protocol: 'Compare the reputation finding for alice-1 and alice-7 in the last world.',
    },
  ],
  explanation: [
    {
      everyday:
        'As it is: {direct.alice-1.outcome}, after one knock. With a drawer, but asleep: ' +
        '{queue.alice-1.outcome}. Awake: {always-on.alice-1.outcome}, since each of its ' +
        '{always-on.alice-1.attempts} knocks came from another place. At one place: ' +
        '{fixed.alice-1.outcome}, no name on the door. With a name: {named.alice-1.outcome}, still ' +
        'on the list of homes. Off the list: {off-the-list.alice-1.outcome}, nobody vouched for ' +
        'it. Vouched for: {vouched-for.alice-1.outcome}, into the folder ' +
        '{vouched-for.alice-1.folder}.',
      technical:
        'As it is: {direct.alice-1.lastReply}, no second try. Queue, asleep: next attempt after ' +
        '{queue.alice-1.firstGap}, too late. Always on: {always-on.alice-1.lastReply} to the ' +
        'last of {always-on.alice-1.attempts}, a new address each time. Fixed address: ' +
        '{fixed.alice-1.lastReply}, no PTR. PTR: {named.alice-1.lastReply}, range list. Off the ' +
        'list: {off-the-list.alice-1.lastReply}, DMARC. SPF and DKIM: ' +
        '{vouched-for.alice-1.lastReply}, folder {vouched-for.alice-1.folder}.',
      protocol:
        'No retry: {direct.alice-1.lastReply}. Queue: gap {queue.alice-1.firstGap}, expired after ' +
        '{option:laptop.queue.lifetime}. Always on: {always-on.alice-1.lastReply}, attempts ' +
        '{always-on.alice-1.attempts}. One address: {fixed.alice-1.lastReply}. iprev pass: ' +
        '{named.alice-1.lastReply}. Not in pbl.example: {off-the-list.alice-1.lastReply}. SPF, ' +
        'DKIM, DMARC pass: {vouched-for.alice-1.lastReply}, {vouched-for.alice-1.folder}.',
    },
    {
      everyday:
        'Then time does its work. After a few letters about rain and tomatoes the very same text ' +
        'came again, and lay in the {vouched-for.alice-7.folder} after ' +
        '{vouched-for.alice-7.took}. The post office had that at once, with the first letter ' +
        '({relayed.alice-1.folder}): it had its good name before Alice came.',
      technical:
        'The last rung cannot be installed. Reputation grows with good mail; after a few ' +
        'messages the same text went to {vouched-for.alice-7.folder}, at attempt ' +
        '{vouched-for.alice-7.attempts}. The relay had its history already: ' +
        '{relayed.alice-1.folder} with the first one, {relayed.alice-7.folder} with the last.',
      protocol:
        'Reputation needs {option:mx.reputation.minimum} messages. alice-7 has the content of ' +
        'alice-1: folder {vouched-for.alice-7.folder} instead of {vouched-for.alice-1.folder}. ' +
        'Relay: {relayed.alice-1.folder} and {relayed.alice-7.folder}. Real receivers want far ' +
        'more and count for weeks; a low volume may never build a history.',
    },
    {
      everyday:
        'So it can be done, and nobody forbids it. But look at what stands there now: a machine ' +
        'that never sleeps, keeps letters, knocks again, has one address with a name, is vouched ' +
        'for, and is known. That is a post office. Alice has not got round the post office. She ' +
        'has built one.',
      technical:
        'Nothing in the protocol needs a provider. It needs the function: a host with a queue, ' +
        'availability, a stable and named address, authentication and a history. A laptop with ' +
        'all of that is an SMTP server at home; the direct road has become a relayed road with ' +
        'the relay in the cupboard.',
      protocol:
        'The properties are those of an MTA (RFC 5598 §4.3.2); who has them is one, whatever the ' +
        'hardware. What the receiver tests is the role and not the owner. Order of the checks ' +
        'here: {option:mx.order}, then the usual one, so that each lack is met by itself; with ' +
        'another order other reasons come first.',
    },
    {
      everyday:
        'What is left is work. Three rungs were not hers to climb: the name and the list belong to ' +
        'the company that runs the line, the good name to those who receive. And it does not ' +
        'end: who answers when somebody complains, mends it at night, notices that the machine ' +
        'has been broken into? A post office does that for thousands; at home it is one person.',
      technical:
        'Left over: updates, monitoring, somebody who reads postmaster@ and abuse@, keys to be ' +
        'rotated, a second exchanger for the days when the line is down, incoming mail and ' +
        'bounces. The PTR and the range list depend on the ISP. A relay spreads that work over ' +
        'all its users, and their mail gives it the volume that a reputation needs.',
      protocol:
        'Left over: an MX of her own or a mailbox for reports, postmaster (RFC 5321 §4.5.1) and ' +
        'abuse, key rotation, TLS certificates, monitoring of lists. Delegation of the reverse ' +
        "zone is the network operator's. Simplified: the line deals a new address to each " +
        'attempt, and lifetime is {option:laptop.queue.lifetime} instead of days.',
    },
  ],
  next: [
    {
      everyday:
        'Turn the three switches of the laptop on the straight road. How high has it climbed?',
      technical:
        'Set laptop.retry to postfix, laptop.always-on, laptop.same-address. Which rung is that?',
      protocol:
        'Set laptop.retry to postfix, laptop.always-on and laptop.same-address: which reply?',
    },
    {
      everyday: "Which of these questions should Bob's server not ask, and who would then get in?",
      technical: 'Set mx.reverse-dns.action and mx.dynamic.action to off. How far is it now?',
      protocol: 'Switch off one check of the MX at a time. Which one keeps out most bots?',
    },
    {
      everyday: "Let Bob's server ask in another order. Does Alice hear of another reason first?",
      technical: 'Set mx.order to dynamic, so that the list comes first. What does rung one hear?',
      protocol: 'Set mx.order to dynamic. Which rungs become indistinguishable?',
    },
  ],
}
