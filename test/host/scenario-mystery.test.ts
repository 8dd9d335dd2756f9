import { describe, expect, it } from 'vitest'
import { readScenario } from '../../src/host/scenario-file.ts'
import { scenarioOf } from '../helpers/runs.ts'

type Json = Record<string, unknown>

/** The scenario with one field of its riddle replaced. */
function changed(path: string, value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(scenarioOf('mystery-mx'))) as Json
  const keys = `mystery.${path}`.split('.')
  let place = copy
  for (const key of keys.slice(0, -1)) place = place[key] as Json
  place[keys.at(-1)!] = value
  return copy
}

describe('a riddle in a scenario file', () => {
  it.each([
    ['host', 'relay', 'mystery.host: expected one of mx.'],
    ['probes', 0, 'mystery.probes: expected 1 probe or more.'],
    ['probes', 1000, 'mystery.probes: expected at most 40 probes.'],
    ['checks', [], 'mystery.checks: expected at least one of the checks.'],
    ['checks.1.id', 'name', 'mystery.checks.1.id: expected a name that no other check has.'],
    [
      'checks.0.settings',
      { 'relay.queue.lifetime': '1' },
      'mystery.checks.0.settings.relay.queue.lifetime: expected an option of the host mx.',
    ],
    [
      'checks.0.settings',
      { 'mx.greylist.on': 'perhaps' },
      'mystery.checks.0.settings.mx.greylist.on: expected on, off.',
    ],
    ['checks.0.decidedBy', 'a text', 'mystery.checks.0.decidedBy: expected three texts'],
    ['places.0.host', 'dns', 'mystery.places.0.host: expected one of home, dialup, relay, listed.'],
    ['places.0.host', 'home', 'mystery.places.1: expected something that is not in the list'],
    ['senders.0.from', 'alice', 'mystery.senders.0.from: expected a mailbox such as'],
    ['senders.2.author', 'alice', 'mystery.senders.2.author: expected a mailbox such as'],
    ['recipients.1.to', 'nobody', 'mystery.recipients.1.to: expected a mailbox such as'],
    ['waits.0', 'soon', 'mystery.waits.0: expected a duration such as 10 min.'],
    ['surprise', 1, 'mystery.surprise: expected'],
  ])('is refused with %s %j', (path, value, problem) => {
    expect(readScenario(changed(path, value))).toMatchObject({
      ok: false,
      problem: expect.stringContaining(problem),
    })
  })
})
