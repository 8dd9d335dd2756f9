/**
 * A presentation is a sequence: the question with the bets, the run chapter by chapter, then the
 * explanation a paragraph at a time. Where it stands is read from the run, but for the paragraph.
 */
import { pause, play, playhead, runToEnd, seek, turnTo } from '../state/actions.ts'
import { labStore } from '../state/store.ts'
import type { Instant } from '../../sim/units.ts'
import type { Pace } from '../playback/pace.ts'

/** Beginnings of what happens after a pause, the first one included. */
export function chaptersOf(pace: Pace): Instant[] {
  return [0, ...pace.gaps.map(({ to }) => to).filter((to) => to < pace.end)]
}

/** Where a presentation stands. */
export type Standing =
  | { readonly at: 'question' }
  | { readonly at: 'run' }
  /** 0 is the figure, then the paragraphs of the explanation, then the questions. */
  | { readonly at: 'after'; readonly page: number }

export function standing(started: boolean, finished: boolean, page: number): Standing {
  if (finished) return { at: 'after', page }
  return started ? { at: 'run' } : { at: 'question' }
}

/** Pages after the run: the figure, the paragraphs, the questions. */
export function pagesAfter(): number {
  return labStore.getState().scenario.lesson.explanation.length + 2
}

export function presentOn(): void {
  const { started, finished, page } = labStore.getState()
  if (!started) return play()
  if (finished) {
    turnTo(Math.min(page + 1, pagesAfter() - 1))
    return undefined
  }
  // A presenter who has stopped, or whom a chapter has stopped, goes on with the same key.
  if (!playhead.playing) return play()
  const next = chaptersOf(playhead.pace).find((at) => at > playhead.now)
  return next === undefined ? runToEnd() : seek(next)
}

/**
 * Stops the run wherever a chapter begins, so that a class can be asked what comes next; `presentOn`
 * goes on. Answers how to leave off.
 */
export function stopAtChapters(): () => void {
  let last = playhead.now
  return playhead.subscribe((now) => {
    const before = last
    last = now
    if (!playhead.playing) return
    if (chaptersOf(playhead.pace).some((at) => at > before && at <= now)) pause()
  })
}

export function presentBack(): void {
  const { finished, page } = labStore.getState()
  if (finished && page > 0) {
    turnTo(page - 1)
    return
  }
  pause()
  seek(chaptersOf(playhead.pace).findLast((at) => at < playhead.now) ?? 0)
}
