import { useEffect } from 'react'

/** Does it for the whole page, from the first picture on: a bet may be placed before anything else is fetched. */
export function FocusKeeper(): null {
  useEffect(() => keepFocus(document.body), [])
  return null
}

/** A panel that is hidden cannot have the focus any more than one that is gone. */
const isThere = (one: HTMLElement): boolean => one.isConnected && one.closest('[hidden]') === null

const HEADING = 'h2, h3, [role="heading"]'

/** What a screen reader can say a name of. */
const NAMED = 'section, main, header, aside, nav, [role]'

/**
 * Keeps the focus on the page when the thing that had it goes away: a bet that has been placed, a
 * letter that has been opened, a panel that makes room for another. The browser would drop it to the
 * document, and a screen reader would begin again at the top (WCAG 2.4.3).
 *
 * It goes to the heading of the nearest part that is still there and held what is gone: a part that has
 * one, or a name of its own; of a bare box there would be nothing to say but all that is in it.
 */
export function keepFocus(root: HTMLElement): () => void {
  let path: HTMLElement[] = []
  const remember = ({ target }: FocusEvent): void => {
    path = []
    for (let at = target as HTMLElement | null; at !== null; at = at.parentElement) path.push(at)
  }
  const rescue = (): void => {
    const [last] = path
    if (last === undefined || isThere(last)) return
    // What is only hidden has the focus until the browser draws again.
    if (document.activeElement !== document.body && document.activeElement !== last) return
    const parts = path.filter((one) => isThere(one) && root.contains(one))
    path = []
    const home =
      parts.find((one) => one.matches(NAMED) || one.querySelector(HEADING) !== null) ?? parts[0]
    const heading = home?.querySelector<HTMLElement>(HEADING) ?? home
    if (heading === undefined) return
    if (heading.tabIndex < 0) heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }
  const observer = new MutationObserver(rescue)
  observer.observe(root, { childList: true, subtree: true })
  root.addEventListener('focusin', remember)
  return () => {
    observer.disconnect()
    root.removeEventListener('focusin', remember)
  }
}
