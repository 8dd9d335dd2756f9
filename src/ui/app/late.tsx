/**
 * What is not part of the first picture. A person sees the question and the bets as soon as the
 * page's own code is there; the stage and all the panels are fetched right after that.
 */
import { lazy, Suspense, type ComponentType } from 'react'
import { painted } from './painted.ts'

function late(load: () => Promise<ComponentType>): ComponentType {
  const Late = lazy(async () => {
    await painted
    return { default: await load() }
  })
  return () => (
    <Suspense>
      <Late />
    </Suspense>
  )
}

export const Inspector = late(async () => (await import('../inspector/Inspector.tsx')).Inspector)
export const ActsBar = late(async () => (await import('../acts/ActsBar.tsx')).ActsBar)
export const Narrator = late(async () => (await import('../narrator/Narrator.tsx')).Narrator)
export const Stage = late(async () => (await import('../views/index.ts')).Stage)
export const TimeRail = late(async () => (await import('../views/index.ts')).TimeRail)
export const Readings = late(async () => (await import('./Readings.tsx')).Readings)
export const Explanation = late(async () => (await import('../story/Explanation.tsx')).Explanation)
const summary = () => import('../summary/Summary.tsx')
export const Summary = late(async () => (await summary()).Summary)
export const SummaryLink = late(async () => (await summary()).SummaryLink)
export const Captions = late(async () => (await import('./Captions.tsx')).Captions)
