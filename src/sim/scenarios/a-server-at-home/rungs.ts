/**
 * The ladder from a laptop to a mail server: each rung is the one before and one thing more, be it a
 * switch of the machine or a record that somebody has to publish.
 */
import { a, HOME_ADDRESS, HOME_NAME, HOME_TAKEN_OFF, NAMED, zone } from '../home.ts'
import { dkimKey, dkimName, dmarcName, dmarcRecord, spfRecord } from '../mail-records.ts'
import type { VariantSpec, ZoneSpec } from '../scenario.ts'

/** A domain of her own, so that she may say herself who sends for it. */
export const DOMAIN = 'home.example'
const SCHOOLS_SERVER = 'ip4:192.0.2.25'

/** What her domain says of its mail; whatever nobody vouches for is to be refused. */
const records = (spf: readonly string[], more: ZoneSpec['names'] = {}): ZoneSpec =>
  zone(DOMAIN, {
    [DOMAIN]: [
      { type: 'MX', preference: 10, exchange: 'smtp.school.example' },
      spfRecord(...spf, '-all'),
    ],
    [HOME_NAME]: [a(HOME_ADDRESS)],
    [dmarcName(DOMAIN)]: [dmarcRecord('p=reject')],
    ...more,
  })

/** To begin with, only the school's server sends for her. */
export const SENDS_BY_RELAY = records([SCHOOLS_SERVER])

const SENDS_BY_ITSELF = records([SCHOOLS_SERVER, `ip4:${HOME_ADDRESS}`], {
  [dkimName(DOMAIN, 'laptop')]: [dkimKey(DOMAIN, 'laptop')],
})

const QUEUE = { 'laptop.retry': 'postfix' } as const
const AWAKE = { ...QUEUE, 'laptop.always-on': 'on' } as const
const FIXED = { ...AWAKE, 'laptop.same-address': 'on' } as const

export const RUNGS: readonly VariantSpec[] = [
  {
    id: 'queue',
    route: 'direct',
    title: {
      everyday: 'With a drawer: the laptop keeps the letter and tries again',
      technical: 'With a queue and a retry law',
      protocol: 'Direct; queue and retry (RFC 5321 §4.5.4.1)',
    },
    settings: QUEUE,
  },
  {
    id: 'always-on',
    route: 'direct',
    title: {
      everyday: 'And it never sleeps',
      technical: 'And always on',
      protocol: 'And never asleep',
    },
    settings: AWAKE,
  },
  {
    id: 'fixed',
    route: 'direct',
    title: {
      everyday: 'And its line has an address of its own',
      technical: 'And a fixed address',
      protocol: 'And one client address for all attempts',
    },
    settings: FIXED,
  },
  {
    id: 'named',
    route: 'direct',
    title: {
      everyday: 'And its door has a name that leads back to it',
      technical: 'And a PTR that points back',
      protocol: 'And a forward-confirmed PTR',
    },
    settings: FIXED,
    zones: [NAMED],
  },
  {
    id: 'off-the-list',
    route: 'direct',
    title: {
      everyday: 'And it is off the list of homes',
      technical: 'And off the list of dynamic ranges',
      protocol: 'And no longer in pbl.example',
    },
    settings: FIXED,
    zones: [NAMED, HOME_TAKEN_OFF],
  },
  {
    id: 'vouched-for',
    route: 'direct',
    title: {
      everyday: 'And her domain says that it may send, and it has a seal',
      technical: 'And SPF names it, and it signs with DKIM',
      protocol: 'And SPF pass, DKIM pass, aligned',
    },
    settings: { ...FIXED, 'laptop.sign': 'on' },
    zones: [NAMED, HOME_TAKEN_OFF, SENDS_BY_ITSELF],
  },
]
