/**
 * One world of a run, from the scenario to its facts: the only file that sees all of `sim`.
 *
 * `run` handles events and carries out acts in the order of time; at one instant all events come
 * first and the acts after them, so that an act made at an instant that has been reached already
 * finds the same world as in a replay.
 */
import { AGENT_KINDS } from './agents/index.ts'
import { actsOfOptions, carryOut, mergeActs, type DueAct } from './acts.ts'
import { assert, present, BrokenInvariant } from './assert.ts'
import { Kernel, type KernelState } from './engine/kernel.ts'
import { copyPlain } from './engine/plain.ts'
import { Timeouts, type TimeoutsState } from './engine/timeouts.ts'
import type { Rewindable } from './engine/timeline.ts'
import { KIND, LIMITS } from './facts/fact.ts'
import { FactLog } from './facts/fact-log.ts'
import { drawnScenario } from './mystery.ts'
import { originate } from './originate.ts'
import { actsFor, type Intervention, type Run, type WorldPlan } from './run.ts'
import { buildSetting } from './setting.ts'
import { buildWorld } from './setup.ts'
import { plannedMail, type PlannedMail } from './traffic.ts'
import { routed } from './transfer/attempts.ts'
import { arriveAtClient, clientTimedOut } from './transfer/client-side.ts'
import { agentOf, hostAt, type Chronicle, type Context, type World } from './transfer/context.ts'
import { EVENT, EVENT_NAMES } from './transfer/events.ts'
import { lineEvent, noteState, startLine } from './transfer/line.ts'
import { arriveAtServer, idleTooLong } from './transfer/server-side.ts'
import type { Connection } from './transfer/connection.ts'
import { days, type Instant } from './units.ts'

/** Work a run may do before it is ended with an explanation. */
export interface WorkLimits {
  readonly events: number
  readonly facts: number
  readonly messages: number
}
const DEFAULT_LIMITS: WorkLimits = {
  events: 100_000_000,
  facts: 60_000_000,
  // What the number in a queue id can tell apart on one host.
  messages: 1_000_000,
}

export interface SimulationState {
  readonly kernel: KernelState
  readonly timeouts: TimeoutsState
  readonly world: World
  readonly facts: number
  readonly messages: number
  readonly names: number
}

/**
 * A run ends when nothing is left to happen, and here at the latest: three times the five days for
 * which a queue keeps trying. Only an outbox that never gives up gets so far.
 */
const LATEST_END: Instant = days(15)

/** Events between two looks at the limits, counted from the start of the run. */
const SLICE = 1000

export class Simulation implements Rewindable<SimulationState> {
  readonly plan: WorldPlan
  readonly chronicle: Chronicle
  readonly #run: Run
  readonly #ctx: Context
  readonly #limits: WorkLimits
  readonly #ownActs: readonly DueAct[]
  readonly #mail: readonly PlannedMail[]
  #acts: readonly DueAct[]

  constructor(run: Run, plan: WorldPlan, limits: WorkLimits = DEFAULT_LIMITS) {
    this.#run = run
    this.plan = plan
    this.#limits = limits
    this.#mail = plannedMail(run.scenario, run.seed, plan.traffic)
    this.chronicle = {
      facts: new FactLog(),
      messages: [],
      names: [],
      nameIndex: new Map(),
      rules: new Map(),
    }
    const kernel = new Kernel((kind, slot) => this.#dispatch(kind, slot))
    const agents = new Map(AGENT_KINDS.map((kind) => [kind.kind, kind]))
    const timeouts = new Timeouts(kernel, EVENT.timeout, {
      waits: (owner, token) => this.#waits(owner, token),
      expire: (owner) => this.#expire(owner),
    })
    const setting = buildSetting(run.scenario, run.seed, plan.zones)
    const world = buildWorld(drawnScenario(run.scenario, run.seed), plan.settings, agents)
    this.#ctx = { kernel, timeouts, setting, chronicle: this.chronicle, agents, world }
    const made = actsFor(plan, run.interventions)
    for (const { at, act } of made)
      if (at === 0 && act.kind === 'set') carryOut(this.#ctx, run.scenario, { at, act, cause: 0 })
    this.#ownActs = actsOfOptions(world.hosts)
    this.#acts = this.#inOrder(run.interventions)
    this.#start()
  }

  get now(): Instant {
    return this.#ctx.kernel.now
  }

  get events(): number {
    return this.#ctx.kernel.events
  }

  /** The world as it is; for inspectors and tests, which only look. */
  get world(): World {
    return this.#ctx.world
  }

  /** Whether nothing is left to happen, or a limit has ended the run. */
  get ended(): boolean {
    if (this.#ctx.world.limit >= 0 || this.now >= LATEST_END) return true
    return this.#ctx.kernel.pending === 0 && this.#ctx.world.nextAct >= this.#acts.length
  }

  /** @throws BrokenInvariant with seed, world and instant, when something of ours is wrong */
  run(until: Instant = Infinity, budget = Infinity): boolean {
    try {
      return this.#advance(Math.min(until, LATEST_END), budget)
    } catch (error) {
      if (!(error instanceof BrokenInvariant)) throw error
      const { scenario, seed } = this.#run
      const where = `${scenario.id}, seed ${seed}, world ${this.plan.id}, ${this.now} ms`
      throw new BrokenInvariant(`${error.message} (${where})`, { cause: error })
    }
  }

  /**
   * Goes on under these interventions: those so far, and one more at the present instant. What is
   * set at 0 makes another world and needs a run of its own.
   */
  intervene(interventions: readonly Intervention[]): void {
    assert(this.now > 0 || interventions.every(({ act }) => act.kind !== 'set'), 'set at 0: load')
    this.#acts = this.#inOrder(interventions)
    this.run(this.now)
  }

  /** Everything that is to be done in this world, in the order in which it is carried out. */
  #inOrder(interventions: readonly Intervention[]): readonly DueAct[] {
    return mergeActs(this.#ownActs, interventions).filter(({ act, at, cause }) =>
      cause < 0 ? true : actsFor(this.plan, [{ at, act }]).length > 0,
    )
  }

  save(): SimulationState {
    const { kernel, timeouts, world } = this.#ctx
    const { facts, messages, names } = this.chronicle
    return {
      kernel: kernel.save(),
      timeouts: timeouts.save(),
      world: copyPlain(world),
      facts: facts.length,
      messages: messages.length,
      names: names.length,
    }
  }

  load(state: SimulationState): void {
    this.#ctx.kernel.load(state.kernel)
    this.#ctx.timeouts.load(state.timeouts)
    this.#ctx.world = copyPlain(state.world)
    const { facts, messages, names, nameIndex } = this.chronicle
    facts.truncate(state.facts)
    messages.length = state.messages
    for (const name of names.splice(state.names)) nameIndex.delete(name)
  }

  #start(): void {
    for (const host of this.#ctx.world.hosts) {
      if (host.asleep) noteState(this.#ctx, host, -1)
      startLine(this.#ctx, host)
      agentOf(this.#ctx, host).started(this.#ctx, host)
    }
    const first = this.#mail[0]
    if (first !== undefined) this.#ctx.kernel.at(first.at, EVENT.mail, 0)
    // A host that is down from the start is down before anybody does anything.
    const acts = this.#acts
    while (acts[this.#ctx.world.nextAct]?.at === 0 && acts[this.#ctx.world.nextAct]?.cause === -1)
      this.#carryOutNext()
  }

  #advance(until: Instant, budget: number): boolean {
    const { kernel } = this.#ctx
    let left = budget
    for (;;) {
      if (kernel.events % SLICE === 0 && this.#isOverLimit()) return true
      if (this.#ctx.world.limit >= 0) return true
      const actAt = this.#acts[this.#ctx.world.nextAct]?.at ?? Infinity
      const target = Math.min(until, actAt)
      const before = kernel.events
      // Always to the next multiple, so that a limit ends a run at the same event however it is cut.
      const done = kernel.run(target, Math.min(left, SLICE - (kernel.events % SLICE)))
      left -= kernel.events - before
      if (done) {
        if (actAt > until) return this.#endAt(until)
        this.#carryOutNext()
      } else if (left <= 0) return false
    }
  }

  /** What is left to happen when the time is over is cut off, and a fact says so. */
  #endAt(until: Instant): true {
    const { kernel, world } = this.#ctx
    if (kernel.pending === 0 && world.nextAct >= this.#acts.length) this.#isOverLimit()
    if (until < LATEST_END || kernel.pending === 0 || world.limit >= 0) return true
    world.limit = LIMITS.indexOf('time')
    this.chronicle.facts.add(kernel.now, KIND.limit, world.limit, 0, 0, 0)
    return true
  }

  #carryOutNext(): void {
    const act = present(this.#acts[this.#ctx.world.nextAct++], 'act')
    carryOut(this.#ctx, this.#run.scenario, act)
  }

  #isOverLimit(): boolean {
    const { kernel, world } = this.#ctx
    if (world.limit >= 0) return true
    const { facts, messages } = this.chronicle
    const used = [kernel.events, facts.length, messages.length]
    const limits = [this.#limits.events, this.#limits.facts, this.#limits.messages]
    world.limit = used.findIndex((n, i) => n > (limits[i] ?? Infinity))
    if (world.limit < 0) return false
    assert(LIMITS[world.limit] !== undefined, 'an unknown limit')
    facts.add(kernel.now, KIND.limit, world.limit, 0, 0, 0)
    return true
  }

  #dispatch(kind: number, slot: number): void {
    const ctx = this.#ctx
    switch (kind) {
      case EVENT.toServer:
        return arriveAtServer(ctx, this.#connection(slot))
      case EVENT.toClient:
        return arriveAtClient(ctx, this.#connection(slot))
      case EVENT.timeout:
        return ctx.timeouts.fire(slot)
      case EVENT.routed:
        return routed(ctx, slot)
      case EVENT.timer: {
        const host = hostAt(ctx, slot)
        return agentOf(ctx, host).timer(ctx, host)
      }
      case EVENT.line:
        return lineEvent(ctx, slot)
      case EVENT.mail:
        return this.#write(slot)
      default:
        assert(false, `an event of kind ${EVENT_NAMES[kind] ?? kind}`)
    }
  }

  /** The scenario's mail is in order of time; each entry schedules the next. */
  #write(position: number): void {
    const letter = present(this.#mail[position], 'mail of the scenario')
    const next = this.#mail[position + 1]
    if (next !== undefined) this.#ctx.kernel.at(next.at, EVENT.mail, position + 1)
    originate(this.#ctx, letter)
  }

  #connection(slot: number): Connection {
    return present(this.#ctx.world.connections[slot], 'connection in slot', slot)
  }

  #waits(owner: number, token: number): boolean {
    const c = this.#ctx.world.connections[owner >> 1] ?? null
    if (c === null) return false
    return (owner & 1) === 0 ? c.clientToken === token : c.serverToken === token
  }

  #expire(owner: number): void {
    const c = this.#connection(owner >> 1)
    if ((owner & 1) === 0) clientTimedOut(this.#ctx, c)
    else idleTooLong(this.#ctx, c)
  }
}
