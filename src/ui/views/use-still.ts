/** Whether motion is unwelcome, as the system says. */
import { useSyncExternalStore } from 'react'

const QUERY = '(prefers-reduced-motion: reduce)'

function subscribe(changed: () => void): () => void {
  const media = matchMedia(QUERY)
  media.addEventListener('change', changed)
  return () => media.removeEventListener('change', changed)
}

export const useStill = (): boolean =>
  useSyncExternalStore(subscribe, () => matchMedia(QUERY).matches)
