/**
 * Twenty friends, each with a mail server and a domain of their own. On the map they are one place.
 * Their addresses lie in the three networks set aside for documentation (RFC 5737).
 */
import type { HostSpec, LinkSpec, ZoneSpec } from '../scenario.ts'

/** Mailboxes of the first to the last friend; Bob is the first. */
export const FRIENDS: readonly string[] = [
  'bob@college.example',
  'dana@archive.example',
  'emil@museum.example',
  'fay@harbour.example',
  'gus@bakery.example',
  'hana@theatre.example',
  'ian@orchard.example',
  'jana@clinic.example',
  'kit@railway.example',
  'lena@garden.example',
  'milo@studio.example',
  'nora@bridge.example',
  'otto@castle.example',
  'pia@market.example',
  'quin@island.example',
  'rosa@valley.example',
  'sam@forest.example',
  'tess@meadow.example',
  'udo@village.example',
  'vera@lighthouse.example',
]

const NETWORKS = ['192.0.2', '198.51.100', '203.0.113'] as const
/** The servers of the friends have this number and the ones after it, in the networks by turns. */
const FIRST_NUMBER = 130

const domainOf = (mailbox: string): string => mailbox.slice(mailbox.indexOf('@') + 1)
const addressOf = (i: number): string => `${NETWORKS[i % NETWORKS.length]}.${FIRST_NUMBER + i}`
const idOf = (i: number): string => (i === 0 ? 'mx' : `mx${i + 1}`)

/** One mail exchanger per friend; the first stands for all of them. */
export const FRIENDS_HOSTS: readonly HostSpec[] = FRIENDS.map((mailbox, i) => ({
  id: idOf(i),
  kind: 'mx',
  name: `mx.${domainOf(mailbox)}`,
  label: {
    everyday: "Twenty friends' mail servers",
    technical: "Twenty friends' mail exchangers (MX)",
    protocol: 'mx.college.example and 19 others',
  },
  admd: {
    everyday: 'Twenty friends',
    technical: 'Twenty friends at twenty domains',
    protocol: domainOf(mailbox),
  },
  addresses: [addressOf(i)],
  domains: [domainOf(mailbox)],
  // Bob's college has a second mailbox, for letters to two people at one domain.
  mailboxes: i === 0 ? ['bob', 'carl'] : [mailbox.slice(0, mailbox.indexOf('@'))],
  ...(i === 0 ? {} : { crowd: idOf(0) }),
}))

/** All of them are as far away as Bob's college is on the shared stage. */
export const FRIENDS_LINKS: readonly LinkSpec[] = FRIENDS.flatMap((_, i): LinkSpec[] => [
  { between: ['laptop', idOf(i)], delay: '30 ms' },
  { between: ['relay', idOf(i)], delay: '20 ms' },
])

/** The records of each friend's domain. */
export const FRIENDS_ZONES: readonly ZoneSpec[] = FRIENDS.map((mailbox, i) => {
  const origin = domainOf(mailbox)
  const exchange = `mx.${origin}`
  return {
    origin,
    ttl: '1 h',
    negativeTtl: '15 min',
    names: {
      [origin]: [{ type: 'MX', preference: 10, exchange }],
      [exchange]: [{ type: 'A', address: addressOf(i) }],
    },
  }
})
