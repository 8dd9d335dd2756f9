/** A text that follows the playhead: written through a ref, so that React does not render for it. */
import { useEffect, useRef } from 'react'
import type { Instant } from '../../sim/units.ts'
import type { FrameSource } from './view.ts'

interface Props {
  readonly frames: FrameSource
  /** A stable function, or one that is made anew only when what it speaks of has changed. */
  readonly text: (t: Instant) => string
}

export function FrameText({ frames, text }: Props) {
  const ref = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const write = (t: Instant): void => {
      const now = text(t)
      if (ref.current !== null && ref.current.textContent !== now) ref.current.textContent = now
    }
    write(frames.now)
    return frames.subscribe(write)
  }, [frames, text])
  return <span ref={ref} />
}
