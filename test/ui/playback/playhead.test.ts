import { describe, expect, it } from 'vitest'
import { paceOf } from '../../../src/ui/playback/pace.ts'
import { Playhead, type FrameClock } from '../../../src/ui/playback/playhead.ts'

/** A clock whose frames come when the test says so. */
class HandClock implements FrameClock {
  now = 0
  #waiting: ((now: number) => void) | null = null

  request(callback: (now: number) => void): number {
    this.#waiting = callback
    return 1
  }

  cancel(): void {
    this.#waiting = null
  }

  get idle(): boolean {
    return this.#waiting === null
  }

  tick(ms: number): void {
    this.now += ms
    const callback = this.#waiting
    this.#waiting = null
    callback?.(this.now)
  }

  run(ms: number): void {
    this.tick(0)
    for (let passed = 0; passed < ms; passed += 20) this.tick(20)
  }
}

/** A second on screen is worth 10 ms up to 40, and one hour after it passes within two seconds. */
const pace = paceOf({ breaks: [0, 40, 3_600_040], weights: [1, 1], busy: [true, false] }, 0, 60_000)

function playing(): { clock: HandClock; playhead: Playhead } {
  const clock = new HandClock()
  const playhead = new Playhead(clock)
  playhead.setPace(pace)
  return { clock, playhead }
}

describe('a playhead', () => {
  it('moves in time on screen, by the pace', () => {
    const { clock, playhead } = playing()
    const seen: number[] = []
    playhead.subscribe((t) => seen.push(t))
    playhead.play()
    clock.run(480)
    expect(playhead.now).toBeCloseTo(20)
    expect(seen.length).toBeGreaterThan(20)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
  })

  it('stops at the end, and begins again from there', () => {
    const { clock, playhead } = playing()
    playhead.play()
    clock.run(10_000)
    expect(playhead.atEnd).toBe(true)
    expect(playhead.playing).toBe(false)
    expect(clock.idle).toBe(true)
    expect(playhead.now).toBe(3_600_040)
    playhead.play()
    expect(playhead.now).toBe(0)
  })

  it('goes faster when told to', () => {
    const { clock, playhead } = playing()
    playhead.speed = 2
    playhead.play()
    clock.run(240)
    expect(playhead.now).toBeCloseTo(20)
  })

  it('does not jump when the page was away', () => {
    const { clock, playhead } = playing()
    playhead.play()
    clock.tick(0)
    clock.tick(60_000)
    expect(playhead.now).toBeLessThan(5)
  })

  it('waits for what is being computed, and for more at the end', () => {
    const { clock, playhead } = playing()
    playhead.waiting = true
    playhead.growing = true
    playhead.play()
    clock.run(1000)
    expect(playhead.now).toBe(0)
    playhead.waiting = false
    clock.run(10_000)
    expect(playhead.atEnd).toBe(true)
    expect(playhead.playing).toBe(true)
  })

  it('asks for no frame while it stands', () => {
    const { clock, playhead } = playing()
    expect(clock.idle).toBe(true)
    playhead.play()
    playhead.pause()
    expect(clock.idle).toBe(true)
  })

  it('keeps its instant when the pace changes', () => {
    const { playhead } = playing()
    playhead.seek(20)
    playhead.setPace(
      paceOf({ breaks: [0, 20, 30], weights: [1, 1], busy: [true, true] }, 0, 60_000),
    )
    expect(playhead.now).toBe(20)
    playhead.seek(99)
    expect(playhead.now).toBe(30)
  })

  it('stands still at one instant after another where motion is unwelcome', () => {
    const { clock, playhead } = playing()
    playhead.stepwise = true
    const seen = new Set<number>()
    playhead.subscribe((t) => seen.add(t))
    playhead.play()
    clock.run(10_000)
    expect([...seen]).toEqual([40, 3_600_040])
  })
})
