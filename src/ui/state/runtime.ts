/**
 * What is alive behind the store: the client with its host, and the playhead. It writes to the store
 * what has come of a run; what people choose is written by `actions.ts`.
 */
import { LabClient, type Host, type LiveWorld } from '../../host/client.ts'
import { isActAt } from './acts.ts'
import type { Run } from '../../sim/run.ts'
import type { Instant } from '../../sim/units.ts'
import { buildPace } from '../playback/pace.ts'
import { Playhead } from '../playback/playhead.ts'
import { labStore } from './store.ts'

/** The cursor moves at most this often. */
const CURSOR_MS = 100

export const playhead = new Playhead()

/**
 * The worlds that are drawn: the two roads, or those that the scenario has put on the stage, as far
 * as they are in the run. The other ones are only told about.
 */
export function onStage(
  worlds: readonly LiveWorld[],
  stage = labStore.getState().scenario.stage,
): LiveWorld[] {
  const shown = (stage ?? []).flatMap((id) => worlds.filter(({ record }) => record.id === id))
  // On a road of which nothing is on the stage, the road itself is shown.
  return shown.length > 0 ? shown : worlds.filter(({ record }) => record.id === record.route)
}

/** A riddle has no end before its card has been handed in: there is always another probe. */
export function isToldAtEnd({ scenario, handedIn } = labStore.getState()): boolean {
  return scenario.mystery === undefined || handedIn
}

class Runtime {
  #makeHost: (() => Host) | null = null
  #client: LabClient | null = null
  /** Facts before the cursor, in all worlds on the stage. */
  #passed = -1
  #cursorTimer: ReturnType<typeof setTimeout> | null = null
  /** Where the playhead shall stand once the run that is being loaded has come. */
  #goTo: Instant | null = null

  constructor() {
    playhead.subscribe((t) => this.#moved(t))
    playhead.watch(() => this.#playingChanged())
  }

  /** Says where runs are computed, and forgets the host before. */
  connect(makeHost: () => Host): void {
    this.#makeHost = makeHost
    this.#client?.close()
    this.#client = null
  }

  /** Begins a run; the playhead goes to `at` as soon as the facts are there. */
  load(run: Run, at: Instant): void {
    if (this.#client === null) this.#client = this.#newClient()
    this.#goTo = at
    this.#compute()
    this.#client.load(run)
  }

  /** Continues a run under an intervention at `at`. */
  intervene(run: Run, at: Instant): void {
    this.#compute()
    this.#client?.intervene(run, at)
  }

  /** The end is wished for: the playhead goes there as far as the run has come, until it is over. */
  goToEnd(): void {
    if (!labStore.getState().done) this.#goTo = Infinity
  }

  /** Somebody has gone somewhere themselves: what comes in leaves the playhead where it is. */
  stayHere(): void {
    this.#goTo = null
  }

  /** Asks for a sweep beside the run (see `sweep.ts`). @returns ends it */
  sweep(...[run, spec, listener]: Parameters<LabClient['sweep']>): () => void {
    return this.#client?.sweep(run, spec, listener) ?? (() => {})
  }

  /** Puts the worlds into the store although they are still empty: another scenario begins. */
  showEmpty(): void {
    playhead.seek(0)
    this.#passed = -1
    labStore.setState((s) => ({
      worlds: this.#client?.worlds ?? [],
      revision: s.revision + 1,
      horizon: 0,
      cursor: 0,
    }))
  }

  /** The store's cursor follows at once, not at the next tenth of a second. */
  syncCursor(): void {
    if (this.#cursorTimer !== null) clearTimeout(this.#cursorTimer)
    this.#cursorTimer = null
    const cursor = Math.floor(playhead.now)
    this.#passed = factsUntil(onStage(labStore.getState().worlds), cursor)
    if (labStore.getState().cursor !== cursor) labStore.setState({ cursor })
  }

  /** A host for something else than the run. Whoever takes it closes it. */
  newHost(): Host {
    if (this.#makeHost === null) throw new Error('No host has been named: call `connect` first.')
    return this.#makeHost()
  }

  #newClient(): LabClient {
    const client: LabClient = new LabClient(this.newHost(), {
      changed: () => this.#changed(client),
      failed: (why) => this.#failed(client, why),
    })
    return client
  }

  #compute(): void {
    playhead.waiting = true
    playhead.growing = true
    labStore.setState({ done: false })
  }

  #changed(client: LabClient): void {
    if (client !== this.#client) return
    const { worlds } = client
    const { interventions, revision } = labStore.getState()
    const done = worlds.every((world) => world.ended)
    const acts = interventions.filter(isActAt).map(({ at }) => at)
    const pace = buildPace(onStage(worlds), { acts })
    playhead.growing = !done
    playhead.waiting = false
    labStore.setState({ worlds, revision: revision + 1, done, horizon: Math.ceil(pace.end) })
    playhead.setPace(pace)
    if (this.#goTo !== null) playhead.seek(this.#goTo)
    const hasSeenTheEnd = done && this.#goTo === Infinity
    if (done) this.#goTo = null
    this.syncCursor()
    if (hasSeenTheEnd) labStore.setState({ finished: isToldAtEnd() })
  }

  #failed(client: LabClient, why: string): void {
    if (client !== this.#client) return
    client.close()
    this.#client = null
    playhead.pause()
    labStore.setState({ failure: why })
  }

  #moved(t: Instant): void {
    if (this.#cursorTimer !== null) return
    const passed = factsUntil(onStage(labStore.getState().worlds), Math.floor(t))
    if (passed === this.#passed) return
    this.#cursorTimer = setTimeout(() => this.syncCursor(), playhead.playing ? CURSOR_MS : 0)
  }

  #playingChanged(): void {
    const { playing } = playhead
    const { started, finished } = labStore.getState()
    const reached = !playing && playhead.atEnd && !playhead.growing && started && isToldAtEnd()
    labStore.setState({ playing, started: started || playing, finished: finished || reached })
    if (!playing) this.syncCursor()
  }
}

function factsUntil(worlds: readonly LiveWorld[], t: Instant): number {
  return worlds.reduce((sum, { record }) => sum + record.facts.countUntil(t), 0)
}

export const runtime = new Runtime()
