/** Rules for a riddle: whose policy is hidden, what is on its card, what a probe may be. */
import { parseMailbox } from '../sim/mail/address.ts'
import { optionsOf } from '../sim/options.ts'
import { allowedValues, readValue } from '../sim/policy/options.ts'
import type { MysterySpec } from '../sim/scenarios/mystery.ts'
import type { ScenarioFile } from '../sim/scenarios/scenario.ts'
import { parseDuration } from '../sim/units.ts'
import { oneOf, sentence } from './scenario-sentences.ts'

/** Kinds of host that a probe can be sent from. */
const SENDS = ['mua', 'submission', 'bot']

export function mysteryProblem(scenario: ScenarioFile): string | null {
  const { mystery, hosts } = scenario
  if (mystery === undefined) return null
  const receivers = hosts.filter(({ kind }) => kind === 'mx').map(({ id }) => id)
  if (!receivers.includes(mystery.host)) return sentence('mystery.host', oneOf(receivers))
  return cardProblem(scenario, mystery) ?? probesProblem(scenario, mystery)
}

/** Each line of the card sets options of the hidden host and of no other. */
function cardProblem(scenario: ScenarioFile, { checks, host }: MysterySpec): string | null {
  const options = optionsOf(scenario).filter((one) => one.host === host)
  for (const [i, { id, settings }] of checks.entries()) {
    if (checks.findIndex((one) => one.id === id) !== i)
      return sentence(`mystery.checks.${i}.id`, 'a name that no other check has')
    for (const [path, text] of Object.entries(settings)) {
      const place = `mystery.checks.${i}.settings.${path}`
      const option = options.find((one) => one.path === path)
      if (option === undefined) return sentence(place, `an option of the host ${host}`)
      if (readValue(option.spec, text) === null) return sentence(place, allowedValues(option.spec))
    }
  }
  return null
}

/** A probe is known again by where it comes from, who it says it is from and whom it is for. */
function probesProblem({ hosts }: ScenarioFile, mystery: MysterySpec): string | null {
  const { places, senders, recipients, waits } = mystery
  const writers = hosts.filter(({ kind }) => SENDS.includes(kind)).map(({ id }) => id)
  const stranger = places.findIndex(({ host }) => !writers.includes(host))
  if (stranger >= 0) return sentence(`mystery.places.${stranger}.host`, oneOf(writers))
  for (const [i, { from, author = from }] of senders.entries()) {
    if (parseMailbox(from) === null) return sentence(`mystery.senders.${i}.from`, MAILBOX)
    if (parseMailbox(author) === null) return sentence(`mystery.senders.${i}.author`, MAILBOX)
  }
  const nobody = recipients.findIndex(({ to }) => parseMailbox(to) === null)
  if (nobody >= 0) return sentence(`mystery.recipients.${nobody}.to`, MAILBOX)
  const forever = waits.findIndex((text) => parseDuration(text, 's') === null)
  if (forever >= 0) return sentence(`mystery.waits.${forever}`, 'a duration such as 10 min')
  return (
    twice(
      'mystery.places',
      places.map(({ host }) => host),
    ) ??
    twice(
      'mystery.senders',
      senders.map(({ from, author = '' }) => `${from} ${author}`),
    ) ??
    twice(
      'mystery.recipients',
      recipients.map(({ to }) => to),
    )
  )
}

const MAILBOX = 'a mailbox such as alice@school.example'

function twice(place: string, names: readonly string[]): string | null {
  const at = names.findIndex((name, i) => names.indexOf(name) !== i)
  return at < 0 ? null : sentence(`${place}.${at}`, 'something that is not in the list already')
}
