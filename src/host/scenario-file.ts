/**
 * Reading a scenario that somebody brings. What does not fit is refused with the path of the field
 * and what was expected there; nothing in a file is ever run or drawn as anything but text.
 */
import * as v from 'valibot'
import { parseMailbox } from '../sim/mail/address.ts'
import { parseInstant } from '../sim/mail/date.ts'
import { isMetricPath } from '../sim/facts/metrics.ts'
import { optionsOf } from '../sim/options.ts'
import { allowedValues, readValue } from '../sim/policy/options.ts'
import type { ScenarioFile, TrafficSpec } from '../sim/scenarios/scenario.ts'
import { parseDuration } from '../sim/units.ts'
import { drawnProblem, showsProblem, worldIds } from './scenario-drawn.ts'
import { mysteryProblem } from './scenario-mystery.ts'
import { scenarioSchema } from './scenario-schema.ts'
import { forwardsProblem } from './scenario-forwards.ts'
import { oneOf, sentence } from './scenario-sentences.ts'
import { bounded } from './schema-parts.ts'

export type ReadScenario =
  | { readonly ok: true; readonly scenario: ScenarioFile }
  /** One sentence that names the place and says what is allowed there. */
  | { readonly ok: false; readonly problem: string }

/** Reads the text of a scenario file. */
export function readScenarioText(text: string): ReadScenario {
  if (text.length > bounded.fileLength)
    return no('The file', `at most ${bounded.fileLength} characters`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, problem: 'The file is not JSON.' }
  }
  return readScenario(value)
}

/** One way, in milliseconds; light needs a second and a bit to the moon. */
const LONGEST_DELAY = 60_000

/** Checks a value against the format, and then what the format alone cannot say. */
export function readScenario(value: unknown): ReadScenario {
  const parsed = v.safeParse(scenarioSchema, value, { abortEarly: true })
  if (!parsed.success) {
    const [issue] = parsed.issues
    return no(v.getDotPath(issue) ?? 'The file', issue.message)
  }
  const scenario = parsed.output
  const problem = firstProblem(scenario)
  return problem === null ? { ok: true, scenario } : { ok: false, problem }
}

const no = (place: string, expected: string): ReadScenario => ({
  ok: false,
  problem: sentence(place, expected),
})

/** Rules between fields: names that must exist, values that must be allowed, order in time. */
function firstProblem(scenario: ScenarioFile): string | null {
  return (
    hostsProblem(scenario) ??
    routesProblem(scenario) ??
    forwardsProblem(scenario) ??
    mailProblem(scenario) ??
    allTrafficProblem(scenario) ??
    settingsProblem(scenario) ??
    settingsProblem(scenario, scenario.roads?.direct ?? {}, 'roads.direct') ??
    settingsProblem(scenario, scenario.roads?.relayed ?? {}, 'roads.relayed') ??
    variantsProblem(scenario) ??
    readingsProblem(scenario) ??
    drawnProblem(scenario) ??
    showsProblem(scenario) ??
    mysteryProblem(scenario) ??
    (parseInstant(scenario.startsAt) === null
      ? sentence('startsAt', 'an instant such as 2026-06-02T09:00:00Z')
      : null)
  )
}

function hostsProblem({ hosts, links, zones, variants }: ScenarioFile): string | null {
  const ids = hosts.map((host) => host.id)
  const twice = ids.findIndex((id, i) => ids.indexOf(id) !== i)
  if (twice >= 0) return sentence(`hosts.${twice}.id`, 'a name that no other host has')
  const addresses = hosts.flatMap((host) => host.addresses)
  const shared = addresses.find((address, i) => addresses.indexOf(address) !== i)
  if (shared !== undefined)
    return sentence('hosts', `each address once, but ${shared} is there twice`)
  for (const [i, link] of links.entries()) {
    const stranger = link.between.findIndex((id) => !ids.includes(id))
    if (stranger >= 0) return sentence(`links.${i}.between.${stranger}`, oneOf(ids))
    const delay = parseDuration(link.delay, 'ms')
    if (delay === null || delay > LONGEST_DELAY)
      return sentence(`links.${i}.delay`, 'a duration such as 40 ms, at most 1 min')
  }
  const own = variants.map((one, i) => zonesProblem(one.zones ?? [], `variants.${i}.zones`))
  return zonesProblem(zones, 'zones') ?? own.find((one) => one !== null) ?? null
}

function zonesProblem(zones: ScenarioFile['zones'], place: string): string | null {
  for (const [i, zone] of zones.entries())
    for (const field of ['ttl', 'negativeTtl'] as const)
      if (parseDuration(zone[field], 's') === null)
        return sentence(`${place}.${i}.${field}`, 'a duration such as 1 h')
  return null
}

/** A route leads to a host by its name, as a mail server would look it up. */
function routesProblem({ hosts }: ScenarioFile): string | null {
  const names = hosts.map(({ name }) => name)
  for (const [i, { routes = {} }] of hosts.entries())
    for (const [domain, name] of Object.entries(routes))
      if (!names.includes(name)) return sentence(`hosts.${i}.routes.${domain}`, oneOf(names))
  return null
}

function mailProblem({ mail, hosts }: ScenarioFile): string | null {
  const writers = writersOf(hosts)
  let last = 0
  for (const [i, one] of mail.entries()) {
    const at = parseDuration(one.at, 's')
    if (at === null || at < last)
      return sentence(`mail.${i}.at`, 'a duration such as 20 s, not before the entry above')
    last = at
    if (!writers.includes(one.host)) return sentence(`mail.${i}.host`, oneOf(writers))
    const stranger = strangerIn(one)
    if (stranger !== null)
      return sentence(`mail.${i}.${stranger}`, 'a mailbox such as alice@school.example')
    const bad = one.to.findIndex((path) => parseMailbox(path) === null)
    if (bad >= 0) return sentence(`mail.${i}.to.${bad}`, 'a mailbox such as bob@college.example')
  }
  return null
}

/** Which of its mailboxes is none: from, author or one of to. */
function strangerIn({ from, author = from }: { from: string; author?: string }): string | null {
  const isMailbox = (path: string): boolean => parseMailbox(path.replace('{n}', '1')) !== null
  if (from !== '' && !isMailbox(from)) return 'from'
  return author !== '' && !isMailbox(author) ? 'author' : null
}

/** Descriptions of many letters: spans that do not run backwards, names that are free. */
function trafficProblem(
  { hosts }: ScenarioFile,
  traffic: readonly TrafficSpec[],
  within: string,
): string | null {
  const writers = writersOf(hosts)
  for (const [i, one] of traffic.entries()) {
    const place = `${within}.${i}`
    const [begins, ends] = [parseDuration(one.begins, 's'), parseDuration(one.ends, 's')]
    if (begins === null) return sentence(`${place}.begins`, 'a duration such as 20 s')
    if (ends === null || ends < begins)
      return sentence(`${place}.ends`, 'a duration such as 1 h, not before it begins')
    if (!writers.includes(one.host)) return sentence(`${place}.host`, oneOf(writers))
    if (traffic.findIndex(({ id }) => id === one.id) !== i)
      return sentence(`${place}.id`, 'a name that no other description has')
    const stranger = strangerIn(one)
    if (stranger !== null)
      return sentence(`${place}.${stranger}`, 'a mailbox such as offer{n}@prizes.example')
    const bad = one.to.findIndex((path) => parseMailbox(path) === null)
    if (bad >= 0) return sentence(`${place}.to.${bad}`, 'a mailbox such as bob@college.example')
  }
  return null
}

/** The scenario's own descriptions, and those that a variant has in their place. */
function allTrafficProblem(scenario: ScenarioFile): string | null {
  const own = scenario.variants.map(({ traffic = [] }, i) =>
    trafficProblem(scenario, traffic, `variants.${i}.traffic`),
  )
  const first = trafficProblem(scenario, scenario.traffic ?? [], 'traffic')
  return first ?? own.find((one) => one !== null) ?? null
}

/** An exchanger, a name server or a switched-off device writes no letters. */
function writersOf(hosts: ScenarioFile['hosts']): string[] {
  const writes = ['mua', 'submission', 'bot']
  return hosts.filter((host) => writes.includes(host.kind)).map((host) => host.id)
}

function settingsProblem(
  scenario: ScenarioFile,
  settings = scenario.settings,
  place = 'settings',
): string | null {
  const options = optionsOf(scenario)
  for (const [path, text] of Object.entries(settings)) {
    const option = options.find((one) => one.path === path)
    if (option === undefined)
      return sentence(`${place}.${path}`, oneOf(options.map((one) => one.path)))
    if (readValue(option.spec, text) === null)
      return sentence(`${place}.${path}`, allowedValues(option.spec))
  }
  return null
}

function variantsProblem(scenario: ScenarioFile): string | null {
  for (const [i, { id, settings }] of scenario.variants.entries()) {
    if (scenario.variants.findIndex((one) => one.id === id) !== i)
      return sentence(`variants.${i}.id`, 'a name that no other variant has')
    if (['direct', 'relayed', 'lead'].includes(id))
      return sentence(`variants.${i}.id`, 'a name other than direct, relayed and lead')
    const problem = settingsProblem(scenario, settings, `variants.${i}.settings`)
    if (problem !== null) return problem
  }
  return null
}

function readingsProblem(scenario: ScenarioFile): string | null {
  const worlds = worldIds(scenario)
  const groups = [
    ...scenario.checks.map((check, i) => ({ at: `checks.${i}.anyOf`, groups: check.anyOf })),
    ...scenario.lesson.bets.map((bet, i) => ({
      at: `lesson.bets.${i}.rightWhen`,
      groups: bet.rightWhen,
    })),
  ]
  for (const { at, groups: list } of groups)
    for (const { reading, atLeast, atMost } of list.flat()) {
      if (!isMetricPath(reading, worlds))
        return sentence(at, `a reading such as relayed.alice-1.attempts, not ${reading}`)
      for (const bound of [atLeast, atMost])
        if (typeof bound === 'string' && parseDuration(bound, 's') === null)
          return sentence(at, `a bound such as 900 s, not ${bound}`)
    }
  return null
}
