/**
 * The scenario file: a world, a lesson and checks, as data. Built-in scenarios and those that a
 * teacher writes have the same format and pass the same validation (`host/scenario-file.ts`).
 *
 * Durations are written with their unit: `40 ms`, `300 s`, `8 h`, `5 d`. No outcome, reply or
 * attempt time is in a scenario: words name a reading in braces, and the run fills it in.
 */
import type { DnsRecord } from '../mail/dns/record.ts'
import type { ReasonId } from './reasons.ts'
import type { MysterySpec } from './mystery.ts'
import type { Words } from './words.ts'

export { LEVELS, type Level, type Words } from './words.ts'

/** A duration as written, e.g. `300 s`. */
export type Written = string

export const HOST_KINDS = [
  'mua',
  'submission',
  'backup',
  'mx',
  'device',
  'name-server',
  'bot',
  'blocklist',
  'forwarder',
  'list',
] as const
/** Kinds of host; see `agents/`. */
export type HostKind = (typeof HOST_KINDS)[number]

export interface HostSpec {
  /** Short name, used in settings (`relay.queue.lifetime`) and links. Lower-case letters, digits. */
  readonly id: string
  readonly kind: HostKind
  /** Fully qualified domain name. */
  readonly name: string
  /** What it is called on the map. */
  readonly label: Words
  /** Administrative domain, drawn as a hull: `Alice's home`. */
  readonly admd: Words
  /** IPv4 addresses; a host uses the first, and a laptop that wakes elsewhere the next. */
  readonly addresses: readonly string[]
  /** Domains whose mailboxes are here, and the local parts in them (`*`: any). */
  readonly domains?: readonly string[]
  readonly mailboxes?: readonly string[]
  /** Mail program, or bot with a stolen password: what it logs in with; else its first author. */
  readonly account?: string
  /** Whose machine it is, for messages written here: `Alice`. */
  readonly person?: string
  /** Switched off from the start. */
  readonly off?: boolean
  /** Id of a host of the same kind: one of a crowd, which stands on the map as that one host. */
  readonly crowd?: string
  /** Blocklist: the zone in which it answers, such as `dnsbl.example`. */
  readonly list?: string
  /** Where mail for a domain goes, whatever the DNS says: the name of a host, by domain. */
  readonly routes?: Readonly<Record<string, string>>
  /** Domains whose key it signs with, its own first; else `domains`, or that of the account. */
  readonly keys?: readonly string[]
  /** Forwarder, list: to whom mail for an address here goes on, by the whole address. */
  readonly forwards?: Readonly<Record<string, readonly string[]>>
}

export interface LinkSpec {
  /** Two host ids. */
  readonly between: readonly [string, string]
  /** One-way delay; constant. */
  readonly delay: Written
}

/** Values that a sweep has at most: each gets a column, and a picture has no more. */
export const SWEEP_VALUES_MAX = 200

/** Many runs along one option, drawn as a band over their luck. */
export interface SweepSpec {
  /** Option that is swept, by its full path; a duration. */
  readonly path: string
  readonly from: Written
  readonly to: Written
  readonly step: Written
  /** A reading of time, e.g. `relayed.alice-1.took`. */
  readonly reading: string
  /** Seeds per value: 1 to this. */
  readonly seeds: number
  readonly title: Words
}

export interface ZoneSpec {
  readonly origin: string
  readonly ttl: Written
  readonly negativeTtl: Written
  readonly failure?: 'SERVFAIL' | 'TIMEOUT'
  /** By owner name, absolute, lower-case, without a final dot. */
  readonly names: Readonly<Record<string, readonly DnsRecord[]>>
}

export interface MailSpec {
  readonly at: Written
  /** Id of the host it is written on. */
  readonly host: string
  readonly kind: 'good' | 'spam'
  /** Reverse-path, and From unless `author` says otherwise. */
  readonly from: string
  /** Mailbox in the From field. */
  readonly author?: string
  readonly to: readonly string[]
  readonly subject: string
  readonly body: string
  /** Size as submitted; computed from the text when left out. */
  readonly octets?: number
}

/** Messages that one description has at most: a run has to come to an end. */
export const TRAFFIC_MAX = 20_000

/** Many letters of one kind, described instead of listed. */
export interface TrafficSpec {
  /** What its messages are called: `spam` gives `spam-1`, `spam-2`; no other may be called so. */
  readonly id: string
  /** Id of the host they are written on. */
  readonly host: string
  readonly kind: 'good' | 'spam'
  readonly count: number
  /** Each is written at an instant of its own, drawn evenly over this span. */
  readonly begins: Written
  readonly ends: Written
  /** The first one comes at the very beginning. */
  readonly firstAtOnce?: boolean
  /** Reverse-path; `{n}` in it is the number of the letter. */
  readonly from: string
  /** Mailbox in the From field, where it is another one. */
  readonly author?: string
  /** Each letter goes to one of these. */
  readonly to: readonly string[]
  /** Each letter has one of these texts. */
  readonly letters: readonly { readonly subject: string; readonly body: string }[]
  readonly octets?: number
}

/** A world of this scenario besides `direct` and `relayed`. */
export interface VariantSpec {
  readonly id: string
  readonly route: 'direct' | 'relayed'
  readonly title: Words
  /** Options that differ, as written: `{ "laptop.retry": "alice" }`. */
  readonly settings: Readonly<Record<string, string>>
  /** What the DNS says otherwise: in place of the zone of the same origin, or a further one. */
  readonly zones?: readonly ZoneSpec[]
  /** In place of the scenario's `traffic`: another era, another crowd. */
  readonly traffic?: readonly TrafficSpec[]
}

/**
 * Something that must come out of the run.
 * `reading` is `<world>.<message id>.<what>`; see `facts/metrics.ts` for what there is.
 */
export interface Condition {
  readonly reading: string
  /** Inclusive bounds: a written duration for times, a number for counts. */
  readonly atLeast?: Written | number
  readonly atMost?: Written | number
  /** The reading is one of these. */
  readonly oneOf?: readonly (string | number)[]
}

/** Which reason a scenario shows, and what to read on each road; a row of the summary. */
export interface ShowsSpec {
  readonly reason: ReasonId
  /** A reading of a world on the direct road: `direct.alice-1.took`, or of a variant. */
  readonly direct: string
  /** The same on the relayed road. */
  readonly relayed: string
  /** What the two readings are, where `shown-readings.ts` has no fitting words: `Calls made`. */
  readonly what?: Words
}

export interface CheckSpec {
  readonly id: string
  /** What it shows, for people. */
  readonly title: string
  /** Holds when one of these groups holds whole. */
  readonly anyOf: readonly (readonly Condition[])[]
  /** Paths of the options whose defaults it rests on; set by hand, it is not judged. */
  readonly restsOn: readonly string[]
}

export interface BetSpec {
  readonly id: string
  readonly answer: Words
  /** This answer is right when the groups hold; so the run decides, not the file. */
  readonly rightWhen: readonly (readonly Condition[])[]
}

export interface Lesson {
  readonly title: Words
  readonly question: Words
  readonly bets: readonly BetSpec[]
  /** What to look at while it runs. */
  readonly watch: readonly Words[]
  /** Opens after the run. Readings in braces: `{relayed.alice-1.took}`. */
  readonly explanation: readonly Words[]
  /** Questions to go on with. */
  readonly next: readonly Words[]
}

/** What a list needs to know of a scenario before the scenario itself is fetched. */
export interface ScenarioTitle {
  readonly id: string
  readonly title: Words
  /** As in the scenario. */
  readonly prologue?: string
}

export interface ScenarioFile {
  readonly format: 1
  readonly id: string
  /** Id of a scenario that is shown before this one. */
  readonly prologue?: string
  readonly seed: number
  /** UTC, `2026-06-02T09:00:00Z`. */
  readonly startsAt: string
  readonly hosts: readonly HostSpec[]
  readonly links: readonly LinkSpec[]
  readonly zones: readonly ZoneSpec[]
  readonly mail: readonly MailSpec[]
  readonly traffic?: readonly TrafficSpec[]
  /** Options that differ from their defaults: path → written value. */
  readonly settings: Readonly<Record<string, string>>
  readonly variants: readonly VariantSpec[]
  readonly checks: readonly CheckSpec[]
  /** Options that differ on a road: what the direct or the relayed world has besides `settings`. */
  readonly roads?: {
    readonly direct?: Readonly<Record<string, string>>
    readonly relayed?: Readonly<Record<string, string>>
  }
  /** What a road's world is called where its name does not say how it differs from its neighbour. */
  readonly roadTitles?: { readonly direct?: Words; readonly relayed?: Words }
  /** Ids of the two worlds that are drawn while both roads are shown; `direct` and `relayed`. */
  readonly stage?: readonly [string, string]
  readonly sweep?: SweepSpec
  readonly shows?: ShowsSpec
  /** A receiver whose policy is to be found out. */
  readonly mystery?: MysterySpec
  readonly lesson: Lesson
}
