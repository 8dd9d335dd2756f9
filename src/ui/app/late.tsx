/**
 * The panels that are not part of the first picture: they come right after it, so that it need not
 * wait for them. The stage and the rail do not stand here.
 */
import { lazy, Suspense, type ComponentType } from 'react'

function late(load: () => Promise<ComponentType>): ComponentType {
  const Late = lazy(async () => ({ default: await load() }))
  return () => (
    <Suspense>
      <Late />
    </Suspense>
  )
}

export const Inspector = late(async () => (await import('../inspector/Inspector.tsx')).Inspector)
export const ActsBar = late(async () => (await import('../acts/ActsBar.tsx')).ActsBar)
export const Narrator = late(async () => (await import('../narrator/Narrator.tsx')).Narrator)
export const Captions = late(async () => (await import('./Captions.tsx')).Captions)
