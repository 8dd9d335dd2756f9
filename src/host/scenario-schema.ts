/**
 * The format of a scenario file, field by field, with bounds on everything that could grow.
 * Each message completes "expected …".
 */
import * as v from 'valibot'
import { PROBES_MAX } from '../sim/scenarios/mystery.ts'
import { REASON_IDS } from '../sim/scenarios/reasons.ts'
import { HOST_KINDS, TRAFFIC_MAX, type ScenarioFile } from '../sim/scenarios/scenario.ts'
import {
  bounded,
  domainName,
  ipv4,
  list,
  named,
  scenarioId,
  text,
  words,
  written,
} from './schema-parts.ts'

/** A line break in a subject would be a header field of its own (RFC 5322 §2.2). */
const isOneLine = (line: string): boolean => {
  for (let i = 0; i < line.length; i++)
    if (line.charCodeAt(i) < 32 || line.charCodeAt(i) === 127) return false
  return true
}

const host = v.strictObject(
  {
    id: named('a short name'),
    kind: v.picklist(HOST_KINDS, `one of ${HOST_KINDS.join(', ')}`),
    name: domainName,
    label: words,
    admd: words,
    addresses: v.pipe(
      list(ipv4, 'addresses', bounded.addresses),
      v.minLength(1, 'at least one address'),
    ),
    domains: v.exactOptional(list(domainName, 'domains')),
    mailboxes: v.exactOptional(list(text('a local part', 64), 'local parts')),
    account: v.exactOptional(text('a mailbox', 256)),
    person: v.exactOptional(text('a name', 80)),
    off: v.exactOptional(v.boolean('true or false')),
    crowd: v.exactOptional(named('the id of a host')),
    list: v.exactOptional(domainName),
    routes: v.exactOptional(v.record(domainName, domainName, 'names of hosts by domain')),
    keys: v.exactOptional(list(domainName, 'domains')),
    forwards: v.exactOptional(
      v.record(
        text('a mailbox', 256),
        list(text('a mailbox', 256), 'mailboxes'),
        'lists of mailboxes by mailbox',
      ),
    ),
  },
  'a host',
)

const dnsRecord = v.variant(
  'type',
  [
    v.strictObject({ type: v.picklist(['A', 'AAAA']), address: text('an address', 45) }),
    v.strictObject({
      type: v.literal('MX'),
      preference: v.pipe(
        v.number('a number'),
        v.integer('a whole number'),
        v.minValue(0, '0 or more'),
      ),
      exchange: text('a domain name', 255),
    }),
    v.strictObject({ type: v.picklist(['PTR', 'CNAME']), name: text('a domain name', 255) }),
    v.strictObject({ type: v.literal('TXT'), strings: list(text('a text', 255), 'texts') }),
  ],
  'a record of type A, AAAA, MX, PTR, CNAME or TXT',
)

const zone = v.strictObject({
  origin: domainName,
  ttl: written,
  negativeTtl: written,
  failure: v.exactOptional(v.picklist(['SERVFAIL', 'TIMEOUT'], 'SERVFAIL or TIMEOUT')),
  names: v.record(text('a domain name', 255), list(dnsRecord, 'records'), 'records by name'),
})

const subject = v.pipe(
  text('a subject', 200),
  v.check(isOneLine, 'a subject without control characters'),
)

const octets = v.pipe(
  v.number('a number'),
  v.integer('whole octets'),
  v.minValue(1),
  v.maxValue(100_000_000),
)

const mail = v.strictObject({
  at: written,
  host: named('the name of a host'),
  kind: v.picklist(['good', 'spam'], 'good or spam'),
  from: text('a mailbox', 256),
  author: v.exactOptional(text('a mailbox', 256)),
  to: v.pipe(list(text('a mailbox', 256), 'recipients', 100), v.minLength(1, 'a recipient')),
  subject,
  body: text('a text'),
  octets: v.exactOptional(octets),
})

const count = v.pipe(
  v.number('a number'),
  v.integer('a whole number'),
  v.minValue(1, '1 or more'),
  v.maxValue(TRAFFIC_MAX, `at most ${TRAFFIC_MAX}`),
)

const traffic = v.strictObject(
  {
    id: named('a short name'),
    host: named('the name of a host'),
    kind: v.picklist(['good', 'spam'], 'good or spam'),
    count,
    begins: written,
    ends: written,
    firstAtOnce: v.exactOptional(v.boolean('true or false')),
    from: text('a mailbox', 256),
    author: v.exactOptional(text('a mailbox', 256)),
    to: v.pipe(list(text('a mailbox', 256), 'recipients'), v.minLength(1, 'a recipient')),
    letters: v.pipe(
      list(v.strictObject({ subject, body: text('a text') }), 'letters'),
      v.minLength(1, 'a letter'),
    ),
    octets: v.exactOptional(octets),
  },
  'a description of many letters',
)

const bound = v.union([v.string(), v.number()], 'a duration or a number')

const condition = v.strictObject({
  reading: text('a reading such as relayed.alice-1.attempts', 200),
  atLeast: v.exactOptional(bound),
  atMost: v.exactOptional(bound),
  oneOf: v.exactOptional(list(bound, 'values')),
})

const groups = list(list(condition, 'conditions'), 'groups of conditions')

const settings = v.record(text('a path', 100), text('a written value', 100), 'values by path')

const sweep = v.strictObject(
  {
    path: text('a path', 100),
    from: written,
    to: written,
    step: written,
    reading: text('a reading such as relayed.alice-1.took', 200),
    seeds: v.pipe(
      v.number('a number of seeds'),
      v.integer('a whole number of seeds'),
      v.minValue(1, '1 seed or more'),
      v.maxValue(bounded.sweepSeeds, `at most ${bounded.sweepSeeds} seeds`),
    ),
    title: words,
  },
  'a sweep',
)

const some = <T extends v.GenericSchema>(item: T, what: string) =>
  v.pipe(list(item, what, 20), v.minLength(1, `at least one of the ${what}`))

const mystery = v.strictObject(
  {
    host: named('the name of a host'),
    probes: v.pipe(
      v.number('a number of probes'),
      v.integer('a whole number of probes'),
      v.minValue(1, '1 probe or more'),
      v.maxValue(PROBES_MAX, `at most ${PROBES_MAX} probes`),
    ),
    checks: some(
      v.strictObject({ id: named('a short name'), title: words, settings, decidedBy: words }),
      'checks',
    ),
    places: some(v.strictObject({ host: named('the name of a host'), title: words }), 'places'),
    senders: some(
      v.strictObject({
        id: named('a short name'),
        title: words,
        from: text('a mailbox', 256),
        author: v.exactOptional(text('a mailbox', 256)),
      }),
      'senders',
    ),
    recipients: some(
      v.strictObject({ id: named('a short name'), title: words, to: text('a mailbox', 256) }),
      'recipients',
    ),
    waits: some(written, 'waits'),
  },
  'a receiver whose policy is to be found out',
)

const shows = v.strictObject(
  {
    reason: v.picklist(REASON_IDS, `one of ${REASON_IDS.join(', ')}`),
    direct: text('a reading such as direct.alice-1.took', 200),
    relayed: text('a reading such as relayed.alice-1.took', 200),
    what: v.exactOptional(words),
  },
  'a reason with a reading of each road',
)

const lesson = v.strictObject({
  title: words,
  question: words,
  bets: list(
    v.strictObject({ id: named('a short name'), answer: words, rightWhen: groups }),
    'bets',
    12,
  ),
  watch: list(words, 'things to watch', 12),
  explanation: list(words, 'paragraphs', 40),
  next: list(words, 'questions', 12),
})

export const scenarioSchema = v.strictObject(
  {
    format: v.literal(1, 'format 1'),
    id: scenarioId('a short name'),
    prologue: v.exactOptional(scenarioId('the id of a scenario')),
    seed: v.pipe(v.number('a whole number'), v.integer('a whole number')),
    startsAt: text('an instant such as 2026-06-02T09:00:00Z', 20),
    hosts: v.pipe(list(host, 'hosts', bounded.hosts), v.minLength(1, 'at least one host')),
    links: list(
      v.strictObject({ between: v.tuple([v.string(), v.string()], 'two hosts'), delay: written }),
      'links',
      bounded.hosts * bounded.hosts,
    ),
    zones: list(zone, 'zones'),
    mail: list(mail, 'messages', bounded.mail),
    traffic: v.exactOptional(list(traffic, 'descriptions of many letters', 16)),
    settings,
    variants: list(
      v.strictObject({
        id: named('a short name'),
        route: v.picklist(['direct', 'relayed'], 'direct or relayed'),
        title: words,
        settings,
        zones: v.exactOptional(list(zone, 'zones')),
        traffic: v.exactOptional(list(traffic, 'descriptions of many letters', 16)),
      }),
      'variants',
      8,
    ),
    checks: list(
      v.strictObject({
        id: named('a short name'),
        title: text('a text', 200),
        anyOf: groups,
        restsOn: list(text('a path', 100), 'paths'),
      }),
      'checks',
    ),
    roads: v.exactOptional(
      v.strictObject(
        { direct: v.exactOptional(settings), relayed: v.exactOptional(settings) },
        'values for direct, for relayed, or for both',
      ),
    ),
    roadTitles: v.exactOptional(
      v.strictObject(
        { direct: v.exactOptional(words), relayed: v.exactOptional(words) },
        'titles for direct, for relayed, or for both',
      ),
    ),
    stage: v.exactOptional(
      v.strictTuple([v.string('the id of a world'), v.string('the id of a world')], 'two worlds'),
    ),
    sweep: v.exactOptional(sweep),
    shows: v.exactOptional(shows),
    mystery: v.exactOptional(mystery),
    lesson,
  },
  'a scenario',
) satisfies v.GenericSchema<unknown, ScenarioFile>
