/**
 * The contract between React and D3. React owns the `<svg>` and what can be focused; a view owns
 * everything below the one `<g>` it is given, draws data in `update` and moves things in `frame`.
 */
import { useEffect, useRef, type RefObject } from 'react'
import type { Instant } from '../../sim/units.ts'

export interface D3View<M> {
  /** New data, or a new size: joins. Not called more often than facts arrive or people click. */
  update(model: M): void
  /** The playhead stands at `t` (not a whole number while playing): attributes only. */
  frame(t: Instant): void
  destroy(): void
}

/** The 60 Hz clock, outside React; see `playback/playhead.ts`. */
export interface FrameSource {
  readonly now: Instant
  subscribe(listener: (t: Instant) => void): () => void
}

/** Creates the view on the element once, feeds it, lets the playhead move it, and removes it. */
export function useD3View<M>(
  create: (root: SVGGElement) => D3View<M>,
  model: M,
  frames: FrameSource,
): RefObject<SVGGElement | null> {
  const root = useRef<SVGGElement | null>(null)
  const view = useRef<D3View<M> | null>(null)
  useEffect(() => {
    if (root.current === null) return
    const made = create(root.current)
    view.current = made
    const unsubscribe = frames.subscribe((t) => made.frame(t))
    return () => {
      unsubscribe()
      made.destroy()
      view.current = null
    }
  }, [create, frames])
  useEffect(() => {
    view.current?.update(model)
    view.current?.frame(frames.now)
  }, [model, frames])
  return root
}
