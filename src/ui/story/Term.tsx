/**
 * A term of the glossary in running text. What it means comes on hover and on focus, stays while
 * the pointer is on it, and goes with Escape (WCAG 2.2, 1.4.13).
 */
import { useEffect, useId, useRef, useState, type PointerEvent, type ReactNode } from 'react'
import { useLab } from '../state/store.ts'
import type { GlossaryEntry } from '../words/glossary-entry.ts'
import styles from './story.module.css'

/** The pointer may cross the space between the word and its explanation. */
const LEAVE_MS = 200
const MARGIN = 8

interface Props {
  readonly entry: GlossaryEntry
  readonly children: ReactNode
}

export function Term({ entry, children }: Props) {
  const [open, setOpen] = useState(false)
  const level = useLab((s) => s.level)
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const tip = useRef<HTMLSpanElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const show = (): void => {
    clearTimeout(timer.current)
    setOpen(true)
  }
  /** A word that comes to lie under a resting pointer has not been pointed at. */
  const point = ({ movementX, movementY }: PointerEvent): void => {
    if (movementX !== 0 || movementY !== 0) show()
  }
  const hideSoon = (): void => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setOpen(false), LEAVE_MS)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    if (!open || tip.current === null || button.current === null) return undefined
    tip.current.showPopover()
    place(tip.current, button.current)
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      setOpen(false)
    }
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [open])

  return (
    <span className={styles.termBox} onPointerMove={point} onPointerLeave={hideSoon}>
      <button
        ref={button}
        type="button"
        className={styles.term}
        aria-describedby={open ? id : undefined}
        onFocus={show}
        onBlur={hideSoon}
        onClick={show}
      >
        {children}
      </button>
      {open && (
        <span ref={tip} id={id} role="tooltip" popover="manual" className={styles.tip}>
          <strong>{entry.term}</strong>
          <span>{entry.text[level]}</span>
          <small>{entry.source}</small>
        </span>
      )}
    </span>
  )
}

/** Below the word, or above it where there is no room below; never over the page's edge. */
function place(tip: HTMLElement, anchor: HTMLElement): void {
  const word = anchor.getBoundingClientRect()
  const box = tip.getBoundingClientRect()
  const below = word.bottom + 4
  const fits = below + box.height <= innerHeight - MARGIN
  const left = Math.min(word.left, innerWidth - box.width - MARGIN)
  tip.style.left = `${Math.max(MARGIN, left)}px`
  tip.style.top = `${fits ? below : Math.max(MARGIN, word.top - box.height - 4)}px`
}
