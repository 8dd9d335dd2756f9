/**
 * The playhead: where we are in simulated time. It lives outside React and outside the store, moves
 * in time on screen by a `Pace`, and tells views sixty times a second where it is.
 *
 * Where motion is unwelcome it stands still at one instant after another instead of gliding.
 */
import type { Instant, Millis } from '../../sim/units.ts'
import type { FrameSource } from '../views/view.ts'
import { paceOf, type Pace } from './pace.ts'

/** The browser's clock, exchangeable for tests. */
export interface FrameClock {
  request(callback: (now: Millis) => void): number
  cancel(handle: number): void
}

const browserClock: FrameClock = {
  request: (callback) => requestAnimationFrame(callback),
  cancel: (handle) => cancelAnimationFrame(handle),
}

/** A frame that took longer than this was not a frame: the page was hidden or busy. */
const LONGEST_FRAME_MS = 100

const NO_PACE = paceOf({ breaks: [0], weights: [], busy: [] }, 0, 0)

export class Playhead implements FrameSource {
  /** Multiplies the pace. */
  speed = 1
  /** Stand still at one instant after another instead of gliding. */
  stepwise = false
  /** While true, time stands still although it plays: what comes next is being computed. */
  waiting = false
  /** More facts may come: reaching the end is not the end. */
  growing = false
  #pace: Pace = NO_PACE
  #now: Instant = 0
  #screen: Millis = 0
  #playing = false
  #frame: number | null = null
  #last: Millis | null = null
  readonly #listeners = new Set<(t: Instant) => void>()
  readonly #stateListeners = new Set<() => void>()
  readonly #clock: FrameClock

  constructor(clock: FrameClock = browserClock) {
    this.#clock = clock
  }

  /** The instant; not a whole number while playing. */
  get now(): Instant {
    return this.#now
  }

  get playing(): boolean {
    return this.#playing
  }

  get pace(): Pace {
    return this.#pace
  }

  get atEnd(): boolean {
    return this.#screen >= this.#pace.durationMs
  }

  /** Called whenever the instant has changed, and whenever what is seen at it may have. */
  subscribe(listener: (t: Instant) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Called when it starts or stops playing. */
  watch(listener: () => void): () => void {
    this.#stateListeners.add(listener)
    return () => this.#stateListeners.delete(listener)
  }

  /** The facts have changed: the same instant, at another place on screen. */
  setPace(pace: Pace): void {
    this.#pace = pace
    this.#now = Math.min(this.#now, pace.end)
    this.#screen = pace.toScreen(this.#now)
    this.#tell()
  }

  play(): void {
    if (this.#playing) return
    if (this.atEnd && !this.growing) this.seek(0)
    this.#setPlaying(true)
  }

  pause(): void {
    this.#setPlaying(false)
  }

  seek(t: Instant): void {
    this.#now = Math.min(Math.max(0, t), this.#pace.end)
    this.#screen = this.#pace.toScreen(this.#now)
    this.#tell()
  }

  #setPlaying(playing: boolean): void {
    if (this.#playing === playing) return
    this.#playing = playing
    this.#last = null
    if (playing) this.#request()
    else if (this.#frame !== null) {
      this.#clock.cancel(this.#frame)
      this.#frame = null
    }
    for (const listener of this.#stateListeners) listener()
  }

  #request(): void {
    this.#frame = this.#clock.request((now) => this.#step(now))
  }

  #step(now: Millis): void {
    this.#frame = null
    const passed = this.#last === null ? 0 : Math.min(now - this.#last, LONGEST_FRAME_MS)
    this.#last = now
    if (!this.waiting && passed > 0) this.#advance(passed * this.speed)
    if (this.atEnd && !this.waiting && !this.growing) this.#setPlaying(false)
    else if (this.#playing) this.#request()
  }

  #advance(ms: Millis): void {
    this.#screen = Math.min(this.#screen + ms, this.#pace.durationMs)
    const smooth = this.#pace.toSim(this.#screen)
    const now = this.stepwise ? lastAtOrBefore(this.#pace.stops, smooth) : smooth
    if (now === this.#now) return
    this.#now = now
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener(this.#now)
  }
}

function lastAtOrBefore(stops: readonly Instant[], t: Instant): Instant {
  let found = 0
  for (const stop of stops) {
    if (stop > t) break
    found = stop
  }
  return found
}
