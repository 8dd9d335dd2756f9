/** What a person does in a riddle: send a probe, fill in the card, hand it in, take the next one. */
import { probeAct, type ProbeChoice } from '../../sim/mystery.ts'
import type { Intervention } from '../../sim/run.ts'
import type { Millis } from '../../sim/units.ts'
import { playhead, runtime } from './runtime.ts'
import { labStore } from './store.ts'

/** The probes that have been sent or are on their way. */
export const probesSent = (list: readonly Intervention[]): Intervention[] =>
  list.filter(({ act }) => act.kind === 'send')

/**
 * Sends a probe, `wait` from now on or from the probe before, whichever is later: a probe that has
 * been spent stays, even if one has gone back in time since.
 */
export function sendProbe(choice: ProbeChoice, wait: Millis): void {
  const { scenario, seed, interventions, handedIn } = labStore.getState()
  const sent = probesSent(interventions)
  if (handedIn || scenario.mystery === undefined || sent.length >= scenario.mystery.probes) return
  const now = Math.floor(playhead.now)
  const from = Math.max(now, sent.at(-1)?.at ?? 0)
  const probe = { at: from + wait, act: probeAct(choice, sent.length + 1) }
  const run = { scenario, seed, interventions: [...interventions, probe] }
  labStore.setState({ interventions: run.interventions, started: true, selection: null })
  if (from === 0) runtime.load(run, 0)
  else runtime.intervene(run, from)
  runtime.stayHere()
  if (now < from) playhead.seek(from)
  playhead.play()
}

/** @param said null: not known */
export function fillIn(check: string, said: boolean | null): void {
  const { card, handedIn } = labStore.getState()
  if (handedIn) return
  const { [check]: _, ...others } = card
  labStore.setState({ card: said === null ? others : { ...others, [check]: said } })
}

/** From here on the card counts, and nothing is hidden any more. */
export function handIn(): void {
  if (labStore.getState().scenario.mystery === undefined) return
  labStore.setState({ handedIn: true, finished: true, started: true })
}
