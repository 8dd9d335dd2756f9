/** The clock and what a second is worth: written sixty times a second, so past React. */
import { useEffect, useRef } from 'react'
import { playhead } from '../state/actions.ts'
import { useLab } from '../state/store.ts'
import { PLAYBACK } from '../words/page.ts'
import { clockWithSeconds, thousandths, worthText } from '../words/time.ts'
import styles from './app.module.css'

/** Slower than this the part of a second is worth seeing. */
const SLOW_MS = 5000

export function Clock() {
  const time = useRef<HTMLSpanElement>(null)
  const part = useRef<HTMLSpanElement>(null)
  const worth = useRef<HTMLSpanElement>(null)
  const startsAt = useLab((s) => Date.parse(s.scenario.startsAt))
  const speed = useLab((s) => s.speed)
  useEffect(() => {
    const write = (t: number): void => {
      const second = playhead.pace.secondIsWorth(t) * speed
      put(time.current, clockWithSeconds(startsAt + t))
      put(part.current, second < SLOW_MS ? thousandths(startsAt + t) : '')
      put(worth.current, worthText(second))
    }
    write(playhead.now)
    return playhead.subscribe(write)
  }, [startsAt, speed])
  return (
    <p className={styles.clock}>
      <span className="for-readers">{PLAYBACK.clock} </span>
      <span ref={time} className={styles.time} />
      <span ref={part} className={styles.part} />
      <span ref={worth} className={styles.worth} />
    </p>
  )
}

function put(element: HTMLElement | null, text: string): void {
  if (element !== null && element.textContent !== text) element.textContent = text
}
