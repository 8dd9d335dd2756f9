import { expect, it } from 'vitest'
import type { Flight } from '../../../../src/sim/facts/flights.ts'
import { flightLabel, saysHowMany } from '../../../../src/ui/views/map/labels.ts'

it.each([
  ['23 other post offices', 23, true],
  ['smtp.town-1.example to smtp.town-23.example', 23, true],
  ['mx.college.example and 19 others', 20, true],
  ["Twenty friends' mail servers", 20, true],
  ['123 post offices', 23, false],
  ['Post offices elsewhere', 23, false],
])('whether “%s” says that they are %i: %s', (label, many, says) => {
  expect(saysHowMany(label, many)).toBe(says)
})

const question = (label: string) => ({ carries: 'query', label, class: null }) as Flight

it.each([
  ['MX college.example', 'where to?'],
  ['A mx.college.example', 'where to?'],
  ['PTR 25.113.0.203.in-addr.arpa', 'what name?'],
  ['TXT school.example', 'what rules?'],
  ['A 66.113.0.203.dnsbl.example', 'is it listed?'],
  ['TXT 66.113.0.203.dnsbl.example', 'is it listed?'],
])('the question %s is: %s', (label, words) => {
  expect(flightLabel(question(label), 'everyday')).toBe(words)
  expect(flightLabel(question(label), 'protocol')).toBe(label)
})
