/** Where a retry law is in force: the hosts of the run that try again by one, and who waits there. */
import { present } from '../../../sim/assert.ts'
import { LAW_DEFAULTS, type LawId, type LawOptions } from '../../../sim/mail/retry/law.ts'
import { RETRY_LAWS } from '../../../sim/mail/retry/index.ts'
import type { Intervention } from '../../../sim/run.ts'
import type { HostSpec, ScenarioFile } from '../../../sim/scenarios/scenario.ts'
import type { Instant } from '../../../sim/units.ts'
import { optionAt, type OptionAt } from '../../inspector/options-at.ts'

export interface Place {
  readonly host: HostSpec
  /** Number of the host in the scenario. */
  readonly index: number
  /** The world in which it is so; null: in all that are shown. */
  readonly world: string | null
  readonly law: LawId
  readonly options: LawOptions
  /** Names of those whose mail goes through this queue. */
  readonly waiting: readonly string[]
  /** The option by which the law is chosen. */
  readonly choice: OptionAt
}

interface Setting {
  readonly scenario: ScenarioFile
  readonly interventions: readonly Intervention[]
}

/** Paths of the options below the host's id. A server's queue has a law; a mail program has a choice
 *  of what it does after a failure, and laws are among it. */
const LAW_PATHS = ['queue.law', 'retry'] as const
const PATHS: Readonly<Record<keyof LawOptions, string>> = {
  queueRunDelayMs: 'queue.run-delay',
  minBackoffMs: 'queue.min-backoff',
  maxBackoffMs: 'queue.max-backoff',
  queueRunnerMs: 'queue.runner',
  fixedRetryMs: 'queue.fixed',
  lifetimeMs: 'queue.lifetime',
}

/** The last instant up to `now` at which an option was set: since then nothing here has changed. */
export function lastSetAt(interventions: readonly Intervention[], now: Instant): Instant {
  const set = interventions.filter(({ at, act }) => at <= now && act.kind === 'set')
  return set.at(-1)?.at ?? 0
}

/** One for each host that goes by a law, or one for each of its worlds where these differ. */
export function placesOf(setting: Setting, worlds: readonly string[], at: Instant): Place[] {
  return setting.scenario.hosts.flatMap((host, index) => {
    // One of a crowd stands on the map as another host, and is set like it.
    if (host.crowd !== undefined) return []
    const each = worlds.map((world) => placeIn({ ...setting, world }, index, at))
    const [first] = each
    const alike = each.every((one) => sameLaw(one, first))
    const told = alike ? each.slice(0, 1).map((one) => one && { ...one, world: null }) : each
    return told.filter((one) => one !== null)
  })
}

/** Null where no law is in force: the host has no queue, or a program that does otherwise. */
function placeIn(
  setting: Setting & { readonly world: string },
  index: number,
  at: Instant,
): Place | null {
  const { scenario, world } = setting
  const host = present(scenario.hosts[index], 'host', index)
  const valueAt = (path: string): OptionAt | null => optionAt(setting, `${host.id}.${path}`, at)
  const choice = LAW_PATHS.map(valueAt).find((one) => one !== null)
  const law = RETRY_LAWS.find(({ id }) => id === choice?.value)?.id
  if (choice === undefined || law === undefined) return null
  // The last server has little to send; it is told of where somebody has given it a law.
  if (host.kind === 'mx' && choice.by === 'default') return null
  const read = (key: keyof LawOptions): number =>
    Number(valueAt(PATHS[key])?.value ?? LAW_DEFAULTS[key])
  const options: LawOptions = {
    queueRunDelayMs: read('queueRunDelayMs'),
    minBackoffMs: read('minBackoffMs'),
    maxBackoffMs: read('maxBackoffMs'),
    queueRunnerMs: read('queueRunnerMs'),
    fixedRetryMs: read('fixedRetryMs'),
    lifetimeMs: read('lifetimeMs'),
  }
  return { host, index, world, law, options, waiting: waitingAt(scenario, host), choice }
}

function sameLaw(one: Place | null, other: Place | null | undefined): boolean {
  return one?.law === other?.law && JSON.stringify(one?.options) === JSON.stringify(other?.options)
}

/** Who writes there, or else the people whose account is at a domain of this host. */
function waitingAt(scenario: ScenarioFile, { person, domains }: HostSpec): string[] {
  if (person !== undefined) return [person]
  return scenario.hosts.flatMap(({ account, person, crowd }) => {
    const domain = account?.split('@')[1]
    const isHere = domain !== undefined && domains?.includes(domain) === true
    return isHere && person !== undefined && crowd === undefined ? [person] : []
  })
}
