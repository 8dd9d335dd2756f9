/**
 * Conditions over readings: what a scenario's checks and bets say must come out of the run.
 */
import { readMetric, type Reading } from './facts/metrics.ts'
import type { FactIndex } from './facts/fact-index.ts'
import type { CheckSpec, Condition } from './scenarios/scenario.ts'
import { written } from './setting.ts'
import type { Instant } from './units.ts'

/** True when one of the groups holds whole; null when a world that it needs is not there. */
export function holds(
  worlds: readonly FactIndex[],
  groups: readonly (readonly Condition[])[],
  until: Instant = Infinity,
): boolean | null {
  const ids = worlds.map(({ record }) => record.id)
  for (const { reading } of groups.flat()) {
    const world = reading.split('.')[0] ?? ''
    if (world === 'lead' ? worlds.length < 2 : !ids.includes(world)) return null
  }
  return groups.some((group) => group.every((one) => isMet(worlds, one, until)))
}

function isMet(worlds: readonly FactIndex[], condition: Condition, until: Instant): boolean {
  const reading = readMetric(worlds, condition.reading, until)
  if (reading === null) return false
  const { atLeast, atMost, oneOf } = condition
  if (oneOf !== undefined && !oneOf.includes(reading.value)) return false
  if (atLeast !== undefined && !(Number(reading.value) >= bound(atLeast))) return false
  return atMost === undefined || Number(reading.value) <= bound(atMost)
}

function bound(value: string | number): number {
  return typeof value === 'number' ? value : written(value)
}

export interface CheckResult {
  readonly id: string
  /** Null where its world is absent or an option that it rests on was set by hand. */
  readonly holds: boolean | null
  /** The first reading it is about, as a value. */
  readonly value: number | string | null
}

/** @param setByHand full paths of options that a person has set */
export function judge(
  check: CheckSpec,
  worlds: readonly FactIndex[],
  setByHand: readonly string[],
): CheckResult {
  const reading = check.anyOf[0]?.at(-1)?.reading ?? ''
  const value: Reading | null = readMetric(worlds, reading, Infinity)
  const isOpen = setByHand.some((path) => check.restsOn.some((pattern) => fits(path, pattern)))
  return {
    id: check.id,
    holds: isOpen ? null : holds(worlds, check.anyOf),
    value: value?.value ?? null,
  }
}

/** `mx.*` stands for every option of the host mx. */
function fits(path: string, pattern: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern
}
