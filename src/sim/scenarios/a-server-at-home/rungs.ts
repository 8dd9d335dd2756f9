/**
 * The ladder from a laptop to a mail server: each rung is the one before and one thing more, be it a
 * switch of the machine or a record that somebody has to publish.
 */
import { HOME_ADDRESS, HOME_NAME, HOME_TAKEN_OFF, NAMED } from '../home.ts'
import { dkimKey, dkimName, dmarcName, dmarcRecord, spfRecord } from '../mail-records.ts'
import type { VariantSpec, ZoneSpec } from '../scenario.ts'
import { a, mx, zone } from '../zone.ts'

/** A domain of her own, so that she may say herself who sends for it. */
export const DOMAIN = 'home.example'
const SCHOOLS_SERVER = 'ip4:192.0.2.25'

/** What her domain says of its mail; whatever nobody vouches for is to be refused. */
const records = (spf: readonly string[], more: ZoneSpec['names'] = {}): ZoneSpec =>
  zone(DOMAIN, {
    [DOMAIN]: [mx('smtp.school.example'), spfRecord(...spf, '-all')],
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
      everyday: 'Rung 1: it keeps and tries again',
      technical: 'Rung 1: queue and retry',
      protocol: 'Rung 1: queue, retry law',
    },
    settings: QUEUE,
  },
  {
    id: 'always-on',
    route: 'direct',
    title: {
      everyday: 'Rung 2: it never sleeps',
      technical: 'Rung 2: always on',
      protocol: 'Rung 2: never asleep',
    },
    settings: AWAKE,
  },
  {
    id: 'fixed',
    route: 'direct',
    title: {
      everyday: 'Rung 3: one address',
      technical: 'Rung 3: fixed address',
      protocol: 'Rung 3: one client address',
    },
    settings: FIXED,
  },
  {
    id: 'named',
    route: 'direct',
    title: {
      everyday: 'Rung 4: a name on the door',
      technical: 'Rung 4: PTR',
      protocol: 'Rung 4: iprev pass',
    },
    settings: FIXED,
    zones: [NAMED],
  },
  {
    id: 'off-the-list',
    route: 'direct',
    title: {
      everyday: 'Rung 5: off the list of homes',
      technical: 'Rung 5: off the range list',
      protocol: 'Rung 5: not in pbl.example',
    },
    settings: FIXED,
    zones: [NAMED, HOME_TAKEN_OFF],
  },
  {
    id: 'vouched-for',
    route: 'direct',
    title: {
      everyday: 'Rung 6: vouched for',
      technical: 'Rung 6: SPF and DKIM',
      protocol: 'Rung 6: SPF, DKIM, DMARC pass',
    },
    settings: { ...FIXED, 'laptop.sign': 'on' },
    zones: [NAMED, HOME_TAKEN_OFF, SENDS_BY_ITSELF],
  },
]
