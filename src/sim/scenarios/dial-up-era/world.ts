/**
 * The shared stage in 1999: Alice and the outgoing server are in one house, the school, which has a
 * telephone line and no other. Bob's college has a second exchanger at its provider's.
 */
import { ALICE, BOB, hostsWith, LINKS, ZONES } from '../school.ts'
import type { HostSpec, LinkSpec, MailSpec, Words, ZoneSpec } from '../scenario.ts'

/** One name for laptop and relay: hosts of one house reach each other without the line. */
const SCHOOL: Words = {
  everyday: "Alice's school, on the telephone",
  technical: "Alice's school, on a modem line",
  protocol: 'school.example, on dial-up',
}

const PROVIDER: Words = {
  everyday: "Bob's provider",
  technical: "The college's provider",
  protocol: 'provider.example',
}

const BACKUP: HostSpec = {
  id: 'backup',
  kind: 'backup',
  name: 'mail.provider.example',
  label: {
    everyday: "Bob's provider: keeps his mail while he is offline",
    technical: "Backup exchanger at Bob's provider",
    protocol: 'mail.provider.example',
  },
  admd: PROVIDER,
  addresses: ['198.51.100.25'],
  domains: ['college.example'],
}

export const DIAL_UP_HOSTS: readonly HostSpec[] = [
  ...hostsWith({
    relay: { admd: SCHOOL },
    laptop: { admd: SCHOOL, name: 'laptop.school.example' },
  }),
  BACKUP,
]

/** What two modems add to the way out of the house, as a one-way delay: our assumption. */
const THROUGH_MODEMS = '150 ms'

/** The links of the shared stage, with the house's own at its ends. */
export const DIAL_UP_LINKS: readonly LinkSpec[] = [
  ...LINKS.map(({ between, delay }): LinkSpec => {
    const [from, to] = between
    if (to === 'relay') return { between, delay: '1 ms' }
    return { between, delay: from === 'mx' ? delay : THROUGH_MODEMS }
  }),
  { between: ['laptop', 'backup'], delay: THROUGH_MODEMS },
  { between: ['relay', 'backup'], delay: THROUGH_MODEMS },
  { between: ['mx', 'backup'], delay: '10 ms' },
  { between: ['backup', 'dns'], delay: '5 ms' },
]

export const DIAL_UP_ZONES: readonly ZoneSpec[] = [
  ...ZONES.filter(({ origin }) => origin !== 'college.example'),
  {
    origin: 'college.example',
    ttl: '1 d',
    negativeTtl: '15 min',
    names: {
      'college.example': [
        { type: 'MX', preference: 10, exchange: 'mx.college.example' },
        { type: 'MX', preference: 20, exchange: 'mail.provider.example' },
      ],
      'mx.college.example': [{ type: 'A', address: '192.0.2.130' }],
    },
  },
  {
    origin: 'provider.example',
    ttl: '1 d',
    negativeTtl: '15 min',
    names: { 'mail.provider.example': [{ type: 'A', address: '198.51.100.25' }] },
  },
]

/** When Alice writes, in minutes after eight o'clock, and about what. */
const LETTERS: readonly (readonly [minute: number, subject: string])[] = [
  [5, 'Good morning'],
  [25, 'The timetable'],
  [50, 'Room for the choir'],
  [80, 'Keys'],
  [115, 'Chess on Thursday'],
  [150, 'The missing atlas'],
  [200, 'Lunch'],
  [250, 'The printer again'],
  [290, 'Minutes of the meeting'],
  [330, 'Swimming lessons'],
  [370, 'A question about the trip'],
  [430, 'See you tomorrow'],
]

export const DIAL_UP_MAIL: readonly MailSpec[] = LETTERS.map(([minute, subject]) => ({
  at: `${minute} min`,
  host: 'laptop',
  kind: 'good',
  from: ALICE,
  to: [BOB],
  subject,
  body: `Dear Bob, ${subject.toLowerCase()}: a few lines about it. Alice`,
  octets: 1500,
}))
