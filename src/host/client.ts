/**
 * The page's side: sends runs to a host, keeps a copy of what happened, and drops what is stale.
 */
import type { SweepPoint } from '../lab/sweep.ts'
import { present } from '../sim/assert.ts'
import { FactIndex } from '../sim/facts/fact-index.ts'
import type { WorldRecord } from '../sim/facts/record.ts'
import { emptyRecord } from '../sim/empty-record.ts'
import { roadOf, worldsOf, type Run } from '../sim/run.ts'
import type { SweepSpec } from '../sim/scenarios/scenario.ts'
import type { Instant } from '../sim/units.ts'
import type { Request, Response, WorldBatch } from './protocol.ts'

/** Somewhere that a `Session` runs: a worker, or the page itself in tests. */
export interface Host {
  send(request: Request): void
  /** Called once; `fail` when the host has died. */
  listen(receive: (response: Response) => void, fail: (why: string) => void): void
  close(): void
}

/** A world as far as it has been computed. */
export interface LiveWorld {
  readonly record: WorldRecord
  /** Made anew when the past has changed; grows otherwise. */
  index: FactIndex
  /** Nothing else will happen up to here. */
  until: Instant
  ended: boolean
}

export interface ClientEvents {
  /** Facts have come, or the past has changed. */
  changed(): void
  /** The host has died or met a fault; only `load` helps. */
  failed(why: string): void
}

/** Hears of a sweep: all its points so far, and whether these are all. */
type SweepListener = (points: readonly SweepPoint[], done: boolean) => void

interface LiveSweep {
  readonly revision: number
  readonly points: SweepPoint[]
  readonly listener: SweepListener
}

export class LabClient {
  worlds: readonly LiveWorld[] = []
  #revision = 0
  /** Answers to what was asked before the last `load` are about a run that is gone. */
  #loaded = 0
  /** The one sweep that is listened to; answers to an earlier one are dropped. */
  #sweep: LiveSweep | null = null
  readonly #host: Host
  readonly #events: ClientEvents

  constructor(host: Host, events: ClientEvents) {
    this.#host = host
    this.#events = events
    host.listen(
      (response) => this.#receive(response),
      (why) => events.failed(why),
    )
  }

  /** Begins a run; the worlds are there at once, empty. */
  load(run: Run): void {
    const revision = ++this.#revision
    this.#loaded = revision
    this.worlds = worldsOf(run.scenario, roadOf(run)).map((plan) => {
      const record = emptyRecord(run, plan)
      return { record, index: new FactIndex(record), until: 0, ended: false }
    })
    this.#host.send({ type: 'load', revision, run })
  }

  /** Continues from `at` under the run's interventions, of which the last is new. */
  intervene(run: Run, at: Instant): void {
    const revision = ++this.#revision
    this.#host.send({ type: 'intervene', revision, run, at })
  }

  /**
   * Asks for a sweep beside the run, in place of the one before. It knows nothing of the run on the
   * stage: who asked ends it when what it asked for is no longer of interest.
   * @returns ends it
   */
  sweep(run: Run, spec: SweepSpec, listener: SweepListener): () => void {
    const revision = ++this.#revision
    this.#sweep = { revision, points: [], listener }
    this.#host.send({ type: 'sweep', revision, run, spec })
    return () => {
      if (this.#sweep?.revision !== revision) return
      this.#sweep = null
      this.#host.send({ type: 'end-sweep' })
    }
  }

  close(): void {
    this.#sweep = null
    this.#host.close()
  }

  #receive(response: Response): void {
    if (response.type === 'sweep') {
      const sweep = this.#sweep
      if (response.revision !== sweep?.revision) return
      sweep.points.push(...response.points)
      sweep.listener([...sweep.points], response.done)
      return
    }
    if (response.revision < this.#loaded) return
    if (response.type === 'fault') {
      this.#events.failed(response.message)
      return
    }
    if (response.type === 'batch')
      for (const batch of response.worlds) {
        const world = this.worlds.find(({ record }) => record.id === batch.world)
        if (world !== undefined) takeIn(world, batch)
      }
    this.#events.changed()
  }
}

function takeIn(world: LiveWorld, batch: WorldBatch): void {
  const { record } = world
  batch.terms?.forEach((terms, i) => {
    record.hosts[i] = { ...present(record.hosts[i], 'host', i), ...terms }
  })
  const rewritten = batch.facts.from < record.facts.length
  record.facts.append(batch.facts)
  record.messages.length = batch.messages.from
  record.messages.push(...batch.messages.list)
  record.names.length = batch.names.from
  record.names.push(...batch.names.list)
  if (rewritten) world.index = new FactIndex(record)
  else world.index.update()
  world.until = batch.until
  world.ended = batch.ended
}
