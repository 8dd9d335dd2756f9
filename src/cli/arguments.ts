/** The arguments of `run`, `sweep` and `summary`, read strictly: what is not understood is named, with what is allowed. */
import { settableOptions } from '../sim/options.ts'
import { allowedValues, readValue } from '../sim/policy/options.ts'
import type { Intervention, Road, Run } from '../sim/run.ts'
import type { ScenarioFile, SweepSpec } from '../sim/scenarios/scenario.ts'
import { findScenario, UsageError, type Terminal } from './find-scenario.ts'

export { UsageError } from './find-scenario.ts'

export const FORMATS = ['report', 'facts', 'transcript', 'maillog'] as const
export type Format = (typeof FORMATS)[number]
const ROADS = ['direct', 'relayed', 'both'] as const

/** Seeds are integers of 32 bits without sign; a range has at most this many. */
const SEED_MAX = 4_294_967_295
const SEEDS_MAX = 100_000

export interface RunArguments {
  readonly scenario: ScenarioFile
  readonly seeds: readonly number[]
  /** Several seeds were asked for, even if the range holds one. */
  readonly many: boolean
  readonly format: Format
  readonly interventions: readonly Intervention[]
  /** Paths of the options that were set. */
  readonly setByHand: readonly string[]
}

export interface SweepArguments {
  readonly run: Run
  readonly spec: SweepSpec
}

const SWEEP_FORMATS = ['csv'] as const

/** @throws UsageError */
export function parseSweep([name, ...rest]: readonly string[], terminal: Terminal): SweepArguments {
  const scenario = findScenario(name, terminal)
  const { sweep: spec, id, seed: luck } = scenario
  if (spec === undefined)
    throw new UsageError(`${id} has no sweep: expected a scenario that names one.`)
  const sets: string[] = []
  for (const [flag, value] of pairsOf(rest, ['--set', '--format']))
    if (flag === '--set') sets.push(value)
    else pick(flag, value, SWEEP_FORMATS)
  const given = sets.find((text) => text.startsWith(`${spec.path}=`))
  if (given !== undefined)
    throw new UsageError(`--set ${given}: this option is swept, from ${spec.from} to ${spec.to}.`)
  const interventions = sets.map((text) => setting(scenario, text))
  return { run: { scenario, seed: luck, interventions }, spec }
}

const SUMMARY_FORMATS = ['text', 'csv'] as const

export interface SummaryArguments {
  readonly format: (typeof SUMMARY_FORMATS)[number]
  /** Null: each scenario's own. */
  readonly seed: number | null
}

/** @throws UsageError */
export function parseSummary(rest: readonly string[]): SummaryArguments {
  const found = { seed: '', format: 'text' }
  for (const [flag, value] of pairsOf(rest, ['--seed', '--format']))
    found[flag.slice(2) as 'seed' | 'format'] = value
  const format = pick('--format', found.format, SUMMARY_FORMATS)
  return { format, seed: found.seed === '' ? null : seed(found.seed) }
}

/** @throws UsageError */
export function parseRun([name, ...rest]: readonly string[], terminal: Terminal): RunArguments {
  const scenario = findScenario(name, terminal)
  const found = { seed: '', seeds: '', route: 'both', format: 'report', sets: [] as string[] }
  const flags = ['--seed', '--seeds', '--route', '--set', '--format'] as const
  for (const [flag, value] of pairsOf(rest, flags))
    if (flag === '--set') found.sets.push(value)
    else found[flag.slice(2) as 'seed' | 'seeds' | 'route' | 'format'] = value
  if (found.seed !== '' && found.seeds !== '')
    throw new UsageError('Either --seed or --seeds, not both.')
  const format = pick('--format', found.format, FORMATS)
  const many = found.seeds !== ''
  if (many && format !== 'report') throw new UsageError('--seeds goes with --format report only.')
  const road = pick('--route', found.route, ROADS)
  return {
    scenario,
    seeds: many ? seedRange(found.seeds) : [found.seed === '' ? scenario.seed : seed(found.seed)],
    many,
    format,
    interventions: [roadAct(road), ...found.sets.map((text) => setting(scenario, text))],
    setByHand: found.sets.map((text) => text.slice(0, text.indexOf('='))),
  }
}

/** Flags and their values, by twos. */
function pairsOf<T extends string>(
  rest: readonly string[],
  allowed: readonly T[],
): (readonly [T, string])[] {
  const pairs: (readonly [T, string])[] = []
  for (let i = 0; i < rest.length; i += 2) {
    const flag = allowed.find((one) => one === rest[i])
    const value = rest[i + 1]
    if (flag === undefined) {
      const list = `${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1)}`
      throw new UsageError(`Unknown argument ${rest[i]}: expected ${list}.`)
    }
    if (value === undefined) throw new UsageError(`A value is missing after ${flag}.`)
    pairs.push([flag, value])
  }
  return pairs
}

function pick<T extends string>(flag: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value)
  if (found === undefined)
    throw new UsageError(`Unknown value ${value} for ${flag}: expected ${allowed.join(', ')}.`)
  return found
}

const roadAct = (road: Road): Intervention => ({ at: 0, act: { kind: 'road', road } })

function setting(scenario: ScenarioFile, text: string): Intervention {
  const equals = text.indexOf('=')
  if (equals < 1) throw new UsageError(`--set ${text}: expected path=value.`)
  const path = text.slice(0, equals)
  const options = settableOptions(scenario)
  const option = options.find((one) => one.path === path)
  if (option === undefined) {
    const paths = options.map((one) => one.path).join(', ')
    throw new UsageError(`Unknown option ${path}: expected one of ${paths}.`)
  }
  const value = readValue(option.spec, text.slice(equals + 1))
  if (value === null)
    throw new UsageError(
      `${path} cannot be ${text.slice(equals + 1)}: expected ${allowedValues(option.spec)}.`,
    )
  return { at: 0, act: { kind: 'set', path, value } }
}

function seed(text: string): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : NaN
  if (!(value <= SEED_MAX))
    throw new UsageError(`${text} is no seed: expected a whole number from 0 to ${SEED_MAX}.`)
  return value
}

function seedRange(text: string): number[] {
  const [from = '', to = '', more] = text.split('..')
  if (to === '' || more !== undefined)
    throw new UsageError(`--seeds ${text}: expected a range such as 1..200.`)
  const first = seed(from)
  const count = seed(to) - first + 1
  if (count < 1 || count > SEEDS_MAX)
    throw new UsageError(`--seeds ${text}: expected 1 to ${SEEDS_MAX} seeds in ascending order.`)
  return Array.from({ length: count }, (_, i) => first + i)
}
