/**
 * Links: a run in the part of an address that no server sees. `v` is the version of this format,
 * `s` the scenario, `seed` the luck, `road` the road, `do` the interventions as base64url of JSON.
 * Beside the run, `card` is what somebody says of a hidden policy, `in` that it has been handed in.
 */
import type { Card } from '../../sim/mystery.ts'
import { roadOf, type Road, type Run } from '../../sim/run.ts'
import type { ScenarioFile } from '../../sim/scenarios/scenario.ts'
import type { CardSlice } from './lab-store.ts'

const VERSION = '1'
/** Two hundred messages with twenty long addresses each; nobody's address bar takes more. */
const LENGTH_MAX = 200_000
const SEED_MAX = 4_294_967_295
const ROADS = ['direct', 'relayed', 'both'] as const

/** The address of the summary, which is of no run. */
export const SUMMARY = '#summary'

export type LinkProblem = 'unreadable' | 'version' | 'scenario' | 'acts'

export interface LinkedRun {
  /** Id of the scenario. */
  readonly scenario: string
  readonly seed: number
  /** What was done, as a stranger wrote it: only the scenario can say what of it can be done. */
  readonly acts: unknown
  readonly road: Road
  /** A letter for each line of the card (`y`, `n`, `-`), as a stranger wrote it; '' for none. */
  readonly card: string
  readonly handedIn: boolean
}

export type LinkReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'run'; readonly run: LinkedRun }
  | { readonly kind: 'problem'; readonly problem: LinkProblem }

/** The hash for a run, with its number sign. */
export function writeLink(run: Run & Partial<CardSlice>): string {
  const fields = new URLSearchParams({ v: VERSION, s: run.scenario.id, seed: String(run.seed) })
  const road = roadOf(run)
  if (road !== 'both') fields.set('road', road)
  const acts = run.interventions.filter(({ act }) => act.kind !== 'road')
  if (acts.length > 0) fields.set('do', toBase64Url(JSON.stringify(acts)))
  const card = writeCard(run)
  if (card !== '') fields.set('card', card)
  if (run.handedIn === true) fields.set('in', '1')
  return `#${fields.toString()}`
}

/**
 * Reads a hash. What is not a run of one of these scenarios is a problem. What was done in it is not
 * judged here but by `link-schema.ts`, once the scenario has been fetched.
 * @param scenarios ids
 */
export function readLink(hash: string, scenarios: readonly string[]): LinkReading {
  const text = hash.replace(/^#/, '')
  if (text === '' || hash === SUMMARY) return { kind: 'none' }
  if (text.length > LENGTH_MAX) return problem('unreadable')
  const fields = new URLSearchParams(text)
  const version = fields.get('v')
  if (version === null) return problem('unreadable')
  if (version !== VERSION) return problem('version')
  const scenario = scenarios.find((id) => id === fields.get('s'))
  if (scenario === undefined) return problem('scenario')
  const seed = readSeed(fields.get('seed'))
  const road = ROADS.find((one) => one === (fields.get('road') ?? 'both'))
  if (seed === null || road === undefined) return problem('unreadable')
  const written = fields.get('do')
  const acts = written === null ? [] : fromBase64UrlJson(written)
  if (acts === undefined) return problem('unreadable')
  const card = fields.get('card') ?? ''
  if (!/^[yn-]{0,40}$/.test(card)) return problem('unreadable')
  const handedIn = fields.get('in') === '1'
  return { kind: 'run', run: { scenario, seed, acts, road, card, handedIn } }
}

/** `yn--y---`: what is said of each check, in the order of the card; '' while nothing is. */
function writeCard({ scenario, card = {} }: Run & Partial<CardSlice>): string {
  if (Object.keys(card).length === 0) return ''
  const said = (id: string): string => (card[id] === undefined ? '-' : card[id] ? 'y' : 'n')
  return (scenario.mystery?.checks ?? []).map(({ id }) => said(id)).join('')
}

/** The card that a link has letters for. */
export function readCard({ mystery }: ScenarioFile, letters: string): Card {
  const said = (mystery?.checks ?? []).flatMap(({ id }, i) =>
    letters[i] === 'y' || letters[i] === 'n' ? [[id, letters[i] === 'y'] as const] : [],
  )
  return Object.fromEntries(said)
}

const problem = (what: LinkProblem): LinkReading => ({ kind: 'problem', problem: what })

/** A seed as written; null when it is none. */
export function readSeed(text: string | null): number | null {
  if (text === null || !/^\d{1,10}$/.test(text)) return null
  const seed = Number(text)
  return seed <= SEED_MAX ? seed : null
}

function toBase64Url(text: string): string {
  const bytes = new TextEncoder().encode(text)
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** What the JSON says, undefined when it is broken: JSON itself knows no undefined. */
function fromBase64UrlJson(text: string): unknown {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
