/**
 * Three choirs send sixty invitations each to a concert tonight. The first one is Alice's, whose road
 * the worlds differ in; the two others have new servers of their own, and take their time. To whom an
 * invitation goes is drawn, so that somebody may get two.
 */
import { ALICE, BOB, DANA, hostsWith, LINKS, ZONES } from '../school.ts'
import type { HostSpec, LinkSpec, MailSpec, TrafficSpec, Words, ZoneSpec } from '../scenario.ts'
import { same } from '../words.ts'
import { a, mx, ptr, zone } from '../zone.ts'

/** Invitations of each choir. */
export const INVITED = 60

const ELSEWHERE = same('Elsewhere')

function choir(id: string, address: string, label: Omit<Words, 'protocol'>): HostSpec {
  const name = `mail.${id}.example`
  return {
    id,
    kind: 'submission',
    name,
    label: { ...label, protocol: name },
    admd: ELSEWHERE,
    addresses: [address],
    domains: [`${id}.example`],
    mailboxes: ['*'],
  }
}

const RAMP = choir('ramp', '198.51.100.40', {
  everyday: 'Begins small',
  technical: 'New, with ramp',
})
const SLOW = choir('slow', '198.51.100.41', {
  everyday: 'Takes all day',
  technical: 'New, trickle',
})

/** Everybody at the college has a mailbox. */
export const CHOIR_HOSTS: readonly HostSpec[] = [
  ...hostsWith({ mx: { mailboxes: ['*'] } }),
  RAMP,
  SLOW,
]

export const CHOIR_LINKS: readonly LinkSpec[] = [
  ...LINKS,
  { between: ['ramp', 'mx'], delay: '15 ms' },
  { between: ['ramp', 'dns'], delay: '5 ms' },
  { between: ['slow', 'mx'], delay: '15 ms' },
  { between: ['slow', 'dns'], delay: '5 ms' },
]

export const CHOIR_ZONES: readonly ZoneSpec[] = [
  ...ZONES,
  ...[RAMP, SLOW].map(({ id, name, addresses }) =>
    zone(`${id}.example`, {
      [`${id}.example`]: [mx(name)],
      [name]: addresses.map(a),
    }),
  ),
  zone('100.51.198.in-addr.arpa', {
    '40.100.51.198.in-addr.arpa': [ptr(RAMP.name)],
    '41.100.51.198.in-addr.arpa': [ptr(SLOW.name)],
  }),
]

const SINGERS: readonly string[] = Array.from(
  { length: INVITED },
  (_, i) => `singer${i + 1}@college.example`,
)

const invitation = (id: string, host: string, from: string): TrafficSpec => ({
  id,
  host,
  kind: 'good',
  count: INVITED,
  begins: '25 h',
  ends: '1502 min',
  firstAtOnce: true,
  from,
  to: SINGERS,
  letters: [{ subject: 'Concert', body: 'We sing tonight at six. Do come!' }],
})

const portion = (id: string, count: number, begins: string, ends: string): TrafficSpec => ({
  ...invitation(id, 'ramp', 'choir@ramp.example'),
  count,
  begins,
  ends,
})

export const INVITATIONS: readonly TrafficSpec[] = [
  {
    id: 'past',
    host: 'relay',
    kind: 'good',
    count: 65,
    begins: '0 s',
    ends: '20 h',
    from: 'teacher{n}@school.example',
    to: [BOB, DANA],
    letters: [{ subject: 'Timetable', body: 'The train leaves at eight.' }],
  },
  invitation('invite', 'laptop', ALICE),
  // An hour for each portion, and more in each than in the one before.
  portion('ramp-first', 10, '25 h', '1550 min'),
  portion('ramp-second', 20, '1565 min', '1610 min'),
  portion('ramp-third', 30, '1630 min', '1675 min'),
  { ...invitation('slow', 'slow', 'choir@slow.example'), ends: '37 h' },
]

/** In the midst of it somebody in two of the choirs writes to Bob, about something else. */
export const PERSONAL: readonly MailSpec[] = [
  {
    at: '1510 min',
    host: 'laptop',
    kind: 'good',
    from: ALICE,
    to: [BOB],
    subject: 'Key',
    body: 'Dear Bob, who has the key to the hall? Alice',
  },
  {
    at: '1510 min',
    host: 'ramp',
    kind: 'good',
    from: 'carla@ramp.example',
    to: [BOB],
    subject: 'Piano',
    body: 'Dear Bob, is the piano in tune? Carla',
  },
]
