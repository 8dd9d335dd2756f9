/** What happened last, in words, for the rail's slider. */
import type { Level, ScenarioFile } from '../../../sim/scenarios/scenario.ts'
import type { Instant } from '../../../sim/units.ts'
import { worldName } from '../../words/world-name.ts'
import type { Bar, Lane } from './model.ts'
import { barName, hostName, RAIL } from './words.ts'

export function justHappened(
  lanes: readonly Lane[],
  bars: readonly Bar[],
  scenario: ScenarioFile,
  t: Instant,
  level: Level,
): string {
  let last: { readonly at: Instant; readonly what: string } = { at: -1, what: RAIL.start }
  const say = (at: Instant, what: string): void => {
    if (at <= t && at >= last.at) last = { at, what }
  }
  for (const { from, to, host, state } of bars) {
    const { kind = '', id = '' } = scenario.hosts[host] ?? {}
    say(from, barName(kind, id, state, level))
    if (Number.isFinite(to)) say(to, RAIL.again(hostName(kind, id, level)))
  }
  for (const { world, marks, arrivals } of lanes) {
    const name = worldName(scenario, world, level)
    for (const { at, reply } of marks) say(at, RAIL.inWorld(name, reply))
    for (const at of arrivals) say(at, RAIL.inWorld(name, RAIL.arrived))
  }
  return last.what
}
