/** The words of this scenario. What came of the run stands in braces, as a reading. */
import type { Lesson } from '../scenario.ts'
import { TITLE } from './title.ts'

const LISTED = 'relayed.alice-2.outcome'
const CLOSED = 'relayed.alice-3.outcome'
const FORGOTTEN = 'relayed.alice-4.outcome'

const ARRIVES = ['delivered']
const STAYS_OUT = ['refused', 'bounced', 'lost', 'queued']

export const lesson: Lesson = {
  title: TITLE.title,
  question: {
    everyday:
      "The school's post office carries letters for anybody, and a spammer finds out. Later the " +
      'school closes the door to strangers. When do the letters of its own pupils arrive again?',
    technical:
      'An open relay is found by a spammer, gets listed, and is closed two hours later. When does ' +
      'honest mail through it arrive again?',
    protocol:
      'An MTA relays for anybody, gets into a DNSBL, and is closed. When is mail of its own users ' +
      'accepted again?',
  },
  bets: [
    {
      id: 'when-forgotten',
      answer: {
        everyday: 'hours after the closing, when the keepers of the list forget',
        technical: 'hours after the fix, when the address is delisted',
        protocol: 'at delisting, not at the fix',
      },
      rightWhen: [
        [
          { reading: LISTED, oneOf: STAYS_OUT },
          { reading: CLOSED, oneOf: STAYS_OUT },
          { reading: FORGOTTEN, oneOf: ARRIVES },
        ],
      ],
    },
    {
      id: 'at-the-fix',
      answer: {
        everyday: 'at once, when the door is closed: no more spam, no more trouble',
        technical: 'at once: with the fix the cause is gone',
        protocol: 'at the fix: the client no longer relays',
      },
      rightWhen: [
        [
          { reading: LISTED, oneOf: STAYS_OUT },
          { reading: CLOSED, oneOf: ARRIVES },
        ],
      ],
    },
    {
      id: 'never-stopped',
      answer: {
        everyday: 'they never stop: the list names spammers, and pupils are none',
        technical: 'never interrupted: a blocklist blocks spammers, not users',
        protocol: 'not affected: listing is by sender, and theirs is another',
      },
      rightWhen: [[{ reading: LISTED, oneOf: ARRIVES }]],
    },
    {
      id: 'never-again',
      answer: {
        everyday: 'never again: a name that is lost stays lost',
        technical: 'never: listed once, blocked for good',
        protocol: 'not at all: a listing is permanent',
      },
      rightWhen: [
        [
          { reading: CLOSED, oneOf: STAYS_OUT },
          { reading: FORGOTTEN, oneOf: STAYS_OUT },
        ],
      ],
    },
  ],
  watch: [
    {
      everyday: "From whose door does the spam come, as Bob's server sees it?",
      technical: 'Which client address does the MX see in a spam session?',
      protocol: 'Compare the client of a spam transaction at the MX with the one at the relay.',
    },
    {
      everyday: 'When does the first letter lie in the trap, and when is the school on the list?',
      technical: 'Find the first hit at a spamtrap, the listing and the delisting.',
      protocol: 'Note the instants of first hit, listing, last hit and delisting.',
    },
    {
      everyday: 'What does the spammer hear after the door has been closed?',
      technical: 'What is the reply to the bot after the fix, and at which command?',
      protocol: 'Compare the replies to RCPT at the relay before and after the fix.',
    },
  ],
  explanation: [
    {
      everyday:
        'Pupils wrote {relayed.before.sent} letters before the spammer came, and ' +
        '{relayed.before.delivered} arrived. While the school was on the list: ' +
        '{relayed.listed.delivered} of {relayed.listed.sent}. After the door was closed: ' +
        '{relayed.closed.delivered} of {relayed.closed.sent}. After the list had forgotten: ' +
        '{relayed.forgotten.delivered} of {relayed.forgotten.sent}.',
      technical:
        'Honest mail delivered: before {relayed.before.delivered} of {relayed.before.sent}, listed ' +
        '{relayed.listed.delivered} of {relayed.listed.sent}, fixed but still listed ' +
        '{relayed.closed.delivered} of {relayed.closed.sent}, delisted ' +
        '{relayed.forgotten.delivered} of {relayed.forgotten.sent}.',
      protocol:
        'Delivered, by phase: unlisted {relayed.before.delivered}/{relayed.before.sent}; listed, open ' +
        '{relayed.listed.delivered}/{relayed.listed.sent}; listed, closed ' +
        '{relayed.closed.delivered}/{relayed.closed.sent}; delisted ' +
        '{relayed.forgotten.delivered}/{relayed.forgotten.sent}. alice-2: ' +
        '{relayed.alice-2.lastReply}.',
    },
    {
      everyday:
        "Bob's server sees only from whose door a letter comes, and it was the school's. It cannot tell " +
        'the spammer from Carol there. A list of bad doors has no names of people in it. Everybody who ' +
        'sends by one post office shares its name, the good one and the bad one.',
      technical:
        'A blocklist has addresses, not people. The relay is the client of all that mail, so its ' +
        'address is listed and all of its users with it. Reputation is a commons: one pays in, all ' +
        'draw on it, and one can spoil it for all. {relayed.spam.inbox} pieces of spam came through ' +
        'before the listing.',
      protocol:
        'A DNSBL is asked about the client address (RFC 5782 §2.1), here 192.0.2.25 for spam and good ' +
        'mail alike. Spam delivered before the listing: {relayed.spam.inbox} of {relayed.spam.sent}; ' +
        'bounced {relayed.spam.bounced}; refused by the relay after the fix {relayed.spam.refused}.',
    },
    {
      everyday:
        'Closing the door took a moment, and no letter became better by it. The list keeps an address ' +
        'for {option:list.lists-for} after the last letter in a trap. It cannot see that somebody has ' +
        'mended something. Had nobody closed the door, it would have lasted longer still: ' +
        '{nobody-closes-it.forgotten.delivered} of {nobody-closes-it.forgotten.sent} of the last ' +
        'letters would have arrived.',
      technical:
        'Delisting is counted from the last hit, {option:list.lists-for} here; real lists take hours to ' +
        'days, or ask an operator to request it. The fix only starts that clock. With the relay left ' +
        'open it starts an hour later: {nobody-closes-it.forgotten.delivered} of ' +
        '{nobody-closes-it.forgotten.sent} in the last phase.',
      protocol:
        'Delisting at last hit plus {option:list.lists-for}, then the TTL of the listing. The fix moves ' +
        'the last hit and nothing else. Without it: {nobody-closes-it.forgotten.delivered}/' +
        '{nobody-closes-it.forgotten.sent} in the last phase. Simplified: nobody asks for removal, and ' +
        'every hit counts alike.',
    },
    {
      everyday:
        'A post office that asks who you are has none of this: {members-only.spam.refused} times it ' +
        'said no to the spammer, {members-only.spam.delivered} pieces of spam went through, and ' +
        '{members-only.good.delivered} of {members-only.good.sent} honest letters arrived. That is why ' +
        'one has to log in to send.',
      technical:
        'With authentication: spam relayed {members-only.spam.delivered}, refused ' +
        '{members-only.spam.refused}, good mail delivered {members-only.good.delivered} of ' +
        '{members-only.good.sent}. In the early nineties open relays were good neighbours; today ' +
        'submission demands a password.',
      protocol:
        'No relaying without authorisation (RFC 5321 §7.9, RFC 6409 §4.3): refused ' +
        '{members-only.spam.refused}, last reply {members-only.bot-1.lastReply}; good ' +
        '{members-only.good.delivered}/{members-only.good.sent}.',
    },
    {
      everyday:
        'And had Alice brought her letters herself? All would have arrived: {direct.alice.delivered} of ' +
        '{direct.alice.sent}, against {relayed.alice.delivered} by this post office. So a post office ' +
        'is only worth as much as the people who look after it. At doors that turn away homes, though, ' +
        'she would have had no chance at all.',
      technical:
        'Direct, with nothing but this list asked: {direct.alice.delivered} of {direct.alice.sent} ' +
        'arrive; through the relay {relayed.alice.delivered}. Sharing an address has a price. What one ' +
        'gets for it is somebody who closes the relay and has it delisted; nobody does that for a home ' +
        'line.',
      protocol:
        'alice direct {direct.alice.delivered}/{direct.alice.sent}, relayed ' +
        '{relayed.alice.delivered}/{relayed.alice.sent}. The MX asks one DNSBL and no list of end-user ' +
        'ranges here, so the comparison flatters the direct road.',
    },
  ],
  next: [
    {
      everyday: 'How early would the door have to be closed so that nobody notices?',
      technical:
        'Set relay.open.for to 3600 s, to 3700 s, to 5000 s. Which of these is early enough?',
      protocol: 'Vary relay.open.for around the first hit. Does the lag give the operator time?',
    },
    {
      everyday: 'Let the list ask for ten letters in its traps. Who is better off, and who is not?',
      technical: 'Set list.hits to 10. What does that do to spam and to honest mail?',
      protocol: 'Vary list.hits and list.lag: false listings against missed spam.',
    },
    {
      everyday: "Let Bob's server not refuse, but look twice. Do the honest letters arrive?",
      technical:
        'Set mx.dnsbl.action to score with mx.score.on. What becomes of good mail and spam?',
      protocol: 'Use the listing as a score. Which other evidence can then outweigh it?',
    },
  ],
}
