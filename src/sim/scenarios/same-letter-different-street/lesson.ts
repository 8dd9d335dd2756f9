/** The words of this scenario. What came of the run stands in braces, as a reading. */
import type { Lesson } from '../scenario.ts'
import { TITLE } from './title.ts'

const HOME = 'direct.alice-1.outcome'
const HOME_FOLDER = 'direct.alice-1.folder'
const HOME_READ = 'direct.alice-1.read'
const RENTED_FOLDER = 'direct.alice-2.folder'
const RELAYED_FOLDER = 'relayed.alice-1.folder'

export const lesson: Lesson = {
  title: TITLE.title,
  question: {
    everyday:
      "The same letter comes from a home, from a new post office and from the school's. Where does each end up?",
    technical:
      'The same message from a home line, a fresh server and an established relay: how far does each get?',
    protocol:
      'Identical content from a residential client, a new MTA and a known MTA: where does each end?',
  },
  bets: [
    {
      id: 'by-the-street',
      answer: {
        everyday: 'home: turned away unread; new one: put aside; school: into the inbox',
        technical: 'home: refused unread; fresh server: junk; relay: inbox',
        protocol: 'refused at RCPT; junk after DATA; inbox',
      },
      rightWhen: [
        [
          { reading: HOME, oneOf: ['refused'] },
          { reading: HOME_READ, oneOf: [0] },
          { reading: RENTED_FOLDER, oneOf: ['junk'] },
          { reading: RELAYED_FOLDER, oneOf: ['inbox'] },
        ],
      ],
    },
    {
      id: 'same-words-same-fate',
      answer: {
        everyday: 'all three alike: the words are the same',
        technical: 'all alike: a filter judges the text',
        protocol: 'all alike: content is what is scored',
      },
      rightWhen: [
        [
          { reading: HOME_FOLDER, oneOf: ['inbox'] },
          { reading: RENTED_FOLDER, oneOf: ['inbox'] },
          { reading: RELAYED_FOLDER, oneOf: ['inbox'] },
        ],
        [
          { reading: HOME_FOLDER, oneOf: ['junk'] },
          { reading: RENTED_FOLDER, oneOf: ['junk'] },
          { reading: RELAYED_FOLDER, oneOf: ['junk'] },
        ],
      ],
    },
    {
      id: 'a-server-is-a-server',
      answer: {
        everyday: 'home is turned away; both post offices get into the inbox',
        technical: 'home refused; both servers reach the inbox',
        protocol: 'client refused; both MTAs reach the inbox',
      },
      rightWhen: [
        [
          { reading: HOME, oneOf: ['refused'] },
          { reading: RENTED_FOLDER, oneOf: ['inbox'] },
          { reading: RELAYED_FOLDER, oneOf: ['inbox'] },
        ],
      ],
    },
    {
      id: 'home-is-personal',
      answer: {
        everyday: 'home does best: a private letter, not from a company',
        technical: 'home does best: spam comes from servers, not from people',
        protocol: 'the residential client does best: no bulk sender',
      },
      rightWhen: [
        [
          { reading: HOME_FOLDER, oneOf: ['inbox'] },
          { reading: RENTED_FOLDER, oneOf: ['junk'] },
        ],
      ],
    },
  ],
  watch: [
    {
      everyday: "How far does the letter from home get? Does Bob's server ask for it at all?",
      technical: 'At which command is the home line refused, and has DATA been sent?',
      protocol: 'Find the reply that decided in the session of the laptop. What came after it?',
    },
    {
      everyday: 'What does the school do all morning, before Alice has her letter carried?',
      technical: 'What has the relay sent before, and what has the MX made of that?',
      protocol: 'Which counts does the MX keep for 192.0.2.25 when the message arrives?',
    },
    {
      everyday: 'The letter from the new post office arrives. Will Bob see it?',
      technical: 'Compare the points that the two servers got for the same content.',
      protocol: 'Compare the findings of content, reputation and score in the two sessions.',
    },
  ],
  explanation: [
    {
      everyday:
        'From home: {direct.alice-1.outcome}; of the letter itself {direct.alice-1.read} were ' +
        'read. From the new post office: {direct.alice-2.outcome}, into the folder ' +
        '{direct.alice-2.folder}. By the school: {relayed.alice-1.outcome}, into the folder ' +
        '{relayed.alice-1.folder}. The words were the same three times.',
      technical:
        'Home line: {direct.alice-1.outcome} with {direct.alice-1.lastReply}, content read: ' +
        '{direct.alice-1.read}. Fresh server: {direct.alice-2.lastReply}, read: ' +
        '{direct.alice-2.read}, folder {direct.alice-2.folder}. Relay: ' +
        '{relayed.alice-1.lastReply}, read: {relayed.alice-1.read}, folder ' +
        '{relayed.alice-1.folder}.',
      protocol:
        'Residential client: {direct.alice-1.lastReply} at RCPT, {direct.alice-1.read} of content ' +
        'transferred. New MTA: {direct.alice-2.lastReply} after {direct.alice-2.read}, folder ' +
        '{direct.alice-2.folder}. Known MTA: {relayed.alice-1.lastReply} after ' +
        '{relayed.alice-1.read}, folder {relayed.alice-1.folder}.',
    },
    {
      everyday:
        'The letter from home was never opened. The companies that run the lines have made a list ' +
        "of the streets with homes in them, and Bob's server asks it before anything else. " +
        'Nothing in the letter could help: it does not get to the desk where letters are read.',
      technical:
        'A list of end-user ranges is no accusation. It says: from here no mail server is ' +
        'expected, use your provider. The MX knows the address from the start, but asks and answers ' +
        'at RCPT, when it can log for whom it was. The missing PTR would have been the next reason; ' +
        'the list came first.',
      protocol:
        'pbl.example is asked for the reversed address (RFC 5782 §2.1); an answer in 127/8 means ' +
        'listed. Objections from connect, HELO and MAIL are put off to RCPT, so that the log has ' +
        'sender and recipient (Postfix, smtpd_delay_reject). In this order the list comes before ' +
        'the reverse name; the order is an option of the MX.',
    },
    {
      everyday:
        'The new post office did everything right: it has a name on its door and is on no list. So ' +
        'the letter was read, and some of its words are words that spam likes. From somebody ' +
        'unknown that is enough to put it aside. Bob is not told, nor is Alice: to both of them it ' +
        'looks as if nothing had come.',
      technical:
        'The content scored points, and an address without history has nothing to set against ' +
        'them: into the junk folder. No error, no bounce; the log of the sender says delivered. ' +
        'Accepted is not the same as seen.',
      protocol:
        'The sum of the scores reached the threshold of {option:mx.score.junk} points, and a client ' +
        'with fewer than {option:mx.reputation.minimum} messages has no reputation. The reply is ' +
        'a 250: SMTP says that the message was accepted, not where it was put (RFC 5321 §6.1). ' +
        'The content table is a toy: real filters learn from mail.',
    },
    {
      everyday:
        'For the school the same words weighed less. It had brought good letters all morning, and ' +
        "Bob's server remembers that, by the address. This is what one borrows when one sends by " +
        'post office: not only its queue, but its good name. With a server that looks at words ' +
        'alone, both of the letters above go into the folder {words-only.alice-1.folder}.',
      technical:
        'A good history takes points off: up to {option:mx.reputation.points}. That is why the ' +
        'relay gets the same text into the inbox. A judge of content alone would treat all alike: ' +
        'home {words-only.alice-1.folder}, fresh server {words-only.alice-2.folder}. Reputation is ' +
        "the relay's capital, and all its users live on it.",
      protocol:
        'Reputation is kept per client address (and per domain where SPF passes) as decayed ' +
        'counts. Its score is subtracted before the sum is judged. Without any check of the ' +
        'client: {words-only.alice-1.folder} and {words-only.alice-2.folder} for the same ' +
        'content. A relay pools the history of its users, for better and for worse.',
    },
  ],
  next: [
    {
      everyday: "Copy the school's letter, word for word, and send it from home. Does it help?",
      technical: 'Write a message of your own from the laptop, with harmless words. Is it read?',
      protocol: 'Send any other content by the direct road. Which reply do you get, and when?',
    },
    {
      everyday: 'Take the list away. What is the next thing that keeps the letter from home out?',
      technical: 'Set mx.dynamic.action to off. Which check refuses the home line now?',
      protocol: 'Set mx.dynamic.action to off, then mx.reverse-dns.action. What is left?',
    },
    {
      everyday: 'How many good letters does a new post office need before it is believed?',
      technical: 'Set mx.reputation.minimum to 50. Whose message moves into another folder?',
      protocol: 'Raise mx.reputation.minimum above the history of the relay. What changes?',
    },
  ],
}
