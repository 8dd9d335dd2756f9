/** The words of this scenario. What came of the run stands in braces, as a reading. */
import type { BetSpec, Condition, Lesson, Words } from '../scenario.ts'
import { words } from '../words.ts'
import { TITLE } from './title.ts'

const stopped = (atLeast: number, atMost: number): readonly Condition[] => [
  { reading: 'greylist-only.spam.stoppedPermille', atLeast, atMost },
]

const BETS: readonly BetSpec[] = [
  {
    id: 'all-of-it',
    answer: words(
      'nearly all of it: who sends spam does not come back',
      'more than nine tenths: spammers do not retry',
      'over 90 %: spam clients have no queue',
    ),
    rightWhen: [stopped(901, 1000)],
  },
  {
    id: 'most-of-it',
    answer: words(
      'about four fifths: some do come back',
      'about four fifths: bots that retry and real servers get in',
      '70 to 90 %: all but the clients that repeat their triplet',
    ),
    rightWhen: [stopped(701, 900)],
  },
  {
    id: 'half-of-it',
    answer: words(
      'about half: a good letter and a bad one wait alike',
      'about half: it delays good and bad mail alike',
      '30 to 70 %: deferral does not discriminate',
    ),
    rightWhen: [stopped(300, 700)],
  },
  {
    id: 'hardly-any',
    answer: words(
      'hardly any: they have all learnt to come back',
      'hardly any: bots retry by now',
      'under 30 %: clients retry',
    ),
    rightWhen: [stopped(0, 299)],
  },
]

const EXPLANATION: readonly Words[] = [
  words(
    'On this day {open-door.good.sent} good letters and {open-door.spam.sent} pieces of spam were ' +
      'written to the college. With an open door all of them lie in the mailboxes. “Come back later” ' +
      'by itself kept {greylist-only.spam.stopped} of the bad ones away, and {greylist-only.good.stopped} ' +
      'of the good ones: it asks nobody who they are, only whether they come back.',
    'Ham {open-door.good.sent}, spam {open-door.spam.sent}. Greylisting alone stops ' +
      '{greylist-only.spam.stopped} of the spam and loses {greylist-only.good.stopped} good messages: ' +
      'it sorts senders by whether they have a queue.',
    'Good {open-door.good.sent}, spam {open-door.spam.sent} recipients. Stopped by greylisting alone: ' +
      '{greylist-only.spam.stoppedPermille} of a thousand; good: {greylist-only.good.stopped}.',
  ),
  words(
    'What came in all the same? Infected PCs that have learnt to knock twice: ' +
      '{greylist-only.patient.inbox}. An advertiser who has a real post office with many addresses: ' +
      "{greylist-only.shoe.inbox}. Somebody with Carol's stolen password, whose spam the school's own " +
      'post office brought: {greylist-only.thief.inbox}. And {greylist-only.wave.inbox} of a wave in ' +
      'which two PCs of one street happened to write to the same person.',
    'Passed: bots that retry {greylist-only.patient.inbox}, snowshoe from a real MTA ' +
      '{greylist-only.shoe.inbox}, a stolen account through the honest relay ' +
      '{greylist-only.thief.inbox}, and by accident {greylist-only.wave.inbox} of the wave, where a ' +
      'second bot of the same network repeated sender and recipient.',
    'Passed: one-retry clients {greylist-only.patient.inbox}, snowshoe pool {greylist-only.shoe.inbox}, ' +
      'authenticated submission {greylist-only.thief.inbox}; collisions of the triplet (/24, sender, ' +
      'recipient) in the wave: {greylist-only.wave.inbox}.',
  ),
  words(
    'A careful server of today asks more: is the address on a list of spammers, does it have a name, ' +
      'who vouches for the letter, what are the words like, what came from there before? Then ' +
      '{relayed.spam.inbox} pieces of spam lie where one reads, and {relayed.thief.inbox} of these came ' +
      'with the stolen password: from a good post office, in a good name.',
    'With blocklists, reverse DNS, HELO, SPF, DKIM, DMARC, reputation, content and greylisting by score: ' +
      '{relayed.spam.inbox} in inboxes, {relayed.spam.junk} in junk folders. Of the former ' +
      '{relayed.thief.inbox} came by the stolen account: everything about them is in order but the text.',
    'All checks: spam in inboxes {relayed.spam.inbox}, junk {relayed.spam.junk}, refused ' +
      '{relayed.spam.refused}. The stolen account ({relayed.thief.inbox}) passes SPF, DKIM and DMARC and ' +
      "has the relay's reputation.",
  ),
  words(
    "Each defence has its price. “Come back later” cost Alice's first letter " +
      '{greylist-only.alice-1.took}, her second one {greylist-only.alice-2.took}, and half of the ' +
      'strangers at least {greylist-only.stranger.median}. Points cost her nothing ' +
      "({relayed.alice-1.took}), but the cousin's letter with its unlucky words lies in the " +
      '{relayed.cousin-1.folder} folder, where Bob may never look.',
    'Price: greylisting delays the first message by {greylist-only.alice-1.took} and the next by ' +
      '{greylist-only.alice-2.took}; median of first contacts {greylist-only.stranger.median}. ' +
      'Scoring delays hardly anybody ({relayed.alice-1.took}) but misplaces: cousin-1 is in ' +
      '{relayed.cousin-1.folder}.',
    'Cost: alice-1 {greylist-only.alice-1.took} against {relayed.alice-1.took}; alice-2 ' +
      '{greylist-only.alice-2.took}; median of first contacts {greylist-only.stranger.median}. False ' +
      'positives by score: {relayed.good.junk} (cousin-1).',
  ),
  words(
    'The mixture is that of 2009. Of the spam of today, which is less than half of all mail, “come back ' +
      'later” alone lets in {greylist-today.spam.inbox} of {greylist-today.spam.sent}: few PCs at home can ' +
      'knock at foreign doors, since the companies that run the lines have closed that way. One ' +
      'world shows what that does without any check: {closed-homes.spam.inbox} pieces come in, about ' +
      'as many as with “come back later”, and nobody waits ({closed-homes.alice-1.took}). It is ' +
      'also why Alice does not get through from home: {direct.alice-1.outcome}.',
    'The mix is of 2009, when bots sent most of the spam. With the mix of today (45 % spam, most of it ' +
      'from servers with clean names and from stolen accounts) greylisting alone lets in ' +
      '{greylist-today.spam.inbox} of {greylist-today.spam.sent}. It changed not least because access providers block port 25: that alone leaves ' +
      '{closed-homes.spam.inbox}, at no delay. Greylisting after that would stop hardly anything. ' +
      'Direct from a home line: {direct.alice-1.outcome}, {direct.alice-1.lastReply}.',
    'Mix of 2009 (85 % spam, 0.92 of it by bots, 13 % of those retry). Mix of today (45 %; bots 0.4, ' +
      'snowshoe 0.3, accounts 0.3): greylisting alone passes {greylist-today.spam.inbox} of ' +
      '{greylist-today.spam.sent}. ' +
      'With outbound port 25 blocked and no checks: {closed-homes.spam.inbox}; what is left repeats its ' +
      'triplets. Direct: {direct.alice-1.lastReply}.',
  ),
]

export const lesson: Lesson = {
  title: TITLE.title,
  question: words(
    'A day at the door of Bob’s college: of twenty letters seventeen are spam. How much of the spam ' +
      'stays away if every stranger is told just this: come back later?',
    'A working day, 85 % spam, most of it from bots. How much of it does greylisting stop by itself?',
    'Ten hours with a spam share of 0.85. What fraction does greylisting alone stop (RFC 6647)?',
  ),
  bets: BETS,
  watch: [
    words(
      'At nine the newspaper, at eleven a wave of spam, at three a stolen password: what does the door ' +
        'say each time?',
      'Compare 09:00 (newsletter), 11:00 (a wave from bots) and 15:00 (a stolen account).',
      'Compare the replies at 09:00, 11:00 and 15:00 in both worlds.',
    ),
    words(
      'Who comes back after “later”, and who is never seen again?',
      'Which senders retry, and after how long?',
      'Which clients repeat their triplet, and when?',
    ),
    words(
      "Look for the cousin's letter in both worlds. Where does it lie, and since when?",
      'Follow cousin-1 in both worlds: delay in one, folder in the other.',
      'cousin-1: compare delay, folder and deciding check.',
    ),
  ],
  explanation: EXPLANATION,
  next: [
    words(
      'Let the impatient PCs knock twice, too. What is “come back later” worth then?',
      'Let all bots retry from the same address. What does greylisting alone stop now?',
      'Set bot.retry to same-address. What is left of the effect?',
    ),
    words(
      "How could the school's post office notice that Carol's password is stolen?",
      'Set a quota at the relay. From how many messages an hour does it help against the thief?',
      'Set relay.quota. What is the trade-off between the stolen account and its owner?',
    ),
    words(
      'Which single question to a stranger keeps the most spam away? Switch on one at a time.',
      'Switch the checks on one by one. Which one alone does most, and which adds nothing?',
      'Which check has the largest marginal effect alone, and which given all others?',
    ),
  ],
}
