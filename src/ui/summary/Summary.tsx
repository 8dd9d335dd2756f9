/**
 * The way to the summary, and the summary while the address asks for it. It lies beside the laboratory,
 * which keeps its place and is neither seen nor reached meanwhile.
 */
import { useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { SUMMARY } from '../state/link.ts'
import { pause } from '../state/actions.ts'
import app from '../app/app.module.css'
import styles from './summary.module.css'
import { SummaryPage } from './SummaryPage.tsx'
import { SUMMARY_WORDS } from './words.ts'

/** A link and no button: the summary has an address, to be kept or opened beside. */
export function SummaryLink() {
  return (
    <a className={`icon-button ${styles.link}`} href={SUMMARY}>
      <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        <path
          d="M3.5 4h13v12h-13zM3.5 8h13M3.5 12h13M8.5 8v8"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinejoin="round"
        />
      </svg>
      <span className={app.toolName}>{SUMMARY_WORDS.link}</span>
    </a>
  )
}

export function Summary() {
  const open = useSyncExternalStore(onAddress, isAsked)
  const before = useRef<Element | null>(null)
  // Before the page that opens takes the focus.
  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    if (!open) return
    before.current = document.activeElement
    pause()
    dataset['summary'] = ''
    return () => {
      delete dataset['summary']
      // Whoever came by the link goes on from there.
      if (before.current instanceof HTMLElement) before.current.focus()
    }
  }, [open])
  return open ? <SummaryPage /> : null
}

const isAsked = (): boolean => location.hash === SUMMARY

function onAddress(changed: () => void): () => void {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}
