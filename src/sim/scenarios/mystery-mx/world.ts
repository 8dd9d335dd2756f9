/** Four places to send from, each with one fault at most, and the DNS that says so. */
import { dmarcName, dmarcRecord, spfRecord } from '../mail-records.ts'
import { HOSTS, LINKS, ZONES } from '../school.ts'
import type { HostSpec, LinkSpec, ZoneSpec } from '../scenario.ts'
import { same } from '../words.ts'
import { a, ptr, txt, zone } from '../zone.ts'

const [relay, mx, dns] = ['relay', 'mx', 'dns'].map((id) => HOSTS.find((one) => one.id === id)!)

/** A line at home: nobody has given its address a name in the DNS, and that is all. */
const HOME: HostSpec = {
  id: 'home',
  kind: 'mua',
  name: 'laptop.home.example',
  label: {
    everyday: 'Home line, no name',
    technical: 'Home line without PTR',
    protocol: 'laptop.home.example, no PTR',
  },
  admd: same('A house'),
  addresses: ['203.0.113.25'],
  account: 'alice@school.example',
  person: 'Alice',
}

/** A dial-up line, with a name that points there and back; its provider says what it is. */
const DIALUP: HostSpec = {
  id: 'dialup',
  kind: 'mua',
  name: 'host-77.dialup.example',
  label: {
    everyday: 'Dial-up line',
    technical: 'Dial-up line',
    protocol: 'host-77.dialup.example',
  },
  admd: same('A house'),
  addresses: ['198.51.100.77'],
  account: 'alice@school.example',
  person: 'Carol',
}

/** Names and records are in order; only its address has been seen sending spam. */
const LISTED: HostSpec = {
  id: 'listed',
  kind: 'bot',
  name: 'offers.bargain.example',
  label: {
    everyday: 'Computer on the block list',
    technical: 'Host on the block list',
    protocol: 'offers.bargain.example, in dnsbl.example',
  },
  admd: same('Elsewhere'),
  addresses: ['203.0.113.66'],
}

export const WORLD_HOSTS: readonly HostSpec[] = [HOME, DIALUP, relay!, mx!, dns!, LISTED]

export const WORLD_LINKS: readonly LinkSpec[] = [
  ...LINKS.filter(({ between }) => between.every((id) => ['relay', 'mx', 'dns'].includes(id))),
  { between: ['home', 'mx'], delay: '30 ms' },
  { between: ['home', 'dns'], delay: '10 ms' },
  { between: ['dialup', 'mx'], delay: '90 ms' },
  { between: ['dialup', 'dns'], delay: '40 ms' },
  { between: ['listed', 'mx'], delay: '60 ms' },
  { between: ['listed', 'dns'], delay: '25 ms' },
]

export const WORLD_ZONES: readonly ZoneSpec[] = [
  ...ZONES,
  zone('dialup.example', { 'host-77.dialup.example': [a('198.51.100.77')] }),
  zone('bargain.example', { 'offers.bargain.example': [a('203.0.113.66')] }),
  zone('100.51.198.in-addr.arpa', {
    '77.100.51.198.in-addr.arpa': [ptr('host-77.dialup.example')],
  }),
  zone('113.0.203.in-addr.arpa', {
    '66.113.0.203.in-addr.arpa': [ptr('offers.bargain.example')],
  }),
  zone('home.example', { 'laptop.home.example': [a('203.0.113.25')] }),
  zone('pbl.example', {
    '77.100.51.198.pbl.example': [
      a('127.0.0.10'),
      txt('Dial-up range; send through your provider'),
    ],
  }),
  zone('dnsbl.example', {
    '66.113.0.203.dnsbl.example': [a('127.0.0.2'), txt('Spam seen from this address')],
  }),
  // It sends no mail at all and says so; it asks nothing about its name in the From field.
  zone('strict.example', {
    'strict.example': [a('192.0.2.80'), spfRecord('-all')],
  }),
  // It protects the From field and says nothing about the envelope.
  zone('guarded.example', {
    'guarded.example': [a('192.0.2.81')],
    [dmarcName('guarded.example')]: [dmarcRecord('p=reject')],
  }),
]
