/** What the time rail says. */
import type { HostState } from '../../../sim/facts/fact.ts'
import type { ScenarioOption } from '../../../sim/options.ts'
import { writeValue } from '../../../sim/policy/options.ts'
import type { Act } from '../../../sim/run.ts'
import type { Level, Words } from '../../../sim/scenarios/scenario.ts'
import { words } from '../../../sim/scenarios/words.ts'
import { formatDuration } from '../../../sim/units.ts'

export const RAIL = {
  slider: 'Where in time',
  start: 'the start',
  linear: 'Even time',
  linearTitle: 'Draw every hour equally long, instead of cutting the time in which nothing happens',
  nothing: (duration: string): string => `${duration}, nothing happens`,
  told: (clock: string, what: string): string => `${clock}: ${what}`,
  inWorld: (world: string, what: string): string => `${world}: ${what}`,
  arrived: 'a letter arrives in the mailbox',
  again: (who: string): string => `${who} is back`,
} as const

const HOSTS: Readonly<Record<string, Words>> = {
  mua: words("Alice's laptop", 'The mail program', 'The MUA'),
  submission: words('The post office', 'The relay', 'The MSA/MTA'),
  mx: words("Bob's server", 'The MX', 'The MX host'),
  backup: words('The neighbour', 'The backup MX', 'The backup MX'),
}

export const hostName = (kind: string, id: string, level: Level): string =>
  HOSTS[kind]?.[level] ?? id

const STATES: Readonly<Record<Exclude<HostState, 'up'>, Words>> = {
  refused: words('is down', 'is down: refuses', 'refuses connections'),
  unreachable: words('is cut off', 'is unreachable', 'is unreachable'),
  asleep: words('lid closed', 'is asleep', 'is asleep'),
  offline: words('line hung up', 'is off line', 'is offline'),
}

/** `Alice's laptop: lid closed`. */
export function barName(
  kind: string,
  id: string,
  state: Exclude<HostState, 'up'>,
  level: Level,
): string {
  return `${hostName(kind, id, level)} ${STATES[state][level]}`
}

/** `lid closed`: for a bar that has no room for more. */
export const stateName = (state: Exclude<HostState, 'up'>, level: Level): string =>
  STATES[state][level]

/**
 * What somebody did, on a pin.
 * @param options of the scenario, so that a value is written in its own unit
 */
export function actName(act: Act, options: readonly ScenarioOption[]): string {
  switch (act.kind) {
    case 'road':
      return ''
    case 'set':
      return settingName(act.path, act.value, options)
    case 'lid':
      return act.closed ? 'Lid closed' : 'Lid opened'
    case 'power':
      return { up: 'Back up', refused: 'Taken down', unreachable: 'Cut off' }[act.power]
    case 'send':
      return 'New letter'
    case 'send-again':
      return 'Send again'
    case 'flush':
      return 'All tried now'
  }
}

/** `mx.greylist.delay` set to 1,200,000 is `greylist delay 20 min`. */
function settingName(
  path: string,
  value: Extract<Act, { kind: 'set' }>['value'],
  options: readonly ScenarioOption[],
): string {
  const spec = options.find((one) => one.path === path)?.spec
  if (spec === undefined) return path
  const name = spec.path.replaceAll('.', ' ')
  if (spec.type === 'duration') return `${name} ${formatDuration(Number(value))}`
  return `${name} ${writeValue(spec, value)}`
}
