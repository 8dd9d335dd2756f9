/** A row of the comparison in words. */
import type { Level, ScenarioFile } from '../../../sim/scenarios/scenario.ts'
import { formatDuration, type Millis } from '../../../sim/units.ts'
import { hostName } from '../../inspector/names.ts'
import { worldName } from '../../words/world-name.ts'
import type { LawRow } from './layout.ts'
import type { Place } from './places.ts'
import { LAWS } from './words.ts'

/** So many tries are told one by one. */
const TOLD_MAX = 10

const joined = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${LAWS.and} ${parts.at(-1)}`

const after = (age: Millis): string => (age === 0 ? '0' : formatDuration(age))

/** `the post office`; with the road, where the roads differ. */
function placeName({ index, world }: Place, scenario: ScenarioFile, level: Level): string {
  const name = hostName(scenario, index, level)
  return world === null ? name : `${name} (${worldName(scenario, world, level)})`
}

function placeNames({ places }: LawRow, scenario: ScenarioFile, level: Level): string {
  return joined(places.map((place) => placeName(place, scenario, level)))
}

/** `In force at the post office. Alice waits by it.`; empty where the law is not in force. */
export function inForceText(row: LawRow, scenario: ScenarioFile, level: Level): string {
  if (row.places.length === 0) return ''
  const people = [...new Set(row.places.flatMap(({ waiting }) => waiting))]
  const where = LAWS.inForce[level].replace('{places}', placeNames(row, scenario, level))
  if (people.length === 0) return `${where}.`
  const waits = LAWS.waits[people.length === 1 ? 'one' : 'more'][level]
  return `${where}. ${waits.replace('{people}', joined(people))}.`
}

const countText = ({ tries, gaveUpAt }: LawRow): string =>
  LAWS.count(tries.length, gaveUpAt !== null)

/** `107 tries`; `over 2000 tries`, where not all have been computed. */
export const triesText = (row: LawRow): string => LAWS.tries(countText(row))

/** The row as one sentence, for those who do not see it. */
export function rowTold(row: LawRow): string {
  const { law, tries, gaveUpAt, until } = row
  const first = tries.slice(1, 5).map(after).join(', ')
  const tell = gaveUpAt === null ? LAWS.toldOn : LAWS.told
  return tell(law.title, triesText(row), first, formatDuration(until))
}

/** The row of the table, in the order of `LAWS.columns`. */
export function cellsOf(row: LawRow, scenario: ScenarioFile, level: Level): string[] {
  const { law, tries, gaveUpAt, until } = row
  const places = placeNames(row, scenario, level)
  return [
    places === '' ? law.title : LAWS.lawAt(law.title, places),
    tries.slice(0, TOLD_MAX).map(after).join(', '),
    countText(row),
    gaveUpAt === null ? LAWS.goesOn(formatDuration(until)) : formatDuration(gaveUpAt),
    law.source,
  ]
}
