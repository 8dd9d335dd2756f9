/**
 * Links: a run in the part of an address that no server sees. `v` is the version of this format,
 * `s` the scenario, `seed` the luck, `road` the road, `do` the interventions as base64url of JSON.
 */
import { roadOf, type Intervention, type Road, type Run } from '../../sim/run.ts'
import type { ScenarioFile } from '../../sim/scenarios/scenario.ts'

const VERSION = '1'
/** Two hundred messages with twenty long addresses each; nobody's address bar takes more. */
const LENGTH_MAX = 200_000
const SEED_MAX = 4_294_967_295
const ROADS = ['direct', 'relayed', 'both'] as const

export type LinkProblem = 'unreadable' | 'version' | 'scenario' | 'acts'

export interface LinkedRun {
  readonly scenario: ScenarioFile
  readonly seed: number
  readonly interventions: readonly Intervention[]
  readonly road: Road
}

export type LinkReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'run'; readonly run: LinkedRun }
  | { readonly kind: 'problem'; readonly problem: LinkProblem }

/** The hash for a run, with its number sign. */
export function writeLink(run: Run): string {
  const fields = new URLSearchParams({ v: VERSION, s: run.scenario.id, seed: String(run.seed) })
  const road = roadOf(run)
  if (road !== 'both') fields.set('road', road)
  const acts = run.interventions.filter(({ act }) => act.kind !== 'road')
  if (acts.length > 0) fields.set('do', toBase64Url(JSON.stringify(acts)))
  return `#${fields.toString()}`
}

/** Checks what a link says was done; null when any of it is not allowed in the scenario. */
export type ReadActs = (given: unknown, scenario: ScenarioFile) => readonly Intervention[] | null

/** Whether a hash says that something was done, so that `ReadActs` is needed to read it. */
export function holdsActs(hash: string): boolean {
  return new URLSearchParams(hash.replace(/^#/, '')).has('do')
}

/**
 * Reads a hash. What is not exactly a run of a scenario that is here is a problem.
 * @param readActs asked only when the link says that something was done
 */
export function readLink(
  hash: string,
  scenarios: readonly ScenarioFile[],
  readActs: ReadActs,
): LinkReading {
  const text = hash.replace(/^#/, '')
  if (text === '') return { kind: 'none' }
  if (text.length > LENGTH_MAX) return problem('unreadable')
  const fields = new URLSearchParams(text)
  const version = fields.get('v')
  if (version === null) return problem('unreadable')
  if (version !== VERSION) return problem('version')
  const scenario = scenarios.find(({ id }) => id === fields.get('s'))
  if (scenario === undefined) return problem('scenario')
  const seed = readSeed(fields.get('seed'))
  const road = ROADS.find((one) => one === (fields.get('road') ?? 'both'))
  if (seed === null || road === undefined) return problem('unreadable')
  const written = fields.get('do')
  const given = written === null ? [] : fromBase64UrlJson(written)
  if (given === undefined) return problem('unreadable')
  const interventions = written === null ? [] : readActs(given, scenario)
  if (interventions === null) return problem('acts')
  return { kind: 'run', run: { scenario, seed, interventions, road } }
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
