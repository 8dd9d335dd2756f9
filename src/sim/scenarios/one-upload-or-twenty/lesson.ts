/** The words of this scenario. What came of the run stands in braces, as a reading. */
import type { Lesson } from '../scenario.ts'
import { TITLE } from './title.ts'

const DIRECT = 'direct.@laptop.sent'
const RELAYED = 'relayed.@laptop.sent'
/** Octets that are clearly more, or clearly less, than a few copies of the letter. */
const MANY_COPIES = 100_000_000
const FEW_COPIES = 30_000_000

export const lesson: Lesson = {
  title: TITLE.title,
  question: {
    everyday:
      'Alice sends pictures to twenty friends, each with another mail server. How long is her ' +
      'line at home busy?',
    technical:
      'Nine megabytes to twenty friends at twenty domains, from a home line with 1 Mbit/s ' +
      'upwards. How long does it take her?',
    protocol:
      'One message, twenty forward-paths in twenty domains, an uplink of ' +
      '{option:laptop.line.speed}. How often is the content sent through it?',
  },
  bets: [
    {
      id: 'twenty-times',
      answer: {
        everyday: 'straight about twenty times as long as by post office',
        technical: 'direct: twenty uploads; relayed: one',
        protocol: 'direct: twenty times; relayed: once',
      },
      rightWhen: [
        [
          { reading: DIRECT, atLeast: MANY_COPIES },
          { reading: RELAYED, atMost: FEW_COPIES },
        ],
      ],
    },
    {
      id: 'copies-are-copies',
      answer: {
        everyday: 'long on both roads: twenty friends need twenty copies',
        technical: 'the same: twenty recipients are twenty uploads either way',
        protocol: 'twenty times on both roads: once per forward-path',
      },
      rightWhen: [
        [
          { reading: DIRECT, atLeast: MANY_COPIES },
          { reading: RELAYED, atLeast: MANY_COPIES },
        ],
      ],
    },
    {
      id: 'one-letter',
      answer: {
        everyday: 'short on both roads: one letter goes out once',
        technical: 'the same: one message is one upload either way',
        protocol: 'once on both roads: the network makes the copies',
      },
      rightWhen: [
        [
          { reading: DIRECT, atMost: FEW_COPIES },
          { reading: RELAYED, atMost: FEW_COPIES },
        ],
      ],
    },
    {
      id: 'detour',
      answer: {
        everyday: 'longer by post office: that is a detour',
        technical: 'longer through the relay: it only adds a hop',
        protocol: 'more often when relayed: every hop repeats it',
      },
      rightWhen: [
        [
          { reading: DIRECT, atMost: FEW_COPIES },
          { reading: RELAYED, atLeast: MANY_COPIES },
        ],
      ],
    },
  ],
  watch: [
    {
      everyday: "How many copies of the letter leave Alice's house on each road?",
      technical: 'How many sessions does the laptop hold on each road, and what does each carry?',
      protocol: 'How many times does the laptop send DATA on each road, and with how many RCPT?',
    },
    {
      everyday: 'When could Alice close the lid and go out?',
      technical: 'From when on does the laptop have no message of its own to look after?',
      protocol: 'When does the laptop have the last 250 that it waits for?',
    },
    {
      everyday: 'When does the first friend have the pictures, and when the last?',
      technical: 'When does the message arrive at the first domain, and when at the last?',
      protocol: 'Compare the first and the last 250 after the data on each road.',
    },
  ],
  explanation: [
    {
      everyday:
        "By post office Alice's line was busy for {relayed.@laptop.connected} and carried " +
        '{relayed.@laptop.sent}. Straight from the laptop it was busy for ' +
        '{direct.@laptop.connected} and carried {direct.@laptop.sent}. Friends reached: ' +
        '{relayed.alice-1.reached} and {direct.alice-1.reached}.',
      technical:
        'Relayed: the laptop held one session open for {relayed.@laptop.connected} and sent ' +
        '{relayed.@laptop.sent}. Direct: sessions: {direct.@laptop.sessions}, ' +
        '{direct.@laptop.connected}, {direct.@laptop.sent}. Mailboxes reached: ' +
        '{relayed.alice-1.reached} and {direct.alice-1.reached}, the last one after ' +
        '{relayed.alice-1.lastArrival} and {direct.alice-1.lastArrival}.',
      protocol:
        'Relayed: sessions of the laptop: {relayed.@laptop.sessions}, octets sent: ' +
        '{relayed.@laptop.sent}, connected for {relayed.@laptop.connected}; last delivery after ' +
        '{relayed.alice-1.lastArrival}. Direct: sessions: {direct.@laptop.sessions}, octets ' +
        'sent: {direct.@laptop.sent}, connected for {direct.@laptop.connected}; last delivery ' +
        'after {direct.alice-1.lastArrival}. Delivered to {relayed.alice-1.reached} and ' +
        '{direct.alice-1.reached} mailboxes.',
    },
    {
      everyday:
        'Mail servers do not share. Each friend has another one, and each wants a copy of its ' +
        'own. Straight, the laptop carries every copy down its own narrow lane, one after the ' +
        'other. By post office it carries one letter with twenty names on the envelope, and the ' +
        'post office makes the copies.',
      technical:
        'SMTP goes from one host to another, and nothing in the network copies a message on the ' +
        'way. Whoever talks to the twenty exchangers sends the content to each of them. On the ' +
        'direct road that is the laptop. Otherwise it hands over one message with twenty ' +
        'envelope recipients, and the relay splits it by domain.',
      protocol:
        'An envelope may have many forward-paths, but a transaction goes to one server. One copy ' +
        'serves every recipient behind the same server (RFC 5321 §4.5.4.1); for another server ' +
        'the content is sent again. The laptop needed one transaction with a RCPT for each ' +
        'friend at its submission server (RFC 6409), and the MTA made one per exchanger.',
    },
    {
      everyday:
        'The work has not gone away. The post office carried {relayed.@relay.sent} in its turn, ' +
        'as much as the laptop did straight. But its street is wide, it does nothing else all ' +
        'day, and Alice does not have to wait for it: she was needed for ' +
        '{relayed.@laptop.needed}, and straight for {direct.@laptop.needed}.',
      technical:
        'The work has moved: the relay sent {relayed.@relay.sent}. It stands where bandwidth is ' +
        'cheap, here on a line faster than anybody notices. The laptop was responsible for ' +
        '{relayed.@laptop.needed}; on the direct road for {direct.@laptop.needed}, awake and ' +
        'online all the while.',
      protocol:
        'The relay sent {relayed.@relay.sent}. The fan-out has moved behind the narrow link, and ' +
        'with the 250 after {relayed.alice-1.handedOver} the responsibility for all recipients ' +
        'moved as well (RFC 5321 §6.1). On the direct road the client kept the last of them for ' +
        '{direct.@laptop.needed}.',
    },
    {
      everyday:
        'For the first friend it made no difference: Bob had the pictures after ' +
        '{direct.alice-1.took} straight, and after {relayed.alice-1.took} by post office. A post ' +
        'office does not make one letter faster. It pays with every further street that a letter ' +
        'has to go to.',
      technical:
        'For a single recipient a relay saves no bandwidth: Bob, the first, had it after ' +
        '{direct.alice-1.took} direct and after {relayed.alice-1.took} relayed. What it saves is ' +
        'one upload for each further domain. So this reason for a relay grows with the number ' +
        'of domains, and is nothing for one.',
      protocol:
        'For the first forward-path: {direct.alice-1.took} direct, {relayed.alice-1.took} ' +
        'relayed. The saving is the content once for each further exchanger, and nothing for ' +
        'the first one. The size limit of {option:relay.size-limit} (RFC 1870) is met on either ' +
        'road: at each exchanger, and when relayed at the relay as well.',
    },
  ],
  next: [
    {
      everyday:
        'Close the lid after five minutes, for an hour. Who has the pictures by then, and what ' +
        'becomes of the copy that was half sent?',
      technical:
        'Set laptop.lid.closes to 300 s and laptop.lid.stays-closed to 3600 s. Which domains ' +
        'have the message by then, on each road?',
      protocol:
        'Set laptop.lid.closes to 300 s and laptop.lid.stays-closed to 3600 s. What is a content ' +
        'worth whose final dot never came (RFC 5321 §4.1.1.10)?',
    },
    {
      everyday:
        "Give the post office a line as slow as Alice's. Who has to wait now, and who does not?",
      technical:
        'Set relay.line.speed to 125000, too. Which of the two gains of a relay is left: the ' +
        'time of delivery, or the time for which Alice is needed?',
      protocol:
        'Set relay.line.speed to 125000. Compare handed over, last arrival and the time for ' +
        'which each host is connected.',
    },
    {
      everyday:
        'Write a letter to two people in one house: bob and carl at college.example. How many ' +
        'copies leave the laptop?',
      technical:
        'Write from the laptop to bob and carl at college.example. How many sessions does the ' +
        'direct road need for two recipients at one domain?',
      protocol:
        'Write to bob@college.example and carl@college.example. How many DATA commands do two ' +
        'forward-paths at one exchanger take?',
    },
  ],
}
