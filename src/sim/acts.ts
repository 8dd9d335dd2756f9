/**
 * What acts do to a world: those that the scenario's options imply, and those of people.
 */
import { present, unreachable } from './assert.ts'
import { isReachable, isRunning, type Host, type OptionValue } from './network/host.ts'
import { optionsOf } from './options.ts'
import type { Act, Intervention } from './run.ts'
import type { ScenarioFile } from './scenarios/scenario.ts'
import { agentOf, hostAt, type Context } from './transfer/context.ts'
import { dropSessions, noteState, resumeCalls, takeDown } from './transfer/line.ts'
import type { Instant, Millis } from './units.ts'
import { originate } from './originate.ts'
import { writerOf } from './traffic.ts'

/** An act with its cause: the position of a person's intervention, −1 for the scenario's own. */
export interface DueAct {
  readonly at: Instant
  readonly act: Act
  readonly cause: number
}

/** What the outage and lid options of each host imply. */
export function actsOfOptions(hosts: readonly Host[]): DueAct[] {
  const acts: DueAct[] = []
  const add = (at: Instant, act: Act): void => void acts.push({ at, act, cause: -1 })
  for (const { id, config } of hosts) {
    const { outageFromMs, outageLastsMs, lidClosesMs, lidStaysClosedMs } = config as Timings
    if (outageLastsMs > 0) {
      const power = config['outageKind'] === 'refused' ? 'refused' : 'unreachable'
      add(outageFromMs, { kind: 'power', host: id, power })
      add(outageFromMs + outageLastsMs, { kind: 'power', host: id, power: 'up' })
    }
    if (lidStaysClosedMs > 0) {
      add(lidClosesMs, { kind: 'lid', host: id, closed: true })
      add(lidClosesMs + lidStaysClosedMs, { kind: 'lid', host: id, closed: false })
    }
  }
  return acts.sort((a, b) => a.at - b.at)
}

/** Keys that only hosts with such options have; the others read undefined, which is not > 0. */
interface Timings extends Record<string, OptionValue> {
  outageFromMs: Millis
  outageLastsMs: Millis
  lidClosesMs: Millis
  lidStaysClosedMs: Millis
}

/** The scenario's acts and people's, in the order in which they are carried out. */
export function mergeActs(
  own: readonly DueAct[],
  interventions: readonly Intervention[],
): DueAct[] {
  const people = interventions.map(({ at, act }, cause): DueAct => ({ at, act, cause }))
  return [...own, ...people].sort((a, b) => a.at - b.at)
}

/** Carries an act out now. What does not exist in this world, or makes no difference, is no act. */
export function carryOut(ctx: Context, scenario: ScenarioFile, { act, cause }: DueAct): void {
  switch (act.kind) {
    case 'road':
      return
    case 'set':
      return setOption(ctx, scenario, act.path, act.value)
    case 'lid':
      return setLid(ctx, act.host, act.closed, cause)
    case 'power':
      return setPower(ctx, act.host, act.power, cause)
    case 'send': {
      const { host, from, author = from, to, subject } = act
      const letter = { host, kind: 'good', from, author, to, subject, body: subject } as const
      return originate(ctx, { ...letter, writer: writerOf(scenario, letter) })
    }
    case 'flush': {
      const host = hostById(ctx, act.host)
      if (host !== null) agentOf(ctx, host).flush(ctx, host, 'person')
      return
    }
    case 'send-again': {
      const host = hostById(ctx, act.host)
      resumeCalls(ctx)
      if (host !== null) agentOf(ctx, host).sendAgain(ctx, host)
      return
    }
    default:
      unreachable(act)
  }
}

function hostById(ctx: Context, id: string): Host | null {
  const index = ctx.setting.hostOfId.get(id)
  return index === undefined ? null : hostAt(ctx, index)
}

function setOption(ctx: Context, scenario: ScenarioFile, path: string, value: OptionValue): void {
  const option = optionsOf(scenario).find((one) => one.path === path)
  if (option === undefined) return
  for (const { id, crowd } of scenario.hosts)
    if (id === option.host || crowd === option.host)
      present(hostById(ctx, id), id).config[option.spec.key] = value
}

function setPower(ctx: Context, id: string, power: Host['power'], cause: number): void {
  const host = hostById(ctx, id)
  if (host === null || host.power === power) return
  const wasHere = isHere(host)
  host.power = power
  // The services are gone and with them every session; a pulled cable only makes them wait.
  comeOrGo(ctx, host, { wasHere, drops: power === 'refused', cause })
}

/** Closing the lid puts a laptop to sleep, unless it has been told to stay awake. */
function setLid(ctx: Context, id: string, closed: boolean, cause: number): void {
  const host = hostById(ctx, id)
  if (host === null || host.asleep === closed) return
  if (closed && host.config['alwaysOn'] === true) return
  const wasHere = isHere(host)
  host.asleep = closed
  if (!closed && host.config['sameAddress'] !== true)
    host.address = (host.address + 1) % host.addresses.length
  comeOrGo(ctx, host, { wasHere, drops: closed, cause })
}

/** It runs, and packets come and go as far as its line lets them. */
const isHere = (host: Host): boolean => isRunning(host) && isReachable(host)

/** Puts the new state on record; a call ends with its host, and who is back goes on. */
function comeOrGo(
  ctx: Context,
  host: Host,
  { wasHere, drops, cause }: { wasHere: boolean; drops: boolean; cause: number },
): void {
  const hungUp = !isHere(host) && takeDown(ctx, host)
  noteState(ctx, host, cause)
  if (drops || hungUp) dropSessions(ctx, host)
  if (!wasHere && isHere(host)) agentOf(ctx, host).cameBack(ctx, host)
}
