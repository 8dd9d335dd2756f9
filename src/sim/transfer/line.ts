/**
 * Lines that are not always there: a host calls at fixed times, or when it has something to send,
 * and hangs up when nothing has happened for a while. Between calls it runs and cannot be reached.
 *
 * Simplified: every call comes about, after the time that dialling takes; nobody calls the host; and
 * once nothing is on its way any more, planned calls are left out, until somebody writes again.
 */
import { HOST_STATES, KIND, type HostState } from '../facts/fact.ts'
import { PENDING } from '../facts/message.ts'
import { isReachable, isRunning, type Host, type Line } from '../network/host.ts'
import type { Instant, Millis } from '../units.ts'
import { dropRoutingAttempts } from './attempts.ts'
import { dropClientSessions } from './client-side.ts'
import { agentOf, hostAt, type Context } from './context.ts'
import { EVENT } from './events.ts'
import { closeServer } from './transport.ts'

/** The options of a line, with the keys that hosts' configs have. */
export interface LineOptions {
  readonly lineKind: 'always' | 'calls' | 'on-demand'
  /** Planned calls: the first one, and how often. */
  readonly lineFirstMs: Millis
  readonly lineEveryMs: Millis
  /** From dialling to the first octet. */
  readonly lineDialMs: Millis
  /** It hangs up when nothing has happened for so long, and at the latest after `lineLongestMs`. */
  readonly lineIdleMs: Millis
  readonly lineLongestMs: Millis
  /** What it carries; 0: more than anybody notices. */
  readonly lineOctetsPerSecond: number
  /** Price of a minute that has begun. */
  readonly lineCentsPerMinute: number
}

/** The options of a host's line; hosts of a kind that has none are always connected. */
function optionsOf(host: Host): LineOptions {
  return host.config as unknown as LineOptions
}

const hasCalls = (host: Host): boolean => {
  const { lineKind } = optionsOf(host)
  return lineKind === 'calls' || lineKind === 'on-demand'
}

/** The state of the line before anything has happened, and the first planned call. */
export function startLine(ctx: Context, host: Host): void {
  if (!hasCalls(host)) return
  enter(ctx, host.line, 'down')
  const { lineKind, lineFirstMs } = optionsOf(host)
  if (lineKind === 'calls') planCall(ctx, host, lineFirstMs)
  noteState(ctx, host, -1)
}

function planCall(ctx: Context, host: Host, at: Instant): void {
  host.line.nextCallAt = at
  ctx.kernel.at(at, EVENT.line, host.index)
}

/** Somebody has written: where planned calls had come to an end, they go on by the same clock. */
export function resumeCalls(ctx: Context): void {
  const { now } = ctx.kernel
  for (const host of ctx.world.hosts) {
    const { lineKind, lineFirstMs, lineEveryMs } = optionsOf(host)
    if (lineKind !== 'calls' || host.line.nextCallAt >= 0) continue
    const passed = Math.max(0, Math.floor((now - lineFirstMs) / lineEveryMs) + 1)
    planCall(ctx, host, lineFirstMs + passed * lineEveryMs)
  }
}

/** Whether every message has come to its end, and none of the scenario's is still to be written. */
function isAllDone({ kernel, setting, world }: Context): boolean {
  if (kernel.now < setting.lastMailAt) return false
  return world.status.every((one) => one.every((status) => status !== PENDING))
}

/** Something is to be sent: who calls when there is a need calls now. */
export function callOut(ctx: Context, host: Host): void {
  if (optionsOf(host).lineKind === 'on-demand' && host.line.state === 'down') dialUp(ctx, host)
}

function dialUp(ctx: Context, host: Host): void {
  enter(ctx, host.line, 'dialling')
  lookAgain(ctx, host, optionsOf(host).lineDialMs)
}

/** An event of the line: of those that are planned, whichever is due now. */
export function lineEvent(ctx: Context, index: number): void {
  const host = hostAt(ctx, index)
  const { line } = host
  const { now } = ctx.kernel
  if (line.nextCallAt === now) {
    line.nextCallAt = -1
    if (!isAllDone(ctx)) {
      planCall(ctx, host, now + optionsOf(host).lineEveryMs)
      if (line.state === 'down' && isRunning(host)) dialUp(ctx, host)
    }
  }
  if (line.checkAt !== now) return
  line.checkAt = -1
  if (line.state === 'dialling') return connected(ctx, host)
  if (line.state === 'up') return look(ctx, host)
}

function connected(ctx: Context, host: Host): void {
  const { line } = host
  if (!isRunning(host) || !isReachable(host)) return enter(ctx, line, 'down')
  enter(ctx, line, 'up')
  noteState(ctx, host, -1)
  const { lineIdleMs, lineLongestMs } = optionsOf(host)
  lookAgain(ctx, host, Math.min(lineIdleMs, lineLongestMs))
  const agent = agentOf(ctx, host)
  agent.cameBack(ctx, host)
  // A call costs money: whatever waits goes with it, due or not.
  agent.flush(ctx, host, 'call')
}

/** Hangs up when nothing is going on, or when the call has lasted for too long. */
function look(ctx: Context, host: Host): void {
  const { lineIdleMs, lineLongestMs } = optionsOf(host)
  const { now } = ctx.kernel
  const { since, quietSince } = host.line
  const quietFrom = isBusy(ctx, host) ? now : Math.max(since, quietSince)
  const next = Math.min(quietFrom + lineIdleMs, since + lineLongestMs)
  if (next > now) return lookAgain(ctx, host, next - now)
  takeDown(ctx, host)
  noteState(ctx, host, -1)
  dropSessions(ctx, host)
  // What was not even begun may be worth another call.
  agentOf(ctx, host).timer(ctx, host)
}

/** Takes the line down, if there is one to be taken down; the caller drops the sessions. */
export function takeDown(ctx: Context, host: Host): boolean {
  if (!hasCalls(host) || host.line.state === 'down') return false
  enter(ctx, host.line, 'down')
  host.line.checkAt = -1
  return true
}

/** Closes every session of a host that is not there any more, as client and as server. */
export function dropSessions(ctx: Context, host: Host): void {
  for (const c of ctx.world.connections)
    if (c !== null && c.server === host.index && !c.serverClosed) closeServer(ctx, c)
  dropClientSessions(ctx, host.index)
  dropRoutingAttempts(ctx, host.index)
  host.line.busyOutUntil = 0
  host.line.busyInUntil = 0
}

function isBusy(ctx: Context, { index }: Host): boolean {
  const { connections, attempts } = ctx.world
  return (
    connections.some((c) => c !== null && (c.client === index || c.server === index)) ||
    attempts.some((one) => one !== null && one.host === index && !one.over)
  )
}

function lookAgain(ctx: Context, { line, index }: Host, after: Millis): void {
  line.checkAt = ctx.kernel.now + after
  ctx.kernel.at(line.checkAt, EVENT.line, index)
}

function enter(ctx: Context, line: Line, state: Line['state']): void {
  line.state = state
  line.since = ctx.kernel.now
}

/** Puts a host's state on record. `cause`: position of a person's act, −1 for the scenario's own. */
export function noteState(ctx: Context, host: Host, cause: number): void {
  host.since = ctx.kernel.now
  const { facts } = ctx.chronicle
  const state = HOST_STATES.indexOf(stateOf(host))
  facts.add(ctx.kernel.now, KIND.host, host.index, state, host.address, cause)
}

function stateOf({ asleep, power, line }: Host): HostState {
  if (asleep) return 'asleep'
  return power === 'up' && line.state !== 'up' ? 'offline' : power
}
