/** The texts of the acts bar and of the form for a message of one's own. */
import { words } from '../../sim/scenarios/words.ts'

export const ACTS = {
  region: words('What you can do now', 'Acts at this instant'),
  lidClose: words('Close the lid of {host}', 'Suspend {host}'),
  lidOpen: words('Open the lid of {host}', 'Wake {host}'),
  stays: words(
    'It stays awake with its lid closed: that is how it is set.',
    'always-on is set: closing the lid does not suspend it.',
  ),
  power: { up: 'runs', refused: 'down', unreachable: 'cut off' },
  greylist: words('{host} makes strangers wait', '{host} greylists'),
  delay: words('how long, in s', 'delay in s'),
  set: 'Set',
  delayWrong: (range: string): string => `Not possible. Allowed: ${range}.`,
  flush: words(
    'Have {host} try every waiting letter now',
    'Flush the queue of {host}',
    'postqueue -f on {host}',
  ),
  flushNothing: words('Nothing waits there.', 'Its queue is empty.'),
  flushAway: words('It is not running.', 'It is down.'),
  sendAgain: words('Send again as {person}', 'Send again as {person}'),
  writeOwn: words('Write a letter…', 'Write a message…'),
  probesOnly: words(
    'Here you send letters, below the map, and take none of them back.',
    'Acts of this scenario are probes; a probe that has been sent is spent.',
  ),
  undo: 'Take back',
  list: (n: number): string => `Your acts: ${n}`,
  listNone: 'No acts yet.',
  applies: words(
    'What you do happens on every road, at the time the clock shows.',
    'An act holds in every world where the thing exists, from this instant on.',
  ),
  more: words('More: servers, strangers, your acts', 'More: servers, greylisting, your acts'),
  time: 'Time',
  what: 'What you did',
} as const

/** Why Send again has nothing to do. */
export const NO_SEND_AGAIN = {
  nothing: words(
    'No letter of {person} is waiting or has failed.',
    'No message of {person} is waiting or has failed.',
  ),
  asleep: words('{host} is asleep.', '{host} is asleep.'),
  away: words('{host} is not running.', '{host} is not running.'),
} as const

export const WRITE = {
  title: words('Write a letter of your own', 'Write a message of your own'),
  about: words(
    'It is sent from {host}, at the time the clock shows. A person or a place that does not exist ' +
      'is allowed: see what happens.',
    'It is sent from {host} at this instant. Unknown users and other domains are allowed.',
  ),
  from: words('From', 'Sender (MAIL FROM and From)'),
  to: words('To', 'Recipients (RCPT TO), with commas between them'),
  subject: words('Subject', 'Subject'),
  send: 'Send',
  cancel: 'Cancel',
} as const

/** Complaints of the form. Each says what to do. */
export const COMPLAINTS = {
  fromMissing: 'Say who writes: an address such as alice@school.example.',
  fromWrong: 'This is no mail address. Write one like alice@school.example.',
  toMissing: 'Say who gets it: an address such as bob@college.example.',
  toWrong: (text: string): string =>
    `“${text}” is no mail address. Write one like bob@college.example.`,
  toMany: (most: number): string => `At most ${most} recipients at a time.`,
  toTwice: (text: string): string => `“${text}” stands there twice. Once is enough.`,
  subjectMissing: 'Give it a subject, so that you find it again.',
  subjectLong: (most: number): string => `The subject may have at most ${most} characters.`,
  subjectControl: 'The subject has a line break or another control character in it.',
} as const
