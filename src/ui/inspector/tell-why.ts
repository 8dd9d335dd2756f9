/** From links of a chain to sentences: names for hosts, clock times, durations, option values. */
import { whyChain, type WhyLink } from '../../sim/facts/why.ts'
import type { FactIndex } from '../../sim/facts/fact-index.ts'
import type { Level, Words } from '../../sim/scenarios/scenario.ts'
import { LAW_IDS, type LawId } from '../../sim/mail/retry/law.ts'
import { lawOf } from '../../sim/mail/retry/index.ts'
import { formatDuration, type Instant } from '../../sim/units.ts'
import { fillIn, type Piece } from '../words/fill-in.ts'
import { clockWithSeconds } from '../words/time.ts'
import { capital, hostName } from './names.ts'
import { optionAt, valueText, type OptionSetting } from './options-at.ts'
import { deedWords } from './deeds.ts'
import { checkWords, withCheck } from './tell-check.ts'
import { REMEDIES, WHY, WHY_ONE } from './why-words.ts'
import { CHECK_REMEDIES } from './why-words-checks.ts'
import { EQUAL_GAPS, LAW_GAVE_UP, LAW_GAVE_UP_REMEDY, LAW_RULE } from './why-words-queue.ts'
import { SAID, SET_BY } from './words.ts'

export interface Reason {
  readonly key: string
  readonly at: Instant
  readonly kind: WhyLink['kind']
  readonly pieces: readonly Piece[]
  readonly source: string
}

export interface Telling extends OptionSetting {
  readonly level: Level
}

/** The chain in words, and what would have changed the outcome (null where nothing is to say). */
export function tellWhy(
  index: FactIndex,
  of: { readonly message: number; readonly recipient: number; readonly until: Instant },
  telling: Telling,
): { reasons: readonly Reason[]; remedy: readonly Piece[] | null } {
  const all = whyChain(index, of.message, of.recipient, of.until).map((link) =>
    withCheck(link, telling),
  )
  const links = all.filter(
    (link) =>
      (link.kind !== 'next-scan' || lawAt(link, telling) === 'postfix') &&
      // That it was taken over is no reason for what came after.
      (link.kind !== 'replied' || !String(link.values['reply']).startsWith('2')),
  )
  const reasons = links.map((link, i): Reason => {
    const template = ofLaw(link, telling) ?? WHY_ONE[variantOf(link)] ?? WHY[link.kind]
    const pieces = sentence(template[telling.level], link, index, telling)
    return { key: `${i}-${link.kind}`, at: link.at, kind: link.kind, pieces, source: link.source }
  })
  if (links[0]?.kind === 'under-way') return { reasons, remedy: null }
  const arrived = links[0]?.kind === 'delivered'
  const first = links.find(
    (link) => remedyFor(link) !== undefined && !(arrived && OVERCOME.has(link.kind)),
  )
  // Whoever gave up would not have got further with patience where waiting changes nothing.
  const helps = GAVE_UP.has(first?.kind) ? (links.find(standsHoweverLong) ?? first) : first
  const isLaw = helps?.kind === 'gave-up' && programLaw(helps, telling) !== null
  const words = helps === undefined ? undefined : isLaw ? LAW_GAVE_UP_REMEDY : remedyFor(helps)
  if (helps === undefined || words === undefined) return { reasons, remedy: null }
  return { reasons, remedy: sentence(words[telling.level], helps, index, telling) }
}

const remedyFor = ({ kind, values }: WhyLink): Words | undefined =>
  kind === 'checked' ? CHECK_REMEDIES[String(values['check'])] : REMEDIES[kind]

/** What has been got over when the message has arrived: nothing need be advised against it. */
const OVERCOME: ReadonlySet<WhyLink['kind']> = new Set([
  'server-down',
  'server-unreachable',
  'greylisted-new',
  'greylisted-early',
  'checked',
])

const GAVE_UP: ReadonlySet<WhyLink['kind'] | undefined> = new Set(['gave-up', 'expired'])

/** What these checks look at does not change by coming back, even if the reply is a 4yz. */
const UNMOVED: ReadonlySet<string> = new Set([
  'reverse-dns',
  'helo',
  'sender-domain',
  'dynamic',
  'spf',
  'dmarc',
])

const standsHoweverLong = ({ kind, values }: WhyLink): boolean =>
  kind === 'checked' && UNMOVED.has(String(values['check']))

/** The retry law of the host that a link is about, at its instant. */
function lawAt(link: WhyLink, telling: Telling): LawId {
  const host = telling.scenario.hosts[Number(link.values['host'])]?.id ?? ''
  const law = optionAt(telling, `${host}.queue.law`, link.at)?.value
  return LAW_IDS.find((one) => one === law) ?? 'postfix'
}

/** A mail program's option may be a server's law as well. */
function programLaw({ values, at }: WhyLink, telling: Telling): LawId | null {
  const value = optionAt(telling, String(values['option'] ?? ''), at)?.value
  return LAW_IDS.find((one) => one === value) ?? null
}

/** Wordings for hosts whose queue has a law of its own; null where nothing special is to say. */
function ofLaw(link: WhyLink, telling: Telling): Words | null {
  if (link.kind === 'gave-up' && programLaw(link, telling) !== null) return LAW_GAVE_UP
  if (link.kind !== 'retry-rule') return null
  const law = lawAt(link, telling)
  return law === 'postfix' ? null : law === 'fixed' ? EQUAL_GAPS : LAW_RULE
}

function variantOf({ kind, values }: WhyLink): string {
  if (kind === 'first-try') return values['server'] === -1 ? 'first-try:local' : kind
  return `${kind}:${values['reply'] ?? values['result'] ?? ''}`
}

const DURATIONS = new Set(['took', 'waited', 'wait', 'age', 'lasted'])
const CLOCKS = new Set(['since', 'first', 'next'])

function sentence(template: string, link: WhyLink, index: FactIndex, telling: Telling): Piece[] {
  const pieces = fillIn(template, (name) => valueWords(name, link, index, telling))
  const [first, ...others] = pieces
  // A host's name at the beginning of a sentence.
  return first === undefined ? [] : [{ ...first, text: capital(first.text) }, ...others]
}

function valueWords(
  name: string,
  link: WhyLink,
  index: FactIndex,
  telling: Telling,
): string | null {
  const { values } = link
  const clock = (at: Instant): string => clockWithSeconds(index.record.startsAtEpochMs + at)
  const value = values[name]
  if (name === 'at') return clock(link.at)
  if (name === 'finding' || name === 'check' || name === 'list')
    return checkWords(name, link, telling.level)
  if (name === 'law') return lawOf(programLaw(link, telling) ?? lawAt(link, telling)).title
  if (name === 'host' || name === 'server')
    return hostName(telling.scenario, Number(value), telling.level)
  if (name === 'from') return hostName(telling.scenario, Number(values['host']), telling.level)
  if (name === 'sender') return String(values['from'] ?? '')
  if (name === 'said') return saidWords(String(values['reply'] ?? ''), telling.level)
  if (name === 'deed') return deedWords(telling, Number(values['act']))
  if (DURATIONS.has(name)) return formatDuration(Number(value))
  if (CLOCKS.has(name)) return clock(Number(value))
  return value === undefined || name === 'value' ? optionWords(name, link, telling) : String(value)
}

const saidWords = (reply: string, level: Level): string => SAID[reply.slice(0, 1)]?.[level] ?? reply

/** Values of options: the link's own, or one beside it. */
function optionWords(name: string, link: WhyLink, telling: Telling): string | null {
  const path = String(link.values['option'] ?? '')
  const below: Readonly<Record<string, string>> = {
    scan: `${path}.run-delay`,
    min: `${path}.min-backoff`,
    max: `${path}.max-backoff`,
  }
  const scan = name === 'scan' && link.kind === 'next-scan'
  const host = telling.scenario.hosts[Number(link.values['host'])]?.id ?? ''
  const found = optionAt(telling, scan ? `${host}.queue.run-delay` : (below[name] ?? path), link.at)
  if (found === null) return null
  if (name === 'who') return SET_BY[found.by][telling.level]
  if (name === 'about') return lowered(found.option.spec.about)
  return valueText(found)
}

const lowered = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)
