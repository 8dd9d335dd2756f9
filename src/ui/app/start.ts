/** Before the first picture: where runs are computed, what was chosen last time, what the link says. */
import type { Host } from '../../host/client.ts'
import { CATALOGUE, OPENING } from '../../sim/scenarios/index.ts'
import {
  fetchOptions,
  openScenario,
  playhead,
  setLinkProblem,
  type Opened,
} from '../state/actions.ts'
import { readChoices } from '../state/choices.ts'
import { readLink, SUMMARY, writeLink, type LinkedRun, type LinkProblem } from '../state/link.ts'
import type { LabState } from '../state/lab-store.ts'
import { runtime } from '../state/runtime.ts'
import { labStore } from '../state/store.ts'
import { LINK_PROBLEMS } from '../words/page.ts'
import { painted } from './painted.ts'

export async function startLab(makeHost: () => Host): Promise<void> {
  runtime.connect(makeHost)
  labStore.setState(readChoices())
  dressRoot(labStore.getState())
  labStore.subscribe(dressRoot)
  await openFromAddress()
  window.addEventListener('hashchange', () => {
    // An address of our own making says what is on screen already.
    const { hash } = location
    if (hash !== SUMMARY && hash !== writeLink(labStore.getState())) void openFromAddress()
  })
  labStore.subscribe(keepAddress)
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) playhead.pause()
  })
  followMotion()
  // Words of later scenarios may need them; who has no network meanwhile reads a dash there.
  void painted.then(fetchOptions).catch(() => {})
}

/** The theme and the size of type are the whole document's business, from the first picture on. */
function dressRoot({ theme, presenting }: LabState): void {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset['theme']
  else dataset['theme'] = theme
  if (presenting) dataset['presenting'] = ''
  else delete dataset['presenting']
}

/** Opens what the address asks for, and the first scenario where it asks for nothing that is here. */
async function openFromAddress(): Promise<void> {
  setLinkProblem(null)
  const reading = readLink(
    location.hash,
    CATALOGUE.map(({ id }) => id),
  )
  const problem = reading.kind === 'run' ? await openLinked(reading.run) : null
  if (reading.kind === 'none' || problem === 'away') await openScenario(OPENING.id)
  if (reading.kind === 'problem') await openInstead(reading.problem)
  if (problem === 'acts') await openInstead(problem)
}

async function openInstead(problem: LinkProblem): Promise<void> {
  await openScenario(OPENING.id)
  setLinkProblem(LINK_PROBLEMS[problem])
}

async function openLinked({ scenario, acts, ...run }: LinkedRun): Promise<Opened> {
  if (Array.isArray(acts) && acts.length === 0) return openScenario(scenario, run)
  return openScenario(scenario, {
    ...run,
    // Checking acts takes a library, which a page that opens without any need not wait for.
    interventions: async (opened) =>
      (await import('../state/link-schema.ts')).readInterventions(acts, opened),
  })
}

/** The address is the run's link: it changes with what people do, not with time. */
function keepAddress(now: LabState, before: LabState): void {
  const linked = ['scenario', 'seed', 'interventions', 'card', 'handedIn'] as const
  // The summary has an address of its own; closing it leads to the run's.
  if (location.hash === SUMMARY || linked.every((field) => now[field] === before[field])) return
  try {
    history.replaceState(null, '', writeLink(now))
  } catch {
    // Where the page may not change its address, "Share" still has the link.
  }
}

/** Where motion is unwelcome the playhead stands still at one instant after another. */
function followMotion(): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)')
  const follow = (): void => {
    playhead.stepwise = still.matches
  }
  follow()
  still.addEventListener('change', follow)
}
