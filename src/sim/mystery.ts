/**
 * A riddle's hidden policy: drawn from the seed, check by check, so that a run is still
 * `{ scenario, seed, interventions }` and a link names it.
 */
import { drawBelow, keyOf } from './engine/random.ts'
import type { Act, Intervention } from './run.ts'
import type { MysterySpec, ProbePlace, ProbeRecipient, ProbeSender } from './scenarios/mystery.ts'
import type { ScenarioFile } from './scenarios/scenario.ts'

const PURPOSE = keyOf('hidden-check')

/** Whether the receiver makes this check: one half of all seeds, whatever the other checks are. */
export function isOnByDraw(seed: number, check: string): boolean {
  return drawBelow(seed, PURPOSE, keyOf(check), 0, 2) === 1
}

/**
 * The scenario with its hidden policy among its settings, as if nothing had been hidden; the scenario
 * itself where it hides nothing.
 */
export function drawnScenario(scenario: ScenarioFile, seed: number): ScenarioFile {
  const { mystery, ...open } = scenario
  if (mystery === undefined) return scenario
  const on = mystery.checks.filter(({ id }) => isOnByDraw(seed, id))
  const settings = Object.assign({}, scenario.settings, ...on.map((check) => check.settings))
  return { ...open, settings }
}

/** Whether the option's value depends on the hidden policy. */
export function isHidden({ mystery }: ScenarioFile, path: string): boolean {
  return mystery?.checks.some(({ settings }) => settings[path] !== undefined) ?? false
}

/** What people choose of a probe. */
export interface ProbeChoice {
  readonly place: ProbePlace
  readonly sender: ProbeSender
  readonly recipient: ProbeRecipient
}

/** The act that sends it. */
export function probeAct(
  { place, sender, recipient }: ProbeChoice,
  number: number,
): Extract<Act, { kind: 'send' }> {
  const { from, author } = sender
  return {
    kind: 'send',
    host: place.host,
    from,
    ...(author === undefined ? {} : { author }),
    to: [recipient.to],
    subject: `Probe ${number}`,
  }
}

/** What was chosen, read back from its act; null for a letter that is none of the choices. */
export function probeOf(mystery: MysterySpec, act: Act): ProbeChoice | null {
  if (act.kind !== 'send') return null
  const place = mystery.places.find(({ host }) => host === act.host)
  const sender = mystery.senders.find((one) => one.from === act.from && one.author === act.author)
  const recipient = mystery.recipients.find(({ to }) => act.to.length === 1 && act.to[0] === to)
  if (place === undefined || sender === undefined || recipient === undefined) return null
  return { place, sender, recipient }
}

/** Whether no more is done than the riddle allows: its own probes, and not too many. */
export function keepsToProbes(
  mystery: MysterySpec | undefined,
  interventions: readonly Intervention[],
): boolean {
  if (mystery === undefined) return true
  const sent = interventions.filter(({ act }) => act.kind === 'send')
  const others = interventions.some(({ act }) => act.kind === 'flush' || act.kind === 'send-again')
  return (
    !others &&
    sent.length <= mystery.probes &&
    sent.every(({ act }) => probeOf(mystery, act) !== null)
  )
}

/** What a person says of each check, by id; nothing where they do not know. */
export type Card = Readonly<Record<string, boolean>>

export interface CardLine {
  readonly id: string
  readonly said: boolean | null
  readonly truth: boolean
}

/** The card against the hidden policy. */
export function judgeCard(mystery: MysterySpec, seed: number, card: Card): CardLine[] {
  return mystery.checks.map(({ id }) => ({
    id,
    said: card[id] ?? null,
    truth: isOnByDraw(seed, id),
  }))
}
